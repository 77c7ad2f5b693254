using System.Collections.Immutable;
using Termbase.Linting;
using Termbase.Model;

namespace Termbase.Tests.Linting;

public class BaselineTests
{
    private static ImmutableArray<Finding> Lint(string path, string text) =>
        new Linter(Glossary.Empty, LintSettings.ForRule("TB202")).Findings([Sample.Lintable(path, text)]);

    private static Baseline Of(IEnumerable<Finding> findings)
    {
        using var text = new StringWriter();
        Baseline.Write(text, findings);
        return Baseline.Parse(text.ToString(), "baseline.tsv");
    }

    [Theory]
    [InlineData("a.txt", "Build the the road.", "New first line.\n\nBuild the the road.\n\nMend a a bridge.")]
    [InlineData("a.md", "Build the the road.", "# New\n\nBuild the the road.\n\nMend a a bridge.")]
    [InlineData("a.html", "<p>Build the the road.</p>", "<h1>New</h1><p>Build the the road.</p><p>Mend a a bridge.</p>")]
    public void Only_what_is_new_is_told(string path, string before, string after)
    {
        var (fresh, known, gone) = Of(Lint(path, before)).Split(Lint(path, after));

        Assert.Contains("\"a\"", Assert.Single(fresh).Message, StringComparison.Ordinal);
        Assert.Single(known);
        Assert.Equal(0, gone);
    }

    [Fact]
    public void The_same_slip_once_more_is_new()
    {
        var (fresh, known, _) = Of(Lint("a.md", "the the road\n\nthe the road")).Split(Lint("a.md", "the the road\n\nthe the road\n\nthe the road"));

        Assert.Single(fresh);
        Assert.Equal(2, known.Length);
    }

    [Fact]
    public void What_was_mended_is_counted() =>
        Assert.Equal(1, Of(Lint("a.md", "the the road")).Split([]).Gone);

    [Fact]
    public void The_order_of_findings_does_not_change_the_file()
    {
        var findings = Lint("a.md", "the the road\n\na a bridge");
        using StringWriter one = new(), other = new();
        Baseline.Write(one, findings);
        Baseline.Write(other, findings.Reverse());

        Assert.Equal(one.ToString(), other.ToString());
    }

    [Fact]
    public void A_line_that_is_none_is_told_with_its_number() =>
        Assert.Equal(2, Assert.Throws<InputException>(() => Baseline.Parse("# x\nwrong\n", "b.tsv")).Location?.Line);
}
