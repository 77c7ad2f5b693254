using System.Buffers;
using System.Globalization;

namespace Termbase.Formats.Tmx;

/// <summary>Looks in text for what XML 1.0 forbids or what may be it. Thread-safe.</summary>
internal static class XmlScan
{
    /// <summary>The most characters of a reference, with its ampersand and semicolon.</summary>
    internal const int LongestReference = 40;

    /// <summary>What must be looked at in mark-up and text; the two non-characters aside.</summary>
    internal static readonly SearchValues<char> Special = SearchValues.Create(
        "&!?\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\u000B\f\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    private static readonly SearchValues<char> NameChars =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-");

    /// <summary>How many characters from the start need no repair; <paramref name="last"/> is the one before.</summary>
    internal static int SoundLength(ReadOnlySpan<char> text, char last)
    {
        text = text[..NonCharacter(text, 0)];
        var at = 0;
        while (text[at..].IndexOfAny(Special) is var next && next >= 0)
        {
            var rest = text[(at + next)..];
            var length = rest[0] switch
            {
                '&' => KnownReference(rest),
                '!' or '?' => (at + next == 0 ? last : text[at + next - 1]) == '<' ? 0 : 1,
                '\r' => rest.Length > 1 && rest[1] == '\n' ? 2 : 0,
                _ => 0,
            };
            at += next + length;
            if (length == 0)
            {
                return at;
            }
        }

        return text.Length;
    }

    // The length of a reference that every XML reader knows, or 0.
    private static int KnownReference(ReadOnlySpan<char> rest) =>
        rest.StartsWith("&amp;", StringComparison.Ordinal) ? 5
        : rest.StartsWith("&lt;", StringComparison.Ordinal) || rest.StartsWith("&gt;", StringComparison.Ordinal) ? 4
        : rest.StartsWith("&quot;", StringComparison.Ordinal) || rest.StartsWith("&apos;", StringComparison.Ordinal) ? 6
        : 0;

    /// <summary>Where the next of U+FFFE and U+FFFF stands, or the length.</summary>
    internal static int NonCharacter(ReadOnlySpan<char> text, int from) =>
        text[from..].IndexOfAnyInRange('\uFFFE', '\uFFFF') is var at && at >= 0 ? from + at : text.Length;

    /// <summary>Whether more text is needed to tell what starts here.</summary>
    internal static bool Waits(ReadOnlySpan<char> rest) => rest[0] switch
    {
        '&' => !rest.Contains(';'),
        '!' => rest.Length < 8,
        '\r' => rest.Length < 2,
        _ => false,
    };

    /// <summary>Inside comments, CDATA, instructions and the DOCTYPE: where the next character stands that may end it or is forbidden, or -1.</summary>
    internal static int NextInside(ReadOnlySpan<char> rest, bool isDocType)
    {
        for (var i = 0; i < rest.Length; i++)
        {
            var c = rest[i];
            if (c is '>' or '\r' or '\uFFFE' or '\uFFFF' || (c < ' ' && c is not ('\t' or '\n')) || (isDocType && c is '[' or ']'))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Where the first of some start tags begins (<c>&lt;tu</c>, not <c>&lt;tuv</c>), or -1.</summary>
    internal static int FindUnit(ReadOnlySpan<char> text, int from, string[] units)
    {
        var first = -1;
        foreach (var unit in units)
        {
            for (var start = from; start < text.Length && text[start..].IndexOf(unit, StringComparison.Ordinal) is var at && at >= 0;)
            {
                var after = start + at + unit.Length;
                if (after < text.Length && text[after] is ' ' or '\t' or '\n' or '\r' or '>' or '/')
                {
                    first = first < 0 ? start + at : Math.Min(first, start + at);
                    break;
                }

                start = after;
            }
        }

        return first;
    }

    /// <summary>
    /// The length of what an ampersand starts, and what stands for it instead (null: it stays) for the reason <paramref name="fault"/>: a reference
    /// to a forbidden character, an entity that nobody declares, a bare ampersand.
    /// </summary>
    internal static int Reference(ReadOnlySpan<char> rest, out string? instead, out string? fault)
    {
        (instead, fault) = (null, null);
        var end = rest[..Math.Min(rest.Length, LongestReference)].IndexOf(';');
        var name = end > 1 ? rest[1..end] : default;
        if (name is "amp" or "lt" or "gt" or "quot" or "apos")
        {
            return end + 1;
        }

        if (!name.IsEmpty && name[0] == '#')
        {
            var isHex = name.Length > 1 && name[1] == 'x';
            var isNumber = isHex
                ? int.TryParse(name[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                : int.TryParse(name[1..], NumberStyles.None, CultureInfo.InvariantCulture, out code);
            if (isNumber)
            {
                (instead, fault) = XmlText.IsChar(code) ? (null, null) : (XmlText.StandIn(code), $"illegal character reference &{name};");
                return end + 1;
            }
        }

        fault = !name.IsEmpty && char.IsAsciiLetter(name[0]) && name.IndexOfAnyExcept(NameChars) < 0
            ? $"undeclared entity &{name}; kept as text"
            : "bare ampersand";
        instead = "&amp;";
        return 1;
    }
}
