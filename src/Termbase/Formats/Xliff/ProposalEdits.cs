using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Termbase.Model;

namespace Termbase.Formats.Xliff;

/// <summary>
/// Where and how the proposals of one unit are written: <c>alt-trans</c> behind the target in 1.x, the matches module in 2.x. A proposal that
/// the unit has already is not written again. An sdlxliff keeps what a match was in the segment's own attributes, and gets no proposals.
/// Not thread-safe.
/// </summary>
internal sealed class ProposalEdits(UnitDraft unit, RecordingReader recorder, Encoding encoding)
{
    private readonly List<(PartDraft Part, Proposal Proposal)> _all = [];
    private readonly List<(long From, long To, string Text)> _ids = [];
    private string? _newId;

    internal bool Add(PartDraft part, ImmutableArray<Proposal> proposals, bool isFilled)
    {
        if (part.StateAttribute == "conf" || part.Source is not { ElementStart: >= 0 })
        {
            return false;
        }

        var before = _all.Count;
        foreach (var proposal in proposals)
        {
            if (unit.Matches?.Exists(m => m.Target.Text == proposal.Target.Text && m.Origin == proposal.Origin) != true)
            {
                _all.Add((part, proposal));
            }
        }

        return _all.Count > before && !isFilled;
    }

    internal IEnumerable<(long From, long To, string Text)> Edits()
    {
        if (_all.Count == 0)
        {
            return [];
        }

        return unit.IsVersion2 ? Matches() : AltTrans();
    }

    private IEnumerable<(long From, long To, string Text)> AltTrans()
    {
        var source = unit.Parts[0].Source!;
        var whole = unit.SegSource;
        var last = whole is null ? unit.Parts[0].Target ?? source : unit.WholeTarget ?? whole;
        var indent = Indent(whole?.ElementStart ?? source.ElementStart);
        var prefix = Prefix(unit.Start);
        var text = new StringBuilder();
        foreach (var (part, proposal) in _all)
        {
            text.Append(indent).Append('<').Append(prefix).Append("alt-trans");
            if (whole is not null && unit.Namespace == XliffNames.V12)
            {
                text.Append(" mid=\"").Append(XmlEscape.Attribute(part.Id, encoding)).Append('"');
            }

            // Above 100 is a match in the same surroundings; the attribute is a percentage.
            text.Append(CultureInfo.InvariantCulture, $" match-quality=\"{Math.Min(100, proposal.Percent)}%\" origin=\"{XmlEscape.Attribute(proposal.Origin, encoding)}\">");
            Sides(text, proposal, prefix, "");
            text.Append("</").Append(prefix).Append("alt-trans>");
        }

        return [(last.ElementEnd, last.ElementEnd, text.ToString())];
    }

    private IEnumerable<(long From, long To, string Text)> Matches()
    {
        var start = recorder.TagEnd(unit.Start);
        var core = Prefix(unit.Start);
        var child = Child(start);
        var isThere = unit.MatchesStart >= 0;
        var isEmpty = isThere && unit.MatchesEnd < 0;
        var prefix = isThere ? Prefix(unit.MatchesStart) : "mtc:";

        // Where the module stands in the default namespace, the texts must leave it again.
        var space = isThere && prefix.Length == 0 && core.Length == 0 ? $" xmlns=\"{unit.Namespace}\"" : "";
        var step = child.Contains('\n', StringComparison.Ordinal) ? "  " : "";
        var text = new StringBuilder();
        foreach (var (part, proposal) in _all)
        {
            text.Append(child).Append(step).Append('<').Append(prefix).Append("match ref=\"#").Append(XmlEscape.Attribute(IdOf(part), encoding)).Append('"');
            text.Append(CultureInfo.InvariantCulture, $" similarity=\"{Math.Min(100, Math.Floor(proposal.Score * 10) / 10):0.#}\"");
            text.Append(" type=\"").Append(proposal.IsMachine ? "mt" : proposal.Score > 100 ? "icm" : "tm").Append('"');
            text.Append(" origin=\"").Append(XmlEscape.Attribute(proposal.Origin, encoding)).Append("\">");
            Sides(text, proposal, core, space);
            text.Append("</").Append(prefix).Append("match>");
        }

        if (isEmpty)
        {
            var end = recorder.TagEnd(unit.MatchesStart);
            var name = RawTag.Name(recorder.Slice(unit.MatchesStart, end)).ToString();
            return _ids.Append((end - 2, end, $">{text}{child}</{name}>"));
        }

        if (isThere)
        {
            // Behind the last proposal, so that the end tag stays on its line.
            var before = recorder.Slice(unit.MatchesStart, unit.MatchesEnd);
            var at = unit.MatchesStart + before.TrimEnd(" \t\r\n").Length;
            return _ids.Append((at, at, text.ToString()));
        }

        return _ids.Append((start, start, $"{child}<mtc:matches xmlns:mtc=\"{XliffNames.Matches}\">{text}{child}</mtc:matches>"));
    }

    // A proposal names its segment; one without an id is given one.
    private string IdOf(PartDraft part)
    {
        if (part.Id.Length > 0)
        {
            return part.Id;
        }

        var id = $"{_newId ??= FreeId()}{unit.Parts.IndexOf(part) + 1}";
        var at = part.StateElement + 1 + RawTag.Name(recorder.Slice(part.StateElement, recorder.TagEnd(part.StateElement))).Length;
        if (!_ids.Exists(e => e.From == at))
        {
            _ids.Add((at, at, $" id=\"{id}\""));
        }

        return id;
    }

    private void Sides(StringBuilder text, Proposal proposal, string prefix, string space)
    {
        var codes = new List<(InlineKind Kind, string Content)>();
        foreach (var (name, segment) in ((string, Segment)[])[("source", proposal.Source), ("target", proposal.Target)])
        {
            text.Append('<').Append(prefix).Append(name).Append(space).Append('>');
            Content(text, segment, prefix, codes);
            text.Append("</").Append(prefix).Append(name).Append('>');
        }
    }

    // Codes of a memory are no codes of this file: placeholders that show what they are, the same id for the same code.
    private void Content(StringBuilder text, Segment segment, string prefix, List<(InlineKind Kind, string Content)> codes)
    {
        var at = 0;
        var used = new HashSet<int>();
        foreach (var code in segment.Codes)
        {
            XmlEscape.Text(text, segment.Text.AsSpan(at, code.Position - at), encoding);
            at = code.Position;
            var id = codes.FindIndex(0, c => c == (code.Kind, code.Content));
            id = used.Contains(id) ? -1 : id;
            if (id < 0)
            {
                id = codes.Count;
                codes.Add((code.Kind, code.Content));
            }

            used.Add(id);
            var shown = XmlEscape.Attribute(code.Content, encoding);
            text.Append(CultureInfo.InvariantCulture, $"<{prefix}ph id=\"{id + 1}\"");
            text.Append(!unit.IsVersion2 ? $">{shown}</{prefix}ph>" : shown.Length > 0 ? $" disp=\"{shown}\"/>" : "/>");
        }

        XmlEscape.Text(text, segment.Text.AsSpan(at), encoding);
    }

    private string Prefix(long tag)
    {
        var name = RawTag.Name(recorder.Slice(tag, recorder.TagEnd(tag)));
        return name[..(name.IndexOf(':') + 1)].ToString();
    }

    private string Indent(long start)
    {
        var before = recorder.Slice(unit.Start, start);
        return before[before.TrimEnd(" \t\r\n").Length..].ToString();
    }

    // The white space before the unit's first child.
    private string Child(long start)
    {
        var rest = recorder.Slice(start, unit.End);
        return rest[..(rest.Length - rest.TrimStart(" \t\r\n").Length)].ToString();
    }

    // Ids of segments and codes share one space in their unit: a start that nothing there has.
    private string FreeId()
    {
        var lead = "s";
        while (recorder.Slice(unit.Start, unit.End).IndexOf($"id=\"{lead}") >= 0 || recorder.Slice(unit.Start, unit.End).IndexOf($"id='{lead}") >= 0)
        {
            lead += "s";
        }

        return lead;
    }
}
