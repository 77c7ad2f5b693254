using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Termbase.Benchmarks.Memory;

/// <summary>
/// Builds and queries memories of several sizes, ours and the baselines, each step in a process of its own, and writes
/// <c>memory.md</c> and <c>memory.svg</c>.
/// </summary>
internal static class MemoryBenchmark
{
    public static int Run(string[] args)
    {
        var options = MemoryWorker.Options(args);
        var folder = Path.GetFullPath(options.GetValueOrDefault("out", Path.Combine(Path.GetTempPath(), "termbase-memory-benchmark")));
        int[] sizes = [.. options.GetValueOrDefault("sizes", "10000,100000,1000000").Split(',').Select(static s => int.Parse(s, CultureInfo.InvariantCulture))];
        var queries = int.Parse(options.GetValueOrDefault("queries", "1000"), CultureInfo.InvariantCulture);
        var engines = options.GetValueOrDefault("engines", "ours,two-processes,tmx,concordance,lucene,brute").Split(',');
        var bruteQueries = int.Parse(options.GetValueOrDefault("brute-queries", "1000"), CultureInfo.InvariantCulture);
        var bruteUpTo = int.Parse(options.GetValueOrDefault("brute-up-to", "1000000"), CultureInfo.InvariantCulture);
        var corpus = options.GetValueOrDefault("corpus") ?? Corpus.Find();
        if (corpus is null || !File.Exists(corpus))
        {
            Console.Error.WriteLine("no corpus: give one with --corpus FILE.tsv.xz (Chinese, tab, English)");
            return 2;
        }

        Console.Error.WriteLine("making the data in " + folder);
        Corpus.Make(corpus, folder, sizes, queries);
        var results = new List<SizeResult>();
        foreach (var size in sizes)
        {
            results.Add(RunSize(folder, size, engines, queries, bruteQueries, size <= bruteUpTo));
        }

        var table = MemoryReport.Table(results, queries);
        File.WriteAllText(Path.Combine(folder, "memory.md"), table);
        File.WriteAllText(Path.Combine(folder, "memory.svg"), MemoryReport.Plot(results));
        Console.Write(table);
        return results.TrueForAll(static r => IsExact(r, "ours all") && IsExact(r, "ours 70")) ? 0 : 1;
    }

    private static bool IsExact(SizeResult result, string step) =>
        result.Get(step, "recall") is null or 100 && result.Get(step, "same-best") is null or 100 && result.Get(step, "wrong") is null or 0;

    private static SizeResult RunSize(string folder, int size, string[] engines, int queries, int bruteQueries, bool brute)
    {
        var at = new Func<string, string>(name => Path.Combine(folder, FormattableString.Invariant($"{name}-{size}")));
        var tsv = at("memory") + ".tsv";
        var asked = Path.Combine(folder, "queries.tsv");
        var result = new SizeResult(size);
        if (engines.Contains("ours"))
        {
            result["ours build"] = Worker("build-ours", "--tsv", tsv, "--index", at("ours") + ".tbm");
            result["ours 70"] = Worker("query-ours", "--index", at("ours") + ".tbm", "--queries", asked, "--min", "70", "--max", "5", "--answers", at("answers-ours"), "--batch", "1");
            result["ours 50"] = Worker("query-ours", "--index", at("ours") + ".tbm", "--queries", asked, "--min", "50", "--max", "5", "--answers", at("answers-ours-50"));
            result["ours all"] = Worker("query-ours", "--index", at("ours") + ".tbm", "--queries", asked, "--min", "70", "--max", "2147483647", "--answers", at("answers-all"));
        }

        if (engines.Contains("ours") && engines.Contains("two-processes"))
        {
            result["two processes"] = TwoProcesses(at("ours") + ".tbm", asked);
        }

        if (engines.Contains("tmx"))
        {
            Worker("make-tmx", "--tsv", tsv, "--file", at("memory") + ".tmx");
            result["tmx build"] = Worker("build-ours", "--tsv", at("memory") + ".tmx", "--index", at("tmx") + ".tbm");
        }

        if (engines.Contains("concordance"))
        {
            // By turns, and the best of each: the machine may be busy with other things.
            for (var round = 0; round < 2; round++)
            {
                Better(result, "concordance build", Worker("build-concordance", "--index", at("ours") + ".tbm", "--folder", at("concordance")));
                Better(result, "bare build", Worker("build-bare", "--tsv", tsv, "--folder", at("bare")));
            }

            result["concordance"] = Worker("concordance", "--index", at("ours") + ".tbm", "--folder", at("concordance"), "--tsv", tsv);
        }

        if (engines.Contains("lucene"))
        {
            result["lucene build"] = Worker("build-lucene", "--tsv", tsv, "--index", at("lucene"));
            result["lucene 70"] = Worker("query-lucene", "--index", at("lucene"), "--queries", asked, "--answers", at("answers-lucene"));
        }

        // "plain" has no bit vectors either: the textbook recurrence decides on every unit.
        foreach (var engine in new[] { "brute", "plain" }.Where(e => brute && engines.Contains(e)))
        {
            var every = Math.Max(1, queries / bruteQueries);
            var answers = at("answers-" + engine);
            result[engine + " 70"] = Worker(
                "brute", "--tsv", tsv, "--queries", asked, "--min", "70", "--answers", answers, "--every", every.ToString(CultureInfo.InvariantCulture), "--plain", engine == "plain" ? "1" : "0");
            var truth = Answers(answers);
            foreach (var (other, file) in new[] { ("ours all", "answers-all"), ("ours 70", "answers-ours"), ("lucene 70", "answers-lucene") })
            {
                if (result.Has(other))
                {
                    Compare(result[other], truth, Answers(at(file)).Where((_, i) => i % queries % every == 0).ToList(), other == "ours all" ? int.MaxValue : 5);
                }
            }
        }

        return result;
    }

    private static void Better(SizeResult result, string step, Dictionary<string, double> values)
    {
        if (!result.Has(step) || result[step]["rate"] < values["rate"])
        {
            result[step] = values;
        }
    }

    // What two processors give two searches that share nothing.
    private static Dictionary<string, double> TwoProcesses(string index, string queries)
    {
        var alone = Together(1)[0];
        var together = Together(2);
        return new Dictionary<string, double>(StringComparer.Ordinal) { ["gain"] = 2 * alone / together.Average() };

        List<double> Together(int count)
        {
            var workers = Enumerable.Range(0, count).Select(_ => Start("batch", "--index", index, "--queries", queries)).ToList();
            workers.ForEach(static w => w.StandardOutput.ReadLine());
            workers.ForEach(static w => w.StandardInput.WriteLine());
            return workers.ConvertAll(static w =>
            {
                using (w)
                {
                    return Values(w)["batch"];
                }
            });
        }
    }

    // Recall: units at or above the threshold that were found (of the best five where only five are asked for, by score). Best: queries with
    // the same best score, or with none, as the truth.
    private static void Compare(Dictionary<string, double> result, List<Dictionary<int, double>> truth, List<Dictionary<int, double>> answers, int max)
    {
        var wanted = 0;
        var found = 0;
        var sameBest = 0;
        var wrong = 0;
        for (var i = 0; i < truth.Count; i++)
        {
            var best = truth[i].Values.DefaultIfEmpty(0).Max();
            sameBest += best == answers[i].Values.DefaultIfEmpty(0).Max() ? 1 : 0;
            double[] expected = [.. truth[i].Values.OrderDescending().Take(max)];
            double[] got = [.. answers[i].Where(a => truth[i].TryGetValue(a.Key, out var score) && score == a.Value).Select(static a => a.Value).OrderDescending()];
            wrong += answers[i].Count - got.Length;
            wanted += expected.Length;
            found += expected.Length == 0 ? 0 : got.Count(s => s >= expected[^1]) is var n && n > expected.Length ? expected.Length : got.Count(s => s >= expected[^1]);
        }

        result["wanted"] = wanted;
        result["recall"] = wanted == 0 ? 100 : 100.0 * found / wanted;
        result["same-best"] = 100.0 * sameBest / truth.Count;
        result["wrong"] = wrong;
    }

    private static List<Dictionary<int, double>> Answers(string path) =>
    [
        .. File.ReadLines(path).Select(static line => line
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(static a => a.Split(':'))
            .ToDictionary(static a => int.Parse(a[0], CultureInfo.InvariantCulture), static a => double.Parse(a[1], CultureInfo.InvariantCulture))),
    ];

    private static Dictionary<string, double> Worker(string step, params string[] args)
    {
        using var process = Start(step, args);
        return Values(process);
    }

    private static Process Start(string step, params string[] args)
    {
        Console.Error.WriteLine($"{step} {string.Join(' ', args.Where(static a => !a.Contains('/', StringComparison.Ordinal)))}");
        var start = OwnProcess.With(["memory-worker", step, .. args]);
        (start.RedirectStandardInput, start.StandardOutputEncoding) = (true, Encoding.UTF8);

        return Process.Start(start)!;
    }

    private static Dictionary<string, double> Values(Process process)
    {
        var result = new Dictionary<string, double>(StringComparer.Ordinal);
        while (process.StandardOutput.ReadLine() is { } line)
        {
            Console.Error.WriteLine("  " + line);
            if (line.Split('=') is [var key, var value])
            {
                result[key] = double.Parse(value, CultureInfo.InvariantCulture);
            }
        }

        process.WaitForExit();
        return process.ExitCode == 0 ? result : throw new InvalidOperationException($"a step ended with {process.ExitCode}");
    }
}
