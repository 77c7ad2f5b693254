using System.Text;
using Termbase.Languages;

namespace Termbase.Recognition;

/// <summary>
/// Folding and kind of every UTF-16 code unit, one table look-up each, so that a text is normalised while it is scanned and offsets
/// stay those of the original. Folds width, case, accents, quotes and Traditional characters. Thread-safe.
/// </summary>
internal static class FoldTable
{
    public static readonly char[] Fold = new char[0x10000];
    public static readonly CharKind[] Kind = new CharKind[0x10000];

    static FoldTable()
    {
        for (var i = 0; i < 0x10000; i++)
        {
            var c = (char)i;
            var folded = FoldOne(c);
            Fold[i] = folded;
            Kind[i] = KindOf(c, folded);
        }
    }

    /// <summary>The ASCII letters that a Latin ligature stands for, or null.</summary>
    public static string? Ligature(char c) => c is < '\uFB00' or > '\uFB06' ? null : c switch
    {
        '\uFB00' => "ff",
        '\uFB01' => "fi",
        '\uFB02' => "fl",
        '\uFB03' => "ffi",
        '\uFB04' => "ffl",
        _ => "st",
    };

    public static bool IsWord(char c) => Kind[c] is CharKind.Letter or CharKind.Digit;

    private static char FoldOne(char c)
    {
        if (c < 0x80)
        {
            return c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c == '`' ? '\'' : c;
        }

        switch (c)
        {
            case >= '\uFF01' and <= '\uFF5E':
                return FoldOne((char)(c - 0xFEE0));
            case '\u3000' or '\u00A0':
                return ' ';
            case '\u2018' or '\u2019' or '\u201B' or '\u2032' or '\u02BC':
                return '\'';
            case '\u201C' or '\u201D' or '\u201E' or '\u201F':
                return '"';
            case '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2212' or '\uFE63':
                return '-';
            case '\u25CB' or '\u25EF':
                return '〇';
            case (>= '\u00C0' and <= '\u024F') or (>= '\u1E00' and <= '\u1EFF'):
                return Unaccent(c);
        }

        if (c is >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF')
        {
            return ChineseScript.ToSimplified(c);
        }

        return c is >= '\u0370' and <= '\u058F' ? char.ToLowerInvariant(c) : c;
    }

    private static char Unaccent(char c)
    {
        c = char.ToLowerInvariant(c);
        return c switch
        {
            'ø' => 'o',
            'đ' => 'd',
            'ł' => 'l',
            'ı' => 'i',
            '×' or '÷' => c,
            _ => c.ToString().Normalize(NormalizationForm.FormD)[0],
        };
    }

    private static CharKind KindOf(char c, char folded) => folded switch
    {
        '\n' or '\r' or '\u2028' or '\u2029' => CharKind.LineEnd,
        '-' => CharKind.Hyphen,
        '\'' => CharKind.Apostrophe,
        '_' => CharKind.Letter,
        '\u00AD' or '\uFEFF' or (>= '\u200B' and <= '\u200D') or '\u2060' or (>= '\u0300' and <= '\u036F') => CharKind.Nothing,
        >= '0' and <= '9' => CharKind.Digit,
        < '\u0080' => char.IsAsciiLetter(folded) ? CharKind.Letter : folded is ' ' or '\t' ? CharKind.Space : CharKind.Sign,
        >= '\uD800' and <= '\uDFFF' or '\u3005' or '\u3007' => CharKind.Han,
        >= '\u3040' => char.IsLetter(folded) && c is < '\uFB00' or > '\uFE2F' ? CharKind.Han : c is >= '\uFB00' and <= '\uFB06' ? CharKind.Letter : CharKind.Sign,
        _ => char.IsLetter(folded) ? CharKind.Letter : char.IsWhiteSpace(folded) ? CharKind.Space : CharKind.Sign,
    };
}
