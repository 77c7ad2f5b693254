namespace Termbase.Workspaces.Merging;

/// <summary>
/// Merges the cells of one row that both sides have. A cell that one side left as it was yields; status, person and date are one decision and
/// are taken together; a decision that is replaced goes to the column <c>history</c>, so that none is lost.
/// </summary>
internal sealed class RowMerge(TableKind kind, IReadOnlyList<string> columns, MergeOptions options)
{
    private readonly string[] _decision = GlossaryTable.Decision(kind);

    /// <summary>The result goes to <paramref name="mine"/>; conflicts are told, open ones with the cells that the other version has.</summary>
    /// <returns>The cells of the other version where conflicts stay open, else an empty list.</returns>
    public List<(string Column, string Value)> Merge(TableRow? origin, TableRow mine, TableRow theirs, Action<MergeConflict> tell)
    {
        var open = new List<(string, string)>();
        var label = GlossaryTable.Label(kind, mine);
        var winner = Winner(mine, theirs);
        var history = OverruledDecisions.Union(mine[OverruledDecisions.Column], theirs[OverruledDecisions.Column]);
        var result = new List<(string Column, string Value)>();
        foreach (var column in columns)
        {
            if (Array.IndexOf(_decision, column) >= 0 || column == OverruledDecisions.Column || (column == "concept" && kind == TableKind.Terms))
            {
                continue;
            }

            var (o, m, t) = (origin?[column], mine[column], theirs[column]);
            if (m == t || t == o || (o is null && t.Length == 0))
            {
                continue;
            }

            if (m == o || (o is null && m.Length == 0))
            {
                result.Add((column, t));
                continue;
            }

            tell(new MergeConflict("cell", mine["concept"], label, column, o ?? "", m, t, winner));
            if (winner == "open")
            {
                open.Add((column, t));
            }
            else if (winner == "theirs")
            {
                result.Add((column, t));
            }
        }

        if (_decision.Length > 0)
        {
            Decide(origin, mine, theirs, label, winner, ref history, result, open, tell);
        }

        result.Add((OverruledDecisions.Column, history));
        foreach (var (column, value) in result)
        {
            mine[column] = value;
        }

        return open;
    }

    /// <summary>mine, theirs or open for a conflict between two rows.</summary>
    public string Winner(TableRow mine, TableRow theirs) => options.Policy switch
    {
        MergePolicy.Ask => "open",
        MergePolicy.Mine => "mine",
        MergePolicy.Theirs => "theirs",
        MergePolicy.Evidence when Evidence(mine).CompareTo(Evidence(theirs)) is not 0 and var more => more > 0 ? "mine" : "theirs",
        _ => string.CompareOrdinal(mine["date"], theirs["date"]) >= 0 ? "mine" : "theirs",
    };

    private int Evidence(TableRow row) => options.EvidenceOf(row["zh"], row["en"]);

    private void Decide(
        TableRow? origin, TableRow mine, TableRow theirs, string label, string winner,
        ref string history, List<(string Column, string Value)> result, List<(string Column, string Value)> open, Action<MergeConflict> tell)
    {
        bool Equal(TableRow? a, TableRow? b) => a is not null && b is not null && _decision.All(c => a[c] == b[c]);
        if (Equal(mine, theirs) || Equal(origin, theirs))
        {
            return;
        }

        var what = _decision[0];
        bool takeTheirs;
        if (Equal(origin, mine) || (mine["by"].Length == 0) != (theirs["by"].Length == 0))
        {
            // Nobody's proposal yields to somebody's decision.
            takeTheirs = Equal(origin, mine) || mine["by"].Length == 0;
        }
        else if (What(mine[what]) == What(theirs[what]))
        {
            // Both say the same: the later decision stands, the earlier one is history.
            takeTheirs = (string.CompareOrdinal(mine["date"], theirs["date"]) is not 0 and var later ? later : string.CompareOrdinal(mine["by"], theirs["by"])) < 0;
            history = Keep(history, takeTheirs ? mine : theirs, what);
        }
        else if (mine["by"].Length == 0 && (What(mine[what]) is "proposed" or "" || What(theirs[what]) is "proposed" or ""))
        {
            takeTheirs = What(mine[what]) is "proposed" or "";
        }
        else
        {
            tell(new MergeConflict("cell", mine["concept"], label, what, Said(origin, what), Said(mine, what), Said(theirs, what), winner));
            if (winner == "open")
            {
                open.AddRange(_decision.Select(c => (c, theirs[c])));
                return;
            }

            takeTheirs = winner == "theirs";
            history = Keep(history, takeTheirs ? mine : theirs, what);
        }

        if (takeTheirs)
        {
            result.AddRange(_decision.Select(c => (c, theirs[c])));
        }
    }

    public static string Keep(string history, TableRow overruled, string what) => overruled["by"].Length == 0
        ? history
        : OverruledDecisions.Union(history, OverruledDecisions.Entry(overruled["date"], overruled["by"], overruled[what]));

    private string What(string value) => kind != TableKind.Terms ? value
        : value.Trim().ToLowerInvariant() is { Length: > 0 } status ? status : "proposed";

    private static string Said(TableRow? row, string what) =>
        row is null ? "" : string.Join(' ', new[] { row[what], row["by"], row["date"] }.Where(static s => s.Length > 0));
}
