using System.Xml;

namespace Termbase.Formats.Tmx;

/// <summary>What the readers ask of each node of an XML file.</summary>
internal static class XmlReading
{
    /// <summary>The name of the attribute on which the reader stands; the one with a prefix that every unit has is not put together anew each time.</summary>
    internal static string AttributeName(this XmlReader xml) =>
        xml.LocalName is "lang" && xml.Prefix is "xml" ? "xml:lang" : xml.Name;

    /// <summary>Whether the reader stands on text of any kind, blanks included.</summary>
    internal static bool IsText(this XmlReader xml) =>
        xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace;

    /// <summary>Moves into an element; gives the text that it begins with, behind which the reader stands then, or nothing.</summary>
    internal static string ReadFirstText(this XmlReader xml)
    {
        xml.Read();
        if (xml.NodeType != XmlNodeType.Text)
        {
            return "";
        }

        var text = xml.Value;
        xml.Read();
        return text;
    }
}
