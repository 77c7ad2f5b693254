using System.Globalization;
using System.Text;

namespace Termbase.Formats.Po;

/// <summary>Strings of PO: escapes and the way they are broken into lines.</summary>
internal static class PoText
{
    // msgcat breaks at 79 columns; a long text without line feeds stays on one line here, since where to break it is a matter of taste.
    internal static void Write(StringBuilder to, string keyword, string text, string lineEnd = "\n", string prefix = "")
    {
        to.Append(prefix).Append(keyword).Append(' ');
        var feed = text.IndexOf('\n', StringComparison.Ordinal);
        if (feed < 0 || feed == text.Length - 1)
        {
            Quote(to, text);
            return;
        }

        to.Append("\"\"");
        for (var at = 0; at < text.Length;)
        {
            var next = text.IndexOf('\n', at) is var found && found < 0 ? text.Length : found + 1;
            to.Append(lineEnd).Append(prefix);
            Quote(to, text.AsSpan(at, next - at));
            at = next;
        }
    }

    internal static void Quote(StringBuilder to, ReadOnlySpan<char> text)
    {
        to.Append('"');
        foreach (var c in text)
        {
            switch (c)
            {
                case '"' or '\\':
                    to.Append('\\').Append(c);
                    break;
                case '\n':
                    to.Append("\\n");
                    break;
                case '\r':
                    to.Append("\\r");
                    break;
                case '\t':
                    to.Append("\\t");
                    break;
                case '\a':
                    to.Append("\\a");
                    break;
                case '\b':
                    to.Append("\\b");
                    break;
                case '\f':
                    to.Append("\\f");
                    break;
                case '\v':
                    to.Append("\\v");
                    break;
                case < ' ' or '\u007F':
                    // Three octal digits, so that a digit that follows is not taken for a part of it.
                    to.Append('\\').Append((char)('0' + (c >> 6))).Append((char)('0' + ((c >> 3) & 7))).Append((char)('0' + (c & 7)));
                    break;
                default:
                    to.Append(c);
                    break;
            }
        }

        to.Append('"');
    }

    /// <summary>Takes what follows a backslash; how many characters that was, 0 if it is no escape.</summary>
    internal static int Unescape(ReadOnlySpan<char> text, StringBuilder to)
    {
        var c = text[0] switch
        {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            '"' => '"',
            '\\' => '\\',
            'a' => '\a',
            'b' => '\b',
            'f' => '\f',
            'v' => '\v',
            _ => '\0',
        };
        if (c != '\0')
        {
            to.Append(c);
            return 1;
        }

        var (radix, at, most) = text[0] == 'x' ? (16, 1, 3) : (8, 0, 3);
        var value = 0;
        var start = at;
        while (at < text.Length && at < most && Digit(text[at], radix) is var digit && digit >= 0)
        {
            value = (value * radix) + digit;
            at++;
        }

        if (at == start)
        {
            return 0;
        }

        to.Append((char)(value & 0xFF));
        return at;
    }

    private static int Digit(char c, int radix)
    {
        var digit = char.IsAsciiHexDigit(c) ? Convert.ToInt32(c.ToString(), 16) : -1;
        return digit < radix ? digit : -1;
    }

    /// <summary>The number of a plural form behind <c>msgstr</c>: 0 where none is said; false where it is no number in brackets.</summary>
    internal static bool Index(ReadOnlySpan<char> text, out int index)
    {
        index = 0;
        return text.IsEmpty
            || (text[0] == '[' && text[^1] == ']' && int.TryParse(text[1..^1], NumberStyles.None, CultureInfo.InvariantCulture, out index));
    }
}
