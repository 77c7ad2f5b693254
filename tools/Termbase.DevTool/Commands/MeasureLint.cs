using Termbase.Documents;
using Termbase.Linting;
using Termbase.Mining;
using Termbase.Model;

namespace Termbase.DevTool.Commands;

/// <summary>
/// Compares what lint reports on a document, with an empty termbase, with a hand-made list: of its rows marked error or warning, how many are
/// reported at warning or above at one of the row's lines, naming one of its strings. Lists what is reported, to be read. With tables of
/// answers (<see cref="LintAnswer"/>; without a column <c>document</c> the table serves the document whose name it begins with) it tells how many
/// planted faults are found and how many tempting places are left alone, each document linted by itself.
/// </summary>
internal static class MeasureLint
{
    public const string Usage = "[GOLD.tsv | ANSWERS.tsv...] DOC... [--info]";

    public static int Run(string[] args)
    {
        var files = args.Where(static a => !a.StartsWith("--", StringComparison.Ordinal)).ToList();
        var tables = files.FindAll(static f => f.EndsWith(".tsv", StringComparison.Ordinal) && File.Exists(f) && LintAnswer.IsTable(f));
        if (tables.Count > 0)
        {
            return Answers(tables, files.FindAll(static f => !f.EndsWith(".tsv", StringComparison.Ordinal) && File.Exists(f)), args.Contains("--info"));
        }

        var gold = files.Find(static f => f.EndsWith(".tsv", StringComparison.Ordinal));
        files.RemoveAll(static f => f.EndsWith(".tsv", StringComparison.Ordinal));
        if (files.Count == 0 || !files.TrueForAll(File.Exists))
        {
            Console.Error.WriteLine("measure-lint: documents are wanted");
            return 2;
        }

        var documents = files.ConvertAll(static f => DocumentReader.Read(f, File.ReadAllText(f))).ConvertAll(static d => new LintDocument(d, [.. GlossMiner.Mine(d)], false));
        var findings = new Linter(Glossary.Empty, LintSettings.Default).Run(documents).Where(f => f.Severity >= Severity.Warning || args.Contains("--info")).ToList();
        foreach (var f in findings)
        {
            Console.WriteLine($"{Path.GetFileName(f.Location.Path)[..3]}:{f.Location.Line}\t{f.Severity}\t{f.Rule.Code} {f.Rule.Name}\t{f.Message}");
        }

        var sure = findings.Where(static f => f.Severity >= Severity.Warning).ToList();
        Console.WriteLine($"reported at warning or above: {sure.Count}");
        if (gold is not null)
        {
            Rows(gold, sure);
        }

        return 0;
    }

    private static int Answers(List<string> tables, List<string> files, bool info)
    {
        var answers = tables.SelectMany(static t => LintAnswer.Read(t).Select(a => a.Document.Length > 0 ? a : a with { Document = Path.GetFileName(t).Split('.')[0] })).ToList();
        var totals = new List<(int Faults, int Found, int Tempting, int Left, int Others)>();
        foreach (var file in files)
        {
            Console.WriteLine($"== {file}");
            var document = DocumentReader.Read(file, File.ReadAllText(file));
            var findings = new Linter(Glossary.Empty, LintSettings.Default).Run([new LintDocument(document, [.. GlossMiner.Mine(document)], false)]);
            foreach (var f in findings.Where(f => info && f.Severity < Severity.Warning))
            {
                Console.WriteLine($"info  \t\t{f.Rule.Name}\t{f.Location.Line}\t{f.Message}");
            }

            var own = answers.FindAll(a => Path.GetFileName(file).StartsWith(a.Document, StringComparison.Ordinal));
            totals.Add(LintAnswer.Compare(own, findings));
            var (faults, found, tempting, left, others) = totals[^1];
            Console.WriteLine($"{Path.GetFileName(file)}: faults found {found} of {faults}, tempting places left alone {left} of {tempting}, other findings {others}");
        }

        Console.WriteLine($"together: faults found {totals.Sum(static t => t.Found)} of {totals.Sum(static t => t.Faults)}, tempting places left alone {totals.Sum(static t => t.Left)} of {totals.Sum(static t => t.Tempting)}, other findings {totals.Sum(static t => t.Others)}");
        return 0;
    }

    private static void Rows(string gold, List<Finding> findings)
    {
        var rows = File.ReadLines(gold).Skip(1).Select(static l => l.Split('\t')).Where(static c => c.Length > 6 && c[6] is "error" or "warning").ToList();
        var found = 0;
        foreach (var row in rows)
        {
            var lines = row[2].Split(',').Select(static p => int.Parse(p.Split(':')[^1], System.Globalization.CultureInfo.InvariantCulture)).ToHashSet();
            var strings = row[4].Split("||").Concat(row[3].Trim('[', ']').Split('/')).Select(static s => s.Trim()).Where(static s => s.Length > 1).ToList();
            var hit = findings.Find(f => f.Related.Select(static r => r.Location).Append(f.Location).Any(l => lines.Contains(l.Line))
                && f.Zh.Concat(f.En).Append(f.Message).Any(named => named.Length > 1 && strings.Exists(s => Names(named, s))));
            found += hit is null ? 0 : 1;
            Console.WriteLine($"{(hit is null ? "missed" : "found ")}\t{row[0]}\t{row[6]}\t{hit?.Rule.Name}\t{row[4]}");
        }

        Console.WriteLine($"rows {rows.Count}, found {found}");
    }

    private static bool Names(string named, string wanted) =>
        named.Contains(wanted, StringComparison.OrdinalIgnoreCase) || (named.Length >= 4 && wanted.Contains(named, StringComparison.OrdinalIgnoreCase));
}
