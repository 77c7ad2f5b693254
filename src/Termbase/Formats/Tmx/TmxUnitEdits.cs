using System.Globalization;
using System.Text;
using Termbase.Formats.Xliff;
using Termbase.Model;

namespace Termbase.Formats.Tmx;

/// <summary>What replaces what in the text of one unit, in order.</summary>
internal static class TmxUnitEdits
{
    internal static List<(long From, long To, string Text)> Of(
        TmxTextUnit found, TranslationUnit unit, UnitChange change, RecordingReader recorder, Encoding encoding, Action<string> lost)
    {
        var edits = new List<(long From, long To, string Text)>();
        if (change.Target is not { } target || target == unit.Target.Segment || (target.Codes.IsEmpty && target.Text == unit.Target.Segment.Text))
        {
            return edits;
        }

        var (source, other) = unit.ZhIsSource ? (found.Zh!, found.En) : (found.En!, found.Zh);
        var sourceTag = recorder.Slice(source.Start, source.StartTagEnd).ToString();
        var content = new InlineCopier(new PartDraft { Source = source.Segment, Target = other?.Segment }, version2: false, encoding, lost).Write(target);
        var props = Props(found, change, recorder, encoding);
        if (props.Length > 0)
        {
            var after = recorder.TagEnd(found.Start);
            edits.Add((after, after, props));
        }

        if (other is null)
        {
            // A tuv of its own, which looks like the source's: "lang" stands in files of TMX 1.1 to 1.3.
            var lang = RawTag.Attribute(sourceTag, "xml:lang") is null ? "lang" : "xml:lang";
            edits.Add((source.End, source.End, $"{Before(found.Start, source.Start, recorder)}<tuv {lang}=\"{unit.Target.Language}\"><seg>{content}</seg></tuv>"));
        }
        else if (other.Segment is { } segment)
        {
            var tag = recorder.Slice(segment.ElementStart, segment.ContentStart);
            edits.Add(tag.EndsWith("/>")
                ? (segment.ContentStart - 2, segment.ContentStart, $">{content}</{RawTag.Name(tag)}>")
                : (segment.ContentStart, segment.ContentEnd, content));
        }
        else if (recorder.Slice(other.Start, other.StartTagEnd).EndsWith("/>"))
        {
            edits.Add((other.StartTagEnd - 2, other.StartTagEnd, $"><seg>{content}</seg></tuv>"));
        }
        else
        {
            var close = other.Start + recorder.Slice(other.Start, other.End).LastIndexOf("</");
            edits.Add((close, close, $"<seg>{content}</seg>"));
        }

        edits.Sort(static (a, b) => a.From.CompareTo(b.From));
        return edits;
    }

    private static string Props(TmxTextUnit found, UnitChange change, RecordingReader recorder, Encoding encoding)
    {
        if (change.Proposals.IsEmpty)
        {
            return "";
        }

        var first = found.Sides[0].Start;
        var start = recorder.TagEnd(found.Start);
        var blank = recorder.Slice(start, first);
        var indent = blank[..(blank.Length - blank.TrimStart(" \t\r\n").Length)].ToString();
        var match = change.Proposals[0];
        var text = new StringBuilder();
        Say("x-match", match.Percent.ToString(CultureInfo.InvariantCulture));
        Say("x-match-origin", match.Origin);
        Say("x-origin", match.IsMachine ? "mt" : "");
        Say("x-status", change.Status == UnitStatus.Draft && found.Status == UnitStatus.Unknown ? "draft" : "");
        return text.ToString();

        void Say(string type, string value)
        {
            if (value.Length > 0)
            {
                text.Append(indent).Append("<prop type=\"").Append(type).Append("\">");
                XmlEscape.Text(text, value, encoding);
                text.Append("</prop>");
            }
        }
    }

    private static string Before(long from, long start, RecordingReader recorder)
    {
        var before = recorder.Slice(from, start);
        return before[before.TrimEnd(" \t\r\n").Length..].ToString();
    }
}
