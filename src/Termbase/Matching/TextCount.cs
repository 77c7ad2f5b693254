using System.Text;
using Termbase.Languages;

namespace Termbase.Matching;

/// <summary>How long a text is, as it is invoiced. Immutable.</summary>
/// <param name="Segments">Segments.</param>
/// <param name="Words">Words that are not Chinese: what stands between spaces, Chinese characters and Chinese punctuation.</param>
/// <param name="Han">汉字: Chinese characters without punctuation.</param>
/// <param name="CountedCharacters">
/// 字数 as Word counts them: each Chinese character and each full-width or Chinese punctuation mark is one, each other word is one.
/// </param>
public readonly record struct TextCount(long Segments, long Words, long Han, long CountedCharacters)
{
    /// <summary>Both together.</summary>
    public static TextCount operator +(TextCount a, TextCount b) =>
        new(a.Segments + b.Segments, a.Words + b.Words, a.Han + b.Han, a.CountedCharacters + b.CountedCharacters);

    /// <summary>Both together.</summary>
    public static TextCount Add(TextCount left, TextCount right) => left + right;

    /// <summary>Counts one segment.</summary>
    public static TextCount Of(string text)
    {
        long words = 0;
        long han = 0;
        long asian = 0;
        var inWord = false;
        var isChinese = Languages.Han.Contains(text);
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            at += rune.Utf16SequenceLength;
            if (Languages.Han.IsHan(rune))
            {
                han++;
                asian++;
                inWord = false;
            }
            else if (IsAsian(rune.Value, isChinese) && !(rune.Value == 0x2019 && inWord && at < text.Length && char.IsAsciiLetter(text[at])))
            {
                asian++;
                inWord = false;
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                inWord = false;
            }
            else if (!inWord)
            {
                words++;
                inWord = true;
            }
        }

        return new TextCount(1, words, han, asian + words);
    }

    // Word counts signs that both scripts use (quotes, dashes, dots, ①, Ⅱ, ℃, ※, →, ■) by the font they are in; here by whether the segment is Chinese.
    private static bool IsAsian(int c, bool isChinese) =>
        c is (>= 0x3001 and <= 0x30FF) or (>= 0x3100 and <= 0x312F) or (>= 0xFF01 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0xFE30 and <= 0xFE4F)
        || (isChinese && c is 0x2014 or 0x2018 or 0x2019 or 0x201C or 0x201D or 0x2026 or 0x00B7
            or 0x203B or 0x2103 or 0x2116 or (>= 0x2160 and <= 0x217F) or (>= 0x2190 and <= 0x2193) or (>= 0x2460 and <= 0x249B) or (>= 0x25A0 and <= 0x2606));
}
