using System.Globalization;
using Termbase.Formats.Tmx;
using Termbase.Model;

namespace Termbase.Formats.Doctoring;

/// <summary>TMX: well-formedness and units by the reader, structure by <see cref="TmxStructure"/>, and what an importer makes of the units.</summary>
public sealed class TmxDoctor : IDoctor
{
    // docs of the tools: Trados' cloud limit; Wordfast's is larger.
    private const int TradosLimit = 2000;

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".tmx"];

    /// <inheritdoc/>
    public void Examine(string path, Importer importer, DoctorReport report)
    {
        var before = false;
        foreach (var unit in FormatCatalog.ReadUnits(path, report.Log))
        {
            Check(unit, importer, report);
            before = true;
        }

        var broken = report.Problems.Where(static p => p.Code is "xml-repaired" or "ill-formed" or "wrong-encoding" or "damaged-encoding").Take(1).ToList();
        if (importer == Importer.OmegaT && broken.Count > 0)
        {
            report.Add(broken[0].Line, "", "omegat-refused", "OmegaT loads nothing of a file that is not well-formed");
        }

        if (before || report.Log.Read > 0)
        {
            new TmxStructure(path, importer, report).Check();
            if (importer == Importer.OmegaT && broken.Count == 0
                && report.Problems.FirstOrDefault(static p => p.Code is "unknown-element" or "order" or "namespace" or "no-header" or "no-variant" or "no-segment" or "missing-attribute" or "unknown-attribute" or "version" or "language-code") is { } invalid)
            {
                report.Add(invalid.Line, "", "omegat-schema", "OmegaT 6 loads nothing of a file that the schema refuses");
            }
        }
    }

    /// <inheritdoc/>
    public long Repair(string path, Stream output, ReadLog log) =>
        new TmxFormat().Write(output, FormatCatalog.ReadUnits(path, log), new UnitWriteOptions { KeepOtherLanguages = true, Header = () => log.Header });

    private static void Check(TranslationUnit unit, Importer importer, DoctorReport report)
    {
        if (importer == Importer.Trados)
        {
            foreach (var side in (ReadOnlySpan<UnitSide>)[unit.Zh, unit.En])
            {
                if (side.Segment.Text.Length > TradosLimit)
                {
                    Tell("trados-length", string.Create(CultureInfo.InvariantCulture, $"{side.Segment.Text.Length} characters; Trados' cloud memories take {TradosLimit}"));
                }

                if (TmxInline.Check(side.Segment).Any(static p => p.Code == "duplicate-code"))
                {
                    Tell("trados-duplicate-code", "Trados refuses the unit: TagAnchorAlreadyUsed");
                }
            }

            if (!unit.Source.Segment.Text.Any(char.IsLetter))
            {
                Tell("trados-no-text", "Trados refuses units whose source holds numbers and signs only");
            }
        }
        else if (importer == Importer.Weblate && (!unit.Zh.Segment.Codes.IsEmpty || !unit.En.Segment.Codes.IsEmpty))
        {
            Tell("weblate-codes", "Weblate reads the content of inline codes as text");
        }
        else if (importer == Importer.OmegaT && (!unit.Zh.Segment.Codes.IsEmpty || !unit.En.Segment.Codes.IsEmpty))
        {
            report.Add(unit.Location?.Line ?? 0, Name(unit), "omegat-codes", "OmegaT drops inline codes unless told to read them", isError: false);
        }

        void Tell(string code, string message) => report.Add(unit.Location?.Line ?? 0, Name(unit), code, message);
    }

    private static string Name(TranslationUnit unit) => unit.Id.Length > 0 ? unit.Id : unit.Number.ToString(CultureInfo.InvariantCulture);
}
