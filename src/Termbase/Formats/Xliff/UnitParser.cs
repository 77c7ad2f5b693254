using System.Globalization;
using System.Xml;
using Termbase.Model;

namespace Termbase.Formats.Xliff;

/// <summary>Parses one <c>trans-unit</c> (1.x) or <c>unit</c> (2.x), with what sdlxliff and mqxliff add. Not thread-safe.</summary>
internal sealed class UnitParser(XmlReader xml, RecordingReader? recorder)
{
    private readonly InlineParser _inline = new(xml, recorder);

    /// <summary>The comments of an sdlxliff by id, or null where there are none.</summary>
    internal Dictionary<string, string>? Comments { get; set; }

    // States are few: one string for each lets what is made of them be shared.
    private readonly HashSet<string> _states = new(StringComparer.Ordinal);

    /// <summary>Starts on the unit's element, ends on the node after it.</summary>
    internal void Parse(UnitDraft unit)
    {
        unit.Start = unit.End = _inline.TagStart(1);
        if (unit.IsVersion2)
        {
            ParseUnit2(unit);
        }
        else
        {
            ParseTransUnit(unit);
        }
    }

    private void ParseTransUnit(UnitDraft unit)
    {
        var part = new PartDraft { Id = "", StateElement = unit.Start };
        InlineDraft? source = null, segSource = null, target = null;
        Dictionary<string, SdlSegment>? confirmations = null;
        UnitAttributes(unit, part);
        var depth = xml.Depth;
        for (var more = Enter(); more && Child(depth, unit);)
        {
            switch (xml.LocalName)
            {
                case "source" when source is null:
                    source = _inline.Parse();
                    break;
                case "seg-source" when segSource is null:
                    segSource = _inline.Parse();
                    break;
                case "target" when target is null:
                    TargetAttributes(part);
                    target = _inline.Parse();
                    break;
                case "note":
                    Note(unit);
                    break;
                case "alt-trans":
                    AltTrans(unit);
                    break;
                case "seg-defs" when xml.NamespaceURI == XliffNames.Sdl:
                    SegDefs(unit, confirmations ??= new(StringComparer.Ordinal));
                    break;
                case "comments" when xml.NamespaceURI == XliffNames.MemoQ:
                    Children(() => Comment(unit));
                    break;
                default:
                    xml.Skip();
                    break;
            }
        }

        if (source is null)
        {
            return;
        }

        if (segSource?.Parts is { Count: > 0 } pieces)
        {
            unit.SegSource = segSource;
            SdlComments(unit, segSource);
            SdlComments(unit, target);
            unit.WholeTarget = target;
            foreach (var piece in pieces)
            {
                var segment = new PartDraft
                {
                    Id = piece.Id,
                    Source = piece,
                    Target = target?.Parts?.Find(p => p.Id == piece.Id),
                    State = part.State,
                    StateQualifier = part.StateQualifier,
                    StateElement = part.StateElement,
                    StateAttribute = part.StateAttribute,
                    IsLocked = part.IsLocked,
                };
                if (confirmations is not null && confirmations.TryGetValue(piece.Id, out var said))
                {
                    (segment.State, segment.StateElement, segment.StateAttribute) = (said.Conf, said.Tag, "conf");
                    (segment.Origin, segment.IsLocked) = (XliffStates.Origin(said.Origin), said.IsLocked);
                }

                unit.Parts.Add(segment);
            }

            return;
        }

        part.Source = source;
        part.Target = target;
        part.Origin = part.State == "MachineTranslated" ? UnitOrigin.Mt : XliffStates.Origin(part.StateQualifier);
        unit.Parts.Add(part);
        SubFlows(unit, source, target);
    }

    // A comment of Trados stands before the files; a mark in the text names it.
    private void SdlComments(UnitDraft unit, InlineDraft? side)
    {
        foreach (var code in side?.Parts?.SelectMany(static p => p.Segment.Codes) ?? [])
        {
            if (Comments is not null && code.Attribute("sdl:cid") is { } id && Comments.TryGetValue(id, out var text) && unit.Notes?.Contains(text) != true)
            {
                (unit.Notes ??= []).Add(text);
            }
        }
    }

    // One pass over the attributes: to ask for each by its name costs more than all of them.
    private void UnitAttributes(UnitDraft unit, PartDraft? part)
    {
        while (xml.MoveToNextAttribute())
        {
            switch (xml.LocalName)
            {
                case "id" when xml.Prefix.Length == 0:
                    unit.Id = xml.Value;
                    break;
                case "translate" when xml.Prefix.Length == 0:
                    unit.Translate = xml.Value != "no";
                    break;
                case "approved":
                    unit.Approved = xml.Value == "yes";
                    break;
                case "status" when part is not null && xml.NamespaceURI == XliffNames.MemoQ:
                    (part.State, part.StateAttribute) = (xml.Value, "mq:status");
                    break;
                case "locked" when part is not null && xml.NamespaceURI == XliffNames.MemoQ:
                    part.IsLocked = xml.Value is not ("" or "false" or "no" or "0");
                    break;
                case "lastchanginguser" when xml.NamespaceURI == XliffNames.MemoQ:
                    unit.ChangedBy = xml.Value;
                    break;
                case "lastchangedtimestamp" when xml.NamespaceURI == XliffNames.MemoQ:
                    unit.Changed = Date(xml.Value);
                    break;
            }
        }

        xml.MoveToElement();
    }

    private void TargetAttributes(PartDraft part)
    {
        if (part.StateAttribute != "state")
        {
            return;
        }

        part.StateElement = _inline.TagStart(1);
        while (xml.MoveToNextAttribute())
        {
            switch (xml.LocalName)
            {
                case "state":
                    part.State = Shared(xml.Value);
                    break;
                case "state-qualifier":
                    part.StateQualifier = xml.Value;
                    break;
            }
        }

        xml.MoveToElement();
    }

    // Text inside codes (an image's alternative text) is a segment of its own where both sides have the same number of them.
    private static void SubFlows(UnitDraft unit, InlineDraft source, InlineDraft? target)
    {
        for (var i = 0; i < source.SubFlows?.Count; i++)
        {
            var here = target?.SubFlows?.Count == source.SubFlows.Count ? target.SubFlows[i] : null;
            unit.Parts.Add(new PartDraft
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"sub{i + 1}"),
                Source = new InlineDraft { Segment = Segment.Plain(source.SubFlows[i]), Line = source.Line, Column = source.Column },
                Target = here is null ? null : new InlineDraft { Segment = Segment.Plain(here), Line = target!.Line, Column = target.Column },
            });
        }
    }

    private void ParseUnit2(UnitDraft unit)
    {
        Dictionary<string, string>? data = null;
        _inline.Data = null;
        UnitAttributes(unit, null);
        Children(() =>
        {
            switch (xml.LocalName)
            {
                case "segment" when XliffNames.IsCore(xml.NamespaceURI):
                    SegmentOf(unit);
                    break;
                case "notes" when XliffNames.IsCore(xml.NamespaceURI):
                    Children(() => Note(unit));
                    break;
                case "originalData":
                    Children(() =>
                    {
                        var id = xml.GetAttribute("id") ?? "";
                        (data ??= new(StringComparer.Ordinal))[id] = _inline.Parse().Segment.Text;
                    });
                    _inline.Data = data;
                    break;
                case "matches" when xml.NamespaceURI == XliffNames.Matches:
                    unit.MatchesStart = _inline.TagStart(1);
                    Children(() => Match(unit, data), () => unit.MatchesEnd = _inline.TagStart(2));
                    _inline.Data = data;
                    break;
                default:
                    xml.Skip();
                    break;
            }
        }, () => End(unit));
    }

    private void SegmentOf(UnitDraft unit)
    {
        var part = new PartDraft
        {
            Id = xml.GetAttribute("id") ?? "",
            State = xml.GetAttribute("state") ?? "",
            StateElement = _inline.TagStart(1),
        };
        Children(() =>
        {
            switch (xml.LocalName)
            {
                case "source":
                    part.Source = _inline.Parse();
                    break;
                case "target":
                    part.Target = _inline.Parse();
                    break;
                default:
                    xml.Skip();
                    break;
            }
        });
        if (part.Source is not null)
        {
            unit.Parts.Add(part);
        }
    }

    private void Match(UnitDraft unit, Dictionary<string, string>? unitData)
    {
        var quality = Number(xml.GetAttribute("matchQuality") ?? xml.GetAttribute("similarity"));
        var origin = xml.GetAttribute("origin") ?? xml.GetAttribute("type") ?? "";
        Segment? source = null, target = null;
        _inline.Data = unitData;
        Children(() =>
        {
            switch (xml.LocalName)
            {
                case "source":
                    source = _inline.Parse().Segment;
                    break;
                case "target":
                    target = _inline.Parse().Segment;
                    break;
                case "originalData":
                    var data = new Dictionary<string, string>(StringComparer.Ordinal);
                    Children(() =>
                    {
                        var id = xml.GetAttribute("id") ?? "";
                        data[id] = _inline.Parse().Segment.Text;
                    });
                    _inline.Data = data;
                    break;
                default:
                    xml.Skip();
                    break;
            }
        });
        if (target is not null)
        {
            (unit.Matches ??= []).Add(new XliffMatch(source, target, quality, origin));
        }
    }

    private void AltTrans(UnitDraft unit)
    {
        var quality = Number(xml.GetAttribute("match-quality"));
        var origin = xml.GetAttribute("origin") ?? "";
        Segment? source = null;
        Children(() =>
        {
            switch (xml.LocalName)
            {
                case "source":
                    source = _inline.Parse().Segment;
                    break;
                case "target":
                    (unit.Matches ??= []).Add(new XliffMatch(source, _inline.Parse().Segment, quality, origin));
                    break;
                default:
                    xml.Skip();
                    break;
            }
        });
    }

    private void SegDefs(UnitDraft unit, Dictionary<string, SdlSegment> found) => Children(() =>
    {
        found[xml.GetAttribute("id") ?? ""] = new SdlSegment(
            xml.GetAttribute("conf") ?? "", xml.GetAttribute("origin") ?? "", xml.GetAttribute("locked") == "true", _inline.TagStart(1));
        Children(() => SdlValue(unit));
    });

    // The last change of any of its segments is the unit's.
    private void SdlValue(UnitDraft unit)
    {
        var key = xml.NamespaceURI == XliffNames.Sdl && xml.LocalName == "value" ? xml.GetAttribute("key") : null;
        if (key is not ("modified_on" or "last_modified_by"))
        {
            xml.Skip();
            return;
        }

        var value = _inline.Parse().Segment.Text;
        if (key == "last_modified_by")
        {
            unit.ChangedBy = value;
        }
        else if (DateTimeOffset.TryParseExact(value, "MM/dd/yyyy HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            && !(date < unit.Changed))
        {
            unit.Changed = date;
        }
    }

    private void Comment(UnitDraft unit)
    {
        if (xml.LocalName == "comment" && xml.GetAttribute("deleted") != "true")
        {
            Note(unit);
        }
        else
        {
            xml.Skip();
        }
    }

    private void Note(UnitDraft unit)
    {
        var text = _inline.Parse().Segment.Text.Trim();
        if (text.Length > 0)
        {
            (unit.Notes ??= []).Add(text);
        }
    }

    private string Shared(string state)
    {
        if (_states.TryGetValue(state, out var known))
        {
            return known;
        }

        _states.Add(state);
        return state;
    }

    private bool Enter()
    {
        var isEmpty = xml.IsEmptyElement;
        xml.Read();
        return !isEmpty;
    }

    /// <summary>Moves to the next child element; at the end of the parent goes behind it and gives false.</summary>
    private bool Child(int depth, UnitDraft ending)
    {
        while (!(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                return true;
            }

            if (!xml.Read())
            {
                return false;
            }
        }

        End(ending);
        xml.Read();
        return false;
    }

    private void End(UnitDraft unit) => unit.End = recorder?.TagEnd(_inline.TagStart(2)) ?? unit.End;

    private void Children(Action child, Action? atEnd = null)
    {
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return;
        }

        var depth = xml.Depth;
        xml.Read();
        while (!(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                child();
            }
            else if (!xml.Read())
            {
                return;
            }
        }

        atEnd?.Invoke();
        xml.Read();
    }

    private readonly record struct SdlSegment(string Conf, string Origin, bool IsLocked, long Tag);

    private static double? Number(string? text) =>
        double.TryParse(text?.TrimEnd('%', ' '), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? Math.Clamp(number, 0, 100)
            : null;

    private static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
}
