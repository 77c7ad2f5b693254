using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Termbase.Formats.Tmx;
using Termbase.Model;

namespace Termbase.Formats.Xliff;

/// <summary>
/// Mends what keeps other tools from opening an XLIFF file at all, without a decision about its words or structure: characters and
/// references that XML forbids, bare ampersands, undeclared entities, a wrong or old encoding (the result is UTF-8 with LF line ends). Wrong
/// ids, lost codes and the like are left to a person. Constant memory. Thread-safe.
/// </summary>
public static partial class XliffRepairer
{
    /// <summary>Writes the repaired file; each repair goes to the log. Returns how many there were. Both streams are left open.</summary>
    /// <exception cref="InputException">The bytes are no text.</exception>
    public static long Repair(Stream original, Stream output, string path, ReadLog log)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(log);
        var sample = TextFile.ReadSample(original, path);
        var guess = TmxEncoding.Detect(sample, path, log);
        using var text = new XmlRepairReader(TextFile.OpenReader(original, sample, guess.Encoding, guess.PreambleLength));
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 14, leaveOpen: true);
        var buffer = new char[1 << 14];
        long repairs = 0;
        var (line, isFirst) = (1, true);
        while (text.Read(buffer) is var count && count > 0)
        {
            var piece = buffer.AsSpan(0, count);
            line += piece.Count('\n');
            text.Commit(line, 1);
            if (isFirst)
            {
                var head = piece.ToString();
                var declared = Declaration().Replace(head, "$1UTF-8$2", 1);
                repairs += declared != head || guess.PreambleLength > 0 ? Tell(1, "encoding", "written as UTF-8") : 0;
                writer.Write(declared);
                isFirst = false;
            }
            else
            {
                writer.Write(piece);
            }

            while (text.Repairs.TryDequeue(out var repair))
            {
                repairs += Tell(repair.Line, "xml-repaired", repair.What);
            }
        }

        return repairs;

        int Tell(int at, string code, string message)
        {
            log.CountRead();
            log.Report(new ReadProblem(
                SourceLocation.AtLine(path, at), at.ToString(CultureInfo.InvariantCulture), code, message, ProblemOutcome.Repaired));
            return 1;
        }
    }

    [GeneratedRegex("""^(\s*<\?xml[^>]*?encoding\s*=\s*["'])(?![uU][tT][fF]-8["'])[A-Za-z0-9._:-]+(["'])""", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
