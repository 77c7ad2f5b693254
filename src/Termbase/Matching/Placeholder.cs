namespace Termbase.Matching;

/// <summary>
/// Placeholders that stand in a text as text: <c>%s</c>, <c>%1$d</c>, <c>%(name)s</c>, <c>%1</c>, <c>{0}</c>, <c>{name:N2}</c>,
/// <c>{{name}}</c>, <c>${name}</c>. Read by hand and not by a pattern, since every candidate of a search is cut into tokens. Stateless.
/// </summary>
internal static class Placeholder
{
    private const int LongestFormat = 20;

    /// <summary>Where the placeholder that starts at a place of a folded text ends (exclusive); -1 where none starts.</summary>
    public static int End(ReadOnlySpan<char> text, int start)
    {
        var rest = text[start..];
        var length = rest[0] switch
        {
            '{' => rest.StartsWith("{{", StringComparison.Ordinal) ? Closed(rest, 2, "}}", static c => IsName(c) || c is '.' or '-' or ' ') : Braces(rest),
            '$' when rest.StartsWith("${", StringComparison.Ordinal) => Closed(rest, 2, "}", static c => c is not ('{' or ' ')),
            '$' when rest.StartsWith("$(", StringComparison.Ordinal) => Closed(rest, 2, ")", static c => IsName(c) || c == '.'),
            '%' when start == 0 || !(char.IsAsciiDigit(text[start - 1]) || text[start - 1] == '%') => Percent(rest),
            _ => -1,
        };
        return length < 0 ? -1 : start + length;
    }

    private static bool IsName(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_';

    private static int Closed(ReadOnlySpan<char> rest, int start, string close, Func<char, bool> allowed)
    {
        var at = start;
        while (at < rest.Length && !rest[at..].StartsWith(close, StringComparison.Ordinal) && allowed(rest[at]))
        {
            at++;
        }

        return at > start && rest[at..].StartsWith(close, StringComparison.Ordinal) ? at + close.Length : -1;
    }

    // {}, {0}, {user.name}, {items[0]}, {name!r}, {0:N2}, {count,5}.
    private static int Braces(ReadOnlySpan<char> rest)
    {
        var at = 1;
        while (at < rest.Length && (IsName(rest[at]) || (at > 1 && rest[at] is '.' or '[' or ']' or '!')))
        {
            at++;
        }

        if (at < rest.Length && rest[at] is ':' or ',')
        {
            var end = rest[at..Math.Min(rest.Length, at + LongestFormat + 2)].IndexOfAny('{', '}');
            at = end < 0 || rest[(at + 1)..(at + end)].ContainsAnyInRange('\u3400', '\u9FFF') ? rest.Length : at + end;
        }

        return at < rest.Length && rest[at] == '}' ? at + 1 : -1;
    }

    private static int Percent(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("%{", StringComparison.Ordinal))
        {
            return Closed(rest, 2, "}", IsName);
        }

        if (rest.StartsWith("%(", StringComparison.Ordinal))
        {
            var closed = Closed(rest, 2, ")", IsName);
            return closed < 0 ? -1 : Conversion(rest, closed);
        }

        var digits = Digits(rest, 1);
        if (digits > 1 && digits < rest.Length && rest[digits] == '$')
        {
            return Conversion(rest, digits + 1);
        }

        var end = Conversion(rest, 1);

        // %1, as Qt writes it; but not the start of a percentage written the other way round (%50.5).
        var isBare = digits is 2 or 3 && !(digits < rest.Length
            && (rest[digits] == '%' || (rest[digits] is '.' or ',' && digits + 1 < rest.Length && char.IsAsciiDigit(rest[digits + 1]))));
        return end > 0 ? end : isBare ? digits : -1;
    }

    // Flags, width, precision, length and the letter of printf; what follows must not be a letter (none in "5 % discount"; "%share" is no code).
    private static int Conversion(ReadOnlySpan<char> rest, int at)
    {
        while (at < rest.Length && rest[at] is '-' or '+' or '#' or '0')
        {
            at++;
        }

        at = Digits(rest, at);
        at = at < rest.Length && rest[at] == '.' ? Digits(rest, at + 1) : at;
        var letter = at;
        while (letter < rest.Length && rest[letter] is 'h' or 'l' or 'z' or 'j' or 't')
        {
            letter++;
        }

        return letter < rest.Length && "diuoxefgcsp@".Contains(rest[letter], StringComparison.Ordinal)
            && !(letter + 1 < rest.Length && char.IsAsciiLetter(rest[letter + 1])) ? letter + 1 : -1;
    }

    private static int Digits(ReadOnlySpan<char> rest, int at)
    {
        while (at < rest.Length && char.IsAsciiDigit(rest[at]))
        {
            at++;
        }

        return at;
    }
}
