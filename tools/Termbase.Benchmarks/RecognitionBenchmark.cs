using System.Buffers;
using System.Diagnostics;
using System.Text;
using Termbase.Languages;
using Termbase.Recognition;

namespace Termbase.Benchmarks;

/// <summary>
/// Speed of the matcher on one core: megabytes of UTF-8 text a second against n-grams of the text as terms, beside
/// <see cref="SearchValues{T}"/> of strings in the same run; the time of a build, first in a process and later, and of a load. Processor time, best of the rounds.
/// </summary>
internal static class RecognitionBenchmark
{
    public const string Usage = "--bitext FILE (zh<TAB>en lines) [--terms 100000] [--megabytes 8] [--rounds 3] [--zh-terms FILE (one a line)] [--flat 20,200 (megabytes: memory of recognize) [--cli PROGRAM]]";

    public static int Run(string[] args)
    {
        if (args is ["--build", var list, var side])
        {
            return Build(list, Enum.Parse<TermSide>(side));
        }

        var options = args.Chunk(2).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        if (!options.TryGetValue("--bitext", out var bitext))
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        var terms = Number(options, "--terms", 100_000);
        var limit = Number(options, "--megabytes", 8) * 1_000_000;
        var rounds = Number(options, "--rounds", 3);
        var (zh, en) = Read(bitext, limit);
        var random = new Random(1);
        var zhTerms = (options.TryGetValue("--zh-terms", out var file) ? [.. File.ReadLines(file).Take(terms)] : Terms(zh, terms, random, ZhGram)).Select(t => new TermEntry(t, TermSide.Zh)).ToList();
        var enTerms = Terms(en, terms, random, EnGram).Select(t => new TermEntry(t, TermSide.En)).ToList();
        if (options.TryGetValue("--flat", out var sizes))
        {
            return FlatMemory.Run(options.GetValueOrDefault("--cli"), sizes, zh, en, [.. zhTerms.Zip(enTerms, static (z, e) => (z.Text, e.Text))]);
        }

        Console.WriteLine("| text | terms | first build s | build s | cache MB | load ms | ours MB/s | all nested | without evidence | SearchValues MB/s | matches |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        Measure("zh", zh, zhTerms, rounds);
        Measure("en", en, enTerms, rounds);
        Measure("zh, both", zh, [.. zhTerms.Take(terms / 2), .. enTerms.Take(terms / 2)], rounds);
        Measure("en, both", en, [.. zhTerms.Take(terms / 2), .. enTerms.Take(terms / 2)], rounds);
        return 0;
    }

    // Called by itself: the first build of a process, as a command has it, then the best of those after it.
    private static int Build(string file, TermSide side)
    {
        var terms = File.ReadLines(file).Select(t => new TermEntry(t, side)).ToList();
        void Compile() => _ = TermAutomaton.Build(terms);
        Console.WriteLine(FormattableString.Invariant($"{Best(1, Compile):F2} {Best(5, Compile):F2}"));
        return 0;
    }

    // Seconds of a process of its own: the first build, and the best afterwards.
    private static string[] BuildAlone(string side, List<TermEntry> terms)
    {
        var list = Path.GetTempFileName();
        File.WriteAllLines(list, terms.Select(static t => t.Text));
        using var process = Process.Start(OwnProcess.With("recognition", "--build", list, side))!;
        var line = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        File.Delete(list);
        return line.Split(' ', StringSplitOptions.TrimEntries);
    }

    private static int Number(Dictionary<string, string> options, string name, int fallback) =>
        options.TryGetValue(name, out var value) ? int.Parse(value, System.Globalization.CultureInfo.InvariantCulture) : fallback;

    private static void Measure(string name, List<string> lines, List<TermEntry> terms, int rounds)
    {
        var builds = terms.TrueForAll(t => t.Side == terms[0].Side) ? BuildAlone(terms[0].Side.ToString(), terms) : ["", ""];
        var automaton = TermAutomaton.Build(terms);
        var path = Path.GetTempFileName();
        using (var file = File.Create(path))
        {
            automaton.Save(file);
        }

        var size = new FileInfo(path).Length / 1e6;
        var load = Best(rounds, () =>
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
            automaton = TermAutomaton.Load(file);
        });
        File.Delete(path);
        var megabytes = lines.Sum(l => Encoding.UTF8.GetByteCount(l)) / 1e6;
        var matches = new List<RawMatch>();
        var count = 0L;
        double Speed(MatchPolicy policy) => megabytes / Best(rounds, () =>
        {
            count = 0;
            foreach (var line in lines)
            {
                matches.Clear();
                automaton.Match(line, policy, matches);
                count += matches.Count;
            }
        });

        var all = Speed(new MatchPolicy { Nested = NestedTerms.All });
        var bare = Speed(new MatchPolicy { SegmentationEvidence = false });
        var ours = Speed(MatchPolicy.Default);
        var values = SearchValues.Create([.. terms.Select(t => t.Text)], StringComparison.Ordinal);
        var theirs = megabytes / Best(rounds, () =>
        {
            var found = 0;
            foreach (var line in lines)
            {
                var rest = line.AsSpan();
                for (int at; (at = rest.IndexOfAny(values)) >= 0; found++)
                {
                    rest = rest[(at + 1)..];
                }
            }
        });
        Console.WriteLine(FormattableString.Invariant(
            $"| {name} {megabytes:F1} MB | {terms.Count} | {builds[0]} | {builds[1]} | {size:F1} | {load * 1000:F0} | {ours:F1} | {all:F1} | {bare:F1} | {theirs:F1} | {count} |"));
    }

    private static double Best(int rounds, Action action)
    {
        var best = double.MaxValue;
        for (var i = 0; i < rounds; i++)
        {
            // Time of the processor, so that other programs do not count.
            var before = Environment.CpuUsage.TotalTime;
            action();
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }

        return best;
    }

    private static (List<string> Zh, List<string> En) Read(string path, int limit)
    {
        var (zh, en) = (new List<string>(), new List<string>());
        var (zhBytes, enBytes) = (0, 0);
        foreach (var line in File.ReadLines(path, Encoding.UTF8))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab > 0 && zhBytes < limit)
            {
                zh.Add(line[..tab]);
                zhBytes += Encoding.UTF8.GetByteCount(zh[^1]);
            }

            if (tab > 0 && enBytes < limit)
            {
                en.Add(line[(tab + 1)..]);
                enBytes += en[^1].Length;
            }

            if (zhBytes >= limit && enBytes >= limit)
            {
                break;
            }
        }

        return (zh, en);
    }

    private static List<string> Terms(List<string> lines, int wanted, Random random, Func<string, Random, string?> gram)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        for (var tries = 0; terms.Count < wanted && tries < wanted * 40; tries++)
        {
            if (gram(lines[random.Next(lines.Count)], random) is { } term)
            {
                terms.Add(term);
            }
        }

        return [.. terms];
    }

    private static string? ZhGram(string line, Random random)
    {
        var length = random.Next(2, 7);
        if (line.Length < length)
        {
            return null;
        }

        var term = line.Substring(random.Next(line.Length - length + 1), length);
        return Han.Count(term) == length ? term : null;
    }

    private static string? EnGram(string line, Random random)
    {
        var words = line.Split(' ');
        var length = random.Next(1, 5);
        if (words.Length < length)
        {
            return null;
        }

        var term = string.Join(' ', words, random.Next(words.Length - length + 1), length);
        return term.All(c => char.IsAsciiLetter(c) || c is ' ' or '-') && term.Length > 2 ? term : null;
    }
}
