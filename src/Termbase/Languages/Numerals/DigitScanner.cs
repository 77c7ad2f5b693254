namespace Termbase.Languages.Numerals;

/// <summary>Reads numbers in digits, half or full width, with thousands separators and a decimal point.</summary>
internal static class DigitScanner
{
    private const int MaxDigits = 18;

    /// <summary>The digit's value, half or full width, or -1.</summary>
    public static int Digit(char c) => c is >= '0' and <= '9' ? c - '0' : c is >= '０' and <= '９' ? c - '０' : -1;

    /// <summary>Whether a number starts at <paramref name="at"/>. One with more than 18 digits is none.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out NumberToken token)
    {
        token = new NumberToken { Start = at, Scale = 1, Form = NumberForm.Digits };
        Int128 value = 0;
        Int128 denominator = 1;
        var i = at;
        var digits = 0;
        while (i < text.Length)
        {
            var digit = Digit(text[i]);
            if (digit >= 0)
            {
                if (++digits > MaxDigits)
                {
                    break;
                }

                value = (value * 10) + digit;
                i++;
            }
            else if (digits > 0 && IsSeparator(text, i, at, token.HasSeparator))
            {
                token.HasSeparator = true;
                i++;
            }
            else
            {
                break;
            }
        }

        token.DigitCount = digits;
        if (digits > 0 && i + 1 < text.Length && text[i] is '.' or '．' && Digit(text[i + 1]) >= 0)
        {
            token.HasPoint = true;
            for (i++; i < text.Length && Digit(text[i]) is >= 0 and var digit && digits++ < MaxDigits; i++)
            {
                value = (value * 10) + digit;
                denominator *= 10;
            }
        }

        token.End = i;
        if (digits is 0 or > MaxDigits)
        {
            return false;
        }

        token.Value = token.Upper = new Rational(value, denominator);
        return true;
    }

    // A comma with exactly three digits behind it; the first group has one to three.
    private static bool IsSeparator(ReadOnlySpan<char> text, int at, int start, bool later)
    {
        if (text[at] is not (',' or '，' or '\u00A0' or '\u202F') || (!later && at - start > 3) || at + 3 >= text.Length)
        {
            return false;
        }

        // The first group may not begin with 0, else it is a list: "0,123".
        return Digit(text[start]) > 0 && Digit(text[at + 1]) >= 0 && Digit(text[at + 2]) >= 0 && Digit(text[at + 3]) >= 0
            && (at + 4 >= text.Length || Digit(text[at + 4]) < 0);
    }
}
