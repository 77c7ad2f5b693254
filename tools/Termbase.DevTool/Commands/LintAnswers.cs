using System.Globalization;
using Termbase.Linting;

namespace Termbase.DevTool.Commands;

/// <summary>
/// A table of answers for documents with planted faults and with places that tempt a lint and are right. Tab-separated, a header row with the columns
/// <c>kind</c> (fault, tempt), <c>lines</c> (numbers with commas), <c>strings</c> (joined by <c>||</c>), and optionally <c>document</c> (what its file name begins with),
/// <c>id</c> and <c>clause</c>.
/// </summary>
internal sealed record LintAnswer(string Id, string Document, bool IsFault, string Clause, HashSet<int> Lines, List<string> Strings)
{
    public static bool IsTable(string file) => File.ReadLines(file).First().Split('\t').Contains("kind");

    public static List<LintAnswer> Read(string file)
    {
        var lines = File.ReadLines(file).Where(static l => l.Length > 0 && l[0] != '#').ToList();
        var header = lines[0].Split('\t').ToList();
        string Cell(string[] row, params string[] names) => names.Select(n => header.IndexOf(n)).FirstOrDefault(i => i >= 0 && i < row.Length, -1) is >= 0 and var at ? row[at] : "";
        return lines.Skip(1).Select(static l => l.Split('\t')).Select((row, n) => new LintAnswer(
            Cell(row, "id") is { Length: > 0 } id ? id : (n + 1).ToString(CultureInfo.InvariantCulture), Cell(row, "document"), Cell(row, "kind") == "fault", Cell(row, "clause", "class"),
            [.. Cell(row, "lines", "line").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(static l => int.Parse(l, CultureInfo.InvariantCulture))],
            [.. Cell(row, "strings", "string").Split("||", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)])).ToList();
    }

    /// <summary>Prints what was found and what was left alone; returns (faults, found, tempting, left alone, findings that are neither).</summary>
    public static (int Faults, int Found, int Tempting, int Left, int Others) Compare(IReadOnlyList<LintAnswer> answers, IReadOnlyList<Finding> findings)
    {
        var sure = findings.Where(static f => f.Severity >= Severity.Warning).ToList();
        var used = new HashSet<Finding>(ReferenceEqualityComparer.Instance);
        var (found, left) = (0, 0);
        foreach (var answer in answers)
        {
            var hits = sure.FindAll(f => answer.IsFault ? Places(f).Any(answer.Lines.Contains) && answer.IsNamed(f) : answer.Lines.Contains(f.Location.Line) && answer.IsNamed(f));

            // A fault planted on the same words is not the temptation's matter.
            hits.RemoveAll(f => !answer.IsFault && answers.Any(a => a.IsFault && Places(f).Any(a.Lines.Contains) && a.IsNamed(f)));
            hits.ForEach(f => used.Add(f));
            found += answer.IsFault && hits.Count > 0 ? 1 : 0;
            left += !answer.IsFault && hits.Count == 0 ? 1 : 0;
            var verdict = (answer.IsFault, hits.Count > 0) switch { (true, true) => "found ", (true, false) => "MISSED", (false, true) => "CRIED ", _ => "left  " };
            var weak = answer.IsFault && hits.Count == 0 ? findings.FirstOrDefault(f => f.Severity < Severity.Warning && Places(f).Any(answer.Lines.Contains) && answer.IsNamed(f)) : null;
            Console.WriteLine($"{verdict}\t{answer.Id}\t{answer.Clause}\t{string.Join(',', answer.Lines)}\t{string.Join(" || ", answer.Strings)}\t{hits.FirstOrDefault()?.Rule.Name ?? (weak is null ? "" : $"(info {weak.Rule.Name})")}");
        }

        var others = sure.FindAll(f => !used.Contains(f));
        others.ForEach(static f => Console.WriteLine($"other \t\t{f.Rule.Name}\t{f.Location.Line}\t{f.Message}"));
        return (answers.Count(static a => a.IsFault), found, answers.Count(static a => !a.IsFault), left, others.Count);
    }

    private static IEnumerable<int> Places(Finding f) => f.Related.Select(static r => r.Location.Line).Append(f.Location.Line);

    private bool IsNamed(Finding f) =>
        f.Zh.Concat(f.En).Append(f.Message).Any(named => named.Length > 0 && Strings.Exists(s =>
            named.Contains(s, StringComparison.OrdinalIgnoreCase) || (named.Length >= 3 && s.Contains(named, StringComparison.OrdinalIgnoreCase)) || (named.Length >= 2 && s == named)));
}
