using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NJsonSchema;
using Termbase.Linting;
using Termbase.Model;
using Termbase.Reporting;
using Termbase.Tests.Linting;

namespace Termbase.Tests.Reporting;

/// <summary>What other programs make of the reports.</summary>
public class ReportsTests
{
    private const string Text = "Build the the road，of \"steel\".\n\nThe \"grain reserve\" (粮食储备) is <b>full</b>.\n\nThe \"food stock\" (粮食储备) 𠮷 & all: 50%.\n\nThey had a a car. <!-- termbase: allow doubled-word: quoted -->\n";

    private static ReportContext Report(string path = "a b/甲.md", bool withKnown = true)
    {
        var document = Sample.Lintable(path, Text);
        var linter = new Linter(Glossary.Empty, LintSettings.Default);
        var unit = new TranslationUnit
        {
            Id = "u1",
            Number = 1,
            Zh = new UnitSide { Language = "zh", Segment = Segment.Plain("修路"), Location = new SourceLocation("m.tmx", 4, 2, 4, 2) },
            En = new UnitSide { Language = "en", Segment = Segment.Plain("build the the <road>"), Location = new SourceLocation("m.tmx", 5, 2, 5, 2) },
        };
        var result = linter.Lint([document], [new LintUnit(unit, "m.tmx")], cancellation: TestContext.Current.CancellationToken);
        return new ReportContext
        {
            Findings = result.Findings,
            Suppressed = result.Suppressed,
            Known = withKnown ? [result.Findings[0]] : [],
            Rules = linter.Rules,
            Files = 2,
            TextOf = p => p == path ? document.Document.Source : null,
            Version = "0.1.0",
        };
    }

    private static string Write(Action<TextWriter, ReportContext> write, ReportContext? report = null)
    {
        using var output = new StringWriter();
        write(output, report ?? Report());
        return output.ToString();
    }

    [Fact]
    public void Html_marks_the_values_that_differ_on_both_sides()
    {
        var unit = BitextSample.Unit("隧道全长12公里，耗资5亿元。", "The tunnel is 12 km long and cost 50 million yuan.");
        var findings = new Linter(Glossary.Empty, LintSettings.Default).Findings([], [unit]);

        var page = Write(HtmlReport.Write, Report() with { Findings = findings });

        Assert.Contains("耗资<mark>5亿元</mark>", System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("cost <mark>50 million yuan</mark>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sarif_is_valid_by_its_schema()
    {
        var file = SharedFile("formats/schemas/sarif/sarif-schema-2.1.0.json");
        var schema = await JsonSchema.FromJsonAsync(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

        Assert.Empty(schema.Validate(Write(SarifReport.Write)).Select(e => $"{e.Path}: {e.Kind}"));
        Assert.NotEmpty(schema.Validate("{\"version\":\"2.1.0\"}"));
    }

    [Fact]
    public void Sarif_tells_place_fingerprint_fix_and_what_is_suppressed()
    {
        using var json = JsonDocument.Parse(Write(SarifReport.Write));
        var run = json.RootElement.GetProperty("runs")[0];
        var results = run.GetProperty("results").EnumerateArray().ToList();
        var doubled = results.First(r => r.GetProperty("ruleId").GetString() == "TB202");

        Assert.Equal("a%20b/%E7%94%B2.md", doubled.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(16, doubled.GetProperty("partialFingerprints").GetProperty("termbase/v1").GetString()!.Length);
        var replacement = doubled.GetProperty("fixes")[0].GetProperty("artifactChanges")[0].GetProperty("replacements")[0];
        Assert.Equal((10, 14), (replacement.GetProperty("deletedRegion").GetProperty("startColumn").GetInt32(), replacement.GetProperty("deletedRegion").GetProperty("endColumn").GetInt32()));
        Assert.Equal(["inSource", "external"], results.Where(r => r.TryGetProperty("suppressions", out _)).Select(r => r.GetProperty("suppressions")[0].GetProperty("kind").GetString()));
        Assert.Equal("TB202", run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[doubled.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
    }

    [Fact]
    public void A_GitHub_annotation_is_one_line_with_its_signs_escaped()
    {
        var finding = Report().Findings[0] with { Location = new SourceLocation("a,b:c.md", 1, 2, 3, 4), Message = "50% or\nmore", Suggestion = "" };

        Assert.Equal(
            $"::warning file=a%2Cb%3Ac.md,line=1,endLine=3,col=2,endColumn=4,title={finding.Rule.Code} {finding.Rule.Name}::50%25 or%0Amore\n",
            Write(GitHubReport.Write, new ReportContext { Findings = [finding with { Severity = Severity.Warning }] }));
    }

    [Fact]
    public void JUnit_fails_on_warnings_and_passes_infos()
    {
        var report = Report();
        var xml = XDocument.Parse(Write(JUnitReport.Write, report));

        Assert.Equal(report.Findings.Count, xml.Descendants("testcase").Count());
        Assert.Equal(report.Findings.Count(f => f.Severity > Severity.Info), xml.Descendants("failure").Count());
        Assert.Equal(xml.Descendants("failure").Count().ToString(System.Globalization.CultureInfo.InvariantCulture), xml.Root!.Attribute("failures")!.Value);
    }

    [Fact]
    public void JUnit_of_a_clean_run_has_one_case_that_passes() =>
        Assert.Single(XDocument.Parse(Write(JUnitReport.Write, new ReportContext { Findings = [], Files = 3 })).Descendants("testcase"));

    [Fact]
    public void JUnit_holds_no_character_that_XML_forbids()
    {
        var finding = Report().Findings[0] with { Message = "a\u0001b\uD800" };

        Assert.Contains("a\uFFFDb\uFFFD", XDocument.Parse(Write(JUnitReport.Write, new ReportContext { Findings = [finding] })).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_asks_nothing_of_the_network()
    {
        var page = Write(HtmlReport.Write);

        Assert.DoesNotMatch(new Regex(@"\b(?:src|href)\s*=\s*[""'](?!#)"), page);
        Assert.DoesNotMatch(new Regex(@"@import|url\(|fetch\(|XMLHttpRequest"), page);
    }

    [Fact]
    public void The_page_shows_every_finding_and_escapes_the_text()
    {
        var report = Report();
        var page = Write(HtmlReport.Write, report);

        Assert.Equal(report.Findings.Count, Regex.Count(page, "<article "));
        Assert.Contains("build <mark>the the</mark> &lt;road&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>full</b>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_has_a_bar_for_each_rule_and_the_renderings_by_document()
    {
        var report = Report();
        var page = Write(HtmlReport.Write, report);

        Assert.Equal(report.Findings.Select(f => f.Rule.Code).Distinct().Count(), Regex.Count(page, "class=\"row\""));
        Assert.Matches(@"<th>food stock</th><td><b>1</b> <small>line 5</small>", page);
    }

    [Fact]
    public void The_passage_around_a_finding_does_not_cut_words()
    {
        var text = string.Join(' ', Enumerable.Repeat("wonderful", 40)) + " the the " + string.Join(' ', Enumerable.Repeat("marvellous", 40));
        var document = Sample.Lintable("long.md", text);
        var findings = new Linter(Glossary.Empty, LintSettings.Default).Findings([document], []);

        var page = Write(HtmlReport.Write, Report() with { Findings = [.. findings.Where(static f => f.Rule.Name == "doubled-word")], TextOf = _ => document.Document.Source });

        Assert.Matches(@"<blockquote>… ?(wonderful )+<mark>the the</mark>( marvellous)+ ?…</blockquote>", page);
    }

    [Fact]
    public void The_same_findings_give_the_same_page() => Assert.Equal(Write(HtmlReport.Write), Write(HtmlReport.Write));

    private static string SharedFile(string name)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var file = Path.Combine(at.FullName, "..", "shared", name);
            if (File.Exists(Path.Combine(at.FullName, "Termbase.sln")) && File.Exists(file))
            {
                return Path.GetFullPath(file);
            }
        }

        Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", "../shared is not here");
        throw new FileNotFoundException("../shared is not here", name);
    }
}
