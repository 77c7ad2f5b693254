namespace Termbase.Recognition;

/// <summary>
/// Letter case by the term's own form. A lower-case word of a term may stand with a capital or in capitals; a capitalised one
/// keeps its capital; an acronym keeps all of them (AI is not ai), but for the -s of its plural.
/// </summary>
internal static class EnglishCase
{
    /// <summary>Whether the text of a match agrees with the term; <paramref name="same"/> tells whether no letter differs in case.</summary>
    public static bool Agrees(ReadOnlySpan<char> text, ReadOnlySpan<char> term, out bool same)
    {
        same = true;
        var theirs = new EnglishTokenizer(text);
        var ours = new EnglishTokenizer(term);
        var first = true;
        var (inText, inTerm) = (0, 0);
        while (ours.MoveNext(out var wanted))
        {
            if (!wanted.IsWord)
            {
                continue;
            }

            var word = term[wanted.Start..wanted.End];
            EnglishToken found;
            do
            {
                if (!theirs.MoveNext(out found))
                {
                    return true;
                }
            }
            while (!found.IsWord);

            var seen = text[found.Start..found.End];
            if (first && inTerm == 0 && word is "to" && !seen.Equals("to", StringComparison.OrdinalIgnoreCase) && ours.MoveNext(out wanted))
            {
                word = term[wanted.Start..wanted.End];
            }

            // Where one side is written solid its second half has nothing to be compared with.
            if (FoldedStart(seen) != FoldedStart(word))
            {
                return true;
            }

            if (!WordAgrees(seen, word, wanted.Gap == TokenGap.Hyphen, ref same))
            {
                return false;
            }

            (inText, inTerm, first) = (inText + 1, inTerm + 1, false);
        }

        return true;
    }

    /// <summary>Two capitals or more and no small letter.</summary>
    public static bool IsAcronym(ReadOnlySpan<char> word)
    {
        var capitals = 0;
        foreach (var c in word)
        {
            if (char.IsLower(c))
            {
                return false;
            }

            capitals += char.IsUpper(c) ? 1 : 0;
        }

        return capitals > 1 || (capitals == 1 && word.Length > 1);
    }

    /// <summary>No capital at all: such a term agrees with most text, which is checked first.</summary>
    public static bool IsLower(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (c is >= 'A' and <= 'Z' || (c >= 0x80 && char.IsUpper(c)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool WordAgrees(ReadOnlySpan<char> seen, ReadOnlySpan<char> word, bool afterHyphen, ref bool same)
    {
        if (IsLower(word))
        {
            if (IsLower(seen))
            {
                return true;
            }

            same = false;
            return IsUpperAt(seen, 0) && (IsLower(seen[1..]) || IsAllUpper(seen));
        }

        if (IsAcronym(word))
        {
            var n = Math.Min(word.Length, seen.Length);
            return !HasLower(seen[..n]) && IsAcronym(seen[..n]);
        }

        if (word.Length == 1)
        {
            return IsUpperAt(seen, 0);
        }

        if (IsUpperAt(word, 0) && IsLower(word[1..]))
        {
            if (IsUpperAt(seen, 0))
            {
                var lower = IsLower(seen[1..]);
                same &= lower;
                return lower || IsAllUpper(seen);
            }

            same = false;
            return afterHyphen || seen is "of" or "and" or "the" or "for" or "in" or "on" or "to";
        }

        // iPhone, DeepSeek: as it is, or in capitals.
        var common = 0;
        while (common < seen.Length && common < word.Length && seen[common] == word[common])
        {
            common++;
        }

        if (common >= word.Length - 1)
        {
            return true;
        }

        same = false;
        return IsAllUpper(seen) || (IsUpperAt(seen, 0) && seen[1..].StartsWith(word[1..], StringComparison.Ordinal));
    }

    private static char FoldedStart(ReadOnlySpan<char> word) => FoldTable.Fold[word[0]];

    private static bool IsUpperAt(ReadOnlySpan<char> word, int at) => char.IsUpper(word[at]) || char.IsDigit(word[at]);

    private static bool IsAllUpper(ReadOnlySpan<char> word) => !HasLower(word);

    private static bool HasLower(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (char.IsLower(c))
            {
                return true;
            }
        }

        return false;
    }
}
