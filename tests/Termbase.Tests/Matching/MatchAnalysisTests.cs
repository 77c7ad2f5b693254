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
    [InlineData("，。！？；：、（）《》", 0, 0, 11)]
    [InlineData("他说：“好……”——然后走了。", 0, 7, 15)]
    [InlineData("你好,世界", 1, 4, 5)]
    [InlineData("2021年3月", 2, 2, 4)]
    [InlineData("增长3.5%，达1,200亿元", 2, 5, 8)]
    [InlineData("ＡＢＣ１２３", 0, 0, 6)]
    [InlineData("5G技术 and AI", 3, 2, 5)]
    [InlineData("state-of-the-art, isn't it?", 3, 0, 3)]
    [InlineData("第一行\n第二行\tend", 1, 6, 7)]
    [InlineData("全角　空格", 0, 4, 4)]
    [InlineData("𠮷野家", 0, 3, 3)]
    [InlineData("①总则 ②附则", 0, 4, 6)]
    [InlineData("カタカナ", 0, 0, 4)]
    [InlineData("대한민국 만세", 2, 0, 2)]
    [InlineData("发送邮件至 info@example.org。", 1, 5, 7)]
    [InlineData("don’t 别", 1, 1, 2)]
    [InlineData("他的‘车’", 0, 3, 5)]
    public void Words_and_characters_are_counted_as_they_are_invoiced(string text, int words, int han, int counted)
    {
        Assert.Equal(new TextCount(1, words, han, counted), TextCount.Of(text));
    }

    [Fact]
    public void Each_segment_counts_in_one_band()
    {
        using var folder = new MemoryFolder();
        var matcher = new FuzzyMatcher(folder.Build(
            MemoryFolder.Unit("子丑寅卯辰巳午未申酉", "ten") with { Previous = "亥" },
            MemoryFolder.Unit("甲乙丙丁", "four")));
        var analysis = MatchAnalysis.Of(
            [
                ("a", Segments("亥", "子丑寅卯辰巳午未申酉", "甲乙丙丁", "甲乙丙丁", "子丑寅卯辰巳午未申戌", "子丑寅卯辰巳午未申戌", "子丑寅卯辰巳午戌戌戌", "全新")),
                ("b", Segments("全新", "子丑寅卯辰巳戌戌戌戌")),
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
