using System.Globalization;
using System.Text;

namespace Termbase.Formats.Tmx;

/// <summary>What XML 1.0 can hold (§2.2, production Char), and what stands in for the rest.</summary>
public static class XmlText
{
    /// <summary>
    /// The text with every character that XML 1.0 forbids replaced: vertical tab and form feed (Word's line and page breaks) by a space,
    /// lone surrogates, U+FFFE and U+FFFF by U+FFFD, other controls by nothing. The same instance where nothing had to be done.
    /// </summary>
    public static string Clean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < ' ' ? c is not ('\t' or '\n' or '\r') : c >= 0xD800 && (c <= 0xDFFF || c >= 0xFFFE))
            {
                return Replace(text, i);
            }
        }

        return text;
    }

    internal static string StandIn(int codePoint) =>
        codePoint is 0x0B or 0x0C ? " " : codePoint < ' ' ? "" : "\uFFFD";

    internal static bool IsChar(int codePoint) =>
        codePoint is '\t' or '\n' or '\r' or (>= ' ' and <= 0xD7FF) or (>= 0xE000 and <= 0xFFFD) or (>= 0x10000 and <= 0x10FFFF);

    internal static string Describe(int codePoint) => string.Create(CultureInfo.InvariantCulture, $"U+{codePoint:X4}");

    private static string Replace(string text, int from)
    {
        var clean = new StringBuilder(text, 0, from, text.Length);
        for (var i = from; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(text, i++, 2);
            }
            else
            {
                clean.Append(IsChar(text[i]) ? text[i].ToString() : StandIn(text[i]));
            }
        }

        return clean.ToString();
    }
}
