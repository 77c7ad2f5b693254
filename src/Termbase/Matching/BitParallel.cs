namespace Termbase.Matching;

/// <summary>
/// Levenshtein distance by bit vectors: Myers, "A fast bit-vector algorithm for approximate string matching" (JACM 46, 1999), in
/// Hyyrö's form for whole strings and for patterns of several words (2003). One step per text token and 64 pattern tokens.
/// </summary>
internal static unsafe class BitParallel
{
    /// <summary>Words of 64 bits that a pattern takes.</summary>
    public static int WordsFor(int length) => (length + 63) >> 6;

    /// <summary>
    /// The distance, or any number above <paramref name="limit"/> if it is above it.
    /// </summary>
    /// <param name="equal">For each symbol, <paramref name="words"/> words with the bits of the pattern positions where it stands.</param>
    /// <param name="patternLength">Tokens of the pattern, at least 1.</param>
    /// <param name="words"><see cref="WordsFor"/> the pattern.</param>
    /// <param name="text">The symbols of the other text.</param>
    /// <param name="vectors">Room for 2 × <paramref name="words"/> words.</param>
    /// <param name="limit">The greatest distance of interest, not negative.</param>
    public static int Distance(ReadOnlySpan<ulong> equal, int patternLength, int words, ReadOnlySpan<int> text, Span<ulong> vectors, int limit)
    {
        if (Math.Abs(patternLength - text.Length) > limit)
        {
            return limit + 1;
        }

        fixed (ulong* eq = equal)
        fixed (int* symbols = text)
        {
            if (words == 1)
            {
                return Single(eq, patternLength, symbols, text.Length, limit);
            }

            fixed (ulong* v = vectors)
            {
                return Blocks(eq, patternLength, words, symbols, text.Length, v, limit);
            }
        }
    }

    private static int Single(ulong* equal, int n, int* text, int m, int limit)
    {
        var plus = ulong.MaxValue;
        var minus = 0UL;
        var last = n - 1;
        var score = n;
        for (var j = 0; j < m; j++)
        {
            var eq = equal[text[j]];
            var vertical = eq | minus;
            var horizontal = (((eq & plus) + plus) ^ plus) | eq;
            var up = minus | ~(horizontal | plus);
            var down = plus & horizontal;
            score += (int)((up >> last) & 1) - (int)((down >> last) & 1);

            // Each further token can lower the last row by one at most.
            if (score - (m - 1 - j) > limit)
            {
                return limit + 1;
            }

            up = (up << 1) | 1;
            plus = (down << 1) | ~(vertical | up);
            minus = up & vertical;
        }

        return score;
    }

    private static int Blocks(ulong* equal, int n, int words, int* text, int m, ulong* vectors, int limit)
    {
        var plus = vectors;
        var minus = vectors + words;
        for (var w = 0; w < words; w++)
        {
            plus[w] = ulong.MaxValue;
            minus[w] = 0;
        }

        var last = (n - 1) & 63;
        var score = n;
        for (var j = 0; j < m; j++)
        {
            var row = equal + ((long)text[j] * words);
            ulong upIn = 1;
            ulong downIn = 0;
            for (var w = 0; w < words; w++)
            {
                var p = plus[w];
                var q = minus[w];
                var eq = row[w];
                var vertical = eq | q;
                eq |= downIn;
                var horizontal = (((eq & p) + p) ^ p) | eq;
                var up = q | ~(horizontal | p);
                var down = p & horizontal;
                if (w == words - 1)
                {
                    score += (int)((up >> last) & 1) - (int)((down >> last) & 1);
                }

                var upOut = up >> 63;
                var downOut = down >> 63;
                up = (up << 1) | upIn;
                down = (down << 1) | downIn;
                plus[w] = down | ~(vertical | up);
                minus[w] = up & vertical;
                upIn = upOut;
                downIn = downOut;
            }

            if (score - (m - 1 - j) > limit)
            {
                return limit + 1;
            }
        }

        return score;
    }
}
