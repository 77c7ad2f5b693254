using System.Diagnostics;
using System.Globalization;
using Termbase.Documents;
using Termbase.Formats;
using Termbase.Formats.Csv;
using Termbase.Linting;
using Termbase.Mining;
using Termbase.Model;
using Termbase.Recognition;

namespace Termbase.Benchmarks;

/// <summary>
/// All document rules on a text of 1 MB with the shipped glossary, as a ratio to reading it and recognising its terms, in one run: by the clock (what an
/// editor waits for) and by processor time (what it costs, over all cores). On a busy machine the clock measures the others too.
/// </summary>
internal static class DocumentLintBenchmark
{
    public const string Usage = "[MEGABYTES] [--glossary DIR] [--rules]   all document rules against reading and recognising; with --rules the slowest one by one";

    private const int Rounds = 12;

    // Rounds in which the code is still being compiled.
    private const int WarmUp = 4;

    public static int Run(string[] args)
    {
        var at = Array.IndexOf(args, "--glossary");
        var folder = at >= 0 ? args[at + 1] : "glossary";
        var size = args.Length > 0 && !args[0].StartsWith('-') ? double.Parse(args[0], CultureInfo.InvariantCulture) : 1;
        var glossary = GlossaryFolder.Load(Directory.GetFiles(folder, "*.csv"), new ReadLog());
        var matcher = TermMatcher.Create(glossary);
        var linter = new Linter(glossary, LintSettings.Default);
        Console.WriteLine(FormattableString.Invariant($"{size:0.0} MB, {linter.Rules.Length} rules, {glossary.Concepts.Length} concepts, {Environment.ProcessorCount} cores"));
        var (reads, lints, documentRead) = (new List<Cost>(), new List<Cost>(), (LintDocument?)null);
        for (var run = 0; run < Rounds; run++)
        {
            var text = MiningBenchmark.Text(run == 0 ? 0.1 : size);
            Document document = null!;
            var terms = 0;
            GC.Collect();
            var read = Cost.Of(() =>
            {
                document = DocumentReader.Read("made.txt", text);
                terms = document.Blocks.Sum(b => matcher.Match(b.Text).Length);
            });
            LintDocument subject = null!;
            var mined = Cost.Of(() => subject = new LintDocument(document, GlossMiner.Mine([document], glossary), false));
            var findings = 0;
            GC.Collect();
            var linted = Cost.Of(() => findings = linter.Run([subject]).Length);
            documentRead = subject;
            if (run > 0)
            {
                Console.WriteLine(FormattableString.Invariant($"read and recognised ({terms} terms) {read}; mined {mined}; all rules ({findings} findings) {linted}: {linted.Per(read)}"));
            }

            if (run >= WarmUp)
            {
                reads.Add(read);
                lints.Add(linted);
            }
        }

        var (reading, linting) = (Cost.Median(reads), Cost.Median(lints));
        Console.WriteLine(FormattableString.Invariant($"medians of the last {reads.Count}: read and recognised {reading}; all rules {linting}: {linting.Per(reading)} of reading and recognising"));
        if (args.Contains("--rules", StringComparer.Ordinal))
        {
            Rules(linter, glossary, documentRead!);
        }

        return 0;
    }

    private static void Rules(Linter linter, Glossary glossary, LintDocument subject)
    {
        var times = linter.Rules.Select(rule =>
        {
            var alone = new Linter(glossary, LintSettings.Default with { Only = [rule.Code] });
            var costs = new List<Cost>();
            var bytes = 0L;
            for (var i = 0; i < 9; i++)
            {
                bytes = GC.GetTotalAllocatedBytes();
                costs.Add(Cost.Of(() => _ = alone.Run([subject with { }])));
                bytes = GC.GetTotalAllocatedBytes() - bytes;
            }

            return (rule.Name, Cost: Cost.Median(costs), Bytes: bytes);
        }).ToList();
        foreach (var (name, cost, bytes) in times.OrderByDescending(static t => t.Cost.Processor).Take(30))
        {
            Console.WriteLine(FormattableString.Invariant($"  {name} {cost}, {bytes / 1e6:0.0} MB allocated"));
        }

        Console.WriteLine(FormattableString.Invariant($"  sum of all {times.Sum(static t => t.Cost.Processor) * 1e3:0} ms processor, {times.Sum(static t => t.Bytes) / 1e6:0.0} MB allocated"));
    }

    /// <param name="Wall">By the clock, in seconds.</param>
    /// <param name="Processor">Over all cores, in seconds.</param>
    private readonly record struct Cost(double Wall, double Processor)
    {
        public static Cost Of(Action work)
        {
            var (before, watch) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
            work();
            return new Cost(watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }

        public static Cost Median(List<Cost> costs) =>
            new(costs.Select(static c => c.Wall).Order().ElementAt(costs.Count / 2), costs.Select(static c => c.Processor).Order().ElementAt(costs.Count / 2));

        public string Per(Cost other) => FormattableString.Invariant($"{Wall / other.Wall:0.0} × by the clock, {Processor / other.Processor:0.0} × of processor time");

        public override string ToString() => FormattableString.Invariant($"{Wall * 1e3:0.0} ms ({Processor * 1e3:0.0} ms processor)");
    }
}
