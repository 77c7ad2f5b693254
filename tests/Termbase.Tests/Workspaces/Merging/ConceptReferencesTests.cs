using Termbase.Workspaces.Merging;

namespace Termbase.Tests.Workspaces.Merging;

public class ConceptReferencesTests
{
    private const string Header = "concept,zh,en,status,see\n";

    [Fact]
    public void References_follow_a_concept_that_gets_the_id_of_the_first_file()
    {
        var merged = GlossaryMerge.Merge(
            null, Header + "c1,茶园,tea garden,,\n", Header + "t9,茶园,tea garden,,\nt2,茶叶,tea,,t9|t3\n", MergeOptions.Default);

        Assert.Contains("t2,茶叶,tea,,c1|t3\n", merged.Text, StringComparison.Ordinal);
        Assert.Equal("c1", merged.Report.Ids["t9"]);
    }

    [Fact]
    public void An_id_that_the_first_file_uses_for_another_concept_is_not_followed()
    {
        var merged = GlossaryMerge.Merge(
            null, Header + "c1,茶园,tea garden,,\nc2,道路,road,,c1\n", Header + "c9,茶园,tea garden,,\n", MergeOptions.Default);

        Assert.Contains("c2,道路,road,,c1\n", merged.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Evidence_follows_the_ids_that_a_merge_gave()
    {
        const string Evidence = "concept,zh,en,document,locator\nt9,茶园,tea garden,d,line 1\nc2,道路,road,d,line 2\n";

        var (text, changed) = ConceptReferences.Renew(Evidence, new Dictionary<string, string> { ["t9"] = "c1" }, [Header + "c1,茶园,tea garden,,\nc2,道路,road,,\n"]);

        Assert.Equal(1, changed);
        Assert.Equal(Evidence.Replace("t9", "c1", StringComparison.Ordinal), text);
    }

    [Fact]
    public void Evidence_whose_concept_is_gone_is_given_the_one_that_has_its_two_terms()
    {
        const string Evidence = "concept,zh,en,document,locator\ngone,茶园,Tea Garden,d,line 1\ngone2,道路,road,d,line 2\n";

        // Two concepts have the second pair: nobody knows which is meant.
        var (text, changed) = ConceptReferences.Renew(
            Evidence, new Dictionary<string, string>(), [Header + "c1,茶园,tea garden,,\nc2,道路,road,,\nc3,道路,road,,\n"]);

        Assert.Equal(1, changed);
        Assert.Contains("c1,茶园,Tea Garden,d,line 1\ngone2,道路", text, StringComparison.Ordinal);
    }
}
