using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Formats.Tmx;

/// <summary>A unit as it stands in the file, before it is known which sides it has.</summary>
internal sealed class TmxDraft
{
    internal string Id { get; set; } = "";

    internal string? SourceLanguage { get; set; }

    internal DateTimeOffset? Created { get; set; }

    internal DateTimeOffset? Changed { get; set; }

    internal string CreatedBy { get; set; } = "";

    internal string ChangedBy { get; set; } = "";

    internal List<UnitSide> Sides { get; } = [];

    internal List<UnitProperty> Properties { get; } = [];

    internal List<KeyValuePair<string, string>> Attributes { get; } = [];

    internal List<string> Foreign { get; } = [];
}

/// <summary>Reads one <c>tu</c> element on which the XML reader stands; leaves it on the end tag.</summary>
internal sealed class TmxUnitParser(
    XmlReader xml, Func<SourceLocation> here, List<(string Code, string Message)> problems, Action<string, string> once)
{
    internal TmxDraft Read()
    {
        var draft = new TmxDraft();
        var isEmpty = xml.IsEmptyElement;
        while (xml.MoveToNextAttribute())
        {
            ReadAttribute(draft, xml.Name, xml.Value);
        }

        xml.MoveToElement();
        if (!isEmpty)
        {
            Children("tu", name =>
            {
                switch (name)
                {
                    case "tuv":
                        draft.Sides.Add(ReadSide());
                        return true;
                    case "prop" or "note":
                        draft.Properties.Add(ReadProperty(name));
                        return true;
                    case "tu":
                        throw new XmlException("a unit starts inside another one (its end tag is missing)", null, Line(), Column());
                    default:
                        draft.Foreign.Add(xml.ReadOuterXml());
                        return false;
                }
            });
        }

        return draft;
    }

    // Calls back for each child element; the callback returns whether it left the reader on the child's last node (else it is beyond).
    private void Children(string parent, Func<string, bool> child)
    {
        var depth = xml.Depth;
        var onNext = false;
        while (onNext || xml.Read())
        {
            onNext = false;
            if (xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth)
            {
                return;
            }

            if (xml.NodeType == XmlNodeType.Element)
            {
                onNext = !child(xml.LocalName);
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
        var place = here();
        var code = "";
        var attributes = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        var properties = ImmutableArray.CreateBuilder<UnitProperty>();
        var foreign = ImmutableArray.CreateBuilder<string>();
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
                attributes.Add(new(xml.Name, xml.Value));
            }
        }

        xml.MoveToElement();
        if (!isEmpty)
        {
            Children("tuv", name =>
            {
                switch (name)
                {
                    case "seg" when segment is null:
                        place = here();
                        segment = ReadSegment();
                        return true;
                    case "prop" or "note":
                        properties.Add(ReadProperty(name));
                        return true;
                    default:
                        foreign.Add(xml.ReadOuterXml());
                        return false;
                }
            });
        }

        return new UnitSide
        {
            Language = Language(code),
            Segment = segment ?? Segment.Plain(""),
            Properties = properties.DrainToImmutable(),
            Attributes = attributes.DrainToImmutable(),
            Foreign = foreign.DrainToImmutable(),
            Location = place,
        };
    }

    private string Language(string code)
    {
        if (!LanguageTag.TryParse(code, out var tag))
        {
            return code;
        }

        var canonical = tag.ToString();
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
        var text = new StringBuilder();
        ReadText(text);
        return new UnitProperty(type, text.ToString(), language);
    }

    // Text of the current element, tags within left out.
    private void ReadText(StringBuilder text)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (IsText)
            {
                text.Append(xml.Value);
            }
        }
    }

    private bool IsText => xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace;

    private Segment ReadSegment()
    {
        if (xml.IsEmptyElement)
        {
            return Segment.Plain("");
        }

        var text = new StringBuilder();
        ImmutableArray<InlineCode>.Builder? codes = null;
        ReadInline(text, ref codes);
        var segment = new Segment(text.ToString(), codes?.DrainToImmutable() ?? []);
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

    private void ReadInline(StringBuilder text, ref ImmutableArray<InlineCode>.Builder? codes)
    {
        var depth = xml.Depth;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
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
