using Termbase.Model;

namespace Termbase.Workspaces.Merging;

/// <summary>
/// Merges glossary files (terms, evidence, sources, domains, rejected pairs) by what their rows mean, with two sides or three. Order: the first file's
/// rows, then the second's new ones. Open conflicts stay as two rows below each other with <c>mine: …</c> and <c>theirs: …</c> in the column
/// <c>conflict</c>. Thread-safe.
/// </summary>
public static class GlossaryMerge
{
    /// <summary>The column that marks open conflicts.</summary>
    public const string ConflictColumn = "conflict";

    /// <summary>Merges the texts of two files; <paramref name="origin"/> is their common ancestor, or null where there is none.</summary>
    /// <exception cref="InputException">The files are of different kinds, a conflict of an earlier merge is still open, a quote is never closed, or a side is empty where the ancestor has rows.</exception>
    public static MergedGlossary Merge(string? origin, string mine, string theirs, MergeOptions options)
    {
        if (mine == theirs)
        {
            return new MergedGlossary(mine, new MergeReport { Records = new GlossaryTable(mine).Rows.Count });
        }

        var (a, b, o) = (GlossaryTable.Of(mine, options.Names.Mine), GlossaryTable.Of(theirs, options.Names.Theirs), GlossaryTable.Of(origin ?? "", options.Names.Base));
        if (b.IsEmpty && (o.IsEmpty || origin is null))
        {
            return new MergedGlossary(mine, new MergeReport { Records = a.Rows.Count });
        }

        if (a.IsEmpty && o.IsEmpty)
        {
            a = new GlossaryTable(string.Join(',', b.Csv.Header.Select(CsvText.Quote)) + "\n");
        }

        // A header without rows says that they were deleted; a file without even that was lost.
        if (!o.IsEmpty && (a.IsEmpty || b.IsEmpty))
        {
            throw new InputException(
                SourceLocation.File(a.IsEmpty ? options.Names.Mine : options.Names.Theirs),
                $"is empty, and the {o.Rows.Count} {(o.Rows.Count == 1 ? "row" : "rows")} of the common ancestor would count as deleted: take the file from a copy, or leave its header if they are to go; nothing was written");
        }

        if (a.Kind != b.Kind || (!o.IsEmpty && o.Kind != a.Kind))
        {
            throw new InputException($"{options.Names.Theirs} holds {Name(b.Kind)}, {options.Names.Mine} {Name(a.Kind)}: these are different kinds of files; check the header rows");
        }

        CheckSettled(a, options.Names.Mine);
        CheckSettled(b, options.Names.Theirs);
        return new GlossaryMergeRun(o, a, b, origin is not null, options).Run();
    }

    private static void CheckSettled(GlossaryTable table, string name)
    {
        if (table.Rows.Find(static r => r[ConflictColumn].Length > 0) is { } row)
        {
            throw new InputException(
                SourceLocation.AtLine(name, row.Line),
                $"a conflict of an earlier merge is still open ('{row[ConflictColumn]}'); keep the row that is right, delete the other, and empty the cell '{ConflictColumn}'");
        }
    }

    private static string Name(TableKind kind) => kind switch
    {
        TableKind.Terms => "terms",
        TableKind.Evidence => "evidence",
        TableKind.Rejected => "rejected pairs",
        TableKind.Named => "rows with ids",
        _ => "a table of another kind",
    };
}
