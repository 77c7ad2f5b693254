using Termbase.Formats.Csv;
using Termbase.Formats.Tables;
using Termbase.Model;

namespace Termbase.Formats.Doctoring;

/// <summary>Tables of terms and bitexts: rows that cannot be read, renderings that contradict each other, and what OmegaT makes of a glossary.</summary>
public sealed class TableDoctor : IDoctor
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".csv", ".tsv", ".tab", ".txt", ".utf8", ".utx", ".u8", ".cedict", ".lex", ".md", ".markdown", ".html", ".htm"];

    /// <inheritdoc/>
    public void Examine(string path, Importer importer, DoctorReport report)
    {
        if (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && IsGlossary(path))
        {
            foreach (var concept in GlossaryFolder.Load([path], report.Log).Concepts)
            {
                Foretell(concept, importer, report);
            }
        }
        else if (IsBitext(path))
        {
            using var stream = TextFile.OpenStream(path);
            _ = FormatCatalog.ForPath(path)!.Read(stream, path, report.Log).Count();
        }
        else
        {
            foreach (var concept in Read(path, report.Log))
            {
                Check(concept, importer, report);
            }
        }
    }

    /// <inheritdoc/>
    public bool Foretells(string path, Importer importer) => importer == Importer.OmegaT && !IsBitext(path);

    /// <inheritdoc/>
    public long Repair(string path, Stream output, ReadLog log)
    {
        if (IsBitext(path))
        {
            var units = FormatCatalog.ForPath(path)!;
            using var stream = TextFile.OpenStream(path);
            return units.Write(output, units.Read(stream, path, log), new UnitWriteOptions());
        }

        var format = FormatCatalog.TermsForPath(path) ?? throw new InputException(SourceLocation.File(path), "is of no known format");
        return format.Write(output, Read(path, log), new TermWriteOptions());
    }

    private static IEnumerable<Concept> Read(string path, ReadLog log)
    {
        using var stream = TextFile.OpenStream(path);
        var format = FormatCatalog.TermsForPath(path) ?? throw new InputException(SourceLocation.File(path), "is of no known format");
        foreach (var concept in format.Read(stream, path, TermReadOptions.Default, log))
        {
            yield return concept;
        }
    }

    private static void Check(Concept concept, Importer importer, DoctorReport report)
    {
        foreach (var group in concept.Renderings.Where(static r => r.Status == TermStatus.Preferred).GroupBy(static r => r.Zh).Where(static g => g.Count() > 1))
        {
            report.Add(group.First().Location?.Line ?? 0, group.Key, "two-preferred", $"two preferred renderings: {string.Join(", ", group.Select(static r => r.En))}");
        }

        Foretell(concept, importer, report);
    }

    private static void Foretell(Concept concept, Importer importer, DoctorReport report)
    {
        foreach (var row in concept.Renderings.Where(static r => r.Status is TermStatus.Deprecated or TermStatus.Superseded))
        {
            if (importer == Importer.OmegaT)
            {
                report.Add(row.Location?.Line ?? 0, row.Zh, "omegat-forbidden", $"'{row.En}' must not be used, but OmegaT suggests it like any other");
            }
        }
    }

    private static bool IsBitext(string path) => FormatCatalog.ForPath(path) is not null && !HasHeader(path);

    private static bool IsGlossary(string path) => HeaderOf(path) is var cells && cells.Contains("zh") && cells.Contains("en");

    // A bitext has two bare columns; a table of terms names what its columns hold.
    private static bool HasHeader(string path) => HeaderOf(path).Count(static c => TermColumns.Role(c) is not null) > 2;

    private static string[] HeaderOf(string path)
    {
        using var stream = TextFile.OpenStream(path);
        var line = TextFile.OpenReader(stream, path).ReadLine() ?? "";
        return Array.ConvertAll(line.TrimStart('\uFEFF').Split(path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? ',' : '\t'), static c => c.Trim().Trim('"'));
    }
}
