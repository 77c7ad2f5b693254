using Termbase.Languages;
using Termbase.Mining;

namespace Termbase.Linting;

/// <summary>
/// Words that are no words and lie one slip of the keyboard from one that is. Words are lower case. Thread-safe; the table of translations,
/// whose stems serve as the list of English words, is read at first use.
/// </summary>
internal static class Misspelling
{
    /// <summary>Shorter words have too many neighbours.</summary>
    public const int Shortest = 7;

    // A stem seen in fewer of the sentences that the table was learned from may be a slip itself.
    private const float Common = 2e-5f;

    private const string Endings = "ed ing er ers or ors ment ments able ation ations y";

    /// <summary>Whether a word is one of the lists, in some form.</summary>
    public static bool IsListed(string word) => GlossLexicon.IsEnglish(word) || BilingualLexicon.Instance.StemOf(EnglishStem.Of(word)) >= 0;

    /// <summary>Whether a word is one of the lists, or one of them with what English puts before and behind it.</summary>
    public static bool IsWord(string word) => IsListed(word) || IsDerived(word);

    /// <summary>The word of the text that an unknown one is a slip for, or null.</summary>
    public static string? Of(string word, ILookup<(char, char), string> words) =>
        words[(word[0], word[^1])].FirstOrDefault(w => w != word && (IsOneOff(word, w) || (IsTwoShort(word, w) && !IsDerived(word))) && !IsVariety(word, w));

    /// <summary>
    /// The word of the text beside which a listed one is so rare that the list has it from somebody's slip: two letters exchanged, one too few or too
    /// many; or null.
    /// </summary>
    public static string? OfFrequent(string word, ILookup<(char, char), string> words) =>
        word.Length < Shortest + 1 || Frequency(word) is not (> 0 and < Rare) ? null
            : words[(word[0], word[^1])].FirstOrDefault(w => w != word && IsOneOff(word, w) && !IsVowelChange(word, w) && !IsVariety(word, w) && Frequency(w) >= Rarer * Frequency(word));

    private const float Rare = 4e-5f;

    private const float Rarer = 15;

    private static float Frequency(string word) => BilingualLexicon.Instance.StemOf(EnglishStem.Of(word)) is >= 0 and var stem ? BilingualLexicon.Instance.StemFrequency(stem) : 0;

    private static bool IsVowelChange(string a, string b) => a.Length == b.Length && !IsOneOffExchange(a, b);

    /// <summary>The common word that an unknown one of eight letters or more is a slip for: two letters exchanged, or one left out inside; or null.</summary>
    public static string? OfCommon(string word)
    {
        Span<char> letters = [.. word];
        for (var i = 1; i + 2 < word.Length; i++)
        {
            (letters[i], letters[i + 1]) = (letters[i + 1], letters[i]);
            if (letters[i] != letters[i + 1] && BeginsLikeCommon(letters) && letters.ToString() is var exchanged && IsCommon(exchanged))
            {
                return exchanged;
            }

            (letters[i], letters[i + 1]) = (letters[i + 1], letters[i]);
        }

        Span<char> filled = [.. word, ' '];
        for (var at = 2; at + 2 < word.Length && (at < Beginning || BeginsLikeCommon(word)); at++)
        {
            word.AsSpan(0, at).CopyTo(filled);
            word.AsSpan(at).CopyTo(filled[(at + 1)..]);
            for (filled[at] = 'a'; filled[at] <= 'z'; filled[at]++)
            {
                if (BeginsLikeCommon(filled) && filled.ToString() is var common && IsCommon(common) && !IsVariety(word, common))
                {
                    return common;
                }
            }
        }

        return null;
    }

    private const int Beginning = 6;

    // A stem of words as long as ours has three letters at least.
    private const int ShortestStem = 3;

    // A bit for the beginning of each common word and stem, or for all of it where it is shorter; a stem may end in y for an i of the word.
    private static readonly Lazy<ulong[]> Beginnings = new(static () =>
    {
        var bits = new ulong[1 << 14];
        var stems = BilingualLexicon.Instance.Stems.Where(static s => BilingualLexicon.Instance.StemFrequency(BilingualLexicon.Instance.StemOf(s)) >= Common);
        foreach (var word in GlossLexicon.AllEnglish.Where(static w => w.Length >= Beginning).Concat(stems))
        {
            Add(word);
            if (word is [.., 'y'] && word.Length <= Beginning)
            {
                Add(word[..^1] + "i");
            }
        }

        return bits;

        void Add(string word)
        {
            var hash = 0U;
            foreach (var c in word.AsSpan(0, Math.Min(word.Length, Beginning)))
            {
                hash = Hash(hash, c);
            }

            bits[Slot(hash)] |= 1UL << (int)(hash >> 26);
        }
    });

    // Most words of no list begin as none does, which rules out all that could be made of them at once.
    private static bool BeginsLikeCommon(ReadOnlySpan<char> word)
    {
        var (bits, hash) = (Beginnings.Value, 0U);
        for (var i = 0; i < Beginning; i++)
        {
            hash = Hash(hash, word[i]);
            if (i + 1 >= ShortestStem && (bits[Slot(hash)] & (1UL << (int)(hash >> 26))) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private static uint Hash(uint hash, char c) => (hash ^ c) * 0x9E3779B1U;

    private static int Slot(uint hash) => (int)((hash >> 12) & ((1 << 14) - 1));

    /// <summary>Whether a word differs from another by a letter too few or too many, two letters exchanged, or one vowel for another.</summary>
    public static bool IsOneOff(string word, string right)
    {
        var common = word.AsSpan().CommonPrefixLength(right);
        var a = word.AsSpan(common);
        var b = right.AsSpan(common);
        return a.Length == b.Length
            ? a.Length > 2 && ((a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..])) || (IsVowel(a[0]) && IsVowel(b[0]) && a[1..].SequenceEqual(b[1..])))
            : a.Length + 1 == b.Length ? a.Length > 1 && a.SequenceEqual(b[1..]) : b.Length + 1 == a.Length && b.Length > 1 && b.SequenceEqual(a[1..]);
    }

    // "apprentiship": two neighbours left out of a long word.
    private static bool IsTwoShort(string word, string right)
    {
        var common = word.AsSpan().CommonPrefixLength(right);
        return word.Length >= 10 && word.Length + 2 == right.Length && common >= 3 && word.Length - common >= 3 && word.AsSpan(common).SequenceEqual(right.AsSpan(common + 2));
    }

    // counselling and counseling, neighbour and neighbor: two ways to spell it.
    private static bool IsVariety(string word, string right)
    {
        var (shorter, longer) = word.Length < right.Length ? (word, right) : (right, word);
        var common = shorter.AsSpan().CommonPrefixLength(longer);
        return SpellingVariety.ToAmerican(word) == right || SpellingVariety.ToAmerican(right) == word
            || (longer.Length == shorter.Length + 1 && common > 0
                && ((longer[common - 1] == longer[common] && (common + 1 == longer.Length || Endings.Split(' ').Contains(longer[(common + 1)..], StringComparer.Ordinal)))
                    || (longer.AsSpan(common - 1).StartsWith("our", StringComparison.Ordinal) && shorter.AsSpan(common - 1).StartsWith("or", StringComparison.Ordinal))
                    || (longer[common] == 'e' && common + 1 < longer.Length && longer.AsSpan(common + 1) is "able" or "ment" or "ing" or "ments" or "ability")))
            || (word.Length == right.Length && EndsAlike(word, right));
    }

    // adviser and advisor, dependent and dependant, -ible and -able are for a dictionary to say.
    private static bool EndsAlike(string a, string b) => a.AsSpan().CommonPrefixLength(b) >= a.Length - 5 && (a.EndsWith('r') || a.EndsWith("rs", StringComparison.Ordinal)) && !IsOneOffExchange(a, b);

    private static bool IsOneOffExchange(string a, string b)
    {
        var at = a.AsSpan().CommonPrefixLength(b);
        return at + 1 < a.Length && a[at] == b[at + 1] && a[at + 1] == b[at];
    }

    private static bool IsCommon(string word) =>
        GlossLexicon.IsEnglish(word) || (BilingualLexicon.Instance.StemOf(EnglishStem.Of(word)) is >= 0 and var stem && BilingualLexicon.Instance.StemFrequency(stem) >= Common);

    // reforestation, digitalization.
    private static bool IsDerived(string word)
    {
        foreach (var prefix in (ReadOnlySpan<string>)["re", "un", "in", "non", "pre", "sub", "over", "under", "inter", "intra", "multi", "micro", "macro", "nano", "agro", "agri", "bio", "eco", "geo", "hydro", "photo", "electro", "thermo", "tele", "super", "ultra", "trans", "anti", "counter", "semi", "mini", "mega", "aero", "auto", "cyber", "de", "dis", "co", "out", "up", "fore", "post"])
        {
            if (word.Length >= prefix.Length + 4 && word.StartsWith(prefix, StringComparison.Ordinal) && IsStem(word[prefix.Length..]))
            {
                return true;
            }
        }

        foreach (var ending in (ReadOnlySpan<string>)["ness", "less", "ship", "ships", "hood", "ment", "ments", "able", "ability", "ization", "isation", "izations", "isations", "ize", "ise", "izing", "ising", "ized", "ised", "izes", "ises", "ation", "ations", "al", "ally", "ic", "ical", "ism", "ist", "ists", "ity", "ities", "ive", "ively", "er", "ers", "or", "ors", "ful", "wide", "ward", "wards", "work", "works", "land", "lands", "water", "house", "houses", "side", "time", "line", "lines", "way", "ways", "like", "based", "men", "man", "ian", "ians", "ary", "ous", "ence", "ance", "ences", "ances", "ency", "ancy"])
        {
            if (word.Length >= ending.Length + 4 && word.EndsWith(ending, StringComparison.Ordinal) && IsStem(word[..^ending.Length]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsStem(string word) =>
        BilingualLexicon.Instance.StemOf(EnglishStem.Of(word)) >= 0 || BilingualLexicon.Instance.StemOf(word) >= 0 || BilingualLexicon.Instance.StemOf(word + "e") >= 0;

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
