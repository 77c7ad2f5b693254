using System.Globalization;
using System.Runtime.ExceptionServices;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Termbase.Languages;
using Termbase.Matching;
using Termbase.Search.Analysis;
using Termbase.Workspaces;

namespace Termbase.Search;

/// <summary>
/// Index of the memories for the concordance: which grams and words the units have, as postings without positions or frequencies. The texts
/// themselves, on which hits are verified, are those of the match index; a unit has the same number in both. It goes by parts, as the match
/// index does, and a part that has not changed is taken over; a part is written in shards, several at a time.
/// </summary>
public sealed class UnitIndex(Workspace workspace) : IDerivedIndex
{
    internal const string Gram = "gram";

    // Units of a shard: enough shards to keep the processors busy, few enough for a query to open all.
    private const int SmallestShard = 1 << 15;
    private const int LargestShard = 1 << 18;

    private static readonly FieldType Posting = new() { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = IndexOptions.DOCS_ONLY };

    /// <inheritdoc/>
    public string Name => "units";

    /// <inheritdoc/>
    public int SchemaVersion => 4;

    /// <inheritdoc/>
    public string Analyzer => SearchAnalysis.Words.Name;

    /// <inheritdoc/>
    public IReadOnlyList<string> Sources => workspace.MemoryFiles;

    /// <inheritdoc/>
    public void Build(DerivedBuild build)
    {
        var parts = new List<UnitPart>();
        if (new MatchIndex(workspace).Open(build.Say, build.Progress, verify: false, build.Cancellation) is var (generation, set))
        {
            using (generation)
            using (set)
            {
                var before = build.Previous is null ? [] : UnitPart.ReadList(build.Previous);
                foreach (var index in set.Indexes)
                {
                    var part = UnitPart.Of(index);
                    if (!before.Contains(part) || !part.TryTake(build.Previous!, build.Directory))
                    {
                        WriteShards(
                            index,
                            i => part.Shard(build.Directory, i),
                            units => build.Progress?.Report(new DerivedProgress(Name, index.Sources[0].Path, units)),
                            build.Cancellation);
                    }

                    parts.Add(part);
                }
            }
        }

        UnitPart.WriteList(build.Directory, parts);
    }

    /// <summary>How many shards an index of so many units is written in.</summary>
    internal static int ShardCount(int units) => (units + ShardSize(units) - 1) / ShardSize(units);

    /// <summary>Writes the shards of one part, each into a folder of its own, on several threads.</summary>
    /// <param name="index">The texts.</param>
    /// <param name="folderOf">Where a shard goes.</param>
    /// <param name="progress">Told now and then how many units are done.</param>
    /// <param name="cancellation">Ends the work.</param>
    internal static void WriteShards(SignatureIndex index, Func<int, string> folderOf, Action<long>? progress, CancellationToken cancellation)
    {
        var size = ShardSize(index.Units);
        var done = 0L;
        try
        {
            Parallel.For(0, ShardCount(index.Units), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, shard =>
            {
                using var lucene = new LuceneWriter(folderOf(shard), keepOrder: true);
                using var words = SearchAnalysis.Words.Create();
                using var grams = new GramStream();
                Field[] document = [new Field(Gram, grams, Posting)];
                for (var unit = shard * size; unit < Math.Min(index.Units, (shard + 1) * size); unit++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    var (zh, en) = index.Texts(unit);
                    zh = Normalizer.Text(zh, NormalizerOptions.Text);
                    grams.Set(zh, Normalizer.Text(en, NormalizerOptions.Text), Words(words, zh));
                    lucene.Writer.AddDocument(document);
                    if (Interlocked.Increment(ref done) is var count && count % 5000 == 0)
                    {
                        progress?.Invoke(count);
                    }
                }

                lucene.Commit();
            });
        }
        catch (AggregateException e)
        {
            // What was wrong, and not that it went wrong on a thread.
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }

    private static int ShardSize(int units) => Math.Clamp(units / 8, SmallestShard, LargestShard);

#if SMARTCN
    private static List<string> Words(Lucene.Net.Analysis.Analyzer words, string zh) => SearchAnalysis.ChineseWords(words, zh);
#else
    // The words of the default analysis are the bigrams that are there already.
    private static string[] Words(Lucene.Net.Analysis.Analyzer words, string zh) => [];
#endif
}

/// <summary>The postings of one part of the match index. Immutable.</summary>
/// <param name="Name">The part's name there.</param>
/// <param name="Fingerprint">Its <see cref="SignatureIndex.Fingerprint"/>.</param>
/// <param name="Units">Its units.</param>
internal sealed record UnitPart(string Name, ulong Fingerprint, int Units)
{
    private const string ListName = "parts.txt";

    public static UnitPart Of(SignatureIndex index) => new(Path.GetFileNameWithoutExtension(index.Path), index.Fingerprint, index.Units);

    /// <summary>The parts of a generation. Throws <see cref="InvalidDataException"/> where the list is damaged.</summary>
    public static List<UnitPart> ReadList(string folder)
    {
        var parts = new List<UnitPart>();
        foreach (var line in File.ReadLines(Path.Combine(folder, ListName)))
        {
            parts.Add(line.Split('\t') is [var name, var print, var units]
                && ulong.TryParse(print, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value)
                && int.TryParse(units, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                ? new UnitPart(name, value, count)
                : throw new InvalidDataException("the list of parts is damaged"));
        }

        return parts;
    }

    public static void WriteList(string folder, IEnumerable<UnitPart> parts) => File.WriteAllLines(
        Path.Combine(folder, ListName), parts.Select(static p => FormattableString.Invariant($"{p.Name}\t{p.Fingerprint:x16}\t{p.Units}")));

    /// <summary>The folder of a shard.</summary>
    public string Shard(string folder, int shard) => Path.Combine(folder, FormattableString.Invariant($"{Name}-{shard:000}"));

    /// <summary>Copies the shards of another generation after reading every byte; false where one is damaged.</summary>
    public bool TryTake(string from, string to)
    {
        try
        {
            for (var shard = 0; shard < UnitIndex.ShardCount(Units); shard++)
            {
                // Damage would else be handed on from one generation to the next.
                LuceneWriter.OpenVerified(Shard(from, shard)).Dispose();
                Directory.CreateDirectory(Shard(to, shard));
                foreach (var file in Directory.GetFiles(Shard(from, shard)))
                {
                    File.Copy(file, Path.Combine(Shard(to, shard), Path.GetFileName(file)));
                }
            }

            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            for (var shard = 0; shard < UnitIndex.ShardCount(Units); shard++)
            {
                if (Directory.Exists(Shard(to, shard)))
                {
                    Directory.Delete(Shard(to, shard), recursive: true);
                }
            }

            return false;
        }
    }
}
