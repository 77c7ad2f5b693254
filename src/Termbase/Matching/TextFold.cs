using System.Globalization;
using System.Text;
using Termbase.Languages;

namespace Termbase.Matching;

/// <summary>
/// The normalised view in which segments are compared, one character at a time: width and compatibility forms (NFKC), case,
/// curly quotes, white space, invisible characters, Traditional characters as Simplified ones. Thread-safe.
/// </summary>
internal static class TextFold
{
    /// <summary>To be raised whenever the folding or the tokens change, so that an index made by an older version is rebuilt.</summary>
    public const int RulesVersion = 4;

    /// <summary>What an index depends on: the rules, and the words by which numerals are judged.</summary>
    public static readonly int Version = RulesVersion ^ (ChineseNumber.WordsVersion << 8);

    // Filled as characters are met; a lost race computes an entry twice. A table for all 65,536 up front would cost start-up time.
    private static readonly string?[] Folded = new string?[char.MaxValue + 1];

    /// <summary>Whether only the script has to be folded.</summary>
    public static bool IsPlainHan(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF');

    /// <summary>What a character of which <see cref="IsPlainHan"/> holds is compared as.</summary>
    public static char FoldHan(char c) => ChineseScript.ToSimplified(c);

    /// <summary>What the character is compared as: none, one or several characters; a space for white space and controls.</summary>
    public static string Fold(char c) => Folded[c] ??= Compute(c);

    private static string Compute(char c)
    {
        switch (c)
        {
            case '\u2018' or '\u2019' or '\u201B' or '\u02BC':
                return "'";
            case '\u201C' or '\u201D' or '\u201F':
                return "\"";
        }

        // Not to be normalised: halves of a pair, and code points that are no characters.
        if (char.IsSurrogate(c) || c is >= '\uFFFE' or (>= '\uFDD0' and <= '\uFDEF'))
        {
            return c.ToString();
        }

        if (char.IsWhiteSpace(c) || char.IsControl(c))
        {
            return " ";
        }

        // Zero-width characters, soft hyphens and marks of direction are not seen, so they make no difference.
        if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format)
        {
            return "";
        }

        var text = c.ToString();
        text = text.IsNormalized(NormalizationForm.FormKC) ? text : text.Normalize(NormalizationForm.FormKC);
        return ChineseScript.ToSimplified(text.ToLowerInvariant());
    }
}
