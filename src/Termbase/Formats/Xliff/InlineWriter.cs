using System.Globalization;
using System.Xml;
using XmlText = Termbase.Formats.Tmx.XmlText;
using Termbase.Model;

namespace Termbase.Formats.Xliff;

/// <summary>
/// Writes text with codes of any origin as XLIFF inline elements. Codes get ids by what they are, so that source and target of one unit
/// (one writer for both) agree. Not thread-safe.
/// </summary>
internal sealed class InlineWriter(string ns, Action<string> problem)
{
    private readonly bool _version2 = XliffNames.IsVersion2(ns);
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _data = new(StringComparer.Ordinal);

    /// <summary>2.x: the native codes of the unit; does nothing where there are none.</summary>
    internal void WriteOriginalData(XmlWriter xml, Segment source, Segment target)
    {
        foreach (var code in source.Codes.Concat(target.Codes))
        {
            if (code.Content.Length > 0 && !_data.ContainsKey(code.Content))
            {
                _data[code.Content] = "d" + (_data.Count + 1).ToString(CultureInfo.InvariantCulture);
            }
        }

        if (_data.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("originalData", ns);
        foreach (var (content, id) in _data)
        {
            xml.WriteStartElement("data", ns);
            xml.WriteAttributeString("id", id);
            Text(xml, content);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    internal void Write(XmlWriter xml, Segment segment)
    {
        var partners = CodePairs.Match(segment.Codes);
        var at = 0;
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < segment.Codes.Length; i++)
        {
            var code = segment.Codes[i];
            Text(xml, segment.Text[at..code.Position]);
            at = code.Position;
            Code(xml, segment, i, partners[i], seen);
        }

        Text(xml, segment.Text[at..]);
    }

    private void Code(XmlWriter xml, Segment segment, int index, int partner, Dictionary<string, int> seen)
    {
        var code = segment.Codes[index];

        // The pair's id is the one of its opening code; an id counts how often the same code came in this text.
        var lead = code.Kind == InlineKind.End && partner >= 0 ? segment.Codes[partner] : code;
        var key = $"{lead.Kind}|{lead.Attribute("id") ?? lead.Attribute("i") ?? lead.Attribute("x")}|{lead.Content}";
        var count = code.Kind == InlineKind.End && partner >= 0 ? seen.GetValueOrDefault(key) : seen[key] = seen.GetValueOrDefault(key) + 1;
        var full = string.Create(CultureInfo.InvariantCulture, $"{key}|{count}");
        if (!_ids.TryGetValue(full, out var id))
        {
            id = _ids[full] = (_ids.Count + 1).ToString(CultureInfo.InvariantCulture);
        }

        if (_version2)
        {
            Code2(xml, code, partner >= 0, id);
        }
        else
        {
            Code1(xml, code, partner >= 0, id);
        }
    }

    private void Code1(XmlWriter xml, InlineCode code, bool isPaired, string id)
    {
        var name = code.Kind == InlineKind.Alone ? "ph" : !isPaired ? "it" : code.Kind == InlineKind.Begin ? "bpt" : "ept";
        xml.WriteStartElement(name, ns);
        xml.WriteAttributeString("id", id);
        if (name == "it")
        {
            xml.WriteAttributeString("pos", code.Kind == InlineKind.Begin ? "open" : "close");
        }

        Text(xml, code.Content);
        xml.WriteEndElement();
    }

    private void Code2(XmlWriter xml, InlineCode code, bool isPaired, string id)
    {
        xml.WriteStartElement(code.Kind == InlineKind.Alone ? "ph" : code.Kind == InlineKind.Begin ? "sc" : "ec", ns);
        xml.WriteAttributeString(code.Kind == InlineKind.End && isPaired ? "startRef" : "id", id);
        if (code.Kind != InlineKind.Alone && !isPaired)
        {
            xml.WriteAttributeString("isolated", "yes");
        }

        if (_data.TryGetValue(code.Content, out var data))
        {
            xml.WriteAttributeString("dataRef", data);
        }

        xml.WriteEndElement();
    }

    private void Text(XmlWriter xml, string text)
    {
        var clean = XmlText.Clean(text);
        if (clean != text)
        {
            problem("the text holds characters that XML forbids; they were replaced");
        }

        xml.WriteString(clean);
    }
}
