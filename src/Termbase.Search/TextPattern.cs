using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Termbase.Languages;
using Termbase.Model;
using Termbase.Search.Analysis;
using LuceneTerm = Lucene.Net.Index.Term;

namespace Termbase.Search;

/// <summary>A query of the concordance, made ready: the predicate on a text, and the terms that a unit must have. Thread-safe.</summary>
internal sealed class TextPattern
{
    // Stand for the wildcards while the query is normalised; Unicode keeps them for private use.
    private const char One = '\uF8F0';
    private const char Run = '\uF8F1';
    private const string Letters = @"\p{L}\p{N}\p{M}\uD800-\uDFFF'_\-";

    private readonly NormalizerOptions _folding;
    private readonly string _wanted;
    private readonly bool _needsStart;
    private readonly Regex? _regex;

    public TextPattern(ConcordanceQuery query)
    {
        _folding = query.Folding;
        var text = query.IsLiteral ? query.Text : Marked(query.Text);
        _wanted = Normalizer.Text(text, _folding);
        IsEmpty = _wanted.All(static c => c == Run);
        _needsStart = !IsEmpty && GramTokenizer.IsWord(_wanted, 0);
        if (_wanted.AsSpan().IndexOfAny(One, Run) >= 0)
        {
            // Linear in the text, whatever the pattern.
            _regex = new Regex(Expression(_wanted), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
    }

    /// <summary>Whether there is nothing to look for.</summary>
    public bool IsEmpty { get; }

    public bool Contains(string text) => Find(Normalizer.Text(text, _folding), 0).Start >= 0;

    /// <summary>Every place, left to right, not overlapping.</summary>
    public ImmutableArray<TextSpan> Spans(string text)
    {
        var (normal, map) = Normalizer.Normalize(text, _folding);
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        for (var found = Find(normal, 0); found.Start >= 0; found = Find(normal, found.Start + found.Length))
        {
            spans.Add(map.ToOriginal(new TextSpan(found.Start, found.Length)));
        }

        return spans.ToImmutable();
    }

    /// <summary>What all units that are meant have in the index; <paramref name="isExact"/> where all that have it are meant.</summary>
    public Query Filter(string field, out bool isExact)
    {
        var all = new BooleanQuery();
        var folded = Normalizer.Text(_wanted, NormalizerOptions.Text);
        isExact = _regex is null && _folding == NormalizerOptions.Text;
        var covered = 0;
        foreach (var (part, isOpenBefore, isOpenAfter) in Parts(folded))
        {
            var grams = new List<(string Gram, bool IsWord, bool AtStart, bool AtEnd)>();
            var cursor = new GramCursor(sparse: false);
            while (cursor.Next(part))
            {
                grams.Add((part.Substring(cursor.Start, cursor.Length), cursor.IsWord, cursor.Start == 0, cursor.Start + cursor.Length == part.Length));
            }

            var hasPair = grams.Exists(static g => !g.IsWord && !IsSingle(g.Gram));
            foreach (var (gram, isWord, atStart, atEnd) in grams)
            {
                var term = new LuceneTerm(field, gram);
                var isCut = isWord && gram.Length == GramTokenizer.LongestWord;
                isExact &= !isCut;
                if ((isWord && atStart && isOpenBefore) || all.Clauses.Count >= 500)
                {
                    isExact = false;
                }
                else if (isWord ? atEnd && isOpenAfter : !hasPair && IsSingle(gram))
                {
                    // The last word may go on in the text, and so may a single character, which is the start of pairs.
                    covered = Math.Max(covered, gram.Length);
                    all.Add(isCut ? new TermQuery(term) : new PrefixQuery(term), Occur.MUST);
                }
                else if (isWord || !IsSingle(gram))
                {
                    covered = Math.Max(covered, gram.Length);
                    all.Add(new TermQuery(term), Occur.MUST);
                }
            }
        }

        isExact &= covered == folded.Length && all.Clauses.Count == 1;
        return all.Clauses.Count == 0 ? new MatchAllDocsQuery() : all;
    }

    private static bool IsSingle(string gram) => gram.Length == (char.IsHighSurrogate(gram[0]) ? 2 : 1);

    private (int Start, int Length) Find(string normal, int from)
    {
        for (var at = from; at <= normal.Length;)
        {
            var length = _wanted.Length;
            if (_regex is null)
            {
                at = normal.IndexOf(_wanted, at, StringComparison.Ordinal);
            }
            else
            {
                var match = _regex.Match(normal, at);
                (at, length) = match.Success ? (match.Index, match.Length) : (-1, 0);
            }

            if (at < 0)
            {
                break;
            }

            if (length > 0 && (!_needsStart || !GramTokenizer.IsWordBefore(normal, at)))
            {
                return (at, length);
            }

            at++;
        }

        return (-1, 0);
    }

    private static string Marked(string text)
    {
        var marked = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var isEscape = text[i] == '\\' && i + 1 < text.Length && text[i + 1] is '*' or '?' or '\\';
            marked.Append(isEscape ? text[++i] : text[i] switch { '*' => Run, '?' => One, var c => c });
        }

        return marked.ToString();
    }

    private static string Expression(string wanted)
    {
        var expression = new StringBuilder();
        for (var i = 0; i < wanted.Length; i++)
        {
            if (wanted[i] == One)
            {
                expression.Append(@"(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[\s\S])");
            }
            else if (wanted[i] != Run)
            {
                expression.Append(Regex.Escape(wanted[i].ToString()));
            }
            else if (wanted.Length > 1 && (i == 0 || wanted[i - 1] == ' ') && (i + 1 == wanted.Length || wanted[i + 1] == ' '))
            {
                // By itself: words, with the spaces between them.
                expression.Append("[" + Letters + "][" + Letters + " ]*?");
            }
            else if (i + 1 == wanted.Length)
            {
                // To the end of the word; after Chinese there is none to go to.
                expression.Append(@"[\p{L}\p{N}\p{M}'_-[\p{Lo}]]*");
            }
            else if (i > 0)
            {
                expression.Append("[" + Letters + "]*?");
            }
        }

        return expression.ToString();
    }

    // The stretches between wildcards, and whether a word at their ends may go on in the text.
    private static IEnumerable<(string Part, bool IsOpenBefore, bool IsOpenAfter)> Parts(string wanted)
    {
        for (var start = 0; start < wanted.Length;)
        {
            var length = wanted.AsSpan(start).IndexOfAny(One, Run);
            var end = length < 0 ? wanted.Length : start + length;
            if (end > start)
            {
                yield return (wanted[start..end], start > 0, true);
            }

            start = end + 1;
        }
    }
}
