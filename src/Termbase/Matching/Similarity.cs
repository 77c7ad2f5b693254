using Termbase.Model;

namespace Termbase.Matching;

/// <summary>
/// The similarity of two segments: <c>100 × (1 − d / L)</c>, where <c>d</c> is the Levenshtein distance (insert, delete or
/// replace one token, each costs 1) and <c>L</c> the number of tokens of the longer one. Tokens are the code points of Chinese
/// and the words of English (<see cref="TokenUnit"/>), on a normalised view: width and compatibility forms (NFKC), letter case,
/// curly quotes, invisible characters, Simplified or Traditional form make no difference; white space only where it parts two words. A number in digits
/// or Chinese numerals (第六条, but not 统一; 万 and 亿 behind it are text) is one token and equals every other number, a placeholder (<c>{0}</c>, <c>%s</c>) every other placeholder; inline codes are left out, but in a
/// segment that has nothing else each is a token and equals every other one. Which numbers, placeholders and codes there were costs a penalty
/// instead (<see cref="MatchPenalties"/>). Exact: no approximation anywhere. Thread-safe.
/// </summary>
public static class Similarity
{
    [ThreadStatic]
    private static TokenBuffer? _left;

    [ThreadStatic]
    private static TokenBuffer? _right;

    /// <summary>Compares two texts without inline codes.</summary>
    public static SimilarityResult Compare(string left, string right, TokenUnit unit) => CompareMarked(left, right, unit);

    /// <summary>Compares two segments with their inline codes.</summary>
    public static SimilarityResult Compare(Segment left, Segment right, TokenUnit unit) =>
        CompareMarked(MarkedText.Of(left), MarkedText.Of(right), unit);

    /// <summary><c>100 × (length − distance) / length</c>; 100 where the length is 0.</summary>
    public static double ScoreOf(int distance, int length) => length == 0 ? 100 : 100.0 * (length - distance) / length;

    /// <summary>
    /// The greatest distance at which segments of this (longer) length still score <paramref name="score"/> or more; -1 if none.
    /// </summary>
    public static int LimitFor(int length, double score)
    {
        var limit = Math.Clamp((int)(length * (1 - (score / 100))) + 1, -1, length);
        while (limit >= 0 && ScoreOf(limit, length) < score)
        {
            limit--;
        }

        return limit;
    }

    internal static SimilarityResult CompareMarked(string left, string right, TokenUnit unit)
    {
        var a = _left ??= new TokenBuffer();
        var b = _right ??= new TokenBuffer();
        Tokenizer.Tokenize(left, unit, a);
        Tokenizer.Tokenize(right, unit, b);
        var distance = Distance(a, b);
        return new SimilarityResult(
            distance,
            Math.Max(a.Count, b.Count),
            !SameNumbers(a, b),
            !SameCodes(a, b, distance),
            ScriptsDiffer(a, left, b, right));
    }

    /// <summary>Whether a character that both have stands in one in its Simplified and in the other in its Traditional form.</summary>
    internal static bool ScriptsDiffer(TokenBuffer a, ReadOnlySpan<char> aText, TokenBuffer b, ReadOnlySpan<char> bText) =>
        HasOtherForm(a, aText, b, bText) || HasOtherForm(b, bText, a, aText);

    private static bool HasOtherForm(TokenBuffer a, ReadOnlySpan<char> aText, TokenBuffer b, ReadOnlySpan<char> bText)
    {
        for (var i = 0; i < a.CharCount; i++)
        {
            var folded = a.Chars[i];
            if (!TextFold.IsPlainHan(folded) || aText[a.Map[i]] == folded || !TextFold.IsPlainHan(aText[a.Map[i]]))
            {
                continue;
            }

            for (var j = 0; j < b.CharCount; j++)
            {
                if (b.Chars[j] == folded && bText[b.Map[j]] == folded)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether the numbers read the same in both texts, in order ("1,000" reads as "1000", 六十 as "60").</summary>
    internal static bool SameNumbers(TokenBuffer a, TokenBuffer b)
    {
        var i = 0;
        var j = 0;
        while (true)
        {
            while (i < a.Count && a.Kinds[i] != TokenKind.Number)
            {
                i++;
            }

            while (j < b.Count && b.Kinds[j] != TokenKind.Number)
            {
                j++;
            }

            if (i == a.Count || j == b.Count)
            {
                return i == a.Count && j == b.Count;
            }

            if (!SameNumber(a[i++], b[j++]))
            {
                return false;
            }
        }
    }

    /// <summary>Whether the inline codes are the same in order and, where the tokens all are, stand between the same ones.</summary>
    internal static bool SameCodes(TokenBuffer a, TokenBuffer b, int distance)
    {
        if (a.CodeCount != b.CodeCount || !a.CodeChars.AsSpan(0, a.CodeCharCount).SequenceEqual(b.CodeChars.AsSpan(0, b.CodeCharCount)))
        {
            return false;
        }

        // Where there is no text, they stand nowhere in particular.
        for (var code = 0; distance == 0 && !a.IsOnlyCodes && !b.IsOnlyCodes && code < a.CodeCount; code++)
        {
            if (a.TokensBefore(code) != b.TokensBefore(code))
            {
                return false;
            }
        }

        return true;
    }

    private static bool SameNumber(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        a.SequenceEqual(b)
        || ((a[0] > 'z' || b[0] > 'z') && ChineseNumber.SameValue(a, b))
        || ((a.Contains(',') || b.Contains(','))
            && a.ToString().Replace(",", "", StringComparison.Ordinal) == b.ToString().Replace(",", "", StringComparison.Ordinal));

    // The textbook recurrence, kept plain: what the fast path must agree with.
    private static int Distance(TokenBuffer a, TokenBuffer b)
    {
        var row = new int[b.Count + 1];
        for (var j = 0; j < row.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 0; i < a.Count; i++)
        {
            var diagonal = row[0];
            row[0] = i + 1;
            for (var j = 0; j < b.Count; j++)
            {
                var cost = a.SameToken(i, b, j) ? 0 : 1;
                (diagonal, row[j + 1]) = (row[j + 1], Math.Min(Math.Min(row[j], row[j + 1]) + 1, diagonal + cost));
            }
        }

        return row[b.Count];
    }
}
