using System.Diagnostics;
using System.Text;
using Termbase.Matching;

namespace Termbase.Benchmarks.Memory;

/// <summary>The data of the memory benchmark: made from a TSV of pairs, the same in every run.</summary>
internal static class Corpus
{
    private const int HeldOut = 4000;

    /// <summary>Writes <c>memory-N.tsv</c> for each size and <c>queries.tsv</c> (language, kind, text).</summary>
    public static void Make(string corpus, string folder, int[] sizes, int queries)
    {
        var stamp = Path.Combine(folder, "made.txt");
        var wanted = string.Join(' ', corpus, new FileInfo(corpus).Length, string.Join(',', sizes), queries);
        if (File.Exists(stamp) && File.ReadAllText(stamp) == wanted)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        File.Delete(stamp);
        var random = new Random(20261123);
        var pairs = Read(corpus).Distinct().ToArray();
        random.Shuffle(pairs);
        var heldOut = pairs[..HeldOut];
        var memory = pairs[HeldOut..];
        WriteMemories(folder, sizes, Grow(random, pairs, memory));
        using (var writer = new StreamWriter(Path.Combine(folder, "queries.tsv"), false, new UTF8Encoding(false)))
        {
            foreach (var zh in new[] { true, false })
            {
                for (var i = 0; i < queries; i++)
                {
                    // Half are segments that the memory never saw, half are units of its smallest version, edited by 0 to 40 %.
                    var isHeldOut = i % 2 == 0;
                    var pair = isHeldOut ? heldOut[(i / 2) + (zh ? 0 : HeldOut / 2)] : memory[random.Next(Math.Min(sizes.Min(), memory.Length))];
                    var text = zh ? pair.Zh : pair.En;
                    text = isHeldOut ? text : Edit(random, text, memory[random.Next(memory.Length)] is var other && zh ? other.Zh : other.En, 0.4 * random.NextDouble(), zh);
                    writer.Write($"{(zh ? "zh" : "en")}\t{(isHeldOut ? "held-out" : "edited")}\t{text}\n");
                }
            }
        }

        File.WriteAllText(stamp, wanted);
    }

    /// <summary>The corpus that lies beside the project; null where there is none.</summary>
    public static string? Find()
    {
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "corpora", "tm", "tm-700k.zh-en.tsv.xz");
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    // The memory, then edited copies of its units without end. Of the copies only hashes are held, so that ten million units fit.
    private static IEnumerable<(string Zh, string En)> Grow(Random random, (string Zh, string En)[] pairs, (string Zh, string En)[] memory)
    {
        var seen = new HashSet<UInt128>(pairs.Length);
        foreach (var pair in pairs)
        {
            seen.Add(Key(pair));
        }

        foreach (var pair in memory)
        {
            yield return pair;
        }

        while (true)
        {
            var (zh, en) = memory[random.Next(memory.Length)];
            var share = 0.05 + (0.35 * random.NextDouble());
            var copy = (Edit(random, zh, memory[random.Next(memory.Length)].Zh, share, zh: true), Edit(random, en, memory[random.Next(memory.Length)].En, share, zh: false));
            if (copy is { Item1.Length: > 0, Item2.Length: > 0 } && seen.Add(Key(copy)))
            {
                yield return copy;
            }
        }

        static UInt128 Key((string Zh, string En) pair)
        {
            var hash = new ContentHash();
            hash.Add(pair.Zh);
            hash.Add(pair.En);
            return hash.Value;
        }
    }

    private static void WriteMemories(string folder, int[] sizes, IEnumerable<(string Zh, string En)> units)
    {
        var open = sizes.Distinct().Select(size => (Size: size, Writer: new StreamWriter(
            Path.Combine(folder, FormattableString.Invariant($"memory-{size}.tsv")), false, new UTF8Encoding(false), 1 << 16))).ToList();
        try
        {
            var written = 0;
            foreach (var (zh, en) in units.Take(sizes.Max()))
            {
                foreach (var (size, writer) in open)
                {
                    if (written < size)
                    {
                        writer.Write(zh);
                        writer.Write('\t');
                        writer.Write(en);
                        writer.Write('\n');
                    }
                }

                written++;
            }
        }
        finally
        {
            open.ForEach(static o => o.Writer.Dispose());
        }
    }

    public static IEnumerable<(string Zh, string En)> ReadTsv(string path) => File.ReadLines(path).Select(static line =>
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        return (line[..tab], line[(tab + 1)..]);
    });

    public static IEnumerable<(string Zh, string En)> Read(string path)
    {
        var start = new ProcessStartInfo("xz") { RedirectStandardOutput = true, StandardOutputEncoding = new UTF8Encoding(false) };
        start.ArgumentList.Add("-dc");
        start.ArgumentList.Add(path);
        using var process = Process.Start(start)!;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            if (cells.Length >= 2 && cells[0].Trim().Length > 0 && cells[1].Trim().Length > 0)
            {
                yield return (cells[0].Trim(), cells[1].Trim());
            }
        }
    }

    private static string Edit(Random random, string text, string other, double share, bool zh)
    {
        var tokens = Tokens(text, zh);
        var pool = Tokens(other, zh);
        if (tokens.Count == 0 || pool.Count == 0)
        {
            return text;
        }

        for (var edits = (int)Math.Round(tokens.Count * share); edits > 0; edits--)
        {
            var at = random.Next(tokens.Count);
            switch (random.Next(3))
            {
                case 0 when tokens.Count > 1:
                    tokens.RemoveAt(at);
                    break;
                case 1:
                    tokens.Insert(at, pool[random.Next(pool.Count)]);
                    break;
                default:
                    tokens[at] = pool[random.Next(pool.Count)];
                    break;
            }
        }

        return string.Join(zh ? "" : " ", tokens).Trim();
    }

    private static List<string> Tokens(string text, bool zh) =>
        zh ? [.. text.EnumerateRunes().Select(static r => r.ToString())] : [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
