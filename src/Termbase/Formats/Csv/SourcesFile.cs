using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Formats.Csv;

/// <summary><c>sources.csv</c>: the documents that evidence is taken from. Stateless and thread-safe.</summary>
public static class SourcesFile
{
    /// <summary>The columns, in the order in which they are written.</summary>
    public static ImmutableArray<string> Columns { get; } =
    [
        "id", "title_zh", "title_en", "author_zh", "author_en", "publisher", "series", "date_issued", "date_translated", "translator",
        "editor", "url_source", "url_archive", "url_translation", "licence", "confidential",
    ];

    /// <summary>Reads rows; one without an id, or with an id that stood before, is refused.</summary>
    /// <exception cref="InputException">The header is wrong.</exception>
    public static IEnumerable<Source> Read(TextReader reader, string path, ReadLog log) =>
        Rows(new CsvTable(reader, path, Columns, "id"), log);

    /// <summary>Writes all columns, then those this version does not know. The writer is left open.</summary>
    public static void Write(TextWriter writer, IEnumerable<Source> sources) =>
        CsvOutput.Write(writer, sources, Columns, static (s, column) => column == "id" ? s.Id : s[column], static s => s.Cells);

    private static IEnumerable<Source> Rows(CsvTable table, ReadLog log)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in table.Rows(log))
        {
            var id = row["id"];
            if (id.Length == 0 || !seen.Add(id))
            {
                log.Refuse(row.Location, id, id.Length == 0 ? "empty-id" : "duplicate-id", id.Length == 0 ? "the cell id is empty" : $"the id '{id}' stands twice");
                continue;
            }

            var cells = Columns.Skip(1).Concat(table.Unknown.Select(static c => c.Name))
                .Where(c => row[c].Length > 0).ToDictionary(static c => c, c => row[c], StringComparer.OrdinalIgnoreCase);
            yield return new Source { Id = id, Cells = cells, Location = row.Location };
        }
    }
}
