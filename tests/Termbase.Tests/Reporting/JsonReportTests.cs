using System.Text.Json;
using Termbase.Linting;
using Termbase.Model;
using Termbase.Reporting;

namespace Termbase.Tests.Reporting;

public class JsonReportTests
{
    private static readonly RuleInfo Rule = new("TB101", "inconsistent-rendering", "", "", Severity.Warning);

    private static readonly Finding Full = new()
    {
        Rule = Rule,
        Severity = Severity.Warning,
        Location = new SourceLocation("a.md", 1, 2, 3, 4),
        Message = "粮食 is \"split\"",
        Zh = ["粮食", "𠮷"],
        En = ["grain"],
        Unit = "u1",
        Side = "target",
        Suggestion = "grain",
        Related = [new RelatedPlace(new SourceLocation("b.md", 5, 6, 5, 9), "here")],
        Fingerprint = "0123456789abcdef",
    };

    private static string Write(params Finding[] findings)
    {
        using var output = new StringWriter();
        JsonReport.Write(output, findings, ReportSummary.Of(findings, 7));
        return output.ToString();
    }

    [Fact]
    public void Has_the_fields_that_other_programs_read_in_this_order()
    {
        using var json = JsonDocument.Parse(Write(Full));
        var finding = json.RootElement.GetProperty("findings")[0];

        Assert.Equal(["version", "findings", "summary"], json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(
            ["rule", "name", "severity", "path", "line", "column", "endLine", "endColumn", "message", "zh", "en", "unit", "side", "suggestion", "related", "fingerprint"],
            finding.EnumerateObject().Select(p => p.Name));
        Assert.Equal(["path", "line", "column", "message"], finding.GetProperty("related")[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal("warning", finding.GetProperty("severity").GetString());
        Assert.Equal((1, 2, 3, 4), (Number("line"), Number("column"), Number("endLine"), Number("endColumn")));

        int Number(string name) => finding.GetProperty(name).GetInt32();
    }

    [Fact]
    public void Leaves_out_what_has_no_value()
    {
        using var json = JsonDocument.Parse(Write(new Finding
        {
            Rule = Rule,
            Severity = Severity.Info,
            Location = SourceLocation.File("a.md"),
            Message = "m",
        }));

        Assert.Equal(["rule", "name", "severity", "path", "message"], json.RootElement.GetProperty("findings")[0].EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public void Counts_by_severity()
    {
        using var json = JsonDocument.Parse(Write(Full, Full with { Severity = Severity.Info }, Full with { Severity = Severity.Info }));

        Assert.Equal(
            [("error", 0), ("warning", 1), ("info", 2), ("files", 7)],
            json.RootElement.GetProperty("summary").EnumerateObject().Select(p => (p.Name, p.Value.GetInt32())));
    }

    [Fact]
    public void Chinese_stands_as_it_is()
    {
        var text = Write(Full);

        Assert.Contains("粮食", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        using var json = JsonDocument.Parse(text);
        Assert.Equal("𠮷", json.RootElement.GetProperty("findings")[0].GetProperty("zh")[1].GetString());
    }

    [Fact]
    public void No_findings_are_an_empty_list()
    {
        using var json = JsonDocument.Parse(Write());

        Assert.Equal(0, json.RootElement.GetProperty("findings").GetArrayLength());
    }

    [Theory]
    [InlineData(Severity.Error, 1)]
    [InlineData(Severity.Warning, 3)]
    [InlineData(Severity.Info, 6)]
    public void What_fails_a_run_is_counted_from_a_severity_up(Severity severity, int count) =>
        Assert.Equal(count, new ReportSummary(1, 2, 3, 1).AtLeast(severity));
}
