using System.Globalization;
using System.Text;
using XmlText = Termbase.Formats.Tmx.XmlText;

namespace Termbase.Formats.Xliff;

/// <summary>Text as it stands in an XML file of a certain encoding.</summary>
internal static class XmlEscape
{
    /// <summary>Appends text escaped; whether characters that XML forbids were replaced.</summary>
    internal static bool Text(StringBuilder to, ReadOnlySpan<char> text, Encoding encoding)
    {
        var clean = XmlText.Clean(text.ToString());
        foreach (var rune in clean.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&':
                    to.Append("&amp;");
                    break;
                case '<':
                    to.Append("&lt;");
                    break;
                case '>':
                    to.Append("&gt;");
                    break;
                case '\r':
                    to.Append("&#13;");
                    break;
                default:
                    if (rune.IsAscii || IsEncodable(rune, encoding))
                    {
                        to.Append(rune);
                    }
                    else
                    {
                        to.Append(CultureInfo.InvariantCulture, $"&#x{rune.Value:X};");
                    }

                    break;
            }
        }

        return !clean.AsSpan().SequenceEqual(text);
    }

    /// <summary>The value of an attribute in double quotes.</summary>
    internal static string Attribute(string value, Encoding encoding)
    {
        var escaped = new StringBuilder(value.Length);
        Text(escaped, value, encoding);
        return escaped.Replace("\"", "&quot;").Replace("'", "&#39;").Replace("\n", "&#10;").Replace("\t", "&#9;").ToString();
    }

    private static bool IsEncodable(Rune rune, Encoding encoding)
    {
        if (encoding.CodePage is 65001 or 1200 or 1201 or 54936)
        {
            return true;
        }

        try
        {
            Span<char> chars = stackalloc char[2];
            Span<byte> bytes = stackalloc byte[16];
            return encoding.GetBytes(chars[..rune.EncodeToUtf16(chars)], bytes) > 0;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
