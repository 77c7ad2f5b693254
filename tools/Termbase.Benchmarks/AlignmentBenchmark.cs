using System.Diagnostics;
using System.Globalization;
using Termbase.Alignment;

namespace Termbase.Benchmarks;

/// <summary>Time and memory of aligning the first so many lines of a bitext, a sentence a line: the growth is to be nearly linear.</summary>
internal static class AlignmentBenchmark
{
    public const string Usage = "BITEXT.tsv [1000,5000,20000,50000]";

    public static int Run(string[] args)
    {
        if (args.Length == 0 || !File.Exists(args[0]))
        {
            Console.Error.WriteLine("align: a bitext (zh TAB en, a sentence a line) is wanted");
            return 2;
        }

        foreach (var size in (args.Length > 1 ? args[1] : "1000,5000,20000,50000").Split(','))
        {
            var lines = File.ReadLines(args[0]).Select(static l => l.Split('\t')).Where(static c => c.Length > 1)
                .Take(int.Parse(size, CultureInfo.InvariantCulture)).ToList();
            var watch = Stopwatch.StartNew();
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var links = SentenceAligner.Align(lines.ConvertAll(static c => c[0]), lines.ConvertAll(static c => c[1]));
            using var process = Process.GetCurrentProcess();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{lines.Count} sentences a side: {watch.Elapsed.TotalSeconds:0.0} s ({(process.TotalProcessorTime - before).TotalSeconds:0.0} s of processor), peak {process.PeakWorkingSet64 >> 20} MB, {links.Count(static l => l is { ZhCount: 1, EnCount: 1 } && l.ZhStart == l.EnStart)} right"));
        }

        return 0;
    }
}
