using System.Collections.Immutable;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Formats.Csv;

/// <summary>A glossary file: one row per rendering, columns in any order, unknown ones kept. Stateless and thread-safe.</summary>
public static class GlossaryFile
{
    private const string Types = "full, short, acronym, variant, phrase, title or name";

    /// <summary>The columns, in the order in which they are written.</summary>
    public static ImmutableArray<string> Columns { get; } =
    [
        "concept", "zh", "zh_type", "en", "en_type", "status", "when", "check", "domain", "pos", "region", "pinyin", "definition", "note",
        "see", "client", "by", "date",
    ];

    /// <summary>Reads rows one by one; <c>zh</c> and <c>en</c> are the columns that must be there. Bad rows go to the log.</summary>
    /// <exception cref="InputException">The header is wrong.</exception>
    public static IEnumerable<Rendering> Read(TextReader reader, string path, ReadLog log)
    {
        var table = new CsvTable(reader, path, Columns, "zh", "en");
        return Rows(table, log);
    }

    /// <summary>Writes all columns; a status that was spelled <c>forbidden</c> stays so. The writer is left open.</summary>
    public static void Write(TextWriter writer, IEnumerable<Rendering> renderings) =>
        CsvOutput.Write(writer, renderings, Columns, Cell, static r => r.Extra);

    private static IEnumerable<Rendering> Rows(CsvTable table, ReadLog log)
    {
        foreach (var row in table.Rows(log))
        {
            if (Fault(row) is var (code, message) && code is not null)
            {
                log.Refuse(row.Location, row["zh"] is { Length: > 0 } zh ? zh : row["en"], code, message);
                continue;
            }

            yield return Make(row);
        }
    }

    private static (string? Code, string Message) Fault(CsvRow row) =>
        row["zh"].Length == 0 ? ("empty-zh", "the cell zh is empty")
        : row["en"].Length == 0 ? ("empty-en", "the cell en is empty")
        : !Han.Contains(row["zh"]) ? ("no-chinese", $"zh '{row["zh"]}' holds no Chinese character (columns swapped?)")
        : Status(row["status"]) is null ? ("bad-status", $"status '{row["status"]}' is none of preferred, admitted, deprecated, superseded, proposed, forbidden")
        : Kind(row["zh_type"]) is null ? ("bad-type", $"zh_type '{row["zh_type"]}' is none of {Types}")
        : Kind(row["en_type"]) is null ? ("bad-type", $"en_type '{row["en_type"]}' is none of {Types}")
        : Check(row["check"]) is null ? ("bad-check", $"check '{row["check"]}' is none of off, gloss, ban, or empty")
        : (null, "");

    private static Rendering Make(CsvRow row)
    {
        var status = row["status"].ToLowerInvariant();
        return new Rendering
        {
            Concept = row["concept"] is { Length: > 0 } id ? id : ConceptId.For(row["zh"], row["domain"]),
            Zh = row["zh"],
            ZhType = Kind(row["zh_type"])!.Value,
            En = row["en"],
            EnType = Kind(row["en_type"])!.Value,
            Status = Status(status)!.Value,
            StatusAsWritten = status == "forbidden" ? status : null,
            When = [.. row["when"].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            Check = Check(row["check"])!.Value,
            Domain = row["domain"],
            Pos = row["pos"],
            Region = row["region"],
            Pinyin = row["pinyin"],
            Definition = row.Raw("definition"),
            Note = row.Raw("note"),
            See = row["see"],
            Client = row["client"],
            By = row["by"],
            Date = row["date"],
            Extra = row.Extra,
            Location = row.Location,
        };
    }

    internal static string Cell(Rendering r, string column) => column switch
    {
        "concept" => r.Concept,
        "zh" => r.Zh,
        "zh_type" => Word(r.ZhType),
        "en" => r.En,
        "en_type" => Word(r.EnType),
        "status" => r is { StatusAsWritten: "forbidden", Status: TermStatus.Deprecated } ? "forbidden" : r.Status.ToString().ToLowerInvariant(),
        "when" => string.Join('|', r.When),
        "check" => r.Check == CheckMode.Default ? "" : r.Check.ToString().ToLowerInvariant(),
        "domain" => r.Domain,
        "pos" => r.Pos,
        "region" => r.Region,
        "pinyin" => r.Pinyin,
        "definition" => r.Definition,
        "note" => r.Note,
        "see" => r.See,
        "client" => r.Client,
        "by" => r.By,
        _ => r.Date,
    };

    private static string Word(TermType type) => type == TermType.Full ? "" : type.ToString().ToLowerInvariant();

    private static TermStatus? Status(string cell) => cell.ToLowerInvariant() switch
    {
        "" or "proposed" => TermStatus.Proposed,
        "preferred" => TermStatus.Preferred,
        "admitted" => TermStatus.Admitted,
        "deprecated" or "forbidden" => TermStatus.Deprecated,
        "superseded" => TermStatus.Superseded,
        _ => null,
    };

    private static TermType? Kind(string cell) => cell.ToLowerInvariant() switch
    {
        "" or "full" => TermType.Full,
        "short" => TermType.Short,
        "acronym" => TermType.Acronym,
        "variant" => TermType.Variant,
        "phrase" => TermType.Phrase,
        "title" => TermType.Title,
        "name" => TermType.Name,
        _ => null,
    };

    private static CheckMode? Check(string cell) => cell.ToLowerInvariant() switch
    {
        "" => CheckMode.Default,
        "off" => CheckMode.Off,
        "gloss" => CheckMode.Gloss,
        "ban" => CheckMode.Ban,
        _ => null,
    };
}
