using System.Globalization;
using System.Xml;

namespace Termbase.Formats.Xliff;

/// <summary>Parses what sdlxliff says of the segments of a unit: confirmations, who changed them and when, comments. Not thread-safe.</summary>
internal sealed class SdlParser(XmlReader xml, InlineParser inline, ElementWalk walk)
{
    /// <summary>What is said of one segment; <paramref name="Tag"/> is the offset of the tag that says it.</summary>
    internal readonly record struct Confirmation(string Conf, string Origin, bool IsLocked, long Tag);

    /// <summary>The comments of the file by id, or null where there are none.</summary>
    internal Dictionary<string, string>? Comments { get; set; }

    // A comment of Trados stands before the files; a mark in the text names it.
    internal void AddComments(UnitDraft unit, InlineDraft? side)
    {
        foreach (var code in side?.Parts?.SelectMany(static p => p.Segment.Codes) ?? [])
        {
            if (Comments is not null && code.Attribute("sdl:cid") is { } id && Comments.TryGetValue(id, out var text) && unit.Notes?.Contains(text) != true)
            {
                (unit.Notes ??= []).Add(text);
            }
        }
    }

    internal void SegDefs(UnitDraft unit, Dictionary<string, Confirmation> found) => walk.Children(() =>
    {
        found[xml.GetAttribute("id") ?? ""] = new Confirmation(
            xml.GetAttribute("conf") ?? "", xml.GetAttribute("origin") ?? "", xml.GetAttribute("locked") == "true", inline.TagStart(1));
        walk.Children(() => SdlValue(unit));
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

        var value = inline.Parse().Segment.Text;
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
}
