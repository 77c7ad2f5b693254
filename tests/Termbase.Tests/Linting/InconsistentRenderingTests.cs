using System.Collections.Immutable;
using Termbase.Linting;
using Termbase.Model;

namespace Termbase.Tests.Linting;

public class InconsistentRenderingTests
{
    private static ImmutableArray<Finding> Lint(string text, params Rendering[] rows) =>
        new Linter(new Glossary(rows), LintSettings.ForRule("TB101")).Findings(Sample.Parse(text).Documents);

    private static Rendering Row(string zh, string en, TermStatus status, string by = "editor") =>
        new() { Concept = zh, Zh = zh, En = en, Status = status, By = by };

    private static string Uses(params string[] renderings) =>
        string.Join("\n\n", renderings.Select(en => $"Then there is the \"{en}\" (粮食储备) again."));

    [Fact]
    public void One_decision_is_one_finding_with_counts_and_every_other_place()
    {
        var finding = Assert.Single(Lint(Uses("grain reserve", "food stock", "grain reserve", "food stock", "grain reserves")));

        Assert.Equal("粮食储备 is rendered in 2 ways: \"grain reserve\" ×3, \"food stock\" ×2", finding.Message);
        Assert.Equal(3, finding.Location.Line);
        Assert.Equal([1, 5, 7, 9], finding.Related.Select(r => r.Location.Line));
        Assert.Equal("", finding.Suggestion);
    }

    [Fact]
    public void A_clearly_usual_rendering_is_suggested() =>
        Assert.Equal("grain reserve", Assert.Single(Lint(Uses("grain reserve", "food stock", "grain reserve", "grain reserve"))).Suggestion);

    [Fact]
    public void The_termbase_decides_and_is_suggested()
    {
        var finding = Assert.Single(Lint(
            Uses("grain reserve", "grain reserve", "grain reserve", "food stock"),
            Row("粮食储备", "food stock", TermStatus.Preferred)));

        Assert.Equal(("food stock", 1), (finding.Suggestion, finding.Location.Line));
        Assert.Equal(2, finding.Related.Length);
        Assert.Equal(["grain reserve"], finding.En);
    }

    [Fact]
    public void What_was_decided_against_is_reported_even_without_a_better_one()
    {
        var finding = Assert.Single(Lint(Uses("food stock"), Row("粮食储备", "food stock", TermStatus.Deprecated)));

        Assert.Equal("粮食储备 is rendered \"food stock\" ×1; the termbase decided against it", finding.Message);
    }

    [Theory]
    [InlineData(TermStatus.Proposed, "editor")]
    [InlineData(TermStatus.Preferred, "")]
    public void A_row_that_nobody_decided_is_not_enforced(TermStatus status, string by) =>
        Assert.Empty(Lint(Uses("grain reserve"), Row("粮食储备", "food stock", status, by)));

    [Fact]
    public void More_uses_of_the_same_renderings_keep_the_fingerprint() =>
        Assert.Equal(
            Assert.Single(Lint(Uses("grain reserve", "food stock"))).Fingerprint,
            Assert.Single(Lint(Uses("grain reserve", "grain reserve", "food stock"))).Fingerprint);

    [Fact]
    public void A_third_rendering_is_a_new_finding() =>
        Assert.NotEqual(
            Assert.Single(Lint(Uses("grain reserve", "food stock"))).Fingerprint,
            Assert.Single(Lint(Uses("grain reserve", "food stock", "cereal store"))).Fingerprint);

    [Fact]
    public void The_order_in_which_files_are_named_changes_nothing()
    {
        var documents = Sample.Parse($"--- file a.md\n{Uses("grain reserve")}\n--- file b.md\n{Uses("food stock")}").Documents;
        var linter = new Linter(Glossary.Empty, LintSettings.Default);

        Assert.Equal(
            linter.Findings(documents).Select(f => (f.Location, f.Message)),
            linter.Findings([.. documents.Reverse()]).Select(f => (f.Location, f.Message)));
    }

    [Fact]
    public void Only_published_documents_disagreeing_is_nothing_to_change() =>
        Assert.Empty(Lint($"--- published a.md\n{Uses("grain reserve")}\n--- published b.md\n{Uses("food stock")}"));

    [Theory]
    [InlineData("Grain Reserves", "the grain reserve", RenderingRelation.Same)]
    [InlineData("city's plans", "city plan", RenderingRelation.Same)]
    [InlineData("military-civil fusion", "military civil fusion", RenderingRelation.Same)]
    [InlineData("Thirteenth Five-Year Plan", "13th Five-Year Plan", RenderingRelation.Same)]
    [InlineData("Ministry of Defence", "Ministry of Defense", RenderingRelation.Same)]
    [InlineData("S&T policy", "S&T policies", RenderingRelation.Same)]
    [InlineData("Commission of Industry (COI)", "Commission of Industry", RenderingRelation.Same)]
    [InlineData("NDRC", "National Development and Reform Commission", RenderingRelation.Compatible)]
    [InlineData("coordinate", "coordination", RenderingRelation.Compatible)]
    [InlineData("informatized", "informatization", RenderingRelation.Compatible)]
    [InlineData("industry base", "industrial base", RenderingRelation.Near)]
    [InlineData("innovation center", "regional innovation center", RenderingRelation.Near)]
    [InlineData("participation of the private sector", "private sector participation", RenderingRelation.Near)]
    [InlineData("S&T policy", "R&D policy", RenderingRelation.Different)]
    [InlineData("social capital", "non-state investment", RenderingRelation.Different)]
    [InlineData("14th Five-Year Plan", "13th Five-Year Plan", RenderingRelation.Different)]
    [InlineData("Hope-Full Medical", "Houfu Medical", RenderingRelation.Different)]
    public void Renderings_conflict_by_their_words(string one, string other, object relation)
    {
        Assert.Equal(relation, EnglishForm.Of(one).CompareTo(EnglishForm.Of(other)));
        Assert.Equal(relation, EnglishForm.Of(other).CompareTo(EnglishForm.Of(one)));
    }
}
