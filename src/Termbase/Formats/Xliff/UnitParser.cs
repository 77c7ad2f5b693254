using System.Globalization;
using System.Xml;
using Termbase.Model;

namespace Termbase.Formats.Xliff;

/// <summary>Parses one <c>trans-unit</c> (1.x) or <c>unit</c> (2.x), with what sdlxliff and mqxliff add. Not thread-safe.</summary>
internal sealed class UnitParser
{
    // The end of the year 9999.
    private const long LastMillisecond = 253_402_300_800_000;

    private readonly XmlReader _xml;
    private readonly RecordingReader? _recorder;
    private readonly InlineParser _inline;
    private readonly ElementWalk _walk;
    private readonly ProposalParser _proposals;
    private readonly SdlParser _sdl;

    // Units mostly have the state of the one before: one string for all lets what is made of it be shared.
    private string _state = "";

    internal UnitParser(XmlReader xml, RecordingReader? recorder)
    {
        (_xml, _recorder, _inline, _walk) = (xml, recorder, new InlineParser(xml, recorder), new ElementWalk(xml));
        _proposals = new ProposalParser(xml, _inline, _walk);
        _sdl = new SdlParser(xml, _inline, _walk);
    }

    /// <summary>The comments of an sdlxliff by id, or null where there are none.</summary>
    internal Dictionary<string, string>? Comments
    {
        get => _sdl.Comments;
        set => _sdl.Comments = value;
    }

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
        var part = unit.OwnPart;
        part.StateElement = unit.Start;
        InlineDraft? source = null, segSource = null, target = null;
        Dictionary<string, SdlParser.Confirmation>? confirmations = null;
        UnitAttributes(unit, part);
        var depth = _xml.Depth;
        for (var more = _walk.Enter(); more && Child(depth, unit);)
        {
            switch (_xml.LocalName)
            {
                case "source" when source is null:
                    source = _inline.Parse(unit.OwnSource);
                    break;
                case "seg-source" when segSource is null:
                    segSource = _inline.Parse();
                    break;
                case "target" when target is null:
                    TargetAttributes(part);
                    target = _inline.Parse(unit.OwnTarget);
                    break;
                case "note":
                    Note(unit);
                    break;
                case "alt-trans":
                    _proposals.AltTrans(unit);
                    break;
                case "seg-defs" when _xml.NamespaceURI == XliffNames.Sdl:
                    _sdl.SegDefs(unit, confirmations ??= new(StringComparer.Ordinal));
                    break;
                case "comments" when _xml.NamespaceURI == XliffNames.MemoQ:
                    MemoQComments(unit);
                    break;
                default:
                    _xml.Skip();
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
            _sdl.AddComments(unit, segSource);
            _sdl.AddComments(unit, target);
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

    // One pass over the attributes: to ask for each by its name costs more than all of them.
    private void UnitAttributes(UnitDraft unit, PartDraft? part)
    {
        while (_xml.MoveToNextAttribute())
        {
            switch (_xml.LocalName)
            {
                case "id" when _xml.Prefix.Length == 0:
                    unit.Id = _xml.Value;
                    break;
                case "translate" when _xml.Prefix.Length == 0:
                    unit.Translate = _xml.Value != "no";
                    break;
                case "approved":
                    unit.Approved = _xml.Value == "yes";
                    break;
                case "status" when part is not null && _xml.NamespaceURI == XliffNames.MemoQ:
                    (part.State, part.StateAttribute) = (_xml.Value, "mq:status");
                    break;
                case "confirmed" when part is not null && _xml.NamespaceURI == XliffNames.Phrase:
                    part.State = _xml.Value == "0" ? "Unconfirmed" : "Confirmed";
                    break;
                case "modified-by" when _xml.NamespaceURI == XliffNames.Phrase:
                    unit.ChangedBy = _xml.Value;
                    break;
                case "modified-at" when _xml.NamespaceURI == XliffNames.Phrase
                    && long.TryParse(_xml.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds is > 0 and < LastMillisecond:
                    unit.Changed = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
                    break;
                case "locked" when part is not null && _xml.NamespaceURI is XliffNames.MemoQ or XliffNames.Phrase:
                    part.IsLocked = _xml.Value is not ("" or "false" or "no" or "0");
                    break;
                case "lastchanginguser" when _xml.NamespaceURI == XliffNames.MemoQ:
                    unit.ChangedBy = _xml.Value;
                    break;
                case "lastchangedtimestamp" when _xml.NamespaceURI == XliffNames.MemoQ:
                    unit.Changed = Date(_xml.Value);
                    break;
            }
        }

        _xml.MoveToElement();
    }

    private void TargetAttributes(PartDraft part)
    {
        if (part.StateAttribute != "state")
        {
            return;
        }

        part.StateElement = _inline.TagStart(1);
        while (_xml.MoveToNextAttribute())
        {
            switch (_xml.LocalName)
            {
                case "state":
                    part.State = Shared(_xml.Value);
                    break;
                case "state-qualifier":
                    part.StateQualifier = _xml.Value;
                    break;
            }
        }

        _xml.MoveToElement();
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
        _walk.Children(() =>
        {
            switch (_xml.LocalName)
            {
                case "segment" when XliffNames.IsCore(_xml.NamespaceURI):
                    SegmentOf(unit);
                    break;
                case "notes" when XliffNames.IsCore(_xml.NamespaceURI):
                    _walk.Children(() => Note(unit));
                    break;
                case "originalData":
                    _walk.Children(() =>
                    {
                        var id = _xml.GetAttribute("id") ?? "";
                        (data ??= new(StringComparer.Ordinal))[id] = _inline.Parse().Segment.Text;
                    });
                    _inline.Data = data;
                    break;
                case "matches" when _xml.NamespaceURI == XliffNames.Matches:
                    unit.MatchesStart = _inline.TagStart(1);
                    _walk.Children(() => _proposals.Match(unit, data), () => unit.MatchesEnd = _inline.TagStart(2));
                    _inline.Data = data;
                    break;
                default:
                    _xml.Skip();
                    break;
            }
        }, () => End(unit));
    }

    private void SegmentOf(UnitDraft unit)
    {
        var part = new PartDraft
        {
            Id = _xml.GetAttribute("id") ?? "",
            State = _xml.GetAttribute("state") ?? "",
            StateElement = _inline.TagStart(1),
        };
        _walk.Children(() =>
        {
            switch (_xml.LocalName)
            {
                case "source":
                    part.Source = _inline.Parse();
                    break;
                case "target":
                    part.Target = _inline.Parse();
                    break;
                default:
                    _xml.Skip();
                    break;
            }
        });
        if (part.Source is not null)
        {
            unit.Parts.Add(part);
        }
    }

    // Apart, since a lambda beside what every unit needs would cost every unit an object.
    private void MemoQComments(UnitDraft unit) => _walk.Children(() => Comment(unit));

    private void Comment(UnitDraft unit)
    {
        if (_xml.LocalName == "comment" && _xml.GetAttribute("deleted") != "true")
        {
            Note(unit);
        }
        else
        {
            _xml.Skip();
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

    private string Shared(string state) => state == _state ? _state : _state = state;

    // At the end of the unit tells where that is.
    private bool Child(int depth, UnitDraft unit)
    {
        if (_walk.Next(depth))
        {
            return true;
        }

        if (_xml.NodeType == XmlNodeType.EndElement)
        {
            End(unit);
            _xml.Read();
        }

        return false;
    }

    private void End(UnitDraft unit) => unit.End = _recorder?.TagEnd(_inline.TagStart(2)) ?? unit.End;

    private static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
}
