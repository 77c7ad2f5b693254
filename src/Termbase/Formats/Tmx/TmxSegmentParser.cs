using System.Collections.Immutable;
using System.Text;
using System.Xml;
using Termbase.Model;

namespace Termbase.Formats.Tmx;

/// <summary>Reads one <c>seg</c> element on which the XML reader stands; leaves it on the end tag. One is used for all segments of a file.</summary>
internal sealed class TmxSegmentParser(XmlReader xml, List<(string Code, string Message)> problems, Action<string, string> once)
{
    // Deeper than any segment: what nests further is an attack on the stack.
    private const int DeepestNesting = 100;

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _content = new();
    private readonly List<InlineCode> _codes = [];

    internal Segment Read()
    {
        if (xml.IsEmptyElement)
        {
            return Segment.Plain("");
        }

        var depth = xml.Depth;
        var only = xml.ReadFirstText();
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
        _text.Clear().Append(first);
        _codes.Clear();
        ReadInline(depth, onNode: true);
        return new Segment(_text.ToString(), TmxDraft.Take(_codes));
    }

    private void ReadInline(int depth, bool onNode)
    {
        if (depth > DeepestNesting)
        {
            throw new XmlException(FormattableString.Invariant($"elements are nested more than {DeepestNesting} deep"), null, ((IXmlLineInfo)xml).LineNumber, ((IXmlLineInfo)xml).LinePosition);
        }

        while ((onNode || xml.Read()) && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            onNode = false;
            if (xml.IsText())
            {
                _text.Append(xml.Value);
            }
            else if (xml.NodeType == XmlNodeType.Element)
            {
                var name = xml.LocalName;
                if (TmxInline.IsCode(name))
                {
                    ReadCode(name);
                }
                else
                {
                    // hi marks text that is to be translated; importers drop it with its element, so only the text is kept.
                    once("mark-dropped", $"<{name}> inside segments: its text is kept, the mark is not");
                    if (!xml.IsEmptyElement)
                    {
                        ReadInline(xml.Depth, onNode: false);
                    }
                }
            }
        }
    }

    private void ReadCode(string name)
    {
        var attributes = ImmutableArray<KeyValuePair<string, string>>.Empty;
        var isEmpty = xml.IsEmptyElement;
        if (xml.HasAttributes)
        {
            var read = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>(xml.AttributeCount);
            while (xml.MoveToNextAttribute())
            {
                read.Add(new(xml.AttributeName(), xml.Value));
            }

            attributes = read.MoveToImmutable();
            xml.MoveToElement();
        }

        var element = name;
        var position = _text.Length;
        var depth = xml.Depth;
        _content.Clear();
        while (!isEmpty && xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.IsText())
            {
                _content.Append(xml.Value);
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "sub" && !xml.IsEmptyElement)
            {
                // Text inside a code (an alt text) is text: the code is split around it.
                Add();
                ReadInline(xml.Depth, onNode: false);
                (element, attributes, position) = ("ph", [], _text.Length);
                _content.Clear();
                once("sub-split", "<sub> inside codes: its text is kept as text, the code is split around it");
            }
        }

        Add();

        void Add() => _codes.Add(new InlineCode(position, TmxInline.KindOf(element), element, _content.ToString(), attributes));
    }
}
