using Termbase.Linting;

namespace Termbase.Tests.Linting;

/// <summary>The examples on the rules' pages hold, each with its rule alone.</summary>
public class RulePageTests
{
    public static TheoryData<string, int> Examples => new(PageExample.All.Select(e => (e.Rule.Name, e.Line)));

    public static TheoryData<string, int> FixedExamples => new(PageExample.All.Where(e => e.Fixed is not null).Select(e => (e.Rule.Name, e.Line)));

    [Theory]
    [MemberData(nameof(Examples))]
    public void Finds_what_the_page_marks_and_nothing_else(string rule, int line)
    {
        var example = Find(rule, line);
        if (example.IsBitext)
        {
            FindsInBitext(example);
            return;
        }

        var sample = Sample.Parse(example.Text);
        Assert.Equal(example.IsBad, sample.Marks.Length > 0);

        var findings = Lint(example, sample);

        Assert.Equal(Shown(sample, sample.Marks), Shown(sample, sample.Covered(findings)));
        Assert.All(findings, f => Assert.Equal(example.Severity, f.Severity));
    }

    [Theory]
    [MemberData(nameof(FixedExamples))]
    public void A_fix_does_what_the_page_shows_and_leaves_nothing_to_fix(string rule, int line)
    {
        var example = Find(rule, line);
        var sample = Sample.Parse(example.Text);

        var (path, text) = Assert.Single(sample.Fixed(Lint(example, sample)));

        Assert.Equal(example.Fixed, text);
        Assert.Empty(Lint(example, Sample.Parse($"--- file {path}\n{text}")));
    }

    private static void FindsInBitext(PageExample example)
    {
        var bitext = BitextSample.Parse(example.Text);
        Assert.Equal(example.IsBad, bitext.Marks.Length > 0);

        var findings = new Linter(example.Glossary(), LintSettings.ForRule(example.Rule.Name)).Findings([], bitext.Units);

        Assert.Equal(bitext.Marks.Order(StringComparer.Ordinal), bitext.Covered(findings).Order(StringComparer.Ordinal));
        Assert.All(findings, f => Assert.Equal(example.Severity, f.Severity));
    }

    private static PageExample Find(string rule, int line) => PageExample.All.Single(e => e.Rule.Name == rule && e.Line == line);

    // A rule about comments says nothing where the rules that they name did not run.
    private static IReadOnlyList<Finding> Lint(PageExample example, Sample sample) =>
        example.Rule.Code.StartsWith("TB9", StringComparison.Ordinal)
            ? [.. new Linter(example.Glossary(), LintSettings.Default).Findings(sample.Documents).Where(f => f.Rule.Code == example.Rule.Code)]
            : new Linter(example.Glossary(), LintSettings.ForRule(example.Rule.Name)).Findings(sample.Documents);

    private static List<string> Shown(Sample sample, IEnumerable<(string Path, Model.TextSpan Span)> places) =>
    [
        .. places.Select(p => $"{p.Path}:{p.Span.Start}:{p.Span.Of(sample.Documents.Single(d => d.Path == p.Path).Document.Source.Text)}")
            .Order(StringComparer.Ordinal),
    ];
}
