using System.Collections.Immutable;
using Termbase.Linting;
using Termbase.Model;

namespace Termbase.Tests.Linting;

public class DisapprovedTermTests
{
    private static readonly Glossary Rows = new(
    [
        new Rendering { Concept = "c1", Zh = "军民融合", En = "civil-military integration", Status = TermStatus.Deprecated, Check = CheckMode.Ban, By = "editor" },
        new Rendering { Concept = "c1", Zh = "军民融合", En = "military-civil fusion", Status = TermStatus.Preferred, By = "editor" },
    ]);

    [Fact]
    public void One_term_is_one_finding_with_its_count_and_what_to_write()
    {
        var finding = Assert.Single(new Linter(Rows, LintSettings.ForRule("TB103")).Findings(
            [Sample.Lintable("a.md", "Civil-military integration is old.\n\nThey speak of civil military integration.")]));

        Assert.Equal("military-civil fusion", finding.Suggestion);
        Assert.Contains("×2", finding.Message, StringComparison.Ordinal);
        Assert.Equal(3, Assert.Single(finding.Related).Location.Line);
        Assert.False(finding.Edit!.IsSafe);
    }

    [Fact]
    public void It_is_found_in_the_English_of_a_unit()
    {
        var unit = new TranslationUnit
        {
            Number = 1,
            Zh = new UnitSide { Language = "zh", Segment = Segment.Plain("军民融合 (civil-military integration)") },
            En = new UnitSide { Language = "en", Segment = Segment.Plain("on civil-military integration") },
        };

        Assert.Equal("target", Assert.Single(new Linter(Rows, LintSettings.ForRule("TB103")).Findings([], [new LintUnit(unit, "m.tmx")])).Side);
    }

    [Fact]
    public void A_row_that_nobody_decided_bans_nothing() =>
        Assert.Empty(new Linter(new Glossary(Rows.Renderings.Select(static r => r with { By = "" })), LintSettings.ForRule("TB103"))
            .Findings([Sample.Lintable("a.md", "On civil-military integration.")]));
}
