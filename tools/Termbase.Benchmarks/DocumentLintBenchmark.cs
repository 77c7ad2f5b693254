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
/// All document rules on a text of 1 MB with the shipped glossary, as a ratio to reading it and recognising its terms, in one run. Processor time:
/// on a busy machine the clock measures the others too.
/// </summary>
internal static class DocumentLintBenchmark
{
    public const string Usage = "[MEGABYTES] [--glossary DIR] [--rules]   all document rules against reading and recognising; with --rules the slowest one by one";

    public static int Run(string[] args)
    {
        var at = Array.IndexOf(args, "--glossary");
        var folder = at >= 0 ? args[at + 1] : "glossary";
        var size = args.Length > 0 && !args[0].StartsWith('-') ? double.Parse(args[0], CultureInfo.InvariantCulture) : 1;
        var glossary = GlossaryFolder.Load(Directory.GetFiles(folder, "*.csv"), new ReadLog());
        var matcher = TermMatcher.Create(glossary);
        var linter = new Linter(glossary, LintSettings.Default);
        Console.WriteLine(FormattableString.Invariant($"{size:0.0} MB, {linter.Rules.Length} rules, {glossary.Concepts.Length} concepts"));
        for (var run = 0; run < 9; run++)
        {
            var text = MiningBenchmark.Text(run == 0 ? 0.1 : size);
            Document document = null!;
            var terms = 0;
            var read = Processor(() =>
            {
                document = DocumentReader.Read("made.txt", text);
                terms = document.Blocks.Sum(b => matcher.Match(b.Text).Length);
            });
            LintDocument subject = null!;
            var mined = Processor(() => subject = new LintDocument(document, GlossMiner.Mine([document], glossary), false));
            var findings = 0;
            var linted = Processor(() => findings = linter.Run([subject]).Length);
            if (run > 0)
            {
                Console.WriteLine(FormattableString.Invariant(
                    $"read and recognised ({terms} terms) {read:0.00} s; mined {mined:0.00} s; all rules {linted:0.00} s ({findings} findings): {linted / read:0.0} × reading and recognising, {(linted + mined) / read:0.0} with mining"));
            }

            if (run == 8 && args.Contains("--rules", StringComparer.Ordinal))
            {
                Rules(linter, glossary, subject);
            }
        }

        return 0;
    }

    private static void Rules(Linter linter, Glossary glossary, LintDocument subject)
    {
        var times = linter.Rules.Select(rule =>
        {
            var alone = new Linter(glossary, LintSettings.Default with { Only = [rule.Code] });
            _ = alone.Run([subject]);
            return (rule.Name, Seconds: Processor(() => _ = alone.Run([subject])));
        });
        foreach (var (name, seconds) in times.OrderByDescending(static t => t.Seconds).Take(20))
        {
            Console.WriteLine(FormattableString.Invariant($"  {name} {seconds:0.000} s"));
        }
    }

    private static double Processor(Action work)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        work();
        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
    }
}
