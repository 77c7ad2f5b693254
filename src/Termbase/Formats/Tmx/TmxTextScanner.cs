using System.Xml;
using Termbase.Formats.Xliff;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Formats.Tmx;

/// <summary>One <c>tuv</c> and where its pieces stand in the recorded text.</summary>
internal sealed record TmxTextSide(string Code, LanguageTag Tag, InlineDraft? Segment, long Start, long StartTagEnd, long End);

/// <summary>One <c>tu</c> and where its pieces stand in the recorded text.</summary>
internal sealed record TmxTextUnit(string Id, string SourceLanguage, string Path, int Line, int Number, long Start, long End, IReadOnlyList<TmxTextSide> Sides, UnitStatus Status, string ZhTag, string EnTag)
{
    internal TmxTextSide? Zh => Sides.FirstOrDefault(static s => s.Tag.IsChinese && s.Segment is not null) ?? Sides.FirstOrDefault(static s => s.Tag.IsChinese);

    internal TmxTextSide? En => Sides.FirstOrDefault(static s => s.Tag.IsEnglish && s.Segment is not null) ?? Sides.FirstOrDefault(static s => s.Tag.IsEnglish);

    /// <summary>The unit, one side of which may be empty; null where there is text in neither language.</summary>
    internal TranslationUnit? ToUnit(string previous)
    {
        bool hasZh = HasText(Zh), hasEn = HasText(En);
        if (!hasZh && !hasEn)
        {
            return null;
        }

        var isZh = hasZh && (!hasEn || !(LanguageTag.TryParse(SourceLanguage, out var tag) && tag.IsEnglish));
        return new TranslationUnit
        {
            Id = Id,
            Zh = SideOf(Zh, ZhTag),
            En = SideOf(En, EnTag),
            ZhIsSource = isZh,
            Status = Status,
            Previous = previous,
            Number = Number,
            Location = SourceLocation.AtLine(Path, Line),
        };
    }

    private static bool HasText(TmxTextSide? side) => !string.IsNullOrWhiteSpace(side?.Segment?.Segment.Text);

    private static UnitSide SideOf(TmxTextSide? side, string language) => new()
    {
        Language = side is null ? language : side.Tag.ToString(),
        Segment = side?.Segment?.Segment ?? Segment.Plain(""),
    };
}

/// <summary>Walks through a TMX file and gives its units with the places of their pieces. Not thread-safe.</summary>
internal sealed class TmxTextScanner(XmlReader xml, RecordingReader recorder, string path, int deepest)
{
    private readonly InlineParser _inline = new(xml, recorder);
    private readonly IXmlLineInfo _place = (IXmlLineInfo)xml;

    // A side that is missing is given the code that the file used last.
    private string _zhTag = "zh-CN", _enTag = "en-US";
    private string _sourceLanguage = "";
    private bool _onNode, _sawRoot;
    private int _number;

    /// <summary>The next unit, or null at the end.</summary>
    /// <exception cref="InputException">The file is no TMX.</exception>
    /// <exception cref="XmlException">The file is not well-formed.</exception>
    internal TmxTextUnit? Next()
    {
        while (_onNode ? !xml.EOF : xml.Read())
        {
            _onNode = false;
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (!_sawRoot)
            {
                _sawRoot = xml.LocalName == "tmx" ? true : throw new InputException(
                    SourceLocation.AtLine(path, _place.LineNumber), $"not a TMX file: its root element is <{xml.Name}>, not <tmx>");
            }
            else if (xml.LocalName == "header")
            {
                _sourceLanguage = xml.GetAttribute("srclang") ?? "";
            }
            else if (xml.LocalName == "tu")
            {
                return Unit();
            }
        }

        return null;
    }

    private TmxTextUnit Unit()
    {
        var line = _place.LineNumber;
        var start = _inline.TagStart(1);
        var (id, language) = (xml.GetAttribute("tuid") ?? "", xml.GetAttribute("srclang") ?? _sourceLanguage);
        var sides = new List<TmxTextSide>();
        var status = UnitStatus.Unknown;
        var end = Children(name =>
        {
            switch (name)
            {
                case "tuv":
                    sides.Add(Side());
                    break;
                case "prop" when xml.GetAttribute("type") == "x-status":
                    status = EnumWord.Parse<UnitStatus>(_inline.Parse().Segment.Text) ?? status;
                    break;
                default:
                    xml.Skip();
                    break;
            }
        });
        _onNode = true;
        return new TmxTextUnit(id, language, path, line, ++_number, start, end, sides, status, _zhTag, _enTag);
    }

    private TmxTextSide Side()
    {
        var start = _inline.TagStart(1);
        var code = xml.GetAttribute("xml:lang") ?? xml.GetAttribute("lang") ?? "";
        InlineDraft? segment = null;
        var end = Children(name =>
        {
            if (name == "seg" && segment is null)
            {
                segment = _inline.Parse();
            }
            else
            {
                xml.Skip();
            }
        });
        var tag = LanguageTag.TryParse(code, out var said) ? said : default;
        (_zhTag, _enTag) = (tag.IsChinese ? code : _zhTag, tag.IsEnglish ? code : _enTag);
        return new TmxTextSide(code, tag, segment, start, recorder.TagEnd(start), end);
    }

    // From the element to the node behind it; where the element ends in the text. The child's handler moves behind the child.
    private long Children(Action<string> child)
    {
        var end = recorder.TagEnd(_inline.TagStart(1));
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return end;
        }

        var depth = xml.Depth;
        if (depth > deepest)
        {
            throw new XmlException("elements nest too deep", null, _place.LineNumber, _place.LinePosition);
        }

        xml.Read();
        while (!(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                child(xml.LocalName);
            }
            else if (!xml.Read())
            {
                return end;
            }
        }

        end = recorder.TagEnd(_inline.TagStart(2));
        xml.Read();
        return end;
    }
}
