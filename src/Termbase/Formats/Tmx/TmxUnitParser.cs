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
    // Deeper than any segment: what nests further is an attack on the stack.
    private const int DeepestNesting = 100;

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
            ReadAttribute(draft, xml.Name, xml.Value);
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
                    var property = ReadProperty(xml.LocalName);
                    if (!TmxProperties.Take(draft, property))
                    {
                        draft.Properties.Add(property);
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
            case "creationdate" when Date(value) is { } date:
                draft.Created = date;
                break;
            case "changedate" when Date(value) is { } date:
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

    private static DateTimeOffset? Date(string value) =>
        DateTimeOffset.TryParseExact(value, TmxProperties.Date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

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
            if (xml.Name is "xml:lang" or "lang")
            {
                code = xml.Value;
            }
            else if (!xml.Name.StartsWith("xmlns", StringComparison.Ordinal))
            {
                _attributes.Add(new(xml.Name, xml.Value));
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
                        segment = ReadSegment();
                        break;
                    case "prop":
                    case "note":
                        _properties.Add(ReadProperty(xml.LocalName));
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
        var (canonical, tag) = languages.Read(code);
        if (tag.Language.Length == 0)
        {
            return code;
        }

        if (!canonical.Equals(code, StringComparison.OrdinalIgnoreCase))
        {
            once("language-code", $"language code '{code}' is read as {canonical}; other tools find no text under it");
        }

        return canonical;
    }

    private UnitProperty ReadProperty(string element)
    {
        var language = xml.GetAttribute("xml:lang") ?? xml.GetAttribute("lang");
        var type = element == "note" ? "" : xml.GetAttribute("type") is { Length: > 0 } said ? said : "x-untyped";
        return new UnitProperty(type, ReadText(), language);
    }

    // Text of the current element, tags within left out. Most elements hold one piece of text: no buffer for them.
    private string ReadText()
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var depth = xml.Depth;
        var only = "";
        xml.Read();
        if (xml.NodeType == XmlNodeType.Text)
        {
            only = xml.Value;
            xml.Read();
        }

        if (xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth)
        {
            return only;
        }

        var text = new StringBuilder(only);
        if (IsText)
        {
            text.Append(xml.Value);
        }

        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (IsText)
            {
                text.Append(xml.Value);
            }
        }

        return text.ToString();
    }

    private bool IsText => xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace;

    private Segment ReadSegment()
    {
        if (xml.IsEmptyElement)
        {
            return Segment.Plain("");
        }

        var depth = xml.Depth;
        var only = "";
        xml.Read();
        if (xml.NodeType == XmlNodeType.Text)
        {
            only = xml.Value;
            xml.Read();
        }

        var segment = xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth ? Segment.Plain(only) : ReadMixed(depth, only);
        if (!segment.Codes.IsEmpty)
        {
            TmxInline.Check(segment, problems);
        }

        if (segment.Text.Contains('\uFFFD', StringComparison.Ordinal))
        {
            problems.Add(("replacement-character", "the text holds U+FFFD, the mark of a character that could not be decoded"));
        }

        return segment;
    }

    // The reader stands behind the first text of the segment, or on what stands in its place.
    private Segment ReadMixed(int depth, string first)
    {
        var text = new StringBuilder(first);
        ImmutableArray<InlineCode>.Builder? codes = null;
        ReadInline(text, ref codes, depth, onNode: true);
        return new Segment(text.ToString(), codes?.DrainToImmutable() ?? []);
    }

    private void ReadInline(StringBuilder text, ref ImmutableArray<InlineCode>.Builder? codes) =>
        ReadInline(text, ref codes, xml.Depth, onNode: false);

    private void ReadInline(StringBuilder text, ref ImmutableArray<InlineCode>.Builder? codes, int depth, bool onNode)
    {
        if (depth > DeepestNesting)
        {
            throw new XmlException(FormattableString.Invariant($"elements are nested more than {DeepestNesting} deep"), null, Line(), Column());
        }

        while ((onNode || xml.Read()) && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            onNode = false;
            if (IsText)
            {
                text.Append(xml.Value);
            }
            else if (xml.NodeType == XmlNodeType.Element)
            {
                var name = xml.LocalName;
                if (TmxInline.IsCode(name))
                {
                    ReadCode(name, text, ref codes);
                }
                else
                {
                    // hi marks text that is to be translated; importers drop it with its element, so only the text is kept.
                    once("mark-dropped", $"<{name}> inside segments: its text is kept, the mark is not");
                    if (!xml.IsEmptyElement)
                    {
                        ReadInline(text, ref codes);
                    }
                }
            }
        }
    }

    private void ReadCode(string name, StringBuilder text, ref ImmutableArray<InlineCode>.Builder? codes)
    {
        codes ??= ImmutableArray.CreateBuilder<InlineCode>();
        var attributes = ImmutableArray<KeyValuePair<string, string>>.Empty;
        var isEmpty = xml.IsEmptyElement;
        if (xml.HasAttributes)
        {
            var read = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>(xml.AttributeCount);
            while (xml.MoveToNextAttribute())
            {
                read.Add(new(xml.Name, xml.Value));
            }

            attributes = read.DrainToImmutable();
            xml.MoveToElement();
        }

        var content = new StringBuilder();
        var element = name;
        var position = text.Length;
        var depth = xml.Depth;
        while (!isEmpty && xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (IsText)
            {
                content.Append(xml.Value);
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "sub" && !xml.IsEmptyElement)
            {
                // Text inside a code (an alt text) is text: the code is split around it.
                codes!.Add(new InlineCode(position, TmxInline.KindOf(element), element, content.ToString(), attributes));
                ReadInline(text, ref codes);
                (element, attributes, position) = ("ph", [], text.Length);
                content.Clear();
                once("sub-split", "<sub> inside codes: its text is kept as text, the code is split around it");
            }
        }

        codes!.Add(new InlineCode(position, TmxInline.KindOf(element), element, content.ToString(), attributes));
    }

    private int Line() => ((IXmlLineInfo)xml).LineNumber;

    private int Column() => ((IXmlLineInfo)xml).LinePosition;
}
