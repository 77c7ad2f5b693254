using System.Xml;
using Termbase.Model;

namespace Termbase.Formats.Xliff;

/// <summary>
/// Writes an XLIFF file back with some of its translations changed. Everything else is copied character by character, so that a rewriting
/// that changes nothing gives the same bytes. A new translation keeps the codes of the file: a code is found again by element and id,
/// else it takes the place of the source's next code of its kind. Constant memory. Thread-safe.
/// </summary>
public static class XliffRewriter
{
    /// <summary>
    /// Rewrites a file between Chinese and English; <paramref name="change"/> gets every unit (the target is empty where there is none yet)
    /// and gives it back with a new target or status, or null to leave it. Both streams are left open.
    /// </summary>
    /// <exception cref="InputException">The file is no well-formed XLIFF, or its encoding does not allow writing it back as it was.</exception>
    public static RewriteResult Rewrite(
        Stream original, Stream output, Func<TranslationUnit, TranslationUnit?> change, string path = "-", ReadLog? log = null)
    {
        ArgumentNullException.ThrowIfNull(change);
        return Fill(
            original, output,
            unit => change(unit) is not { } changed ? null
                : new UnitChange { Target = changed.Target.Segment.IsEmpty ? null : changed.Target.Segment, Status = changed.Status },
            path, log);
    }

    /// <summary>
    /// The same with matches: they are written as <c>alt-trans</c> (1.x) or in the matches module (2.x), with score and origin, and mark the
    /// state of the segment that they fill; sdlxliff and mqxliff get their own marks. Locked segments and what is not to be translated are
    /// not asked for.
    /// </summary>
    /// <exception cref="InputException">As <see cref="Rewrite"/>.</exception>
    public static RewriteResult Fill(
        Stream original, Stream output, Func<TranslationUnit, UnitChange?> change, string path = "-", ReadLog? log = null)
    {
        ArgumentNullException.ThrowIfNull(change);
        var units = new XliffUnits(path);
        var number = 0;
        var previous = "";
        string? file = null;
        return Run(original, output, Changed, path, log);

        UnitChange? Changed(UnitDraft draft, PartDraft part)
        {
            // The neighbours of a segment stand in its own file.
            var before = file == draft.File ? previous : "";
            (previous, file) = (part.Source!.Segment.Text, draft.File);
            number++;
            return units.Of(draft, part) == XliffUnits.Direction.Other || part.IsLocked || !draft.Translate
                ? null
                : change(units.ToUnit(draft, part, number, before, ""));
        }
    }

    /// <summary>The same for a file in any languages; of what <paramref name="change"/> gives back, target and status count.</summary>
    /// <exception cref="InputException">As <see cref="Rewrite"/>.</exception>
    public static RewriteResult RewriteSegments(
        Stream original, Stream output, Func<XliffSegment, XliffSegment?> change, string path = "-", ReadLog? log = null)
    {
        ArgumentNullException.ThrowIfNull(change);
        return Run(
            original, output,
            (unit, part) => change(XliffReader.Segment(unit, part, path)) is { } changed ? new UnitChange { Target = changed.Target, Status = changed.Status } : null,
            path, log);
    }

    private static RewriteResult Run(
        Stream original, Stream output, Func<UnitDraft, PartDraft, UnitChange?> change, string path, ReadLog? log)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(output);
        return ExactText.Guard(path, () => Copy(original, output, change, path, log ?? new ReadLog()));
    }

    private static RewriteResult Copy(
        Stream original, Stream output, Func<UnitDraft, PartDraft, UnitChange?> change, string path, ReadLog log)
    {
        using var text = ExactText.Open(original, path, log);
        using var recorder = new RecordingReader(text.Reader);
        using var xml = XmlReader.Create(recorder, XliffScanner.Settings);
        using var writer = text.Writer(output);
        var scanner = new XliffScanner(xml, path, recorder);
        long written = 0, segments = 0, changedCount = 0, locked = 0;
        while (scanner.Next() is { } unit)
        {
            var edits = new UnitEdits(unit, recorder, text.Encoding, (id, message) => log.Note(At(path, unit), id, "code-lost", message));
            foreach (var part in unit.Parts)
            {
                if (part.Source is not { ElementStart: >= 0 })
                {
                    continue;
                }

                segments++;
                locked += part.IsLocked || !unit.Translate ? 1 : 0;
                if (change(unit, part) is { } changed && edits.Change(part, changed))
                {
                    changedCount++;
                }
            }

            foreach (var (from, to, replacement) in edits.InOrder())
            {
                writer.Write(recorder.Slice(written, from));
                writer.Write(replacement);
                written = to;
            }

            // XmlReader has read ahead of the unit; what is behind it is done with.
            var done = edits.UnitEnd;
            writer.Write(recorder.Slice(written, done));
            recorder.LetGo(written = done);
        }

        writer.Write(recorder.From(written));
        text.CopyRest(writer);
        return new RewriteResult(segments, changedCount) { Locked = locked };
    }

    private static SourceLocation At(string path, UnitDraft unit) => SourceLocation.AtLine(path, unit.Line);
}
