using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Formats.Csv;

/// <summary><c>domains.csv</c>: the closed list of domains. Stateless and thread-safe.</summary>
public static class DomainsFile
{
    /// <summary>The columns, in the order in which they are written.</summary>
    public static ImmutableArray<string> Columns { get; } = ["id", "zh", "en", "note"];

    /// <summary>Reads rows; one without an id is refused.</summary>
    /// <exception cref="InputException">The header is wrong.</exception>
    public static IEnumerable<GlossaryDomain> Read(TextReader reader, string path, ReadLog log) =>
        Rows(new CsvTable(reader, path, Columns, "id"), log);

    /// <summary>Writes all columns. The writer is left open.</summary>
    public static void Write(TextWriter writer, IEnumerable<GlossaryDomain> domains) =>
        CsvOutput.Write(
            writer, domains, Columns,
            static (d, column) => column switch { "id" => d.Id, "zh" => d.Zh, "en" => d.En, _ => d.Note },
            static d => d.Extra);

    private static IEnumerable<GlossaryDomain> Rows(CsvTable table, ReadLog log)
    {
        foreach (var row in table.Rows(log))
        {
            if (row["id"].Length == 0)
            {
                log.Refuse(row.Location, "", "empty-id", "the cell id is empty");
                continue;
            }

            yield return new GlossaryDomain
            {
                Id = row["id"],
                Zh = row["zh"],
                En = row["en"],
                Note = row.Raw("note"),
                Extra = row.Extra,
                Location = row.Location,
            };
        }
    }
}
