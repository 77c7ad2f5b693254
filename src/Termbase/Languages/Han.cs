using System.Text;
using Termbase.Model;

namespace Termbase.Languages;

/// <summary>
/// Which characters are Chinese. Han counts as <c>\w</c> for .NET's regular expressions, so word boundaries between Chinese and
/// Latin must be asked for here. Thread-safe.
/// </summary>
public static class Han
{
    /// <summary>
    /// Whether a UTF-16 code unit is a Han character of the basic plane (unified, extension A, compatibility, 々 and 〇). Surrogates are not: use
    /// the <see cref="Rune"/> overload where rare characters matter.
    /// </summary>
    public static bool IsHan(char c) =>
        c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or (>= '\uF900' and <= '\uFAFF') or '\u3005' or '\u3007';

    /// <summary>Whether a code point is a Han character, extensions B to H included.</summary>
    public static bool IsHan(Rune rune) =>
        rune.IsBmp ? IsHan((char)rune.Value) : rune.Value is >= 0x20000 and <= 0x323AF;

    /// <summary>Whether the text holds a Han character.</summary>
    public static bool Contains(ReadOnlySpan<char> text)
    {
        for (var i = NextWide(text, 0); i < text.Length; i = NextWide(text, i + 1))
        {
            if (LengthAt(text, i) > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether every UTF-16 code unit is a Han character of the basic plane; true of an empty text.</summary>
    public static bool IsAll(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!IsHan(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Number of Han characters (code points) in the text.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var i = NextWide(text, 0); i < text.Length;)
        {
            var length = LengthAt(text, i);
            count += length > 0 ? 1 : 0;
            i += Math.Max(1, length);
            i = i < text.Length && text[i] < FirstWide ? NextWide(text, i) : i;
        }

        return count;
    }

    // No Han character and no surrogate lies below: in English text whole stretches are skipped at once.
    private const char FirstWide = '\u3005';

    private static int NextWide(ReadOnlySpan<char> text, int from) =>
        text[from..].IndexOfAnyExceptInRange('\0', (char)(FirstWide - 1)) is >= 0 and var at ? from + at : text.Length;

    /// <summary>Unbroken runs of Han characters, in order; spaces and punctuation end a run.</summary>
    public static IEnumerable<TextSpan> Runs(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && LengthAt(text, i) is > 0 and var length)
            {
                i += length;
            }

            if (i > start)
            {
                yield return TextSpan.FromBounds(start, i);
            }
            else
            {
                i++;
            }
        }
    }

    /// <summary>Code units of the Han character that starts at an index: 1, 2, or 0 where none does.</summary>
    public static int LengthAt(ReadOnlySpan<char> text, int index)
    {
        if (IsHan(text[index]))
        {
            return 1;
        }

        return char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
            && IsHan(new Rune(text[index], text[index + 1])) ? 2 : 0;
    }

    /// <summary>
    /// Whether a sign belongs to Chinese typography alone: the CJK block (、。《》「」), full-width forms (，（）！) and vertical forms. Curly
    /// quotes, dash and ellipsis are used by both languages and do not count.
    /// </summary>
    public static bool IsCjkPunctuation(char c) =>
        c is (>= '\u3001' and <= '\u3003') or (>= '\u3008' and <= '\u3020') or '\u3030' or (>= '\uFE10' and <= '\uFE1F')
            or (>= '\uFE30' and <= '\uFE4F') or (>= '\uFF01' and <= '\uFF0F') or (>= '\uFF1A' and <= '\uFF20')
            or (>= '\uFF3B' and <= '\uFF40') or (>= '\uFF5B' and <= '\uFF65') or '\uFFE5';

    /// <summary>Whether a sign stands in Chinese and English text alike (curly quotes, dash, ellipsis, middle dot).</summary>
    public static bool IsSharedPunctuation(char c) => c is '“' or '”' or '‘' or '’' or '—' or '…' or '·';

    /// <summary>Whether text is joined to what stands beside it without a space: a Han character or Chinese punctuation.</summary>
    public static bool IsHanOrPunctuation(char c) => IsHan(c) || IsCjkPunctuation(c) || char.IsSurrogate(c);
}
