using System.Collections.Immutable;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Termbase.Languages;
using Termbase.Model;
using Termbase.Search.Analysis;
using LuceneTerm = Lucene.Net.Index.Term;

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
/// finds <c>reforms</c>, not <c>platform</c>). Between Chinese characters there are no words to respect. Thread-safe.
/// </summary>
public sealed class Concordance
{
    private readonly IndexSearcher? _searcher;

    internal Concordance(IndexReader? reader) => _searcher = reader is null ? null : new IndexSearcher(reader);

    /// <summary>The units that contain <paramref name="query"/>; at most <paramref name="max"/> of them are handed back, all are counted.</summary>
    public ConcordanceResult Search(string query, int max)
    {
        var wanted = Normalizer.Normalize(query, NormalizerOptions.Text).Text;
        if (_searcher is null || wanted.Length == 0)
        {
            return new ConcordanceResult(0, []);
        }

        var candidates = new Candidates();
        _searcher.Search(Filter(wanted), candidates);
        var hits = new List<ConcordanceHit>();
        long total = 0;
        foreach (var document in candidates.Documents)
        {
            var stored = _searcher.Doc(document);
            string source = Value(stored, "source"), target = Value(stored, "target");
            var (inSource, inTarget) = (Spans(source, wanted), Spans(target, wanted));
            if (inSource.IsEmpty && inTarget.IsEmpty)
            {
                continue;
            }

            total++;
            if (hits.Count < max)
            {
                hits.Add(new ConcordanceHit(
                    Value(stored, "unit"), Value(stored, "file"), stored.GetField("line").GetInt32Value() ?? 0, source, target, inSource, inTarget));
            }
        }

        return new ConcordanceResult(total, hits);
    }

    /// <summary>The documented predicate, on one text: every place, left to right, not overlapping.</summary>
    internal static ImmutableArray<TextSpan> Spans(string text, string wanted)
    {
        var (normal, map) = Normalizer.Normalize(text, NormalizerOptions.Text);
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        var needsStart = GramTokenizer.IsWord(wanted, 0);
        for (var at = normal.IndexOf(wanted, StringComparison.Ordinal); at >= 0;)
        {
            var isStart = !needsStart || at == 0 || !GramTokenizer.IsWord(normal, at - 1);
            if (isStart)
            {
                spans.Add(map.ToOriginal(new TextSpan(at, wanted.Length)));
            }

            var next = at + (isStart ? wanted.Length : 1);
            at = next > normal.Length ? -1 : normal.IndexOf(wanted, next, StringComparison.Ordinal);
        }

        return spans.ToImmutable();
    }

    private static string Value(Lucene.Net.Documents.Document document, string field) =>
        document.GetField(field)?.GetStringValue(System.Globalization.CultureInfo.InvariantCulture) ?? "";

    private static Query Filter(string wanted)
    {
        var all = new BooleanQuery();
        var grams = new List<(string Gram, bool IsWord)>();
        GramTokenizer.Cut(wanted, (gram, isWord) => grams.Add((gram, isWord)));
        var hasPair = grams.Exists(static g => !g.IsWord && g.Gram.Length > 1);
        for (var i = 0; i < grams.Count && all.Clauses.Count < 500; i++)
        {
            var (gram, isWord) = grams[i];
            if (isWord && i == grams.Count - 1 && wanted.EndsWith(gram, StringComparison.Ordinal))
            {
                // The last word may go on in the text.
                all.Add(new PrefixQuery(new LuceneTerm(UnitIndex.Gram, gram)), Occur.MUST);
            }
            else if (isWord || gram.Length > 1 || !hasPair)
            {
                all.Add(new TermQuery(new LuceneTerm(UnitIndex.Gram, gram)), Occur.MUST);
            }
        }

        return all.Clauses.Count == 0 ? new MatchAllDocsQuery() : all;
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
