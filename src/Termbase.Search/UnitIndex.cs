using System.Collections.Concurrent;
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
/// index does, and by shards of a part (<see cref="UnitPart"/>): a shard whose units have not changed is taken over, the others are written,
/// several at a time.
/// </summary>
public sealed class UnitIndex(Workspace workspace) : IDerivedIndex
{
    internal const string Gram = "gram";

    private static readonly FieldType Posting = new() { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = IndexOptions.DOCS_ONLY };

    /// <inheritdoc/>
    public string Name => "units";

    /// <inheritdoc/>
    public int SchemaVersion => 5;

    /// <inheritdoc/>
    public string Analyzer => SearchAnalysis.Words.Name;

    /// <inheritdoc/>
    public IReadOnlyList<string> Sources => workspace.MemoryFiles;

    /// <summary>Least units of a shard.</summary>
    internal int SmallestShard { get; init; } = UnitPart.SmallestShard;

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
                    var part = before.Find(p => p.IsOf(index)) ?? UnitPart.Of(index, SmallestShard);
                    WriteShards(
                        index,
                        part,
                        shard => Directory.Exists(shard.Folder(build.Directory)) || (build.Previous is { } from && shard.TryTake(from, build.Directory)),
                        build.Directory,
                        units => build.Progress?.Report(new DerivedProgress(Name, index.Sources[0].Path, units)),
                        build.Cancellation);
                    parts.Add(part);
                }
            }
        }

        UnitPart.WriteList(build.Directory, parts);
    }

    /// <summary>Writes the shards of one part, each into a folder of its own, on several threads.</summary>
    /// <param name="index">The texts.</param>
    /// <param name="part">What shards there are.</param>
    /// <param name="isThere">Whether a shard need not be written.</param>
    /// <param name="generation">Where the folders go.</param>
    /// <param name="progress">Told now and then how many units are done.</param>
    /// <param name="cancellation">Ends the work.</param>
    internal static void WriteShards(
        SignatureIndex index, UnitPart part, Func<UnitShard, bool> isThere, string generation, Action<long>? progress, CancellationToken cancellation)
    {
        var wanted = new List<(int First, UnitShard Shard)>();
        var first = 0;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var shard in part.Shards)
        {
            if (names.Add(shard.Name) && !isThere(shard))
            {
                wanted.Add((first, shard));
            }

            first += shard.Units;
        }

        // The largest first and one at a time, so that no processor ends long before the others.
        wanted.Sort(static (a, b) => b.Shard.Units.CompareTo(a.Shard.Units));
        var queue = Partitioner.Create(wanted, EnumerablePartitionerOptions.NoBuffering);
        var done = 0L;
        try
        {
            Parallel.ForEach(queue, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, range =>
            {
                using var lucene = new LuceneWriter(range.Shard.Folder(generation), keepOrder: true);
                using var words = SearchAnalysis.Words.Create();
                using var grams = new GramStream();
                Field[] document = [new Field(Gram, grams, Posting)];
                for (var unit = range.First; unit < range.First + range.Shard.Units; unit++)
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

#if SMARTCN
    private static List<string> Words(Lucene.Net.Analysis.Analyzer words, string zh) => SearchAnalysis.ChineseWords(words, zh);
#else
    // The words of the default analysis are the bigrams that are there already.
    private static string[] Words(Lucene.Net.Analysis.Analyzer words, string zh) => [];
#endif
}
