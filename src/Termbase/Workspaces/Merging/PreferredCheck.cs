using Termbase.Languages;

namespace Termbase.Workspaces.Merging;

/// <summary>
/// Two people who prefer different English for one Chinese term conflict though they changed different rows: at most one is preferred for a term and
/// its <c>when</c>. Two that one side already had are that side's matter.
/// </summary>
internal sealed class PreferredCheck(MergeOptions options, Action<MergeConflict> tell)
{
    private readonly RowMerge _rules = new(TableKind.Terms, [], options);

    public void Check(List<MergedRow> rows)
    {
        var groups = rows.Where(static r => IsPreferred(r.Row))
            .GroupBy(static r => (r.Row["concept"], Normalizer.Key(r.Row["zh"]), r.Row["when"], r.Row["client"], r.Row["region"], r.Row["pos"]));
        foreach (var group in groups)
        {
            var all = group.ToList();
            if (all.TrueForAll(static r => r.PreferredByMine) || all.TrueForAll(static r => r.PreferredByTheirs))
            {
                continue;
            }

            var mine = all.Find(static r => r.PreferredByMine);
            var theirs = all.Find(r => r.PreferredByTheirs && r != mine);
            if (mine is null || theirs is null)
            {
                continue;
            }

            // The person who decided outweighs a row that says preferred and names nobody.
            var decided = (mine.Row["by"].Length > 0, theirs.Row["by"].Length > 0) switch
            {
                (true, false) when options.Policy == MergePolicy.Ask => "mine",
                (false, true) when options.Policy == MergePolicy.Ask => "theirs",
                _ => _rules.Winner(mine.Row, theirs.Row),
            };
            tell(new MergeConflict("preferred", mine.Row["concept"], mine.Row["zh"], "status", "", mine.Row["en"], theirs.Row["en"], decided));
            if (decided == "open")
            {
                mine.Row[GlossaryMerge.ConflictColumn] = "mine: preferred";
                theirs.Row[GlossaryMerge.ConflictColumn] = "theirs: preferred";
                continue;
            }

            var winner = decided == "mine" ? mine : theirs;
            foreach (var loser in all.Where(r => r != winner))
            {
                Demote(loser.Row, winner.Row);
            }
        }
    }

    private static bool IsPreferred(TableRow row) => row["status"].Trim().Equals("preferred", StringComparison.OrdinalIgnoreCase);

    private static void Demote(TableRow loser, TableRow winner)
    {
        loser[OverruledDecisions.Column] = RowMerge.Keep(loser[OverruledDecisions.Column], loser, "status");
        loser["status"] = "admitted";
        if (winner["by"].Length > 0)
        {
            loser["by"] = winner["by"];

            // Never back in time: the same merge once more must find this decision the newer one.
            loser["date"] = string.CompareOrdinal(winner["date"], loser["date"]) >= 0 ? winner["date"] : loser["date"];
        }
    }
}
