using System.Diagnostics;
using System.Globalization;
using Termbase.Formats;
using Termbase.Matching;
using Termbase.Model;

namespace Termbase.Benchmarks.Memory;

/// <summary>One step in a process of its own; prints <c>key=value</c> lines.</summary>
internal static class MemoryWorker
{
    public static int Run(string[] args)
    {
        var step = args[0];
        var options = Options(args[1..]);
        switch (step)
        {
            case "build-ours":
                BuildOurs(options["tsv"], options["index"]);
                break;
            case "make-tmx":
                MakeTmx(options["tsv"], options["file"]);
                break;
            case "build-concordance":
                ConcordanceSteps.Build(options["index"], options["folder"]);
                break;
            case "build-bare":
                ConcordanceSteps.BuildBare(options["tsv"], options["folder"]);
                break;
            case "concordance":
                ConcordanceSteps.Query(options["index"], options["folder"], options["tsv"]);
                break;
            case "batch":
                BatchAlone(options);
                break;
            case "query-ours":
                QueryOurs(options);
                break;
            case "build-lucene":
                LuceneBaseline.Build(options["tsv"], options["index"]);
                break;
            case "query-lucene":
                Query(options, new LuceneBaseline(options["index"]).Find);
                break;
            case "brute":
                BruteForce.Run(options);
                break;
            default:
                return 2;
        }

        PrintMemory();
        return 0;
    }

    public static Dictionary<string, string> Options(string[] args)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            options[args[i].TrimStart('-')] = args[i + 1];
        }

        return options;
    }

    public static List<(bool Zh, string Text)> Queries(string path) =>
        [.. File.ReadLines(path).Select(static l => l.Split('\t')).Select(static c => (c[0] == "zh", c[2]))];

    public static void Print(string key, double value) => Console.WriteLine(FormattableString.Invariant($"{key}={value:0.######}"));

    private static void PrintMemory()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        foreach (var line in File.ReadLines("/proc/self/status"))
        {
            var cells = line.Split([':', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (cells[0] is "VmHWM" or "RssAnon")
            {
                Print(cells[0], double.Parse(cells[1], CultureInfo.InvariantCulture) / 1024);
            }
        }
    }

    private static void BuildOurs(string tsv, string path)
    {
        var watch = Stopwatch.StartNew();
        var number = 0;
        using (var builder = new SignatureIndexBuilder(path))
        {
            builder.BeginSource(tsv);
            foreach (var unit in ReadAhead.Of(FormatCatalog.ReadUnits(tsv, new ReadLog())))
            {
                number++;
                builder.Add(unit);
            }

            builder.Complete();
        }

        Print("seconds", watch.Elapsed.TotalSeconds);
        Print("rate", number / watch.Elapsed.TotalSeconds);
        Print("cpu", Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds);
        Print("disk", new FileInfo(path).Length / 1048576.0);
        Print("text", new FileInfo(tsv).Length / 1048576.0);
    }

    /// <summary>Writes the pairs of a TSV as TMX.</summary>
    public static void MakeTmx(string tsv, string path) => AtomicFile.Write(
        path, stream => new Formats.Tmx.TmxFormat().Write(stream, FormatCatalog.ReadUnits(tsv, new ReadLog()), new UnitWriteOptions()));

    private static void QueryOurs(Dictionary<string, string> options)
    {
        using var index = SignatureIndex.Open(options["index"]);
        var matcher = new FuzzyMatcher(index);
        var min = double.Parse(options["min"], CultureInfo.InvariantCulture);
        var match = new MatchOptions { Min = min, Max = int.Parse(options["max"], CultureInfo.InvariantCulture) };
        var cost = default(SearchCost);
        Query(options, (zh, text) =>
        {
            var found = matcher.Find(new MatchQuery { Segment = Segment.Plain(text), IsZh = zh }, match, out var one);
            cost = new SearchCost(cost.Blocks + one.Blocks, cost.Survivors + one.Survivors, cost.Compared + one.Compared);
            return [.. found.Select(static m => (m.Unit.Number, m.Score))];
        });
        Print("blocks", cost.Blocks);
        Print("survivors", cost.Survivors);
        Print("compared", cost.Compared);
        if (options.GetValueOrDefault("batch") == "1")
        {
            Batch(matcher, options["queries"], match);
        }
    }

    private static MatchQuery[] BatchQueries(string path) =>
        [.. Queries(path).Select(static q => new MatchQuery { Segment = Segment.Plain(q.Text), IsZh = q.Zh })];

    // One thread; waits for a line before the rounds that are timed, so that two of these start together.
    private static void BatchAlone(Dictionary<string, string> options)
    {
        using var index = SignatureIndex.Open(options["index"]);
        var matcher = new FuzzyMatcher(index);
        var queries = BatchQueries(options["queries"]);
        for (var round = 0; round < 3; round++)
        {
            matcher.FindAll(queries, null, 1);
        }

        Print("ready", 1);
        Console.Out.Flush();
        Console.ReadLine();
        var best = double.MaxValue;
        for (var round = 0; round < 15; round++)
        {
            var watch = Stopwatch.StartNew();
            matcher.FindAll(queries, null, 1);
            best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
        }

        Print("batch", best);
    }

    private static void Batch(FuzzyMatcher matcher, string path, MatchOptions match)
    {
        var queries = BatchQueries(path);
        var (cpuOne, cpuTwo) = (double.MaxValue, double.MaxValue);

        // Alternating, and the best of each: the machine may be busy with other things.
        var one = double.MaxValue;
        var two = double.MaxValue;
        for (var round = 0; round < 15; round++)
        {
            one = Math.Min(one, Time(1, ref cpuOne));
            two = Math.Min(two, Time(2, ref cpuTwo));
        }

        Print("batch-1", one);
        Print("batch-2", two);
        Print("batch-cpu-1", cpuOne);
        Print("batch-cpu-2", cpuTwo);
        var (allocated, paused, collections) = (GC.GetTotalAllocatedBytes(), GC.GetTotalPauseDuration(), GC.CollectionCount(0));
        matcher.FindAll(queries, match, 2);
        Print("batch-kb-a-query", (GC.GetTotalAllocatedBytes() - allocated) / 1024.0 / queries.Length);
        Print("batch-gc", GC.CollectionCount(0) - collections);
        Print("batch-gc-pause", (GC.GetTotalPauseDuration() - paused).TotalMilliseconds);

        double Time(int threads, ref double cpu)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            matcher.FindAll(queries, match, threads);
            var wall = watch.Elapsed.TotalMilliseconds;
            cpu = Math.Min(cpu, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds);
            return wall;
        }
    }

    // Every query once to warm up, then three times, the fastest counts: what a busy machine adds is no property of the engine. The answers are
    // written for the comparison.
    private static void Query(Dictionary<string, string> options, Func<bool, string, List<(int Unit, double Score)>> find)
    {
        var queries = Queries(options["queries"]);
        foreach (var (zh, text) in queries)
        {
            find(zh, text);
        }

        using var answers = new StreamWriter(options["answers"]);
        foreach (var isZh in new[] { true, false })
        {
            var times = new List<double>();
            foreach (var (zh, text) in queries.Where(q => q.Zh == isZh))
            {
                var best = double.MaxValue;
                List<(int Unit, double Score)> found = [];
                for (var round = 0; round < 3; round++)
                {
                    var start = Stopwatch.GetTimestamp();
                    found = find(zh, text);
                    best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }

                times.Add(best);
                answers.WriteLine(string.Join(' ', found.Select(static f => FormattableString.Invariant($"{f.Unit}:{f.Score:R}"))));
            }

            times.Sort();
            var name = isZh ? "zh" : "en";
            Print(name + "-median", times[times.Count / 2]);
            Print(name + "-p99", times[times.Count * 99 / 100]);
            Print(name + "-mean", times.Average());
            Print(name + "-max", times[^1]);
        }
    }
}
