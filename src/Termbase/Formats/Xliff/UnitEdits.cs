using System.Text;
using Termbase.Model;

namespace Termbase.Formats.Xliff;

/// <summary>The changes to the text of one unit: which stretches of the file are replaced by what. Not thread-safe.</summary>
internal sealed class UnitEdits(UnitDraft unit, RecordingReader recorder, Encoding encoding, Action<string, string> lost)
{
    private readonly List<(long From, long To, string Text)> _edits = [];
    private readonly Dictionary<PartDraft, string> _pieces = [];

    /// <summary>An offset behind everything that may be replaced.</summary>
    internal long UnitEnd { get; } = unit.End;

    /// <summary>Notes what changes in a segment; whether anything does.</summary>
    internal bool Change(PartDraft part, Segment? target, UnitStatus newStatus)
    {
        var text = target is not null && !Same(part.Target?.Segment, target);
        var status = newStatus != XliffStates.Read(part.State, unit.Approved);
        if (text)
        {
            var content = new InlineCopier(part, unit.IsVersion2, encoding, message => lost(XliffReader.IdOf(unit, part), message)).Write(target!);
            if (unit.SegSource is not null && part.Target is null)
            {
                _pieces[part] = content;
            }
            else if (part.Target is null)
            {
                Insert(part, content, status ? newStatus : null);
                return true;
            }
            else
            {
                Content(part.Target, content);
            }
        }

        if (status)
        {
            State(part, newStatus);
        }

        return text || status;
    }

    internal IEnumerable<(long From, long To, string Text)> InOrder()
    {
        if (_pieces.Count > 0)
        {
            WholeTarget();
        }

        return _edits.OrderBy(static e => e.From);
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
    private void Insert(PartDraft part, string content, UnitStatus? status)
    {
        var source = part.Source!;
        var (start, after) = (source.ElementStart, unit.SegSource?.ElementEnd ?? source.ElementEnd);
        var name = TargetName(recorder.Slice(source.ElementStart, source.ContentStart));
        var isOwnState = !unit.IsVersion2 && part.StateAttribute == "state";
        var state = isOwnState && status is { } said ? $" state=\"{XliffStates.Write(said, version2: false)}\"" : "";
        _edits.Add((after, after, $"{Indent(start)}<{name}{state}>{content}</{name}>"));
        if (!isOwnState && status is { } other)
        {
            State(part, other);
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
            _edits.Add((source.ElementEnd, source.ElementEnd, $"{Indent(source.ElementStart)}<{name}>{whole}</{name}>"));
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

    private void State(PartDraft part, UnitStatus status)
    {
        if (part.StateElement < 0)
        {
            return;
        }

        var value = part.StateAttribute switch
        {
            "conf" => XliffStates.WriteSdl(status),
            "mq:status" => XliffStates.WriteMemoQ(status),
            _ => XliffStates.Write(status, unit.IsVersion2),
        };
        var end = recorder.TagEnd(part.StateElement);
        var tag = recorder.Slice(part.StateElement, end).ToString();
        if (RawTag.Attribute(tag, part.StateAttribute) is { } found)
        {
            var from = part.StateElement + found.Start;
            _edits.RemoveAll(e => e.From == from);
            _edits.Add((from, from + found.Length, value));
        }
        else if (unit.IsVersion2 || (part.StateAttribute == "state" && part.Target is not null))
        {
            var at = part.StateElement + 1 + NameOf(tag).Length;
            _edits.RemoveAll(e => e.From == at && e.To == at);
            _edits.Add((at, at, $" {part.StateAttribute}=\"{value}\""));
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
