using System.Collections.Immutable;
using System.Text;

namespace Termbase.Languages;

/// <summary>
/// Pinyin without tones: of Chinese text, and whether Latin text is a reading of it. Readings come from Unihan (kMandarin,
/// kHanyuPinlu, kXHC1983, kTGHZ2013, kHanyuPinyin). Thread-safe.
/// </summary>
public static partial class Romanization
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
            else if (PinyinTable.Instance.Packed(simplified[i]) is not 0 and var readings)
            {
                result.Add(PinyinTable.Instance.Syllables[(int)(readings & PinyinTable.Mask)]);
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
        Span<bool> reached = folded.Length < LongestOnStack ? stackalloc bool[folded.Length + 1] : new bool[folded.Length + 1];
        Span<bool> next = folded.Length < LongestOnStack ? stackalloc bool[folded.Length + 1] : new bool[folded.Length + 1];
        reached.Clear();
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
            next.Clear();
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

            var read = reached;
            reached = next;
            next = read;
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
}
