using System.Globalization;
using Termbase.Model;

namespace Termbase.Formats.Xliff;

/// <summary>
/// XLIFF as a format of translation units: reads what is translated between Chinese and English in XLIFF 1.0 to 2.2, sdlxliff and
/// mqxliff; segments in other languages are refused one by one, segments without a translation are left out and counted in one note.
/// Writes XLIFF 1.2, which every tool takes, or 2.1 (<see cref="Version2"/>).
/// </summary>
public sealed class XliffFormat : IUnitFormat
{
    private readonly bool _version2;

    /// <summary>The format that writes XLIFF 1.2.</summary>
    public XliffFormat()
        : this(version2: false)
    {
    }

    private XliffFormat(bool version2) => _version2 = version2;

    /// <summary>The same, but XLIFF 2.1 is written; its name is <c>xliff2</c>.</summary>
    public static XliffFormat Version2 { get; } = new(version2: true);

    /// <inheritdoc/>
    public string Name => _version2 ? "xliff2" : "xliff";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions => _version2 ? [] : [".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff"];

    /// <inheritdoc/>
    public IEnumerable<TranslationUnit> Read(Stream stream, string path, ReadLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        using var source = XliffSource.Open(stream, path, log);
        var units = new XliffUnits(path);
        // What waits for its neighbour: as drafts, which the next unit but one takes again, or made already where that one comes first.
        (UnitDraft Unit, PartDraft Part, string Previous)? waiting = null;
        (TranslationUnit Unit, string File)? made = null;
        var (previous, previousFile) = ("", "");
        int number = 0, untranslated = 0;
        SourceLocation? firstUntranslated = null;
        while (source.NextOrStop() is { } unit)
        {
            foreach (var part in unit.Parts)
            {
                if (part.Source is null)
                {
                    continue;
                }

                var text = part.Source.Segment.Text;
                if (made is { } kept)
                {
                    yield return ReferenceEquals(kept.File, unit.File) ? kept.Unit with { Next = text } : kept.Unit;
                    made = null;
                }

                if (waiting is { } held)
                {
                    yield return units.ToUnit(held.Unit, held.Part, number, held.Previous, ReferenceEquals(held.Unit.File, unit.File) ? text : "");
                    waiting = null;
                }

                if (part.Target is null || string.IsNullOrWhiteSpace(part.Target.Segment.Text) || IsPlaceholder(part))
                {
                    untranslated++;
                    firstUntranslated ??= XliffReader.At(path, part.Source);
                }
                else
                {
                    number++;
                    log.CountRead();
                    if (units.Of(unit, part) == XliffUnits.Direction.Other)
                    {
                        log.Refuse(XliffReader.At(path, part.Source), XliffReader.IdOf(unit, part), "not-zh-en", NotZhEn(unit));
                    }
                    else if (string.IsNullOrWhiteSpace(text))
                    {
                        log.Refuse(XliffReader.At(path, part.Source), XliffReader.IdOf(unit, part), "empty-segment", "the source holds no text");
                    }
                    else
                    {
                        waiting = (unit, part, previousFile == unit.File ? previous : "");
                    }
                }

                (previous, previousFile) = (text, unit.File);
            }

            if (waiting is { } left && !ReferenceEquals(left.Unit, unit))
            {
                (made, waiting) = ((units.ToUnit(left.Unit, left.Part, number, left.Previous, ""), left.Unit.File), null);
            }
        }

        if (made is { } final)
        {
            yield return final.Unit;
        }

        if (waiting is { } last)
        {
            yield return units.ToUnit(last.Unit, last.Part, number, last.Previous, "");
        }

        if (untranslated > 0)
        {
            log.Note(
                firstUntranslated!, "", "untranslated",
                string.Create(CultureInfo.InvariantCulture, $"{untranslated} segments have no translation yet and are left out; this is the first"));
        }
    }

    /// <inheritdoc/>
    public long Write(Stream stream, IEnumerable<TranslationUnit> units, UnitWriteOptions options)
    {
        ArgumentNullException.ThrowIfNull(units);
        using var writer = new XliffWriter(stream, options, _version2);
        foreach (var unit in units)
        {
            writer.Write(unit);
        }

        writer.Finish();
        return writer.Count;
    }

    // Many tools put the source where the translation shall stand.
    private static bool IsPlaceholder(PartDraft part) => XliffStates.IsUntranslated(part.State) && part.Target!.Segment.Text == part.Source!.Segment.Text;

    private static string NotZhEn(UnitDraft unit)
    {
        static string Said(string language) => language.Length == 0 ? "a language not said" : language;
        return $"translated from {Said(unit.SourceLanguage)} into {Said(unit.TargetLanguage)}, not between Chinese and English";
    }
}
