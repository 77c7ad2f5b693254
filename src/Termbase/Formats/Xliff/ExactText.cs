using System.Text;
using System.Xml;
using Termbase.Formats.Tmx;
using Termbase.Model;

namespace Termbase.Formats.Xliff;

/// <summary>
/// Text that must be written back byte by byte: decoded strictly, with its byte order mark kept. Encodings in which one character has
/// several byte forms (GB 18030, Big5) are checked as they are read. Not thread-safe.
/// </summary>
internal sealed class ExactText : IDisposable
{
    private readonly byte[] _mark;
    private readonly string _path;
    private readonly CheckedStream? _checked;

    private ExactText(TextReader reader, Encoding encoding, byte[] mark, string path, CheckedStream? check) =>
        (Reader, Encoding, _mark, _path, _checked) = (reader, encoding, mark, path, check);

    internal TextReader Reader { get; }

    internal Encoding Encoding { get; }

    /// <summary>Opens a stream; it is left open.</summary>
    internal static ExactText Open(Stream stream, string path, ReadLog log)
    {
        var sample = TextFile.ReadSample(stream, path);
        if (sample.Length == 0)
        {
            throw new InputException(SourceLocation.File(path), "is empty, so there is nothing to write back");
        }

        var guess = TmxEncoding.Detect(sample, path, log);
        var strict = (Encoding)guess.Encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        strict.EncoderFallback = EncoderFallback.ExceptionFallback;
        var isSimple = strict.IsSingleByte || strict.CodePage is 65001 or 1200 or 1201;
        var joined = new JoinedStream(sample.AsMemory(guess.PreambleLength), stream);
        var check = isSimple ? null : new CheckedStream(joined);
        var reader = new StreamReader((Stream?)check ?? joined, strict, detectEncodingFromByteOrderMarks: false, 1 << 14);
        return new ExactText(reader, strict, sample[..guess.PreambleLength], path, check) { };
    }

    /// <summary>A writer that starts with the byte order mark of the original; the stream is left open.</summary>
    internal StreamWriter Writer(Stream output)
    {
        output.Write(_mark);
        return new StreamWriter(output, WithoutMark(Encoding), 1 << 14, leaveOpen: true);
    }

    private void Verify()
    {
        if (_checked is not null && !_checked.IsSame(Encoding))
        {
            throw new InputException(
                SourceLocation.File(_path), $"its encoding ({Encoding.WebName}) does not allow writing it back byte by byte; convert it to UTF-8 first");
        }
    }

    /// <summary>Copies what is behind the text already read, and checks the whole.</summary>
    internal void CopyRest(TextWriter writer)
    {
        Span<char> rest = stackalloc char[1024];
        while (Reader.Read(rest) is var count && count > 0)
        {
            writer.Write(rest[..count]);
        }

        writer.Flush();
        Verify();
    }

    /// <summary>Runs a rewriting and turns damage of the file into one clear line.</summary>
    internal static RewriteResult Guard(string path, Func<RewriteResult> run)
    {
        try
        {
            return run();
        }
        catch (XmlException e)
        {
            throw new InputException(
                new SourceLocation(path, e.LineNumber, e.LinePosition, e.LineNumber, e.LinePosition),
                $"not well-formed XML, so it cannot be written back: {XmlFault.Reason(e)}; {First(path)}",
                e);
        }
        catch (DecoderFallbackException e)
        {
            throw new InputException(SourceLocation.File(path), $"some bytes are not valid in its encoding, so it cannot be written back as it was; {First(path)}", e);
        }
    }

    public void Dispose() => Reader.Dispose();

    // What is copied character by character stays broken where it is; a repair keeps the sound units and names the others.
    private static string First(string path)
    {
        var repaired = Path.ChangeExtension(path, ".repaired" + Path.GetExtension(path));
        var quote = path.Contains(' ', StringComparison.Ordinal) ? "\"" : "";
        return $"repair it first, then use the repaired file: termbase doctor {quote}{path}{quote} --repair {quote}{repaired}{quote}";
    }

    private static Encoding WithoutMark(Encoding encoding) => encoding.CodePage switch
    {
        65001 => new UTF8Encoding(false, throwOnInvalidBytes: true),
        1200 => new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true),
        1201 => new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true),
        _ => encoding,
    };

    /// <summary>Keeps what was read, to compare it at the end; only files in an old encoding come here.</summary>
    private sealed class CheckedStream(Stream inner) : ReadOnlyStream
    {
        private readonly MemoryStream _seen = new();

        public override int Read(Span<byte> buffer)
        {
            var count = inner.Read(buffer);
            _seen.Write(buffer[..count]);
            return count;
        }

        internal bool IsSame(Encoding encoding)
        {
            var bytes = _seen.GetBuffer().AsSpan(0, (int)_seen.Length);
            return encoding.GetBytes(encoding.GetString(bytes)).AsSpan().SequenceEqual(bytes);
        }
    }
}
