using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Formats.Csv;

/// <summary><c>evidence.csv</c>: where renderings were seen. Stateless and thread-safe.</summary>
public static class EvidenceFile
{
    /// <summary>The columns, in the order in which they are written.</summary>
    public static ImmutableArray<string> Columns { get; } =
        ["concept", "zh", "en", "document", "locator", "quote_zh", "quote_en", "kind", "date", "by"];

    /// <summary>Reads rows; one without document (but for a decision, which need not rest on one), or without any term, or of an unknown kind, is refused.</summary>
    /// <exception cref="InputException">The header is wrong.</exception>
    public static IEnumerable<Evidence> Read(TextReader reader, string path, ReadLog log) =>
        Rows(new CsvTable(reader, path, Columns, "zh", "en", "document"), log);

    /// <summary>Writes all columns. The writer is left open.</summary>
    public static void Write(TextWriter writer, IEnumerable<Evidence> evidence) =>
        CsvOutput.Write(writer, evidence, Columns, Cell, static e => e.Extra);

    private static IEnumerable<Evidence> Rows(CsvTable table, ReadLog log)
    {
        foreach (var row in table.Rows(log))
        {
            var kind = row["kind"] is { Length: > 0 } said ? said.ToLowerInvariant() : "gloss";
            var (code, message) =
                row["document"].Length == 0 && kind != "decision" ? ("empty-document", "the cell document is empty")
                : row["zh"].Length == 0 && row["concept"].Length == 0 ? ("empty-zh", "neither concept nor zh is given")
                : kind is not ("gloss" or "note" or "definition" or "title" or "decision")
                    ? ("bad-kind", $"kind '{row["kind"]}' is none of gloss, note, definition, title, decision")
                : (null, "");
            if (code is not null)
            {
                log.Refuse(row.Location, row["zh"], code, message);
                continue;
            }

            yield return new Evidence
            {
                Concept = row["concept"],
                Zh = row["zh"],
                En = row["en"],
                Document = row["document"],
                Locator = row["locator"],
                QuoteZh = row.Raw("quote_zh"),
                QuoteEn = row.Raw("quote_en"),
                Kind = kind,
                Date = row["date"],
                By = row["by"],
                Extra = row.Extra,
                Location = row.Location,
            };
        }
    }

    private static string Cell(Evidence e, string column) => column switch
    {
        "concept" => e.Concept,
        "zh" => e.Zh,
        "en" => e.En,
        "document" => e.Document,
        "locator" => e.Locator,
        "quote_zh" => e.QuoteZh,
        "quote_en" => e.QuoteEn,
        "kind" => e.Kind,
        "date" => e.Date,
        _ => e.By,
    };
}
