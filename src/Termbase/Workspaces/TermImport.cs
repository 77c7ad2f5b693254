using Termbase.Formats;
using Termbase.Formats.Csv;
using Termbase.Model;

namespace Termbase.Workspaces;

/// <summary>A difference between an edited termbase and the glossary files.</summary>
/// <param name="Concept">The concept's id.</param>
/// <param name="Zh">The Chinese term.</param>
/// <param name="En">The English term.</param>
/// <param name="Column">The cell that changes; empty: the row is new, or missing in the edited file.</param>
/// <param name="Before">The cell as it is.</param>
/// <param name="After">The cell as it will be.</param>
/// <param name="IsMissing">The row is in the glossary only: it is told and kept.</param>
public sealed record TermChange(string Concept, string Zh, string En, string Column, string Before, string After, bool IsMissing)
{
    /// <summary>Whether the row is new.</summary>
    public bool IsNew => Column.Length == 0 && !IsMissing;

    /// <summary>One line for a person.</summary>
    public override string ToString() =>
        IsNew ? $"+ {Zh} = {En} ({After})"
        : IsMissing ? $"? {Zh} = {En}: not in the file; kept"
        : $"~ {Zh} = {En}: {Column} '{Before}' → '{After}'";
}

/// <summary>Takes an edited termbase (a spreadsheet that came back) into the glossary files: first the changes, then, if wanted, the writing.</summary>
public sealed class TermImport
{
    private readonly Workspace _workspace;
    private readonly List<Rendering> _rows;

    private TermImport(Workspace workspace, List<Rendering> rows, List<TermChange> changes) =>
        (_workspace, _rows, Changes) = (workspace, rows, changes);

    /// <summary>What would change, in the order of the edited file; rows that are missing there come last.</summary>
    public IReadOnlyList<TermChange> Changes { get; }

    /// <summary>Compares. Rows are the same where concept, Chinese and English are; an empty concept is the one of the same Chinese.</summary>
    public static TermImport Plan(Workspace workspace, IEnumerable<Concept> edited)
    {
        var known = workspace.Glossary.Renderings.GroupBy(Key).ToDictionary(static g => g.Key, static g => g.First());
        var ids = workspace.Glossary.Concepts.ToDictionary(static c => c.Id, StringComparer.Ordinal);
        var rows = new List<Rendering>();
        var changes = new List<TermChange>();
        var met = new HashSet<(string, string, string)>();
        foreach (var row in edited.SelectMany(static c => c.Renderings))
        {
            var concept = ids.ContainsKey(row.Concept) || workspace.Glossary.ForZh(row.Zh) is not [var same, ..] ? row.Concept : same.Concept;
            var placed = row with { Concept = concept };
            rows.Add(placed);
            if (!met.Add(Key(placed)))
            {
                continue;
            }

            if (!known.TryGetValue(Key(placed), out var before))
            {
                changes.Add(new TermChange(concept, row.Zh, row.En, "", "", GlossaryFile.Cell(row, "status"), IsMissing: false));
                continue;
            }

            foreach (var column in GlossaryFile.Columns.Where(static c => c is not ("concept" or "zh" or "en")))
            {
                if (Flat(GlossaryFile.Cell(before, column)) is var old && Flat(GlossaryFile.Cell(placed, column)) is var now && old != now)
                {
                    changes.Add(new TermChange(concept, row.Zh, row.En, column, old, now, IsMissing: false));
                }
            }
        }

        changes.AddRange(known.Where(k => !met.Contains(k.Key))
            .Select(static k => new TermChange(k.Value.Concept, k.Value.Zh, k.Value.En, "", "", "", IsMissing: true)));
        return new TermImport(workspace, rows, changes);
    }

    /// <summary>Writes the new rows and changed cells; everything else stays byte for byte. Returns the number of changes written.</summary>
    /// <param name="say">Told when another process has to be waited for.</param>
    /// <exception cref="InputException">A file cannot be read or written.</exception>
    public int Apply(Action<string>? say = null)
    {
        using var held = _workspace.Derived.Lock("edit", say);
        var folder = new GlossaryFolderEdit(_workspace);
        var there = new Dictionary<(string, string, string), (CsvText Csv, CsvRow Row)>();
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (file, csv, row) in folder.Rows())
        {
            var concept = GlossaryFolderEdit.ConceptOf(csv, row);
            there.TryAdd((concept, csv[row, "zh"], csv[row, "en"]), (csv, row));
            files.TryAdd(concept, file);
        }

        var rows = _rows.GroupBy(Key).ToDictionary(static g => g.Key, static g => g.First());
        var written = 0;
        foreach (var change in Changes.Where(static c => !c.IsMissing))
        {
            var key = (change.Concept, change.Zh, change.En);
            if (change.IsNew)
            {
                var row = rows[key];
                if (!files.TryGetValue(change.Concept, out var file))
                {
                    files.Add(change.Concept, file = folder.FileFor(row.Domain));
                }

                folder.Open(file, GlossaryFolderEdit.Columns).AppendRow([.. GlossaryFile.Columns.Select(c => (c, GlossaryFile.Cell(row, c)))]);
                written++;
            }
            else if (there.TryGetValue(key, out var found))
            {
                found.Csv.Set(found.Row, change.Column, change.After);
                written++;
            }
        }

        folder.Save();
        _workspace.Forget();
        return written;
    }

    private static (string, string, string) Key(Rendering row) => (row.Concept, row.Zh, row.En);

    // A spreadsheet turns CR LF into LF and trims nothing; ends of lines alone are no change.
    private static string Flat(string cell) => cell.ReplaceLineEndings("\n").Trim();
}
