using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Formats.Csv;

/// <summary><c>rejected.csv</c>: pairs a person refused. Stateless and thread-safe.</summary>
public static class RejectedFile
{
    /// <summary>The columns, in the order in which they are written.</summary>
    public static ImmutableArray<string> Columns { get; } = ["zh", "en", "reason", "date", "by"];

    /// <summary>Reads rows; one without zh or en is refused.</summary>
    /// <exception cref="InputException">The header is wrong.</exception>
    public static IEnumerable<RejectedPair> Read(TextReader reader, string path, ReadLog log) =>
        Rows(new CsvTable(reader, path, Columns, "zh", "en"), log);

    /// <summary>Writes all columns. The writer is left open.</summary>
    public static void Write(TextWriter writer, IEnumerable<RejectedPair> pairs) =>
        CsvOutput.Write(
            writer, pairs, Columns,
            static (p, column) => column switch { "zh" => p.Zh, "en" => p.En, "reason" => p.Reason, "date" => p.Date, _ => p.By },
            static p => p.Extra);

    private static IEnumerable<RejectedPair> Rows(CsvTable table, ReadLog log)
    {
        foreach (var row in table.Rows(log))
        {
            if (row["zh"].Length == 0 || row["en"].Length == 0)
            {
                log.Refuse(row.Location, row["zh"], row["zh"].Length == 0 ? "empty-zh" : "empty-en", "zh and en must both be given");
                continue;
            }

            yield return new RejectedPair
            {
                Zh = row["zh"],
                En = row["en"],
                Reason = row.Raw("reason"),
                Date = row["date"],
                By = row["by"],
                Extra = row.Extra,
                Location = row.Location,
            };
        }
    }
}
