using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Formats.Xliff;

/// <summary>
/// Reads the segments of an XLIFF file (1.0 to 1.2, 2.0 to 2.2, sdlxliff, mqxliff) in any language pair, translated or not, in file order
/// and constant memory. Characters that XML forbids are repaired on the way, and a broken unit costs itself only.
/// </summary>
public static class XliffReader
{
    /// <summary>Reads all segments; the stream is left open. Segments are counted by the log as read.</summary>
    /// <exception cref="InputException">The file is no XLIFF, or nothing of it can be read.</exception>
    public static IEnumerable<XliffSegment> Read(Stream stream, string path, ReadLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        using var source = XliffSource.Open(stream, path, log);
        while (source.NextOrStop() is { } unit)
        {
            foreach (var part in unit.Parts)
            {
                if (part.Source is not null)
                {
                    log.CountRead();
                    yield return Segment(unit, part, path);
                }
            }
        }
    }

    internal static XliffSegment Segment(UnitDraft unit, PartDraft part, string path)
    {
        var (source, target) = (part.Source!, part.Target);
        var location = At(path, source);
        return new XliffSegment
        {
            Id = IdOf(unit, part),
            File = unit.File,
            SourceLanguage = unit.SourceLanguage,
            TargetLanguage = unit.TargetLanguage,
            Source = source.Segment,
            Target = target?.Segment,
            State = part.State,
            Status = XliffStates.Read(part.State, unit.Approved),
            Origin = part.Origin,
            Translate = unit.Translate,
            Changed = unit.Changed,
            ChangedBy = unit.ChangedBy,
            Notes = unit.NoteArray,
            Matches = unit.MatchArray,
            Terms = source.Terms is null && target?.Terms is null ? [] : Terms(source, target),
            Location = location,
            TargetLocation = target is null ? location : At(path, target),
        };
    }

    internal static string IdOf(UnitDraft unit, PartDraft part) =>
        part.Id.Length == 0 || (unit.Parts.Count == 1 && part.Id == unit.Id) ? unit.Id : $"{unit.Id}/{part.Id}";

    internal static SourceLocation At(string path, InlineDraft side) => new(path, side.Line, side.Column, side.Line, side.Column);

    private static ImmutableArray<XliffTerm> Terms(InlineDraft source, InlineDraft? target) =>
    [
        .. (source.Terms ?? []).Select(static t => new XliffTerm(t.Text, InTarget: false, t.Info)),
        .. (target?.Terms ?? []).Select(static t => new XliffTerm(t.Text, InTarget: true, t.Info)),
    ];
}
