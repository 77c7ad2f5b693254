using System.Text;
using Termbase.Model;

namespace Termbase.Formats.Xliff;

/// <summary>The changes to the text of one unit: which stretches of the file are replaced by what. Not thread-safe.</summary>
internal sealed class UnitEdits(UnitDraft unit, RecordingReader recorder, Encoding encoding, Action<string, string> lost)
{
    private readonly List<(long From, long To, string Text)> _edits = [];
    private readonly Dictionary<PartDraft, string> _pieces = [];
    private readonly ProposalEdits _proposals = new(unit, recorder, encoding);

    // A target that stands for several segments says the state of the one that needs most work.
    private SegmentMark? _wholeMark;

    /// <summary>An offset behind everything that may be replaced.</summary>
    internal long UnitEnd { get; } = unit.End;

    /// <summary>Notes what changes in a segment; whether anything does.</summary>
    internal bool Change(PartDraft part, UnitChange change)
    {
        var text = change.Target is not null && !Same(part.Target?.Segment, change.Target);
        var status = change.Status is { } said && said != XliffStates.Read(part.State, unit.Approved);
        var isFilled = text && !change.Proposals.IsEmpty;
        var mark = SegmentMark.Of(unit, part, change.Status ?? UnitStatus.Unknown, isFilled ? change.Proposals[0] : null, encoding);
        var proposed = _proposals.Add(part, change.Proposals, isFilled);
        if (text)
        {
            var content = new InlineCopier(part, unit.IsVersion2, encoding, message => lost(XliffReader.IdOf(unit, part), message)).Write(change.Target!);
            if (unit.SegSource is not null && part.Target is null)
            {
                _pieces[part] = content;
            }
            else if (part.Target is null)
            {
                Insert(part, content, status || isFilled ? mark : null);
                return true;
            }
            else
            {
                Content(part.Target, content);
            }
        }

        if (status || isFilled)
        {
            Mark(part, mark);
        }

        return text || status || proposed;
    }

    internal IEnumerable<(long From, long To, string Text)> InOrder()
    {
        if (_pieces.Count > 0)
        {
            WholeTarget();
        }

        return _edits.Concat(_proposals.Edits()).Concat(_attributes.Values).OrderBy(static e => e.From).ThenBy(static e => e.To);
    }

    private static bool Same(Segment? a, Segment b) =>
        a is not null && a.Text == b.Text && a.Codes.Length == b.Codes.Length
        && a.Codes.Zip(b.Codes).All(static p => p.First.Position == p.Second.Position && p.First.Kind == p.Second.Kind
            && p.First.Element == p.Second.Element && p.First.Content == p.Second.Content
            && p.First.Attributes.AsSpan().SequenceEqual(p.Second.Attributes.AsSpan()));

    private void Content(InlineDraft target, string content)
    {
        var tag = recorder.Slice(target.ElementStart, target.ContentStart);
        if (tag.EndsWith("/>"))
        {
            _edits.Add((target.ContentStart - 2, target.ContentStart, $">{content}</{NameOf(tag)}>"));
        }
        else
        {
            _edits.Add((target.ContentStart, target.ContentEnd, content));
        }
    }

    // The new target stands on a line of its own, indented as its source.
    private void Insert(PartDraft part, string content, SegmentMark? mark)
    {
        var source = part.Source!;
        var (start, after) = (source.ElementStart, unit.SegSource?.ElementEnd ?? source.ElementEnd);
        var name = TargetName(recorder.Slice(source.ElementStart, source.ContentStart));
        var isOwnState = !unit.IsVersion2 && part.StateAttribute == "state";
        var state = isOwnState && mark is { } said ? string.Concat(said.Attributes.Where(static a => a.Value is not null).Select(static a => $" {a.Name}=\"{a.Value}\"")) : "";
        _edits.Add((after, after, $"{Indent(start)}<{name}{state}>{content}</{name}>"));
        if (!isOwnState && mark is { } other)
        {
            Mark(part, other);
        }
    }

    // A target is missing as a whole or lacks pieces: it is built from the segmented source.
    private void WholeTarget()
    {
        var source = unit.SegSource!;
        var whole = new StringBuilder();
        var at = source.ContentStart;
        foreach (var part in unit.Parts)
        {
            var piece = part.Source!;
            var isEmpty = piece.ContentEnd == piece.ContentStart && recorder.Slice(piece.ContentStart - 2, piece.ContentStart) is "/>";
            var content = _pieces.TryGetValue(part, out var fresh) ? fresh : Existing(part);
            whole.Append(recorder.Slice(at, isEmpty ? piece.ContentStart - 2 : piece.ContentStart));
            whole.Append(isEmpty ? ">" + content + "</mrk>" : content);
            at = piece.ContentEnd;
        }

        whole.Append(recorder.Slice(at, source.ContentEnd));
        if (unit.WholeTarget is { } target)
        {
            // Edits inside the old target are part of the new one.
            _edits.RemoveAll(e => e.From >= target.ContentStart && e.To <= target.ContentEnd);
            Content(target, whole.ToString());
        }
        else
        {
            var name = TargetName(recorder.Slice(source.ElementStart, source.ContentStart));
            var state = string.Concat((_wholeMark?.Attributes ?? []).Where(static a => a.Value is not null).Select(static a => $" {a.Name}=\"{a.Value}\""));
            _edits.Add((source.ElementEnd, source.ElementEnd, $"{Indent(source.ElementStart)}<{name}{state}>{whole}</{name}>"));
        }
    }

    private string Existing(PartDraft part)
    {
        if (part.Target is not { } target)
        {
            return "";
        }

        var edit = _edits.FindIndex(e => e.From >= target.ElementStart && e.To <= target.ContentEnd);
        return edit >= 0 ? _edits[edit].Text : recorder.Slice(target.ContentStart, target.ContentEnd).ToString();
    }

    private void Mark(PartDraft part, SegmentMark mark)
    {
        if (part.StateAttribute == "state" && !unit.IsVersion2)
        {
            var isShared = unit.SegSource is not null && unit.Parts.Count > 1;
            if (isShared && _wholeMark is { } worse && worse.Status == UnitStatus.Draft)
            {
                return;
            }

            _wholeMark = mark;
            if (unit.Approved && mark is { IsFill: true, Status: UnitStatus.Draft })
            {
                Attribute(unit.Start, "approved", "no", isNew: false);
            }

            if (part.Target is null && unit.WholeTarget is null)
            {
                return;
            }
        }

        if (part.StateElement < 0)
        {
            return;
        }

        foreach (var (name, value) in mark.Attributes)
        {
            Attribute(part.StateElement, name, value, isNew: part.StateAttribute != "mq:status" || mark.IsFill);
        }
    }

    private readonly Dictionary<(long Tag, string Name), (long From, long To, string Text)> _attributes = [];

    private void Attribute(long start, string name, string? value, bool isNew)
    {
        var tag = recorder.Slice(start, recorder.TagEnd(start)).ToString();
        if (value is null)
        {
            if (RawTag.Whole(tag, name) is { } whole)
            {
                _attributes[(start, name)] = (start + whole.Start, start + whole.Start + whole.Length, "");
            }
        }
        else if (RawTag.Attribute(tag, name) is { } found)
        {
            _attributes[(start, name)] = (start + found.Start, start + found.Start + found.Length, value);
        }
        else if (isNew)
        {
            var at = start + tag.TrimEnd('>').TrimEnd('/').TrimEnd().Length;
            _attributes[(start, name)] = (at, at, $" {name}=\"{value}\"");
        }
    }

    private static string NameOf(ReadOnlySpan<char> tag) => RawTag.Name(tag).ToString();

    private static string TargetName(ReadOnlySpan<char> sourceTag)
    {
        var name = NameOf(sourceTag);
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return name[..(colon + 1)] + "target";
    }

    private string Indent(long start)
    {
        var before = recorder.Slice(unit.Start, start);
        var blank = before.Length - before.TrimEnd(" \t\r\n").Length;
        return before[^blank..].ToString();
    }
}
