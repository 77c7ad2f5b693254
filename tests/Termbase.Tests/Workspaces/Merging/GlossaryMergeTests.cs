using Termbase.Model;
using Termbase.Workspaces.Merging;

namespace Termbase.Tests.Workspaces.Merging;

public class GlossaryMergeTests
{
    private const string Header = "concept,zh,en,status,note,by,date\n";
    private const string Tea = "c1,茶园,tea garden,preferred,,li,2024-01-02\n";
    private const string Road = "c2,公路,highway,admitted,,li,2024-01-02\n";

    private static MergedGlossary Merge(string? origin, string mine, string theirs, MergePolicy policy = MergePolicy.Ask) =>
        GlossaryMerge.Merge(origin is null ? null : Header + origin, Header + mine, Header + theirs, new MergeOptions { Policy = policy });

    [Fact]
    public void Changes_to_different_cells_of_one_row_are_both_kept()
    {
        var merged = Merge(Tea + Road, Tea.Replace(",,li", ",of a farm,li", StringComparison.Ordinal) + Road, Tea.Replace("tea garden,preferred", "tea garden,admitted", StringComparison.Ordinal) + Road);

        Assert.Equal(Header + "c1,茶园,tea garden,admitted,of a farm,li,2024-01-02\n" + Road, merged.Text);
        Assert.Empty(merged.Report.Conflicts);
    }

    [Fact]
    public void A_row_deleted_on_one_side_and_untouched_on_the_other_is_gone() =>
        Assert.Equal(Header + Road, Merge(Tea + Road, Tea + Road, Road).Text);

    [Fact]
    public void A_row_deleted_here_and_changed_there_is_a_conflict_and_stays()
    {
        var merged = Merge(Tea + Road, Road, Tea.Replace("preferred", "deprecated", StringComparison.Ordinal) + Road);

        var conflict = Assert.Single(merged.Report.Conflicts);
        Assert.Equal(("deleted", true), (conflict.Kind, conflict.IsOpen));
        Assert.Contains("c1,茶园,tea garden,deprecated,,li,2024-01-02,", merged.Text, StringComparison.Ordinal);
        Assert.Contains("mine: deleted", merged.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void New_rows_come_after_those_of_the_first_file()
    {
        var merged = Merge(Road, Road + "c3,桥,bridge,,,,\n", "c4,塔,tower,,,,\n" + Road);

        Assert.Equal(Header + Road + "c3,桥,bridge,,,,\n" + "c4,塔,tower,,,,\n", merged.Text);
    }

    [Fact]
    public void An_open_conflict_leaves_both_rows_marked_below_each_other()
    {
        var merged = Merge(Tea, Tea.Replace(",,li", ",one,li", StringComparison.Ordinal), Tea.Replace(",,li", ",two,li", StringComparison.Ordinal));

        Assert.Equal(
            "concept,zh,en,status,note,by,date,conflict\n"
            + "c1,茶园,tea garden,preferred,one,li,2024-01-02,mine: note\n"
            + "c1,茶园,tea garden,preferred,two,li,2024-01-02,theirs: note\n",
            merged.Text);
    }

    [Fact]
    public void A_file_with_an_open_conflict_is_not_merged_again()
    {
        var marked = Merge(Tea, Tea.Replace(",,li", ",one,li", StringComparison.Ordinal), Tea.Replace(",,li", ",two,li", StringComparison.Ordinal)).Text;

        var error = Assert.Throws<InputException>(() => GlossaryMerge.Merge(null, marked, Header + Tea, MergeOptions.Default));

        Assert.Equal(2, error.Location!.Line);
    }

    [Theory]
    [InlineData(MergePolicy.Mine, "one")]
    [InlineData(MergePolicy.Theirs, "two")]
    [InlineData(MergePolicy.Newest, "two")]
    public void A_policy_settles_a_conflict(MergePolicy policy, string note)
    {
        var merged = Merge(Tea, Tea.Replace(",,li,2024-01-02", ",one,li,2024-02-02", StringComparison.Ordinal), Tea.Replace(",,li,2024-01-02", ",two,li,2025-01-02", StringComparison.Ordinal), policy);

        Assert.Contains($"preferred,{note},li", merged.Text, StringComparison.Ordinal);
        Assert.Equal(0, merged.Report.Open);
    }

    [Fact]
    public void A_decision_that_is_overruled_goes_to_the_history()
    {
        var merged = Merge(null, Tea, Tea.Replace("preferred,,li,2024-01-02", "deprecated,,wang,2025-01-02", StringComparison.Ordinal), MergePolicy.Newest);

        Assert.Equal("concept,zh,en,status,note,by,date,history\nc1,茶园,tea garden,deprecated,,wang,2025-01-02,2024-01-02 li: preferred\n", merged.Text);
    }

    [Fact]
    public void Two_branches_that_prefer_different_English_conflict()
    {
        var merged = Merge("", Tea, Tea.Replace("tea garden", "tea plantation", StringComparison.Ordinal));

        var conflict = Assert.Single(merged.Report.Conflicts);
        Assert.Equal(("preferred", "tea garden", "tea plantation"), (conflict.Kind, conflict.Mine, conflict.Theirs));
    }

    [Fact]
    public void The_rendering_seen_in_more_places_wins_by_evidence()
    {
        var merged = GlossaryMerge.Merge(null, Header + Tea, Header + Tea.Replace("tea garden", "tea plantation", StringComparison.Ordinal), new MergeOptions
        {
            Policy = MergePolicy.Evidence,
            EvidenceOf = static (_, en) => en == "tea plantation" ? 3 : 1,
        });

        Assert.Contains("tea plantation,preferred", merged.Text, StringComparison.Ordinal);
        Assert.Contains("tea garden,admitted", merged.Text, StringComparison.Ordinal);
        Assert.Contains("2024-01-02 li: preferred", merged.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_proposal_yields_to_a_decision() =>
        Assert.Equal(Header + Tea, Merge(null, "c1,茶园,tea garden,proposed,,,\n", Tea).Text);

    [Fact]
    public void Columns_that_only_one_side_has_are_kept()
    {
        var merged = GlossaryMerge.Merge(null, "concept,zh,en,mood\nc1,茶,tea,calm\n", "concept,zh,en,rank\nc1,茶,tea,7\nc2,水,water,8\n", MergeOptions.Default);

        Assert.Equal("concept,zh,en,mood,rank\nc1,茶,tea,calm,7\nc2,水,water,,8\n", merged.Text);
    }

    [Fact]
    public void One_concept_under_two_ids_becomes_one_with_all_its_renderings()
    {
        var merged = Merge(null, Tea, "x9,茶园,tea garden,preferred,,li,2024-01-02\nx9,茶园,tea estate,admitted,,li,2024-01-02\n");

        Assert.Equal(Header + Tea + "c1,茶园,tea estate,admitted,,li,2024-01-02\n", merged.Text);
        Assert.Equal("two-ids", Assert.Single(merged.Report.Duplicates).Kind);
    }

    [Fact]
    public void One_id_for_two_concepts_is_a_conflict() =>
        Assert.Equal("concept", Assert.Single(Merge("", "c9,桥,bridge,,,,\n", "c9,塔,tower,,,,\n").Report.Conflicts).Kind);

    [Fact]
    public void Near_duplicates_are_told() =>
        Assert.Equal("near", Assert.Single(Merge(null, Tea, "c1,茶园,tea garden,preferred,,li,2024-01-02\nc1,茶園,Tea  Garden,admitted,,li,2024-01-02\n").Report.Duplicates).Kind);

    [Fact]
    public void Evidence_of_both_sides_is_kept_once()
    {
        const string head = "concept,zh,en,document,locator,kind,date,by\n";
        const string shared = "c1,茶园,tea garden,d1,line 3,gloss,,\n";

        var merged = GlossaryMerge.Merge(null, head + shared, head + "c1,茶园,tea garden,d2,line 8,gloss,,\n" + shared, MergeOptions.Default);

        Assert.Equal(head + shared + "c1,茶园,tea garden,d2,line 8,gloss,,\n", merged.Text);
    }

    [Fact]
    public void Rows_nobody_changed_stay_byte_for_byte()
    {
        const string odd = "c2, 公路 ,\"highway\",admitted,,li,2024-01-02\r\n";
        var mine = Header.Replace("\n", "\r\n", StringComparison.Ordinal) + odd;

        Assert.StartsWith(mine, GlossaryMerge.Merge(null, mine, Header + Tea, MergeOptions.Default).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_different_kinds_are_refused() =>
        Assert.Throws<InputException>(() => GlossaryMerge.Merge(null, Header + Tea, "id,zh,note\na,b,c\n", MergeOptions.Default));

    [Fact]
    public void The_history_tells_who_decided_what_and_why()
    {
        var row = new Rendering { Concept = "c1", Zh = "茶园", En = "tea garden", Status = TermStatus.Preferred, By = "li", Date = "2025-01-02" };
        row = row with { Extra = row.Extra.Add("history", "2024-01-02 wang: admitted") };
        var why = new Evidence { Zh = "茶园", En = "tea garden", Document = "", Kind = "decision", By = "li", Date = "2025-01-02", Locator = "client's wish" };

        var decisions = DecisionHistory.Of(new Glossary([row], [why]));

        Assert.Equal(
            [("2024-01-02", "wang", "admitted", "", false), ("2025-01-02", "li", "preferred", "client's wish", true)],
            decisions.Select(static d => (d.Date, d.By, d.What, d.Reason, d.IsCurrent)));
    }

    [Fact]
    public void A_row_without_an_id_takes_the_other_sides_and_no_id_is_lost()
    {
        var merged = Merge(null, ",茶园,tea garden,preferred,,li,2024-01-02\n", Tea + "c1,茶园,tea plantation,admitted,,li,2024-01-02\n");

        Assert.Equal(Header + Tea + "c1,茶园,tea plantation,admitted,,li,2024-01-02\n", merged.Text);
    }
}
