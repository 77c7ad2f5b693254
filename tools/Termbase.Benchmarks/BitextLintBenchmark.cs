using System.Diagnostics;
using System.Globalization;
using Termbase.Formats;
using Termbase.Formats.Csv;
using Termbase.Linting;
using Termbase.Linting.Bitext;
using Termbase.Model;

namespace Termbase.Benchmarks;

/// <summary>Time of the rules on a bitext, read from its file, all together and each alone; bytes that the rules which compare units keep.</summary>
internal static class BitextLintBenchmark
{
    public const string Usage = "--bitext FILE [--units 100000] [--glossary DIR] [--rules each]";

    public static int Run(string[] args)
    {
        var options = args.Chunk(2).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        if (!options.TryGetValue("--bitext", out var bitext))
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        var limit = options.TryGetValue("--units", out var n) ? int.Parse(n, CultureInfo.InvariantCulture) : 100_000;
        var glossary = options.TryGetValue("--glossary", out var folder)
            ? GlossaryFolder.Load(Directory.GetFiles(folder, "*.csv").Order(StringComparer.Ordinal), new ReadLog())
            : Glossary.Empty;
        Console.WriteLine("| rules | units | s | CPU s | units/s | findings |");
        Console.WriteLine("|---|---|---|---|---|---|");
        Measure("reading alone", null, bitext, 1000, glossary);
        Measure("all, warming up", LintSettings.Default, bitext, 2000, glossary);
        Measure("reading alone", null, bitext, limit, glossary);
        Measure("all", LintSettings.Default, bitext, limit, glossary);
        if (options.ContainsKey("--rules"))
        {
            foreach (var rule in RuleCatalog.Rules.Where(static r => r.Code.StartsWith("TB4", StringComparison.Ordinal) || r.Code.StartsWith("TB2", StringComparison.Ordinal)))
            {
                Measure(rule.Name, LintSettings.ForRule(rule.Name), bitext, limit, glossary);
            }
        }

        Kept(bitext, limit);
        PofilterBenchmark.Run(bitext, limit, glossary);
        return 0;
    }

    private static void Measure(string name, LintSettings? settings, string bitext, int limit, Glossary glossary)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var units = 0;
        var source = FormatCatalog.ReadUnits(bitext, new ReadLog()).Take(limit).Select(u =>
        {
            units++;
            return new LintUnit(u, bitext);
        });
        var findings = settings is null ? source.Count() * 0 : new Linter(glossary, settings).Run([], source).Length;
        var seconds = watch.Elapsed.TotalSeconds;
        Console.WriteLine(FormattableString.Invariant(
            $"| {name} | {units} | {seconds:0.00} | {(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:0.00} | {units / seconds:0} | {findings} |"));
    }

    private static void Kept(string bitext, int limit)
    {
        var (bySource, byTarget) = (new VariantTable(), new VariantTable());
        foreach (var unit in FormatCatalog.ReadUnits(bitext, new ReadLog()).Take(limit))
        {
            var (source, target) = ((ulong)unit.Zh.Segment.Text.GetHashCode(StringComparison.Ordinal) * 0x9E3779B97F4A7C15UL, (ulong)unit.En.Segment.Text.GetHashCode(StringComparison.Ordinal) * 0x9E3779B97F4A7C15UL);
            bySource.Add(source, target, default);
            byTarget.Add(target, source, default);
        }

        Console.WriteLine(FormattableString.Invariant(
            $"kept: {(double)(bySource.Bytes + byTarget.Bytes) / (bySource.Count + byTarget.Count):0.0} bytes a distinct segment ({bySource.Count} sources, {byTarget.Count} targets); peak of the process {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB"));
    }
}
