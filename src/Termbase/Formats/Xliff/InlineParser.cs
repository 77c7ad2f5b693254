using System.Collections.Immutable;
using System.Text;
using System.Xml;
using Termbase.Model;

namespace Termbase.Formats.Xliff;

/// <summary>
/// Parses the content of <c>source</c>, <c>target</c> and the like: text and codes apart. Every method starts on the element and ends on
/// the node after its end tag. Not thread-safe.
/// </summary>
internal sealed class InlineParser(XmlReader xml, RecordingReader? recorder)
{
    private static readonly ImmutableArray<KeyValuePair<string, string>> NoAttributes = [];
    private readonly IXmlLineInfo _place = (IXmlLineInfo)xml;
    private static readonly Segment Empty = Segment.Plain("");
    private readonly Stack<Open> _open = new();
    private readonly Builder _root = new();

    /// <summary>Native codes of the unit by <c>data</c> id (2.x), or null.</summary>
    internal Dictionary<string, string>? Data { get; set; }

    /// <summary>Offset of the tag the reader stands on.</summary>
    internal long TagStart(int signs) => recorder is null ? -1 : recorder.OffsetOf(_place.LineNumber, _place.LinePosition) - signs;

    /// <summary>Parses into <paramref name="into"/>, which must be as new, or into a draft of its own.</summary>
    internal InlineDraft Parse(InlineDraft? into = null)
    {
        var root = _root;
        root.Reset(into ?? new InlineDraft());
        (root.Draft.Line, root.Draft.Column, root.Draft.ElementStart) = (_place.LineNumber, _place.LinePosition - 1, TagStart(1));
        if (recorder is not null)
        {
            root.Draft.ContentStart = root.Draft.ContentEnd = root.Draft.ElementEnd = recorder.TagEnd(root.Draft.ElementStart);
        }

        if (xml.IsEmptyElement)
        {
            xml.Read();
            root.Draft.Segment = Empty;
            return root.Draft;
        }

        var depth = xml.Depth;
        var at = root;
        Builder? outer = null;
        xml.Read();
        if (xml.NodeType == XmlNodeType.Text)
        {
            // Nearly every segment is one piece of text.
            var text = xml.Value;
            xml.Read();
            if (xml.NodeType == XmlNodeType.EndElement && recorder is null)
            {
                xml.Read();
                root.Draft.Segment = Segment.Plain(text);
                return root.Draft;
            }

            at.Append(text);
        }

        while (true)
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    at.Append(xml.Value);
                    xml.Read();
                    break;
                case XmlNodeType.Element:
                    if (xml.LocalName == "mrk" && outer is null && xml.GetAttribute("mtype") == "seg")
                    {
                        outer = root;
                        at = Piece(root);
                    }
                    else
                    {
                        Code(at);
                        break;
                    }

                    if (xml.IsEmptyElement)
                    {
                        (at, outer) = (root, null);
                    }
                    else
                    {
                        _open.Push(new Open("mrk", null, default, 0, IsPiece: true));
                    }

                    xml.Read();
                    break;
                case XmlNodeType.EndElement when xml.Depth == depth:
                    if (recorder is not null)
                    {
                        root.Draft.ContentEnd = TagStart(2);
                        root.Draft.ElementEnd = recorder.TagEnd(root.Draft.ContentEnd);
                    }

                    xml.Read();
                    root.Finish();
                    return root.Draft;
                case XmlNodeType.EndElement:
                    var open = _open.Pop();
                    if (open.IsPiece)
                    {
                        at.Draft.ContentEnd = TagStart(2);
                        at.Finish();
                        (at, outer) = (root, null);
                    }
                    else
                    {
                        at.Add(InlineKind.End, open.Element, "", open.EndAttributes, RawTag(2));
                        if (open.Term is not null)
                        {
                            (at.Draft.Terms ??= []).Add((at.Text[open.TextStart..], open.Term));
                        }
                    }

                    xml.Read();
                    break;
                default:
                    xml.Read();
                    break;
            }
        }
    }

    private Builder Piece(Builder root)
    {
        var piece = new InlineDraft
        {
            Id = xml.GetAttribute("mid") ?? "",
            Line = _place.LineNumber,
            Column = _place.LinePosition - 1,
            ElementStart = TagStart(1),
        };
        if (recorder is not null)
        {
            piece.ContentStart = piece.ContentEnd = recorder.TagEnd(piece.ElementStart);
        }

        (root.Draft.Parts ??= []).Add(piece);
        var builder = new Builder();
        builder.Reset(piece);
        return builder;
    }

    private void Code(Builder at)
    {
        var name = xml.LocalName;
        var attributes = Attributes(out var id);
        switch (name)
        {
            case "mrk" when Value(attributes, "mtype") is "x-sdl-deleted":
                // What a reviser struck out is no text of the segment any more, though it stands in the file until it is accepted.
                var from = TagStart(1);
                _ = Content(at, out var to);
                at.Add(InlineKind.Alone, name, "", attributes, recorder is null ? null : recorder.Slice(from, to).ToString());
                return;
            case "g" or "pc" or "mrk":
                var raw = RawTag(1);
                var term = name == "mrk" && Value(attributes, "type", "mtype") is "term" or "x-term"
                    ? Value(attributes, "comment", "value", "ref") ?? ""
                    : null;
                ImmutableArray<KeyValuePair<string, string>> end = id is null ? NoAttributes : [new("id", id)];
                if (xml.IsEmptyElement)
                {
                    var tag = raw?.TrimEnd('>').TrimEnd('/').TrimEnd();
                    at.Add(InlineKind.Begin, name, Native(attributes, "dataRefStart"), attributes, tag is null ? null : tag + ">");
                    at.Add(InlineKind.End, name, Native(attributes, "dataRefEnd"), end, $"</{xml.Name}>");
                    xml.Read();
                    return;
                }

                at.Add(InlineKind.Begin, name, Native(attributes, "dataRefStart"), attributes, raw);
                _open.Push(new Open(name, term, end, at.Length, IsPiece: false));
                xml.Read();
                return;
            default:
                var kind = name is "bpt" or "bx" or "sc" or "sm" ? InlineKind.Begin
                    : name is "ept" or "ex" or "ec" or "em" ? InlineKind.End
                    : InlineKind.Alone;
                var start = TagStart(1);
                var content = Content(at, out var stop);
                at.Add(
                    kind, name, content.Length > 0 ? content : Native(attributes, "dataRef"), attributes,
                    recorder is null ? null : recorder.Slice(start, stop).ToString());
                return;
        }
    }

    // The native code inside bpt, ept, ph, it; the text of a sub is translatable and is kept as well.
    private string Content(Builder at, out long stop)
    {
        stop = recorder is null ? -1 : recorder.TagEnd(TagStart(1));
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return "";
        }

        var depth = xml.Depth;
        var content = new StringBuilder();
        var sub = -1;
        xml.Read();
        while (!(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    content.Append(xml.Value);
                    break;
                case XmlNodeType.Element when xml.LocalName == "sub" && sub < 0 && !xml.IsEmptyElement:
                    sub = content.Length;
                    break;
                case XmlNodeType.EndElement when xml.LocalName == "sub" && sub >= 0 && xml.Depth == depth + 1:
                    (at.Draft.SubFlows ??= []).Add(content.ToString(sub, content.Length - sub));
                    sub = -1;
                    break;
            }

            if (!xml.Read())
            {
                break;
            }
        }

        stop = recorder is null ? -1 : recorder.TagEnd(TagStart(2));
        xml.Read();
        return content.ToString();
    }

    private string Native(ImmutableArray<KeyValuePair<string, string>> attributes, string name) =>
        Data is not null && Value(attributes, name) is { } key && Data.TryGetValue(key, out var data) ? data : "";

    private static string? Value(ImmutableArray<KeyValuePair<string, string>> attributes, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var (key, value) in attributes)
            {
                if (key == name)
                {
                    return value;
                }
            }
        }

        return null;
    }

    private string? RawTag(int signs)
    {
        if (recorder is null)
        {
            return null;
        }

        var start = TagStart(signs);
        return recorder.Slice(start, recorder.TagEnd(start)).ToString();
    }

    private ImmutableArray<KeyValuePair<string, string>> Attributes(out string? id)
    {
        id = null;
        if (!xml.HasAttributes)
        {
            return NoAttributes;
        }

        var attributes = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>(xml.AttributeCount);
        while (xml.MoveToNextAttribute())
        {
            attributes.Add(new(xml.Name, xml.Value));
            id = xml.Name == "id" ? xml.Value : id;
        }

        xml.MoveToElement();
        return attributes.MoveToImmutable();
    }

    private readonly record struct Open(
        string Element, string? Term, ImmutableArray<KeyValuePair<string, string>> EndAttributes, int TextStart, bool IsPiece);

    /// <summary>Most segments are one piece of text without a code, which needs no copy.</summary>
    private sealed class Builder
    {
        private string _single = "";
        private StringBuilder? _text;
        private ImmutableArray<InlineCode>.Builder? _codes;

        internal InlineDraft Draft { get; private set; } = null!;

        internal void Reset(InlineDraft draft)
        {
            Draft = draft;
            _single = "";
            _text = null;
            _codes = null;
        }

        internal string Text => _text?.ToString() ?? _single;

        internal int Length => _text?.Length ?? _single.Length;

        internal void Append(string text)
        {
            if (_text is not null)
            {
                _text.Append(text);
            }
            else if (_single.Length == 0)
            {
                _single = text;
            }
            else
            {
                _text = new StringBuilder(_single).Append(text);
            }
        }

        internal void Add(
            InlineKind kind, string element, string content, ImmutableArray<KeyValuePair<string, string>> attributes, string? raw)
        {
            (_codes ??= ImmutableArray.CreateBuilder<InlineCode>()).Add(
                new InlineCode(Length, kind, element, content, attributes));
            if (raw is not null)
            {
                (Draft.Raw ??= []).Add(raw);
            }
        }

        internal void Finish() =>
            Draft.Segment = new Segment(Text, _codes is null ? [] : _codes.DrainToImmutable());
    }
}
