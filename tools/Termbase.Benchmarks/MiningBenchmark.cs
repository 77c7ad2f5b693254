using System.Diagnostics;
using System.Text;
using Termbase.Documents;
using Termbase.Languages;
using Termbase.Mining;

namespace Termbase.Benchmarks;

/// <summary>
/// Speed and memory of mining on one core: translated text with as many glosses as published translations have, made by repetition with
/// names that change, in growing sizes; the rate must stay the same.
/// </summary>
internal static class MiningBenchmark
{
    public const string Usage = "[MEGABYTES…]   reading and mining text of 0.1, 1 and 10 MB";

    private const string Passage =
        """
        The county will in the coming years promote the building of a growth pole (增长极) for the tea trade and support {0} ({1}) in opening
        cold chain warehouses (冷链仓库) along the river. It relies on {2} Electronics Co., Ltd. ({3}电子有限公司) and on the "five farms" ("五农场")
        of the southern towns, and it will improve rural logistics networks, roads and schools, step by step and in good order.{4}

        Farmers who set up cooperatives may apply to the {2} County Bureau of Agriculture ({3}县农业局; AB) for loans. The bureau looks at the plan of
        each applicant, visits the fields, and decides within thirty days; where it refuses, it says why, and the applicant may come again
        in the following year with a better plan. Nothing of this is new, but it has seldom been written down in one place before.

        {4} Translator's note: {0} ({1}) is a company of this county. The Chinese term 农村资金, translated literally as "rural funds," means loans.


        """;

    public static int Run(string[] args)
    {
        var sizes = args.Length > 0 ? [.. args.Select(a => double.Parse(a, System.Globalization.CultureInfo.InvariantCulture))] : new[] { 0.1, 1, 10 };
        Once(0.05);
        foreach (var size in sizes)
        {
            var (bytes, pairs, read, mine, processor) = Once(size);
            Console.WriteLine(FormattableString.Invariant(
                $"{bytes / 1e6:0.0} MB: read {read.TotalSeconds:0.00} s, mined {mine.TotalSeconds:0.00} s; processor {processor.TotalSeconds:0.00} s, {bytes / 1e6 / processor.TotalSeconds:0.00} MB/s; {pairs} pairs; peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB"));
        }

        return 0;
    }

    private static (long Bytes, int Pairs, TimeSpan Read, TimeSpan Mine, TimeSpan Processor) Once(double megabytes)
    {
        var text = Text(megabytes);
        var bytes = Encoding.UTF8.GetByteCount(text);

        // Processor time beside the clock: on a busy machine the clock measures the others too.
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        var document = DocumentReader.Read("made.txt", text);
        var read = clock.Elapsed;
        var pairs = GlossMiner.Mine(document).Length;
        return (bytes, pairs, read, clock.Elapsed - read, Process.GetCurrentProcess().TotalProcessorTime - before);
    }

    internal static string Text(double megabytes)
    {
        const string Names = "海华安平同金文明正大新光东方南山天河中兴永泰长青德信";
        var random = new Random(7);
        var text = new StringBuilder();
        var format = CompositeFormat.Parse(Passage);
        for (var bytes = 0L; bytes < megabytes * 1e6;)
        {
            var (one, other) = (Name(random, Names), Name(random, Names));
            var note = random.Next(3) == 0 ? "¹" : "²";
            var before = text.Length;
            text.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, format, Latin(one), one, Latin(other), other, note);
            bytes += Encoding.UTF8.GetByteCount(text.ToString(before, text.Length - before));
        }

        return text.ToString();
    }

    private static string Name(Random random, string from) => string.Concat(Enumerable.Range(0, 2 + random.Next(2)).Select(_ => from[random.Next(from.Length)]));

    private static string Latin(string name)
    {
        var reading = Romanization.Pinyin(name);
        return char.ToUpperInvariant(reading[0]) + reading[1..];
    }
}
