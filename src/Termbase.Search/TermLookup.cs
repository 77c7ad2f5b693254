using Lucene.Net.Index;
using Lucene.Net.Search;
using Termbase.Languages;
using Termbase.Model;
using Termbase.Search.Analysis;
using LuceneTerm = Lucene.Net.Index.Term;

namespace Termbase.Search;

/// <summary>Finds concepts by Chinese, English, pinyin, or part of them. Thread-safe.</summary>
public sealed class TermLookup
{
    private static readonly Sort ShortestFirst = new(new SortField(TermIndex.Length, SortFieldType.INT32), SortField.FIELD_DOC);
    private readonly IndexSearcher? _searcher;

    internal TermLookup(IndexReader? reader) => _searcher = reader is null ? null : new IndexSearcher(reader);

    /// <summary>
    /// At most <paramref name="max"/> concepts, exact ones first, then by reading, then parts, shorter terms first. Only where none is
    /// found, near spellings: at most one edit up to four characters, two above.
    /// </summary>
    public IReadOnlyList<TermHit> Find(string query, int max)
    {
        var key = SearchAnalysis.Key(query);
        if (_searcher is null || key.Length == 0 || max <= 0)
        {
            return [];
        }

        var words = SearchAnalysis.LatinWords(key);
        var stems = SearchAnalysis.Stems(words);
        var hits = new Hits(_searcher, max);
        hits.Add(Or(Is(TermIndex.Exact, key), stems.Count > 0 && !Han.Contains(key) ? Is(TermIndex.Stem, string.Join(' ', stems)) : null), MatchKind.Exact, key);
        var pinyin = Han.Contains(key) ? "" : Romanization.Fold(StripToneNumbers(query));
        if (pinyin.Length > 0)
        {
            hits.Add(Is(TermIndex.Pinyin, pinyin), MatchKind.Pinyin, key);
        }

        hits.Add(Part(key, words, stems), MatchKind.Part, key);
        if (pinyin.Length > 1)
        {
            hits.Add(new PrefixQuery(new LuceneTerm(TermIndex.PinyinPart, pinyin)), MatchKind.Pinyin, key);
        }

        if (hits.Count == 0)
        {
            hits.Add(Fuzzy(key, words, pinyin), MatchKind.Fuzzy, key);
        }

        return hits.Found;
    }

    // "she4 hui4" as written by some input methods; digits that follow no letter (5G) stay.
    private static string StripToneNumbers(string text)
    {
        var kept = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var isTone = text[i] is >= '1' and <= '5' && i > 0 && char.IsAsciiLetterLower(text[i - 1])
                && (i + 1 == text.Length || !char.IsAsciiDigit(text[i + 1]));
            if (!isTone)
            {
                kept.Append(text[i]);
            }
        }

        return kept.ToString();
    }

    private static Query? Part(string key, List<string> words, List<string> stems)
    {
        var all = new BooleanQuery();
        GramTokenizer.Cut(key, (gram, isWord) =>
        {
            if (!isWord && all.Clauses.Count < 200)
            {
                all.Add(Is(TermIndex.Gram, gram), Occur.MUST);
            }
        });
        for (var i = 0; i < words.Count && i < 100; i++)
        {
            all.Add(
                Or(
                    Is(TermIndex.StemWord, stems[i]),
                    words[i].Length > 1 ? new PrefixQuery(new LuceneTerm(TermIndex.Word, words[i])) : Is(TermIndex.Word, words[i])),
                Occur.MUST);
        }

        return all.Clauses.Count == 0 ? null : all;
    }

    private static BooleanQuery? Fuzzy(string key, List<string> words, string pinyin)
    {
        if (key.Length < 2)
        {
            return null;
        }

        var any = new BooleanQuery { { Near(TermIndex.Exact, key), Occur.SHOULD } };
        if (pinyin.Length > 4)
        {
            any.Add(Near(TermIndex.Pinyin, pinyin), Occur.SHOULD);
        }

        if (words.Count > 0 && !Han.Contains(key))
        {
            var all = new BooleanQuery();
            foreach (var word in words.Take(50))
            {
                all.Add(word.Length > 2 ? Near(TermIndex.Word, word) : Is(TermIndex.Word, word), Occur.MUST);
            }

            any.Add(all, Occur.SHOULD);
        }

        return any;
    }

    private static FuzzyQuery Near(string field, string text) => new(new LuceneTerm(field, text), text.Length > 4 ? 2 : 1);

    private static TermQuery Is(string field, string text) => new(new LuceneTerm(field, text));

    private static Query Or(Query one, Query? other) =>
        other is null ? one : new BooleanQuery { { one, Occur.SHOULD }, { other, Occur.SHOULD } };

    private sealed class Hits(IndexSearcher searcher, int max)
    {
        private readonly Dictionary<string, int> _byConcept = new(StringComparer.Ordinal);

        public List<TermHit> Found { get; } = [];

        public int Count => Found.Count;

        public void Add(Query? query, MatchKind kind, string key)
        {
            if (query is null || Found.Count >= max)
            {
                return;
            }

            // Several renderings of a concept may match: ask for more until there are enough concepts or no more renderings.
            var wanted = Math.Min(max, 10_000) * 4;
            while (true)
            {
                var top = searcher.Search(query, null, wanted, ShortestFirst);
                foreach (var scored in top.ScoreDocs)
                {
                    Take(searcher.Doc(scored.Doc), kind, key);
                }

                if (Found.Count >= max || top.ScoreDocs.Length < wanted)
                {
                    return;
                }

                wanted *= 4;
            }
        }

        private void Take(Lucene.Net.Documents.Document document, MatchKind kind, string key)
        {
            var id = document.GetField(TermIndex.ConceptId).GetStringValue(System.Globalization.CultureInfo.InvariantCulture);
            var number = document.GetField("number").GetInt32Value() ?? 0;
            if (_byConcept.TryGetValue(id, out var at))
            {
                var hit = Found[at];
                var rendering = hit.Concept.Renderings[number];
                if (hit.Kind == kind && !hit.Matched.Contains(rendering))
                {
                    Found[at] = hit with { Matched = hit.Matched.Add(rendering) };
                }
            }
            else if (Found.Count < max)
            {
                var stored = searcher.Search(Is("id", id), 1);
                var payload = searcher.Doc(stored.ScoreDocs[0].Doc).GetBinaryValue(TermIndex.Payload);
                var (concept, titles) = ConceptCodec.Read(payload.Bytes, payload.Offset, payload.Length);
                var matched = concept.Renderings[number];
                _byConcept[id] = Found.Count;
                Found.Add(new TermHit(concept, [matched], kind, Score(kind, key, matched), titles));
            }
        }

        private static double Score(MatchKind kind, string key, Rendering matched)
        {
            var whole = Han.Contains(key) ? matched.Zh : matched.En;
            var share = (double)key.Length / Math.Max(1, whole.Length);
            return kind == MatchKind.Exact ? 1 : Math.Min(share, 1 / Math.Max(share, 0.01));
        }
    }
}
