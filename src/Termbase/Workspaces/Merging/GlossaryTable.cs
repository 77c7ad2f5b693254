using Termbase.Languages;

namespace Termbase.Workspaces.Merging;

/// <summary>What kind of glossary file a table is, told by its header.</summary>
internal enum TableKind
{
    /// <summary>A row per rendering.</summary>
    Terms,

    /// <summary>A row per place where a rendering was seen.</summary>
    Evidence,

    /// <summary>Refused pairs.</summary>
    Rejected,

    /// <summary>Rows with an id: sources, domains.</summary>
    Named,

    /// <summary>Any other table: a row is the same as one that has the same cells.</summary>
    Plain,
}

/// <summary>A row of a table with its cells by column. Changed cells are set here first. Compared by reference.</summary>
internal sealed class TableRow(CsvText csv, CsvRow row)
{
    private readonly Dictionary<string, string> _given = new(StringComparer.OrdinalIgnoreCase);

    public CsvRow Row => row;

    public int Line => csv.LineOf(row);

    public int Spare => Math.Max(0, row.Cells.Count - csv.Header.Count);

    public string this[string column]
    {
        get => _given.TryGetValue(column, out var value) ? value : csv[row, column];
        set => _given[column] = value;
    }
}

/// <summary>A glossary file for a merge: its kind, its rows, and what makes two rows the same.</summary>
internal sealed class GlossaryTable
{
    public GlossaryTable(string text)
        : this(new CsvText(text))
    {
    }

    private GlossaryTable(CsvText csv)
    {
        Csv = csv;
        Rows = [.. Csv.Rows.Select(r => new TableRow(Csv, r))];
        Kind = Has("zh") && Has("en")
            ? Has("document") ? TableKind.Evidence : Has("reason") && !Has("status") ? TableKind.Rejected : TableKind.Terms
            : Has("id") ? TableKind.Named : TableKind.Plain;
    }

    /// <summary>A table to be merged.</summary>
    /// <exception cref="Model.InputException">A quote in it is never closed.</exception>
    public static GlossaryTable Of(string text, string path) => new(CsvText.Of(text, path));

    public CsvText Csv { get; }

    public List<TableRow> Rows { get; }

    public TableKind Kind { get; }

    public bool IsEmpty => Csv.HeaderRow < 0;

    /// <summary>The columns that are one decision: what, who, when.</summary>
    public static string[] Decision(TableKind kind) => kind switch
    {
        TableKind.Terms => ["status", "by", "date"],
        TableKind.Rejected => ["reason", "by", "date"],
        _ => [],
    };

    /// <summary>Keys from strict to loose; <paramref name="strange"/> tells concept ids that only one side has.</summary>
    public static List<Func<TableRow, string?>> Keys(TableKind kind, IReadOnlyList<string> columns, Func<string, bool> strange)
    {
        string? Whole(TableRow r) => Join(columns.Select(c => r[c]));
        return kind switch
        {
            TableKind.Terms =>
            [
                Whole,
                static r => Join([r["concept"], r["zh"], r["en"], r["when"], r["client"], r["region"], r["pos"]]),
                static r => Join([r["concept"], Normalizer.Key(r["zh"]), Normalizer.Key(r["en"]), r["when"], r["client"], r["region"]]),
                r => strange(r["concept"]) ? Join([Normalizer.Key(r["zh"]), Normalizer.Key(r["en"]), r["when"], r["client"], r["region"]]) : null,
            ],
            TableKind.Evidence =>
            [
                Whole,
                static r => Join([r["zh"], r["en"], r["document"], r["locator"], r["kind"], r["date"], r["by"]]),
                static r => r["kind"] == "decision" ? null : Join([r["zh"], r["en"], r["document"], r["locator"], r["kind"]]),
            ],
            TableKind.Rejected => [Whole, static r => Join([r["zh"], r["en"]]), static r => Join([Normalizer.Key(r["zh"]), Normalizer.Key(r["en"])])],
            TableKind.Named => [static r => r["id"]],
            _ => [Whole],
        };
    }

    public static string Label(TableKind kind, TableRow row) => kind switch
    {
        TableKind.Named => row["id"],
        TableKind.Plain => string.Join(", ", row.Row.Cells),
        TableKind.Evidence => $"{row["zh"]} → {row["en"]} ({row["kind"]}, {row["document"]} {row["locator"]})",
        _ when row["when"].Length > 0 => $"{row["zh"]} → {row["en"]} (when {row["when"]})",
        _ => $"{row["zh"]} → {row["en"]}",
    };

    private static string Join(IEnumerable<string> parts) => string.Join('\u001f', parts);

    private bool Has(string column) => Csv.Header.Contains(column, StringComparer.OrdinalIgnoreCase);
}
