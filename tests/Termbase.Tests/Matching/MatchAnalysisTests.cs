using Termbase.Matching;

namespace Termbase.Tests.Matching;

public sealed class MatchAnalysisTests
{
    [Theory]
    [InlineData("深化改革。", 0, 4, 5)]
    [InlineData("Deepen the reform.", 3, 0, 3)]
    [InlineData("使用 Python 3.12 编程，很好。", 2, 6, 10)]
    [InlineData("“十四五”规划", 0, 5, 7)]
    [InlineData("the “Plan”", 2, 0, 2)]
    [InlineData("R&D经费", 1, 2, 3)]
    [InlineData("", 0, 0, 0)]
    public void Words_and_characters_are_counted_as_they_are_invoiced(string text, int words, int han, int counted)
    {
        Assert.Equal(new TextCount(1, words, han, counted), TextCount.Of(text));
    }

    [Fact]
    public void Each_segment_counts_in_one_band()
    {
        using var folder = new MemoryFolder();
        var matcher = new FuzzyMatcher(folder.Build(
            MemoryFolder.Unit("一二三四五六七八九十", "ten") with { Previous = "零" },
            MemoryFolder.Unit("甲乙丙丁", "four")));
        var analysis = MatchAnalysis.Of(
            [
                ("a", Segments("零", "一二三四五六七八九十", "甲乙丙丁", "甲乙丙丁", "一二三四五六七八九百", "一二三四五六七八九百", "一二三四五六七百百百", "全新")),
                ("b", Segments("全新", "一二三四五六百百百百")),
            ],
            matcher,
            cancellation: TestContext.Current.CancellationToken);
        var a = analysis.Files[0].Bands;
        Assert.Equal(1, a[MatchBand.Context].Segments);
        Assert.Equal(2, a[MatchBand.Exact].Segments);
        Assert.Equal(1, a[MatchBand.From85].Segments);
        Assert.Equal(1, a[MatchBand.RepetitionWithin].Segments);
        Assert.Equal(1, a[MatchBand.From50].Segments);
        Assert.Equal(2, a[MatchBand.New].Segments);
        var b = analysis.Files[1].Bands;
        Assert.Equal(1, b[MatchBand.RepetitionAcross].Segments);
        Assert.Equal(1, b[MatchBand.From50].Segments);
        Assert.Equal(10, analysis.Total.Values.Sum(static c => c.Segments));
        Assert.Equal(20, analysis.Total[MatchBand.From50].Han);
    }

    private static List<MatchQuery> Segments(params string[] texts) =>
        [.. texts.Select((t, i) => MatchQuery.Of(t) with { Previous = i > 0 ? texts[i - 1] : "" })];
}
