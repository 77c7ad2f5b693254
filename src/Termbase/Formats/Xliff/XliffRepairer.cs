using System.Text;
using System.Text.RegularExpressions;
using Termbase.Formats.Tmx;
using Termbase.Formats.Xliff.Checks;
using Termbase.Formats.Xliff.Mending;
using Termbase.Model;

namespace Termbase.Formats.Xliff;

/// <summary>
/// Makes an XLIFF file sound without a decision about its words. First what keeps tools from opening it at all: characters and references
/// that XML forbids, bare ampersands, undeclared entities, a wrong or old encoding (the result is UTF-8), an end that broke off. Then what the
/// checker finds and tags can mend (<see cref="XliffMends"/>). What is left is taken out: a translation where it is at fault, else the unit.
/// Everything else stays character by character. Holds the text of the file. Thread-safe.
/// </summary>
public static partial class XliffRepairer
{
    // Mending one thing can show another; a file that takes longer is told as it is.
    private const int MostRounds = 200;

    /// <summary>Writes the repaired file; each repair goes to the log. Returns how many there were. Both streams are left open.</summary>
    /// <exception cref="InputException">The bytes are no text.</exception>
    public static long Repair(Stream original, Stream output, string path, ReadLog log)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(log);
        return new Run(path, log).Repair(original, output);
    }

    private sealed class Run(string path, ReadLog log)
    {
        private readonly HashSet<(int, string, string)> _tried = [];
        private long _repairs;
        private bool _isSalvaged;

        internal long Repair(Stream original, Stream output)
        {
            var text = Characters(original, out var lineEnd);
            for (var round = 0; round < MostRounds; round++)
            {
                var before = text;
                var findings = XliffChecker.Findings(new StringReader(text), path).ToList();
                if (!_isSalvaged && findings.Exists(static f => f.Problem.Code == "ill-formed"))
                {
                    text = Salvage(text);
                    continue;
                }

                text = Mend(text, findings);
                if (ReferenceEquals(text, before))
                {
                    foreach (var (problem, _, _, _) in findings.Where(static f => f.Problem.Outcome == ProblemOutcome.Refused))
                    {
                        log.Note(problem.Location, problem.Unit, Doctoring.DoctorReport.NotMended, $"still not sound: {problem.Message}");
                    }

                    break;
                }
            }

            using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 14, leaveOpen: true);
            writer.Write(lineEnd == "\n" ? text : text.Replace("\n", lineEnd, StringComparison.Ordinal));
            return _repairs;
        }

        // All broken units at once, each judged alone.
        private string Salvage(string text)
        {
            _isSalvaged = true;
            var edits = UnitSalvage.Of(text);
            foreach (var edit in edits)
            {
                if (edit.Text is null)
                {
                    Refuse(edit.Line, edit.Column, edit.Unit, "ill-formed", edit.Message);
                }
                else
                {
                    Tell(edit.Line, edit.Unit, Doctoring.DoctorReport.Mended, edit.Message, edit.Column);
                }
            }

            return UnitSalvage.Apply(text, edits);
        }

        private void Refuse(int line, int column, string unit, string code, string message)
        {
            log.CountRead();
            log.Refuse(new SourceLocation(path, line, column + 1, line, column + 1), unit, code, message);
            _repairs++;
        }

        // Makes of the bytes what XML can be read from, with LF at the ends of lines.
        private string Characters(Stream original, out string lineEnd)
        {
            var sample = TextFile.ReadSample(original, path);
            var guess = TmxEncoding.Detect(sample, path, log);
            var first = guess.Encoding.GetString(sample);
            lineEnd = first.IndexOf('\n', StringComparison.Ordinal) is > 0 and var at && first[at - 1] == '\r' ? "\r\n" : "\n";
            using var reader = new XmlRepairReader(TextFile.OpenReader(original, sample, guess.Encoding, guess.PreambleLength));
            var read = new StringBuilder();
            var buffer = new char[1 << 14];
            var line = 1;
            while (reader.Read(buffer) is var count && count > 0)
            {
                var piece = buffer.AsSpan(0, count);
                line += piece.Count('\n');
                reader.Commit(line, 1);
                read.Append(piece);
                while (reader.Repairs.TryDequeue(out var repair))
                {
                    Tell(repair.Line, "", "xml-repaired", repair.What);
                }
            }

            var text = read.Replace("\r\n", "\n").ToString();
            var declared = Declaration().Replace(text, "$1UTF-8$2", 1);
            if (declared != text || guess.PreambleLength > 0)
            {
                Tell(1, "", "encoding", "written as UTF-8");
            }

            return declared;
        }

        // One round: all that tags can mend, or else what has to go, or else nothing.
        private string Mend(string text, List<CheckFinding> findings)
        {
            var mends = new XliffMends(TagEdits.Ids(text));
            var edits = new List<TagEdit>();
            foreach (var finding in findings.Where(static f => f.Problem.Outcome == ProblemOutcome.Refused))
            {
                if (!_tried.Add((finding.Problem.Location.Line, finding.Problem.Code, finding.Problem.Message)))
                {
                    continue;
                }

                foreach (var edit in mends.For(finding).Where(e => !edits.Exists(had => had.Node == e.Node && had.What == e.What)))
                {
                    edits.Add(edit);
                    Tell(edit.Node.Line, CheckReport.UnitOf(edit.Node), edit.IsLoss ? Doctoring.DoctorReport.LeftOut : Doctoring.DoctorReport.Mended, edit.What, edit.Node.Column);
                }
            }

            return edits.Count > 0 ? TagEdits.Apply(text, edits) : TakeOut(text, findings);
        }

        private string TakeOut(string text, List<CheckFinding> findings)
        {
            var lines = new LineStarts(text);
            var ranges = new List<(int Start, int End)>();
            foreach (var finding in findings.Where(static f => f.Problem.Outcome == ProblemOutcome.Refused))
            {
                if (finding.Problem.Code == "missing-target-language" || Range(text, lines, finding) is not { } range)
                {
                    continue;
                }

                if (ranges.TrueForAll(r => range.End <= r.Start || range.Start >= r.End))
                {
                    var (line, column) = lines.Place(range.Start);
                    var isTarget = text.AsSpan(range.Start).StartsWith("<target", StringComparison.Ordinal);
                    Refuse(line, column, finding.Problem.Unit, finding.Problem.Code, $"{finding.Problem.Message}; the {(isTarget ? "translation" : "unit")} is left out");
                    ranges.Add(range);
                }
            }

            if (ranges.Count > 0)
            {
                return UnitCuts.Cut(text, ranges);
            }

            return findings.Exists(static f => f.Problem.Code == "ill-formed") && UnitCuts.MissingEnds(text) is { Length: > 0 } ends && _tried.Add((0, "ends", ends))
                ? Close(text, ends)
                : text;
        }

        private string Close(string text, string ends)
        {
            Tell(new LineStarts(text).Place(text.Length).Line, "", Doctoring.DoctorReport.Mended, $"the file breaks off; {ends} is added");
            return text.TrimEnd() + "\n" + ends + "\n";
        }

        private static (int Start, int End)? Range(string text, LineStarts lines, CheckFinding finding)
        {
            if (finding.Node is not { } node)
            {
                return UnitCuts.UnitAt(text, Math.Min(text.Length - 1, lines.Offset(finding.Problem.Location.Line, finding.Problem.Location.Column)));
            }

            var part = node.Enclosing("target") is { } target && target.Enclosing("alt-trans") is null && target.Parent is { IsCore: true } ? target : node.Enclosing("unit", "trans-unit", "bin-unit");
            var start = part is null ? int.MaxValue : lines.Offset(part.Line, part.Column);
            return start < text.Length && text[start] == '<' ? part!.Name == "target" ? UnitCuts.ElementAt(text, start) : UnitCuts.UnitAt(text, start) : null;
        }

        private void Tell(int line, string unit, string code, string message, int column = 0)
        {
            _repairs++;
            log.CountRead();
            var place = new SourceLocation(path, line, column + 1, line, column + 1);
            log.Report(new ReadProblem(place, unit, code, message, ProblemOutcome.Repaired));
        }
    }

    [GeneratedRegex("""^(\s*<\?xml[^>]*?encoding\s*=\s*["'])(?![uU][tT][fF]-8["'])[A-Za-z0-9._:-]+(["'])""", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
