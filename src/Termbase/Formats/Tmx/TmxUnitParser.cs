using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using Termbase.Model;

namespace Termbase.Formats.Tmx;

/// <summary>Reads one <c>tu</c> element on which the XML reader stands; leaves it on the end tag.</summary>
internal sealed class TmxUnitParser(
    XmlReader xml, Func<SourceLocation> here, LanguageCache languages, List<(string Code, string Message)> problems, Action<string, string> once)
{
    private readonly TmxSegmentParser _segments = new(xml, problems, once);

    // Used again for each side: most hold nothing but their segment.
    private readonly List<KeyValuePair<string, string>> _attributes = [];
    private readonly List<UnitProperty> _properties = [];
    private readonly List<string> _foreign = [];

    internal void Read(TmxDraft draft)
    {
        draft.Clear();
        var isEmpty = xml.IsEmptyElement;
        while (xml.MoveToNextAttribute())
        {
            ReadAttribute(draft, xml.AttributeName(), xml.Value);
        }

        xml.MoveToElement();
        if (isEmpty)
        {
            return;
        }

        var depth = xml.Depth;
        var onNode = false;
        while (NextChild("tu", depth, ref onNode))
        {
            switch (xml.LocalName)
            {
                case "tuv":
                    draft.Sides.Add(ReadSide());
                    break;
                case "prop":
                case "note":
                    var (type, language) = ReadType();
                    var value = ReadText();
                    if (!TmxProperties.Take(draft, type, value, language))
                    {
                        draft.Properties.Add(new UnitProperty(type, value, language));
                    }

                    break;
                case "tu":
                    throw new XmlException("a unit starts inside another one (its end tag is missing)", null, Line(), Column());
                default:
                    draft.Foreign.Add(xml.ReadOuterXml());
                    onNode = true;
                    break;
            }
        }
    }

    // Moves to the next child element; false at the end of the parent. onNode: the reader stands on a node not yet looked at.
    private bool NextChild(string parent, int depth, ref bool onNode)
    {
        while (onNode || xml.Read())
        {
            onNode = false;
            if (xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth)
            {
                return false;
            }

            if (xml.NodeType == XmlNodeType.Element)
            {
                return true;
            }
        }

        throw new XmlException($"unexpected end of file in {parent}", null, Line(), Column());
    }

    private void ReadAttribute(TmxDraft draft, string name, string value)
    {
        switch (name)
        {
            case "tuid":
                draft.Id = value;
                break;
            case "srclang":
                draft.SourceLanguage = value;
                break;
            case "creationid":
                draft.CreatedBy = value;
                break;
            case "changeid":
                draft.ChangedBy = value;
                break;
            case "creationdate" when TmxProperties.ReadDate(value) is { } date:
                draft.Created = date;
                break;
            case "changedate" when TmxProperties.ReadDate(value) is { } date:
                draft.Changed = date;
                break;
            case var space when space.StartsWith("xmlns", StringComparison.Ordinal):
                break;
            default:
                if (name is "creationdate" or "changedate")
                {
                    problems.Add(("bad-date", $"{name} '{value}' is not of the form yyyyMMddTHHmmssZ; kept as it stands"));
                }

                draft.Attributes.Add(new(name, value));
                break;
        }
    }

    private UnitSide ReadSide()
    {
        _attributes.Clear();
        _properties.Clear();
        _foreign.Clear();
        SourceLocation? place = null;
        var code = "";
        Segment? segment = null;
        var isEmpty = xml.IsEmptyElement;
        while (xml.MoveToNextAttribute())
        {
            var name = xml.AttributeName();
            if (name is "xml:lang" or "lang")
            {
                code = xml.Value;
            }
            else if (!name.StartsWith("xmlns", StringComparison.Ordinal))
            {
                _attributes.Add(new(name, xml.Value));
            }
        }

        xml.MoveToElement();
        if (!isEmpty)
        {
            var depth = xml.Depth;
            var onNode = false;
            while (NextChild("tuv", depth, ref onNode))
            {
                switch (xml.LocalName)
                {
                    case "seg" when segment is null:
                        place = here();
                        segment = _segments.Read();
                        break;
                    case "prop":
                    case "note":
                        var (type, language) = ReadType();
                        _properties.Add(new UnitProperty(type, ReadText(), language));
                        break;
                    default:
                        _foreign.Add(xml.ReadOuterXml());
                        onNode = true;
                        break;
                }
            }
        }

        return new UnitSide
        {
            Language = Language(code),
            Segment = segment ?? Segment.Plain(""),
            Properties = TmxDraft.Take(_properties),
            Attributes = TmxDraft.Take(_attributes),
            Foreign = TmxDraft.Take(_foreign),
            Location = place ?? here(),
        };
    }

    private string Language(string code)
    {
        var known = languages.Read(code);
        if (known.IsRenamed)
        {
            once("language-code", $"language code '{code}' is read as {known.Canonical}; other tools find no text under it");
        }

        return known.Canonical;
    }

    // The type and language of a note (whose type is empty) or prop.
    private (string Type, string? Language) ReadType()
    {
        var isNote = xml.LocalName == "note";
        var type = isNote ? "" : "x-untyped";
        string? language = null;
        while (xml.MoveToNextAttribute())
        {
            switch (xml.AttributeName())
            {
                case "type" when !isNote && xml.Value.Length > 0:
                    type = xml.Value;
                    break;
                case "xml:lang":
                    language = xml.Value;
                    break;
                case "lang":
                    language ??= xml.Value;
                    break;
                case var other when other != "type" && !other.StartsWith("xmlns", StringComparison.Ordinal):
                    once("attribute-dropped", $"attribute '{other}' of props and notes is not kept");
                    break;
            }
        }

        xml.MoveToElement();
        return (type, language);
    }

    // Text of the current element, tags within left out. Most elements hold one piece of text: no buffer for them.
    private string ReadText()
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var depth = xml.Depth;
        var only = xml.ReadFirstText();
        if (xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth)
        {
            return only;
        }

        var text = new StringBuilder(only);
        if (xml.IsText())
        {
            text.Append(xml.Value);
        }

        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.IsText())
            {
                text.Append(xml.Value);
            }
        }

        return text.ToString();
    }

    private int Line() => ((IXmlLineInfo)xml).LineNumber;

    private int Column() => ((IXmlLineInfo)xml).LinePosition;
}
