using System.Collections.Immutable;
using System.Globalization;
using Termbase.Matching;

namespace Termbase.Reporting;

/// <summary>A <see cref="MatchAnalysis"/> as a page: the bands of all files, a bar for each file divided by band, and a table for each. Thread-safe.</summary>
public static class AnalysisPage
{
    private static readonly ImmutableArray<string> s_columns = ["", "segments", "words", "汉字", "字数", "% of 字数"];

    /// <summary>Builds the page.</summary>
    /// <param name="analysis">What was counted.</param>
    /// <param name="subtitle">What it was counted against.</param>
    public static ChartPage Of(MatchAnalysis analysis, string subtitle)
    {
        var total = analysis.Total;
        var all = Sum(total);
        var known = all.CountedCharacters - total[MatchBand.New].CountedCharacters;
        var sections = ImmutableArray.CreateBuilder<ChartSection>();
        var bands = new BarChart("bands", "All files by band", [.. MatchBandNames.All.Select(b => new BarRow(b.Title, [total[b.Band].CountedCharacters]))]) { Remark = "in 字数" };
        sections.Add(Section(bands, total));
        if (analysis.Files.Length > 1)
        {
            sections.Add(ChartSection.Of(new BarChart(
                "files", "Files", [.. analysis.Files.Select(static f => new BarRow(f.File, [.. MatchBandNames.All.Select(b => (double)f.Bands[b.Band].CountedCharacters)]))])
            {
                Series = [.. MatchBandNames.All.Select(static b => b.Title)],
                Remark = "in 字数, divided by band",
            }));
            sections.AddRange(analysis.Files.Select(static f => Section(null, f.Bands) with { Title = f.File }));
        }

        return new ChartPage
        {
            Title = analysis.Files.Length == 1 ? $"Analysis of {Path.GetFileName(analysis.Files[0].File)}" : FormattableString.Invariant($"Analysis of {analysis.Files.Length} files"),
            Subtitle = subtitle,
            Headline =
            [
                ("segments", Number(all.Segments)), ("words", Number(all.Words)), ("汉字", Number(all.Han)), ("字数", Number(all.CountedCharacters)),
                ("not new", Share(known, all.CountedCharacters)),
            ],
            Sections = sections.ToImmutable(),
            Footer = "字数 as Word counts: each Chinese character and each Chinese or full-width sign is one, each other word or number is one. "
                + "A segment that the memory has counts there; else one that came before is a repetition; else its best match decides.",
        };
    }

    private static ChartSection Section(BarChart? chart, ImmutableDictionary<MatchBand, TextCount> bands)
    {
        var all = Sum(bands);
        return new ChartSection(chart?.Title ?? "")
        {
            Chart = chart,
            Columns = s_columns,
            Rows = [.. MatchBandNames.All.Select(b => (Cells(b.Title, bands[b.Band], all), false)), (Cells("total", all, all), true)],
        };
    }

    private static ImmutableArray<string> Cells(string name, TextCount count, TextCount all) =>
        [name, Number(count.Segments), Number(count.Words), Number(count.Han), Number(count.CountedCharacters), Share(count.CountedCharacters, all.CountedCharacters)];

    private static TextCount Sum(ImmutableDictionary<MatchBand, TextCount> bands) => bands.Values.Aggregate(default(TextCount), static (a, b) => a + b);

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Share(long part, long whole) => string.Create(CultureInfo.InvariantCulture, $"{(whole == 0 ? 0 : Math.Floor(1000.0 * part / whole) / 10):0.0} %");
}
