using System.Collections.Immutable;
using System.Text;

namespace Termbase.Languages;

/// <summary>
/// Pinyin without tones: of Chinese text, and whether Latin text is a reading of it. Readings come from Unihan (kMandarin,
/// kHanyuPinlu, kXHC1983, kTGHZ2013, kHanyuPinyin). Thread-safe.
/// </summary>
public static class Romanization
{
    /// <summary>
    /// All readings of a character without tones, the usual one first (行: xing, hang, …); empty where none is known. ü is written ü.
    /// </summary>
    public static ImmutableArray<string> Readings(char c)
    {
        var table = PinyinTable.Instance;
        var packed = table.Packed(c);
        if (packed == 0)
        {
            return [];
        }

        var readings = ImmutableArray.CreateBuilder<string>();
        for (; packed != 0; packed >>= PinyinTable.Bits)
        {
            readings.Add(table.Syllables[(int)(packed & PinyinTable.Mask)]);
        }

        return readings.DrainToImmutable();
    }

    /// <summary>Whether two characters have a reading in common, tones apart.</summary>
    public static bool SoundAlike(char a, char b)
    {
        var table = PinyinTable.Instance;
        for (var mine = table.Packed(a); mine != 0; mine >>= PinyinTable.Bits)
        {
            for (var theirs = table.Packed(b); theirs != 0; theirs >>= PinyinTable.Bits)
            {
                if ((mine & PinyinTable.Mask) == (theirs & PinyinTable.Mask))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// The text in pinyin, syllables joined, lower case, no tones: 社会资本 gives "shehuiziben". Characters read differently in common words
    /// (银行, 增长, 重庆) are read as there, others with their usual reading. Latin letters and digits are kept, all else is left out.
    /// </summary>
    public static string Pinyin(string chinese) => string.Concat(PinyinSyllables(chinese));

    /// <summary>As <see cref="Pinyin"/>, syllable by syllable; a run of Latin letters and digits is one element.</summary>
    public static ImmutableArray<string> PinyinSyllables(string chinese)
    {
        var result = ImmutableArray.CreateBuilder<string>();
        var simplified = ChineseScript.ToSimplified(chinese);
        for (var i = 0; i < simplified.Length;)
        {
            if (PolyphoneWords.At(simplified, i) is { } word)
            {
                result.AddRange(word.Syllables);
                i += word.Length;
            }
            else if (Readings(simplified[i]) is { IsEmpty: false } readings)
            {
                result.Add(readings[0]);
                i++;
            }
            else
            {
                var start = i;
                while (i < simplified.Length && char.IsAsciiLetterOrDigit(simplified[i]))
                {
                    i++;
                }

                if (i > start)
                {
                    result.Add(simplified[start..i].ToLowerInvariant());
                }
                else
                {
                    i++;
                }
            }
        }

        return result.DrainToImmutable();
    }

    /// <summary>
    /// Whether Latin text is a reading of Chinese text, whole against whole. Any reading of a character counts; spaces, hyphens, apostrophes,
    /// letter case and diacritics do not; ü, v and u are the same after l and n.
    /// </summary>
    public static bool PinyinMatches(string latin, string chinese)
    {
        var folded = Fold(latin);
        if (folded.Length == 0)
        {
            return false;
        }

        // reached[i]: the characters read so far can spell the first i letters.
        var table = PinyinTable.Instance;
        var reached = new bool[folded.Length + 1];
        var next = new bool[folded.Length + 1];
        reached[0] = true;
        var any = false;
        foreach (var c in chinese)
        {
            var packed = table.Packed(c);
            var isLetter = char.IsAsciiLetterOrDigit(c);
            if (packed == 0 && !isLetter)
            {
                if (Han.IsHan(c) || char.IsSurrogate(c))
                {
                    return false;
                }

                continue;
            }

            any |= !isLetter;
            Array.Clear(next);
            for (var i = 0; i < folded.Length; i++)
            {
                if (!reached[i])
                {
                    continue;
                }

                if (isLetter)
                {
                    next[i + 1] |= folded[i] == char.ToLowerInvariant(c);
                }

                for (var rest = packed; rest != 0; rest >>= PinyinTable.Bits)
                {
                    var syllable = table.Folded[(int)(rest & PinyinTable.Mask)];
                    if (folded.AsSpan(i).StartsWith(syllable, StringComparison.Ordinal))
                    {
                        next[i + syllable.Length] = true;
                    }
                }
            }

            (reached, next) = (next, reached);
        }

        return any && reached[folded.Length];
    }

    /// <summary>
    /// Letters and digits of Latin text as pinyin is compared: lower case, no diacritics, no signs; ü and v become u after l and n
    /// ("Lǜ-sè", "lvse" and "luse" all give "luse").
    /// </summary>
    public static string Fold(string latin)
    {
        var result = new StringBuilder(latin.Length);
        foreach (var c in Sound(latin).Normalize(NormalizationForm.FormD))
        {
            var lower = char.ToLowerInvariant(c);
            if (lower == 'v' && result.Length > 0 && result[^1] is 'l' or 'n')
            {
                result.Append('u');
            }
            else if (char.IsAsciiLetterOrDigit(lower))
            {
                result.Append(lower);
            }
        }

        return result.ToString();
    }

    /// <summary>
    /// Whether a Latin word is made of pinyin syllables from end to end, and which (the fewest; folded as by <see cref="Fold"/>). An
    /// apostrophe, hyphen or space is a syllable boundary. English words can be pinyin by chance ("China", "bang").
    /// </summary>
    public static bool TryParsePinyin(string latin, out ImmutableArray<string> syllables)
    {
        var result = ImmutableArray.CreateBuilder<string>();
        syllables = [];
        foreach (var part in latin.Split([' ', '\'', '’', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            var folded = Fold(part);
            if (!ReferenceEquals(Sound(part), part) || folded.Length != part.Normalize(NormalizationForm.FormC).Length || !Parse(folded, result))
            {
                return false;
            }
        }

        syllables = result.DrainToImmutable();
        return !syllables.IsEmpty;
    }

    // Without what cannot be decomposed, halves of a pair for instance: none of it is a letter of pinyin. The same instance where there is nothing.
    private static string Sound(string latin) =>
        latin.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 && latin.AsSpan().IndexOfAnyInRange('\uFFFE', '\uFFFF') < 0
            ? latin
            : string.Concat(latin.Where(static c => !char.IsSurrogate(c) && c < '\uFFFE'));

    private static bool Parse(string folded, ImmutableArray<string>.Builder result)
    {
        // Fewest syllables from the end: count[i] for the rest from i on, step[i] the length of its first syllable.
        var valid = PinyinTable.Instance.Valid.GetAlternateLookup<ReadOnlySpan<char>>();
        var count = new int[folded.Length + 1];
        var step = new int[folded.Length + 1];
        for (var i = folded.Length - 1; i >= 0; i--)
        {
            count[i] = int.MaxValue;
            for (var length = Math.Min(6, folded.Length - i); length > 0; length--)
            {
                if (count[i + length] != int.MaxValue && count[i + length] + 1 < count[i]
                    && valid.Contains(folded.AsSpan(i, length)))
                {
                    count[i] = count[i + length] + 1;
                    step[i] = length;
                }
            }
        }

        if (folded.Length == 0 || count[0] == int.MaxValue)
        {
            return false;
        }

        for (var i = 0; i < folded.Length; i += step[i])
        {
            result.Add(folded.Substring(i, step[i]));
        }

        return true;
    }
}
