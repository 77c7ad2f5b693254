namespace Termbase.Languages.Numerals;

/// <summary>Finds what is made of letters and digits and is no number: names (COVID-19, Ka-52M, G20), addresses, e-mails.</summary>
internal static class CodeScanner
{
    private static readonly string[] Schemes = ["http://", "https://", "ftp://", "www."];

    /// <summary>The end of a URL or e-mail address that starts at a letter or digit, or -1.</summary>
    public static int UrlEnd(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..];
        foreach (var scheme in Schemes)
        {
            if (rest.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                return at + EndOfAddress(rest);
            }
        }

        var i = at;
        while (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '.' or '_' or '+') && i - at < 64)
        {
            i++;
        }

        return i > at && i + 1 < text.Length && text[i] == '@' && char.IsAsciiLetterOrDigit(text[i + 1]) ? at + EndOfAddress(rest) : -1;
    }

    /// <summary>
    /// The end of the run of letters, digits and joining hyphens from <paramref name="at"/>; <paramref name="hasDigit"/>
    /// says whether it is a code at all.
    /// </summary>
    public static int RunEnd(ReadOnlySpan<char> text, int at, out bool hasDigit)
    {
        hasDigit = false;
        var i = at;
        while (i < text.Length)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                hasDigit = true;
            }
            else if (!char.IsAsciiLetter(c) && !(c is '-' or '‑' && i + 1 < text.Length && char.IsAsciiLetterOrDigit(text[i + 1])))
            {
                break;
            }

            i++;
        }

        return i;
    }

    /// <summary>Where to go on from a sign that starts no number: behind a numeric character reference (<c>&amp;#8217;</c>), else one further.</summary>
    public static int AfterEntity(ReadOnlySpan<char> text, int at)
    {
        if (text[at] != '&' || at + 2 >= text.Length || text[at + 1] != '#')
        {
            return at + 1;
        }

        var end = at + 2;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        return end;
    }

    /// <summary>Letters and digits of a code in upper case.</summary>
    public static string Normalize(ReadOnlySpan<char> code)
    {
        Span<char> kept = code.Length <= 64 ? stackalloc char[code.Length] : new char[code.Length];
        var n = 0;
        foreach (var c in code)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                kept[n++] = char.ToUpperInvariant(c);
            }
        }

        return new string(kept[..n]);
    }

    private static int EndOfAddress(ReadOnlySpan<char> rest)
    {
        var i = 0;
        while (i < rest.Length && rest[i] is > ' ' and < '\u007f' && rest[i] is not ('"' or '<' or '>'))
        {
            i++;
        }

        return i;
    }
}
