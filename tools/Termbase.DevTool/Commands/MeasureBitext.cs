using System.Globalization;
using Termbase.Formats;
using Termbase.Formats.Csv;
using Termbase.Linting;
using Termbase.Model;

namespace Termbase.DevTool.Commands;

/// <summary>
/// Breaks one thing in each of many clean pairs, and counts how often a rule of that kind sees it; then counts what is said of the
/// untouched pairs. Runs on any bitext.
/// </summary>
internal static class MeasureBitext
{
    public const string Usage = "BITEXT… [--glossary DIR] [--per-kind 100] [--seed 1] [--learn] [--missed] [--clean] [--first N (no seeding: the first N findings of each rule)]";

    public static int Run(string[] args)
    {
        var arguments = new MeasureArguments(args, "--learn", "--missed", "--clean");
        if (!arguments.HasFiles)
        {
            Console.Error.WriteLine("measure-bitext: a bitext is wanted");
            return 2;
        }

        var glossary = arguments.Value("--glossary") is { } folder
            ? GlossaryFolder.Load(Directory.GetFiles(folder, "*.csv").Order(StringComparer.Ordinal), new ReadLog())
            : Glossary.Empty;
        var units = arguments.Files.SelectMany(static f => FormatCatalog.ReadUnits(f, new ReadLog())).Select(static (u, i) => u with { Number = i + 1 }).ToList();
        var settings = LintSettings.Default;
        if (arguments.Has("--learn"))
        {
            var builder = new Termbase.Linting.Bitext.BitextModelBuilder();
            units.ForEach(builder.Add);
            settings = settings with { Model = builder.Build(DateOnly.FromDateTime(DateTime.UtcNow)) };
        }

        var lint = new Linter(glossary, settings);
        if (arguments.Number("--first", 0) is > 0 and var first)
        {
            return First(lint, units, first);
        }

        var random = new Random(arguments.Number("--seed", 1));
        var order = units.ToArray();
        Console.WriteLine("| broken | eligible | tried | found | at warning |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var kind in BitextSeeds.Kinds)
        {
            random.Shuffle(order);
            var broken = new List<(TranslationUnit Clean, TranslationUnit Broken)>();
            var eligible = 0;
            foreach (var unit in order)
            {
                if (kind.Break(unit, random, glossary) is { } pair)
                {
                    eligible++;
                    if (broken.Count < arguments.Number("--per-kind", 100))
                    {
                        broken.Add(pair);
                    }
                }
            }

            var before = Findings(lint, broken.Select(static b => b.Clean));
            var after = Findings(lint, broken.Select(static b => b.Broken));
            var (found, warned) = (0, 0);
            for (var i = 0; i < broken.Count; i++)
            {
                var known = before[i].Select(static f => (f.Rule.Code, f.Severity, f.Message)).ToHashSet();
                var news = after[i].Where(f => kind.Rules.Contains(f.Rule.Name) && !known.Contains((f.Rule.Code, f.Severity, f.Message))).ToList();
                found += news.Count > 0 ? 1 : 0;
                warned += news.Exists(static f => f.Severity > Severity.Info) ? 1 : 0;
                if (news.Count == 0 && arguments.Has("--missed"))
                {
                    Console.WriteLine($"missed {kind.Name}\t{broken[i].Clean.Source.Segment.Text}\t{broken[i].Clean.Target.Segment.Text}\t{broken[i].Broken.Target.Segment.Text}");
                }
            }

            Console.WriteLine(FormattableString.Invariant($"| {kind.Name} | {eligible} | {broken.Count} | {found} | {warned} |"));
        }

        Clean(lint, units, arguments.Has("--clean"));
        return 0;
    }

    private static void Clean(Linter lint, List<TranslationUnit> units, bool list)
    {
        var findings = lint.Run([], units.Select(static u => new LintUnit(u, "bitext")));
        var loud = findings.Where(static f => f.Severity > Severity.Info).ToList();
        Console.WriteLine(FormattableString.Invariant(
            $"untouched pairs: {units.Count}; findings at warning or above {loud.Count} = {100.0 * loud.Count / units.Count:0.00} per 100; info {findings.Length - loud.Count}"));
        foreach (var rule in findings.GroupBy(static f => f.Rule.Code).OrderBy(static g => g.Key, StringComparer.Ordinal))
        {
            Console.WriteLine(FormattableString.Invariant($"  {rule.Key} {rule.First().Rule.Name}: {rule.Count(static f => f.Severity > Severity.Info)} and {rule.Count(static f => f.Severity == Severity.Info)} info"));
        }

        if (list)
        {
            loud.ForEach(Show);
        }
    }

    private static int First(Linter lint, List<TranslationUnit> units, int count)
    {
        var findings = lint.Run([], units.Select(static u => new LintUnit(u, "bitext")));
        foreach (var rule in findings.GroupBy(static f => (f.Rule.Code, f.Severity)).OrderBy(static g => g.Key.Code, StringComparer.Ordinal))
        {
            Console.WriteLine(FormattableString.Invariant($"== {rule.Key.Code} {rule.First().Rule.Name} {rule.Key.Severity}: {rule.Count()}"));
            foreach (var finding in rule.OrderBy(static f => int.TryParse(f.Unit, CultureInfo.InvariantCulture, out var n) ? n : 0).Take(count))
            {
                Show(finding);
            }
        }

        return 0;
    }

    private static void Show(Finding f) => Console.WriteLine($"{f.Rule.Code} {f.Unit}: {f.Message}\t{f.UnitSource}\t{f.UnitTarget}");

    // Each pair alone: what is said of one must not depend on the others.
    private static List<List<Finding>> Findings(Linter lint, IEnumerable<TranslationUnit> units) =>
        [.. units.Select(unit => lint.Run([], [new LintUnit(unit with { Id = "", Number = 1 }, "bitext")]).ToList())];
}
