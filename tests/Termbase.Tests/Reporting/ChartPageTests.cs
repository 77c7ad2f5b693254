using System.Collections.Immutable;
using System.Xml.Linq;
using Termbase.Matching;
using Termbase.Reporting;

namespace Termbase.Tests.Reporting;

public sealed class ChartPageTests
{
    private static string Write(ChartPage page)
    {
        using var output = new StringWriter();
        page.Write(output);
        return output.ToString();
    }

    private static ChartPage Page(params BarRow[] rows) =>
        new() { Title = "甲 <b>", Headline = [("units", "1,000")], Sections = [ChartSection.Of(new BarChart("x", "By <year>", [.. rows]))] };

    [Fact]
    public void Names_of_files_and_documents_cannot_break_the_page()
    {
        var html = Write(Page(new BarRow("<script>alert(1)</script>", [3])));

        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains("甲 &lt;b&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_needs_nothing_else()
    {
        var html = Write(Page(new BarRow("a", [3])));

        Assert.DoesNotContain("http", html, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" src=", html, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme: dark", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_are_as_long_as_their_numbers()
    {
        var html = Write(Page(new BarRow("a", [300, 100]), new BarRow("b", [200]), new BarRow("c", [0])));
        var svg = XElement.Parse(html[html.IndexOf("<svg", StringComparison.Ordinal)..(html.IndexOf("</svg>", StringComparison.Ordinal) + 6)]);
        var widths = svg.Elements("rect").Select(static r => (double)r.Attribute("width")!).ToImmutableArray();

        Assert.Equal([3.0, 1.0, 2.0], widths.Select(w => Math.Round(w / widths[1], 2)));
        Assert.Contains("400", svg.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void An_analysis_shows_every_band_of_every_file_and_their_sums()
    {
        var bands = Enum.GetValues<MatchBand>().ToImmutableDictionary(static b => b, static b => b == MatchBand.New ? new TextCount(2, 3, 40, 1234) : default);
        var html = Write(AnalysisPage.Of(new MatchAnalysis([("a.md", bands), ("b.md", bands)]), "against m.tmx"));

        Assert.All(MatchBandNames.All, b => Assert.Contains($"<th scope=\"row\">{b.Title}</th>", html, StringComparison.Ordinal));
        Assert.Contains("<h2>b.md</h2>", html, StringComparison.Ordinal);
        Assert.Contains("<td>2,468</td><td>100.0 %</td>", html, StringComparison.Ordinal);
        Assert.Contains("against m.tmx", html, StringComparison.Ordinal);
    }
}
