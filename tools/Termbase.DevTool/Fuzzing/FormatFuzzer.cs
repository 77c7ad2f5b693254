using System.Diagnostics;
using System.Text;
using Termbase.Documents;
using Termbase.Formats;
using Termbase.Formats.Doctoring;
using Termbase.Formats.Po;
using Termbase.Formats.Tbx;
using Termbase.Formats.Xliff;
using Termbase.Model;
using Termbase.Office;

namespace Termbase.DevTool.Fuzzing;

/// <summary>
/// Breaks sound files in small ways and reads them with every reader: whatever the bytes, a reader either reads, reports, or throws
/// <see cref="InputException"/>. The same seed makes the same files. Not thread-safe.
/// </summary>
internal sealed class FormatFuzzer(int seed)
{
    private static readonly string[] Pieces =
    [
        "<", ">", "&", "&#0;", "&#xFFFF;", "&amp;", "]]>", "<![CDATA[", "<!--", "-->", "<?x", "?>", "<!DOCTYPE tmx [<!ENTITY a 'b'>]>", "\"", "'", "\0", "\u000B", "\uFFFE",
        "<tu>", "</tu>", "<tuv xml:lang='zh'>", "<seg>", "</seg>", "<bpt i='1'>", "<ept i='1'/>", "<sub>", "<hi>", "<conceptEntry>", "</langSec>", "<termSec/>", "<term>", "<tig>",
        "<ntig><termGrp>", "\t", "\n", "\r", ",", "|", ";", "\"\"", "中文", "\uD83D\uDE00", "xml:lang=''", " id='1'", "xmlns:a='b'", "<a:b/>",
    ];

    private readonly Random _random = new(seed);

    /// <summary>A file that breaks what is promised, and how.</summary>
    internal sealed record Failure(string Name, byte[] Bytes, string Why);

    /// <summary>A variant of a file.</summary>
    internal byte[] Mutate(byte[] file)
    {
        var bytes = new List<byte>(file);
        for (var changes = _random.Next(1, 6); changes > 0 && bytes.Count > 0; changes--)
        {
            var at = _random.Next(bytes.Count);
            switch (_random.Next(8))
            {
                case 0:
                    bytes[at] = (byte)_random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(_random.Next(1, 40), bytes.Count - at));
                    break;
                case 2:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 3:
                    var length = Math.Min(_random.Next(1, 400), bytes.Count - at);
                    bytes.InsertRange(_random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 4:
                    bytes[at] ^= (byte)(1 << _random.Next(8));
                    break;
                case 5:
                    bytes.InsertRange(at, Enumerable.Repeat(bytes[at], _random.Next(1, 3000)));
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Pieces[_random.Next(Pieces.Length)], _random.Next(10) == 0 ? 500 : 1))));
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Reads a file with all that its name asks for; null where every promise is kept.</summary>
    internal static Failure? Try(string name, byte[] bytes, TimeSpan longest)
    {
        var watch = Stopwatch.StartNew();
        foreach (var (reader, read) in Readers(name, bytes))
        {
            try
            {
                read();
            }
            catch (InputException)
            {
                // A whole file may be refused, with a reason.
            }
            catch (Exception e)
            {
                return new Failure(name, bytes, $"{reader}: {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")} {e.StackTrace?.Split('\n').FirstOrDefault(static l => l.Contains("Termbase", StringComparison.Ordinal))?.Trim()}");
            }

            if (watch.Elapsed > longest)
            {
                return new Failure(name, bytes, FormattableString.Invariant($"{reader}: {watch.Elapsed.TotalSeconds:F1} s"));
            }
        }

        return null;
    }

    private static IEnumerable<(string Reader, Action Read)> Readers(string name, byte[] bytes)
    {
        if (FormatCatalog.ForPath(name) is { } units)
        {
            yield return (units.Name, () =>
            {
                var log = new ReadLog();
                using var output = new MemoryStream();
                units.Write(output, units.Read(new MemoryStream(bytes), name, log), new UnitWriteOptions { Header = () => log.Header, KeepOtherLanguages = true });
                if (log.Kept + log.Refused != log.Read)
                {
                    throw new InvalidOperationException("the counts do not add up");
                }
            }
            );
        }

        if (name.EndsWith(".xlf", StringComparison.Ordinal))
        {
            yield return ("xliff rewriter", () => XliffRewriter.RewriteSegments(new MemoryStream(bytes), Stream.Null, static s => s with { Target = Segment.Plain("x") }));
        }

        if (name.EndsWith(".po", StringComparison.Ordinal))
        {
            yield return ("po rewriter", () => PoRewriter.Rewrite(new MemoryStream(bytes), Stream.Null, static u => u));
        }

        if (name.EndsWith(".md", StringComparison.Ordinal) || name.EndsWith(".html", StringComparison.Ordinal) || name.EndsWith(".txt", StringComparison.Ordinal))
        {
            yield return ("document", () => DocumentReader.Read(name, Encoding.UTF8.GetString(bytes)));
        }

        if (name.EndsWith(".tbx", StringComparison.Ordinal))
        {
            yield return ("tbx copy", () => new TbxFormat(TbxDialect.BasicDct).Copy(new MemoryStream(bytes), name, new ReadLog(), Stream.Null, new TermWriteOptions()));
        }

        var all = FormatCatalog.Terms.Append(new XlsxTermFormat()).ToList();
        if (FormatCatalog.TermsForPath(name, all) is { } terms)
        {
            yield return (terms.Name, () =>
            {
                var concepts = terms.Read(new MemoryStream(bytes), name, TermReadOptions.Default, new ReadLog()).ToList();
                using var output = new MemoryStream();
                new TbxFormat(TbxDialect.Legacy).Write(output, concepts, new TermWriteOptions { Losses = new LossReport() });
            }
            );
        }

        if (DoctorCatalog.ForPath(name) is { } doctor)
        {
            yield return ("doctor", () =>
            {
                var path = Path.Combine(Path.GetTempPath(), $"termbase-fuzz-{Environment.ProcessId}{Path.GetExtension(name)}");
                File.WriteAllBytes(path, bytes);
                try
                {
                    doctor.Examine(path, Importer.OmegaT, new DoctorReport(path));
                    doctor.Repair(path, Stream.Null, new ReadLog());
                }
                finally
                {
                    File.Delete(path);
                }
            }
            );
        }
    }
}
