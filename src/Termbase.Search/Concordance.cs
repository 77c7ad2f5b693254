using System.Collections.Immutable;
using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Termbase.Matching;
using Termbase.Model;

namespace Termbase.Search;

/// <summary>A unit that contains the query. Spans are UTF-16 offsets in the original text. Immutable.</summary>
/// <param name="Unit">The unit's id, or its number in the file.</param>
/// <param name="File">Path of the memory, from the root of the workspace.</param>
/// <param name="Line">1-based line where the unit starts; 0 if not known.</param>
/// <param name="Source">Text of the side translated from.</param>
/// <param name="Target">Text of the other side.</param>
/// <param name="SourceSpans">Where the query stands in the source.</param>
/// <param name="TargetSpans">Where it stands in the target.</param>
public sealed record ConcordanceHit(
    string Unit, string File, int Line, string Source, string Target, ImmutableArray<TextSpan> SourceSpans, ImmutableArray<TextSpan> TargetSpans);

/// <summary>What a concordance search found.</summary>
/// <param name="Total">Number of units that contain the query, exact.</param>
/// <param name="Hits">The first of them, in the order of the files.</param>
public sealed record ConcordanceResult(long Total, IReadOnlyList<ConcordanceHit> Hits);

/// <summary>
/// Finds units by what they contain, exactly: the query, normalised for width, case, script, accents and white space, stands in the
/// normalised text; where it begins with a letter or digit of a word, that is the beginning of a word there (it may go on: <c>reform</c>
/// finds <c>reforms</c>, not <c>platform</c>; <c>*form</c> finds both). Between Chinese characters there are no words to respect. A unit that was
/// read at several places counts at each. Thread-safe.
/// </summary>
public sealed class Concordance
{
    // From so many candidates on, verifying them is shared among the processors.
    private const int Many = 2048;

    private readonly IndexSearcher? _searcher;
    private readonly ImmutableArray<SignatureIndex> _texts;

    internal Concordance(IndexSearcher? searcher, ImmutableArray<SignatureIndex> texts)
    {
        _searcher = searcher;
        _texts = texts;
    }

    /// <summary>The units that contain <paramref name="text"/>; at most <paramref name="max"/> of them are handed back, all are counted.</summary>
    public ConcordanceResult Search(string text, int max) => Search(new ConcordanceQuery { Text = text }, max);

    /// <summary>The units that are meant by the query; at most <paramref name="max"/> of them are handed back, all are counted.</summary>
    public ConcordanceResult Search(ConcordanceQuery query, int max)
    {
        var pattern = new TextPattern(query);
        if (_searcher is null || pattern.IsEmpty)
        {
            return new ConcordanceResult(0, []);
        }

        var candidates = new Candidates();
        _searcher.Search(pattern.Filter(UnitIndex.Gram, out var isExact), candidates);
        var documents = candidates.Documents;
        var hits = new List<ConcordanceHit>();
        var total = 0L;
        var next = 0;
        while (next < documents.Count && hits.Count < max)
        {
            total += Show(documents[next++], query, pattern, hits, max);
        }

        return new ConcordanceResult(total + Count(documents, next, query, pattern, isExact), hits);
    }

    // Adds a unit to the hits, once for each place; hands back how often it counts.
    private int Show(int document, ConcordanceQuery query, TextPattern pattern, List<ConcordanceHit> hits, int max)
    {
        var (texts, number) = Unit(document);
        var count = 0;
        foreach (var unit in texts.Places(number))
        {
            var (source, target) = unit.ZhIsSource ? (unit.Zh.Text, unit.En.Text) : (unit.En.Text, unit.Zh.Text);
            var (inSource, inTarget) = (pattern.Spans(source), pattern.Spans(target));
            if (inSource.IsEmpty && inTarget.IsEmpty)
            {
                return 0;
            }

            if (query.Takes(unit) && ++count > 0 && hits.Count < max)
            {
                var id = unit.Id.Length > 0 ? unit.Id : unit.Number.ToString(CultureInfo.InvariantCulture);
                hits.Add(new ConcordanceHit(id, unit.Path, unit.Line, source, target, inSource, inTarget));
            }
        }

        return count;
    }

    private long Count(List<int> documents, int first, ConcordanceQuery query, TextPattern pattern, bool isExact)
    {
        if (isExact && !query.HasFilter && !_texts.Any(static t => t.HasCopies))
        {
            return documents.Count - first;
        }

        if (documents.Count - first < Many)
        {
            var few = 0L;
            for (var i = first; i < documents.Count; i++)
            {
                few += CountOne(documents[i], query, pattern, isExact);
            }

            return few;
        }

        var total = 0L;
        Parallel.For(first, documents.Count, static () => 0L, (i, _, sum) => sum + CountOne(documents[i], query, pattern, isExact), sum => Interlocked.Add(ref total, sum));
        return total;
    }

    private int CountOne(int document, ConcordanceQuery query, TextPattern pattern, bool isExact)
    {
        var (texts, number) = Unit(document);
        if (!isExact)
        {
            var (zh, en) = texts.Texts(number);
            if (!pattern.Contains(zh) && !pattern.Contains(en))
            {
                return 0;
            }
        }

        return query.HasFilter ? texts.Places(number).Count(query.Takes) : texts.PlaceCount(number);
    }

    private (SignatureIndex Texts, int Number) Unit(int document)
    {
        foreach (var texts in _texts)
        {
            if (document < texts.Units)
            {
                return (texts, document);
            }

            document -= texts.Units;
        }

        throw new InvalidDataException("the index is damaged");
    }

    private sealed class Candidates : ICollector
    {
        private int _base;

        public List<int> Documents { get; } = [];

        public bool AcceptsDocsOutOfOrder => false;

        public void Collect(int doc) => Documents.Add(_base + doc);

        public void SetNextReader(AtomicReaderContext context) => _base = context.DocBase;

        public void SetScorer(Scorer scorer)
        {
        }
    }
}
