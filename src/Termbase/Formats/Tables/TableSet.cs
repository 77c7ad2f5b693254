using Termbase.Model;

namespace Termbase.Formats.Tables;

/// <summary>The tables of a document: those of terms are read, the others told.</summary>
internal static class TableSet
{
    /// <exception cref="InputException">No table holds Chinese and English.</exception>
    internal static List<Concept> Read(IEnumerable<List<TableRow>> tables, string path, TermReadOptions options, ReadLog log)
    {
        var concepts = new List<Concept>();
        var read = 0;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        InputException? last = null;
        foreach (var table in tables.Where(static t => t.Count > 0))
        {
            try
            {
                foreach (var concept in TermTable.Read(table, path, options, log))
                {
                    concepts.Add(seen.Add(concept.Id) ? concept : Renumber(concept, seen));
                }

                read++;
            }
            catch (InputException e)
            {
                last = e;
                log.Note(SourceLocation.AtLine(path, table[0].Line), "", "other-table", "a table without a Chinese and an English column is left out");
            }
        }

        return read > 0 ? concepts : throw last ?? new InputException(SourceLocation.File(path), "holds no table");
    }

    // The same term in two tables is two concepts: nothing says they are one.
    private static Concept Renumber(Concept concept, HashSet<string> seen)
    {
        for (var n = 2; ; n++)
        {
            var id = FormattableString.Invariant($"{concept.Id}-{n}");
            if (seen.Add(id))
            {
                return concept with { Id = id, Renderings = [.. concept.Renderings.Select(r => r with { Concept = id })] };
            }
        }
    }
}
