using System.Diagnostics;
using System.Globalization;
using System.Text;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Termbase.Languages;
using Termbase.Matching;
using Termbase.Search;
using Termbase.Search.Analysis;

namespace Termbase.Benchmarks.Memory;

/// <summary>The concordance: building its index, the same without anything of ours around it, and searching against a linear scan.</summary>
internal static class ConcordanceSteps
{
    /// <summary>The postings of a match index, as <c>termbase index</c> writes them: texts read from the index, normalised, cut into grams.</summary>
    public static void Build(string index, string folder)
    {
        Empty(folder);
        using var texts = SignatureIndex.Open(index);
        var watch = Stopwatch.StartNew();
        var part = UnitPart.Of(texts);
        UnitIndex.WriteShards(texts, part, static _ => false, folder, null, CancellationToken.None);
        UnitPart.WriteList(folder, [part]);
        Told(texts.Units, watch, folder);
    }

    /// <summary>
    /// Lucene.Net alone: one writer, a thread a processor, the same grams in the same kind of field, of texts that are normalised and in
    /// memory before the clock starts.
    /// </summary>
    public static void BuildBare(string tsv, string folder)
    {
        Empty(folder);
        (string Zh, string En)[] texts = [.. Corpus.ReadTsv(tsv).Select(static u => (Normal(u.Zh), Normal(u.En)))];
        var type = new FieldType { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = IndexOptions.DOCS_ONLY };
        using var directory = FSDirectory.Open(folder);
        var watch = Stopwatch.StartNew();
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer()) { RAMBufferSizeMB = 96 }))
        {
            var next = -1;
            Parallel.For(0, Environment.ProcessorCount, _ =>
            {
                using var grams = new GramStream();
                Field[] document = [new Field("gram", grams, type)];
                for (var i = Interlocked.Increment(ref next); i < texts.Length; i = Interlocked.Increment(ref next))
                {
                    grams.Set(texts[i].Zh, texts[i].En, []);
                    writer.AddDocument(document);
                }
            });
            writer.Commit();
        }

        Told(texts.Length, watch, folder);
    }

    /// <summary>200 strings with the first 100 hits shown, each counted by a look at every text too.</summary>
    public static void Query(string index, string folder, string tsv)
    {
        const int Queries = 200;
        using var texts = SignatureIndex.Open(index);
        using var postings = UnitPostings.Open(folder, verify: false);
        var concordance = new Concordance(postings.Searcher(), [texts]);
        var queries = Strings(tsv, Queries);
        var normal = new List<(string Zh, string En)>();
        for (var i = 0; i < texts.Units; i++)
        {
            var (zh, en) = texts.Texts(i);
            normal.Add((Normal(zh), Normal(en)));
        }

        foreach (var query in queries)
        {
            concordance.Search(query, 100);
        }

        var times = new List<double>();
        var scans = new List<double>();
        var (equal, hits) = (0, 0L);
        foreach (var query in queries)
        {
            var (best, found) = (double.MaxValue, 0L);
            for (var round = 0; round < 3; round++)
            {
                var start = Stopwatch.GetTimestamp();
                found = concordance.Search(query, 100).Total;
                best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            var wanted = Normal(query);
            var began = Stopwatch.GetTimestamp();
            long expected = wanted.Length == 0 ? 0 : normal.Count(u => Contains(u.Zh, wanted) || Contains(u.En, wanted));
            scans.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            times.Add(best);
            hits += found;
            equal += found == expected ? 1 : 0;
            if (found != expected)
            {
                Console.Error.WriteLine($"  “{query}”: {found}, by the scan {expected}");
            }
        }

        times.Sort();
        scans.Sort();
        MemoryWorker.Print("queries", queries.Count);
        MemoryWorker.Print("equal", equal);
        MemoryWorker.Print("hits-mean", (double)hits / queries.Count);
        MemoryWorker.Print("median", times[times.Count / 2]);
        MemoryWorker.Print("p90", times[times.Count * 9 / 10]);
        MemoryWorker.Print("max", times[^1]);
        MemoryWorker.Print("scan-median", scans[scans.Count / 2]);
    }

    private static string Normal(string text) => Normalizer.Text(text, NormalizerOptions.Text);

    // 1 to 8 characters out of Chinese texts, 1 to 4 words out of English ones; those with a wildcard in them are left out.
    private static List<string> Strings(string tsv, int count)
    {
        var random = new Random(20261127);
        var units = Corpus.ReadTsv(tsv).Where((_, i) => i % 7 == 0).Take(40_000).ToList();
        var strings = new List<string>();
        while (strings.Count < count)
        {
            var (zh, en) = units[random.Next(units.Count)];
            string[] parts = strings.Count % 2 == 0 ? [.. zh.EnumerateRunes().Select(static r => r.ToString())] : en.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var length = Math.Min(parts.Length, 1 + random.Next(strings.Count % 2 == 0 ? 8 : 4));
            var text = string.Join(strings.Count % 2 == 0 ? "" : " ", parts.Skip(random.Next(parts.Length - length + 1)).Take(length)).Trim();
            if (text.Length > 0 && text.AsSpan().IndexOfAny('*', '?', '\\') < 0)
            {
                strings.Add(text);
            }
        }

        return strings;
    }

    // The predicate as it is documented, written out again.
    private static bool Contains(string text, string wanted)
    {
        for (var at = text.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = at + 1 >= text.Length ? -1 : text.IndexOf(wanted, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || !IsWord(wanted, 0) || !IsWord(text, at - 1))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWord(string text, int at)
    {
        at -= at > 0 && char.IsLowSurrogate(text[at]) ? 1 : 0;
        return Rune.TryGetRuneAt(text, at, out var rune) && Rune.IsLetterOrDigit(rune)
            && (rune.IsAscii || Rune.GetUnicodeCategory(rune) != UnicodeCategory.OtherLetter);
    }

    private static void Empty(string folder)
    {
        if (System.IO.Directory.Exists(folder))
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }

        System.IO.Directory.CreateDirectory(folder);
    }

    private static void Told(int units, Stopwatch watch, string folder)
    {
        MemoryWorker.Print("seconds", watch.Elapsed.TotalSeconds);
        MemoryWorker.Print("rate", units / watch.Elapsed.TotalSeconds);
        MemoryWorker.Print("cpu", Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds);
        MemoryWorker.Print("disk", System.IO.Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Sum(static f => new FileInfo(f).Length) / 1048576.0);
    }
}
