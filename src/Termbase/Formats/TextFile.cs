using System.Text;
using Termbase.Model;

namespace Termbase.Formats;

/// <summary>
/// Bytes to text, for every reader: byte order marks, UTF-8, UTF-16 without a mark, and GB18030, Big5 or Windows-1252 where nothing
/// is declared. What is no text, or cannot be opened, ends in an <see cref="InputException"/> of one line. Thread-safe.
/// </summary>
public static class TextFile
{
    /// <summary>Bytes looked at to tell the encoding of a stream.</summary>
    internal const int SampleSize = 1 << 16;

    static TextFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>An encoding by its name (<c>gb18030</c>, <c>big5</c>, <c>utf-16</c>), or null where the name is not known.</summary>
    public static Encoding? EncodingByName(string name) => EncodingDetector.ByName(name);

    /// <summary>The whole text of a file; an empty file is the empty text.</summary>
    /// <exception cref="InputException">Missing, unreadable or binary.</exception>
    public static string Read(string path) => Read(path, null);

    /// <summary>The same; tells the log (code <c>not-utf-8</c>, noted) where the text was not plain UTF-8.</summary>
    /// <exception cref="InputException">Missing, unreadable or binary.</exception>
    public static string Read(string path, ReadLog? log)
    {
        using var stream = OpenStream(path);
        using var bytes = new MemoryStream();
        try
        {
            stream.CopyTo(bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, e);
        }

        var text = Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), path, out var guess);
        Tell(guess, path, log);
        return text;
    }

    /// <summary>Decodes a whole text; byte order marks are taken off.</summary>
    /// <exception cref="InputException">The bytes are no text.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, string path, out EncodingGuess guess)
    {
        guess = EncodingDetector.Guess(bytes, path, isWhole: true);
        return guess.Encoding.GetString(bytes[guess.PreambleLength..]);
    }

    /// <summary>Opens a file for reading, shared; the caller disposes it.</summary>
    /// <exception cref="InputException">Missing, a folder, or not to be read.</exception>
    public static FileStream OpenStream(string path)
    {
        try
        {
            return Directory.Exists(path)
                ? throw new InputException(SourceLocation.File(path), "is a folder, not a file")
                : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Unreadable(path, e);
        }
    }

    /// <summary>
    /// A reader over a stream of any length; the encoding is told from the first 64 KB, and what does not fit it later becomes U+FFFD.
    /// The stream is left open.
    /// </summary>
    /// <exception cref="InputException">The bytes are no text.</exception>
    public static TextReader OpenReader(Stream stream, string path) => OpenReader(stream, path, null);

    /// <summary>The same; tells the log where the text was not plain UTF-8.</summary>
    /// <exception cref="InputException">The bytes are no text.</exception>
    public static TextReader OpenReader(Stream stream, string path, ReadLog? log)
    {
        var sample = ReadSample(stream, path);
        var guess = EncodingDetector.Guess(sample, path, isWhole: sample.Length < SampleSize);
        Tell(guess, path, log);
        return OpenReader(stream, sample, guess.Encoding, guess.PreambleLength);
    }

    internal static StreamReader OpenReader(Stream stream, ReadOnlyMemory<byte> sample, Encoding encoding, int skip) =>
        new(new JoinedStream(sample[skip..], stream), encoding, detectEncodingFromByteOrderMarks: false, 1 << 14);

    internal static byte[] ReadSample(Stream stream, string path)
    {
        var sample = new byte[SampleSize];
        try
        {
            var length = stream.ReadAtLeast(sample, SampleSize, throwOnEndOfStream: false);
            return length == SampleSize ? sample : sample[..length];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, e);
        }
    }

    internal static void Tell(EncodingGuess guess, string path, ReadLog? log)
    {
        if (log is not null && guess.Advice is { Length: > 0 } advice)
        {
            log.Note(SourceLocation.File(path), "", guess.Damaged ? "damaged-encoding" : "not-utf-8", advice);
        }
    }

    internal static InputException Unreadable(string path, Exception e) => new(
        SourceLocation.File(path),
        e switch
        {
            FileNotFoundException or DirectoryNotFoundException => "no such file",
            UnauthorizedAccessException => "may not be read (permission denied)",
            ArgumentException or NotSupportedException => "is no valid file name",
            _ => "cannot be read: " + OneLine(e.Message),
        },
        e);

    internal static string OneLine(string message) => message.ReplaceLineEndings(" ");
}
