using System.Collections.Immutable;
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
        if (new FileInfo(path).Length == 0)
        {
            throw new InputException(SourceLocation.File(path), "is empty, not a TMX file");
        }

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
    public bool Foretells(string path, Importer importer) => true;

    /// <inheritdoc/>
    public long Repair(string path, Stream output, ReadLog log) =>
        new TmxFormat().Write(output, FormatCatalog.ReadUnits(path, log).Select(unit => Sound(unit, log)), new UnitWriteOptions
        {
            KeepOtherLanguages = true,
            Header = () => log.Header is { } header
                ? header with { Attributes = header.Attributes.RemoveAll(static a => !TmxStructure.Allows("header", a.Key, a.Value)), Foreign = header.Foreign.RemoveAll(static f => !f.StartsWith("<ude", StringComparison.Ordinal)) }
                : null,
        });

    // Without what a strict importer refuses the file for; each piece is told.
    private static TranslationUnit Sound(TranslationUnit unit, ReadLog log)
    {
        var sides = new[] { unit.Zh, unit.En }.Concat(unit.Others).ToList();
        if (IsSound("tu", unit.Attributes, unit.Foreign) && sides.TrueForAll(static s => IsSound("tuv", s.Attributes, s.Foreign)))
        {
            return unit;
        }

        var left = Left("tu", unit.Attributes, unit.Foreign).Concat(sides.SelectMany(static s => Left("tuv", s.Attributes, s.Foreign)));
        log.Report(new ReadProblem(unit.Location ?? SourceLocation.File(""), Name(unit), DoctorReport.LeftOut, "left out of the unit, which is kept: " + string.Join(", ", left), ProblemOutcome.Repaired));
        return unit with { Attributes = Allowed("tu", unit.Attributes), Foreign = [], Zh = Side(unit.Zh), En = Side(unit.En), Others = [.. unit.Others.Select(Side)] };

        static UnitSide Side(UnitSide side) => side with { Attributes = Allowed("tuv", side.Attributes), Foreign = [] };
    }

    private static bool IsSound(string element, ImmutableArray<KeyValuePair<string, string>> attributes, ImmutableArray<string> foreign) =>
        foreign.IsEmpty && attributes.All(a => TmxStructure.Allows(element, a.Key, a.Value));

    private static ImmutableArray<KeyValuePair<string, string>> Allowed(string element, ImmutableArray<KeyValuePair<string, string>> attributes) =>
        attributes.RemoveAll(a => !TmxStructure.Allows(element, a.Key, a.Value));

    private static IEnumerable<string> Left(string element, ImmutableArray<KeyValuePair<string, string>> attributes, ImmutableArray<string> foreign) =>
        attributes.Where(a => !TmxStructure.Allows(element, a.Key, a.Value)).Select(static a => $"{a.Key}=\"{a.Value}\"").Concat(foreign.Select(static f => f.ReplaceLineEndings(" ")));

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
