using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using Termbase.Model;

namespace Termbase.Matching;

/// <summary>
/// Finds in one or several indexes every unit whose score reaches a threshold, best first; equal scores newest first, then by id. Exact:
/// signatures, sorted by length, only spare units that cannot reach it (or cannot be among the best wanted any more), and what is left is
/// compared in full. Immutable and thread-safe; the indexes stay the caller's to dispose of.
/// </summary>
public sealed class FuzzyMatcher
{
    private readonly ImmutableArray<SignatureIndex> _indexes;
    private readonly LaneWidth _width;

    /// <summary>Searches these indexes together.</summary>
    public FuzzyMatcher(params ImmutableArray<SignatureIndex> indexes)
        : this(SignatureScan.Best, indexes)
    {
    }

    internal FuzzyMatcher(LaneWidth width, params ImmutableArray<SignatureIndex> indexes)
    {
        _indexes = indexes;
        _width = width;
    }

    /// <summary>The indexes searched.</summary>
    public ImmutableArray<SignatureIndex> Indexes => _indexes;

    /// <summary>The best matches for a plain text, whose language is told from its characters.</summary>
    public ImmutableArray<FuzzyMatch> Find(string text, double min = 70, int max = 5) =>
        Find(MatchQuery.Of(text), new MatchOptions { Min = min, Max = max });

    /// <summary>The best matches for a segment. Throws <see cref="ArgumentOutOfRangeException"/> for a threshold not above 0 or above 102.</summary>
    public ImmutableArray<FuzzyMatch> Find(MatchQuery query, MatchOptions? options = null) => Find(query, options, out _);

    /// <summary>The matches for many segments, in their order, on several threads.</summary>
    /// <exception cref="InputException">An index is damaged.</exception>
    /// <param name="queries">The segments.</param>
    /// <param name="options">What is wanted.</param>
    /// <param name="threads">At most so many threads; 0 for one per processor.</param>
    /// <param name="cancellation">Stops between two segments.</param>
    public ImmutableArray<ImmutableArray<FuzzyMatch>> FindAll(
        IReadOnlyList<MatchQuery> queries, MatchOptions? options = null, int threads = 0, CancellationToken cancellation = default)
    {
        var found = new ImmutableArray<FuzzyMatch>[queries.Count];
        var next = -1;
        try
        {
            Parallel.For(
                0,
                Math.Max(1, Math.Min(threads > 0 ? threads : Environment.ProcessorCount, queries.Count)),
                new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = threads > 0 ? threads : -1 },
                _ =>
                {
                    // Segments take very different times: each thread takes the next one.
                    for (var i = Interlocked.Increment(ref next); i < found.Length; i = Interlocked.Increment(ref next))
                    {
                        cancellation.ThrowIfCancellationRequested();
                        found[i] = Find(queries[i], options);
                    }
                });
        }
        catch (AggregateException e) when (e.InnerExceptions[0] is InputException)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }

        return ImmutableArray.Create(found);
    }

    internal ImmutableArray<FuzzyMatch> Find(MatchQuery query, MatchOptions? options, out SearchCost cost)
    {
        options ??= MatchOptions.Default;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Min, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Min, 102, nameof(options));
        cost = default;
        if (options.Max <= 0)
        {
            return [];
        }

        var collector = new MatchCollector(Math.Min(100, options.Min), options.Max);
        var text = MarkedText.Of(query.Segment);
        var prepared = PreparedQuery.Current;
        TokenUnit? preparedFor = null;
        foreach (var index in _indexes)
        {
            using (index.Use())
            {
                var side = query.IsZh ? index.Zh : index.En;
                if (preparedFor != side.Unit)
                {
                    prepared.Prepare(text, side.Unit);
                    preparedFor = side.Unit;
                }

                try
                {
                    new IndexSearch(index, side, query, prepared, options.Penalties, collector, _width).Run(ref cost);
                }
                catch (InvalidDataException)
                {
                    throw new InputException("the match index is damaged; delete .termbase");
                }
            }
        }

        var matches = collector.ToMatches();
        return options.Min > 100 ? [.. matches.Where(m => m.Score >= options.Min)] : matches;
    }
}
