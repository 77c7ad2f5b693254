using Termbase.Documents;
using Termbase.Mining;
using Termbase.Model;
using Termbase.Workspaces;

namespace Termbase.Tests.Workspaces;

public sealed class CandidateReviewTests
{
    private const string Terms = "glossary/finance.csv";
    private const string Text = "They need private capital (社会资本) and a tea fund (茶叶基金; TF). The tea fund (茶叶基金) grows.";

    private static IReadOnlyList<MinedCandidate> Mined => Candidates.Merge(GlossMiner.Mine(DocumentReader.Read("tea.txt", Text)));

    private static string Review(TempFolder folder, string source = "")
    {
        var path = folder.PathOf("review.csv");
        new CandidateReview(folder.Open()).Write(path, Mined, source);
        return path;
    }

    private static void Decide(string path, string zh, string en, string decision, string edited = "")
    {
        var lines = File.ReadAllLines(path);
        var at = Array.FindIndex(lines, l => l.StartsWith($",{zh},{en},,", StringComparison.Ordinal));
        lines[at] = decision + lines[at].Replace($",{zh},{en},,", $",{zh},{en},{edited},", StringComparison.Ordinal);
        File.WriteAllLines(path, lines);
    }

    private static AcceptanceResult Accept(TempFolder folder, string path) => new CandidateAcceptance(folder.Open()).Accept(path, "wang", "2026-01-02");

    [Fact]
    public void Occurrences_are_one_candidate_with_all_places()
    {
        var fund = Mined.Single(c => c.En == "tea fund");
        Assert.Equal([1, 1], fund.Places.Select(p => p.Location.Line));
        Assert.Equal(TermType.Acronym, Mined.Single(c => c.En == "TF").Type);
    }

    [Fact]
    public void The_file_names_place_and_conflict()
    {
        using var folder = new TempFolder().With(Terms, TempFolder.Terms);
        var text = File.ReadAllText(Review(folder));
        Assert.Contains(CandidateReview.Columns, text, StringComparison.Ordinal);
        Assert.Contains("tea.txt:line 1", text, StringComparison.Ordinal);
        Assert.Contains("termbase: social capital", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_decision_nothing_changes()
    {
        using var folder = new TempFolder().With(Terms, TempFolder.Terms);
        var result = Accept(folder, Review(folder));
        Assert.Equal((0, 3), (result.Added, result.Left));
        Assert.Equal(TempFolder.Terms, folder.Read(Terms));
    }

    [Fact]
    public void Accepted_pairs_come_into_the_termbase_with_evidence_and_never_twice()
    {
        using var folder = new TempFolder();
        var path = Review(folder, "eastlake-2020");
        Decide(path, "茶叶基金", "tea fund", "accept");
        Assert.Equal((1, 1), (Accept(folder, path).Added, folder.Open().Glossary.Evidence.Length));
        var again = Accept(folder, path);
        Assert.Equal((0, 1, 0), (again.Added, again.Known, again.Evidence));
        var glossary = folder.Open().Glossary;
        Assert.Equal((TermStatus.Preferred, "wang"), (glossary.Renderings.Single().Status, glossary.Renderings.Single().By));
        Assert.Equal(("eastlake-2020", "line 1"), (glossary.Evidence.Single().Document, glossary.Evidence.Single().Locator));
    }

    [Fact]
    public void What_a_person_decided_stays_and_the_conflict_is_told()
    {
        using var folder = new TempFolder().With(Terms, "concept,zh,en,status,by\nc1,社会资本,social capital,preferred,li\n");
        var path = Review(folder);
        Decide(path, "社会资本", "private capital", "accept");
        var result = Accept(folder, path);
        Assert.Contains("social capital", Assert.Single(result.Conflicts), StringComparison.Ordinal);
        var rows = folder.Open().Glossary.ForZh("社会资本");
        Assert.Equal([("social capital", TermStatus.Preferred, "li"), ("private capital", TermStatus.Admitted, "wang")], rows.Select(r => (r.En, r.Status, r.By)));
    }

    [Fact]
    public void An_edited_pair_is_added_as_edited()
    {
        using var folder = new TempFolder();
        var path = Review(folder);
        Decide(path, "茶叶基金", "tea fund", "edit", "fund for tea");
        Accept(folder, path);
        Assert.Equal("fund for tea", folder.Open().Glossary.Renderings.Single().En);
    }

    [Fact]
    public void A_rejected_pair_is_kept_and_not_offered_again()
    {
        using var folder = new TempFolder();
        var path = Review(folder);
        Decide(path, "茶叶基金", "tea fund", "reject");
        Assert.Equal(1, Accept(folder, path).Rejected);
        Assert.Equal(0, Accept(folder, path).Rejected);
        File.Delete(path);
        var counts = new CandidateReview(folder.Open()).Write(path, Mined);
        Assert.Equal((2, 1), (counts.Added, counts.Rejected));
        Assert.DoesNotContain(",茶叶基金,tea fund,", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Writing_again_keeps_what_was_filled_in()
    {
        using var folder = new TempFolder();
        var path = Review(folder);
        Decide(path, "社会资本", "private capital", "later");
        var before = File.ReadAllText(path);
        var counts = new CandidateReview(folder.Open()).Write(path, Mined);
        Assert.Equal((0, 3), (counts.Added, counts.Kept));
        Assert.Equal(before.Trim('\uFEFF'), File.ReadAllText(path).Trim('\uFEFF'));
    }

    [Fact]
    public void A_wrong_decision_is_told_with_its_line_and_the_others_are_carried_out()
    {
        using var folder = new TempFolder();
        var path = Review(folder);
        Decide(path, "社会资本", "private capital", "yes");
        Decide(path, "茶叶基金", "tea fund", "accept");
        var result = Accept(folder, path);
        Assert.Contains("review.csv:2: the decision 'yes'", Assert.Single(result.Problems), StringComparison.Ordinal);
        Assert.Equal(1, result.Added);
    }

    [Fact]
    public void Another_file_is_refused()
    {
        using var folder = new TempFolder().With("other.csv", "a,b\n1,2\n");
        Assert.Throws<InputException>(() => Accept(folder, folder.PathOf("other.csv")));
    }
}
