using Termbase.Alignment;
using Termbase.Model;

namespace Termbase.Tests.Alignment;

public class ReviewTests
{
    private static readonly AlignedText s_zh = DocumentAlignerTests.Lines("a.zh", ["甲。", "乙。", "丙。"]);
    private static readonly AlignedText s_en = DocumentAlignerTests.Lines("a.en", ["A <b>.", "B.", "C."]);

    [Fact]
    public void An_untouched_table_gives_the_same_links_accepted()
    {
        var before = new BitextAlignment { Zh = s_zh, En = s_en, Links = [new(0, 1, 0, 1, 0.9), new(1, 2, 1, 1, 0.4), new(3, 0, 2, 1, 0)] };

        var after = ReviewTable.Read("r.tsv", ReviewTable.Write(before), s_zh, s_en);

        Assert.Equal(before.Links.Where(static l => !l.IsGap).Select(static l => l.ToString()), after.Links.Where(static l => !l.IsGap).Select(static l => l.ToString()));
        Assert.All(AlignmentUnits.Of(after), static u => Assert.Equal((UnitStatus.Reviewed, 1.0), (u.Status, u.Score)));
    }

    [Theory]
    [InlineData("1-2\t1\n3\t2,3\n", "[0,1]:[0] [2]:[1,2]")]
    [InlineData("1+2\t1\n3\t2+3\n", "[0,1]:[0] [2]:[1,2]")]
    [InlineData("1\t\n2\t1\n3\t2\n", "[1]:[0] [2]:[1]")]
    public void Rows_merged_split_or_shifted_are_read_back(string table, string links)
    {
        var after = ReviewTable.Read("r.tsv", table, s_zh, s_en);

        Assert.Equal(links, string.Join(' ', after.Links.Where(static l => !l.IsGap)));
    }

    [Theory]
    [InlineData("1\t4\n", "up to 3")]
    [InlineData("1\t1\n1\t2\n", "stands in two rows")]
    [InlineData("1,3\t1\n", "must follow each other")]
    [InlineData("x\t1\n", "names no Chinese sentences")]
    public void A_wrong_row_is_told_with_its_line(string table, string message)
    {
        var error = Assert.Throws<InputException>(() => ReviewTable.Read("r.tsv", table, s_zh, s_en));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.InRange(error.Location!.Line, 1, 2);
    }

    [Fact]
    public void The_table_and_the_page_say_why_a_pair_is_to_be_looked_at()
    {
        var alignment = new BitextAlignment { Zh = s_zh, En = s_en, Links = [new(0, 1, 0, 1, 0.4) { NumbersDiffer = true }, new(1, 2, 1, 2, 0.9) { IsMoved = true }] };

        Assert.Equal(["1\t1\t0.40\t? numbers", "2+3\t2+3\t0.90\tmoved"], ReviewTable.Write(alignment).Split('\n')[1..3].Select(static r => string.Join('\t', r.Split('\t')[..4])));
        Assert.Contains("0.40<br><small>numbers</small>", ReviewPage.Write(alignment), StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_marks_doubtful_pairs_and_gaps_and_escapes_the_text()
    {
        var html = ReviewPage.Write(new BitextAlignment { Zh = s_zh, En = s_en, Links = [new(0, 1, 0, 1, 0.3), new(1, 1, 1, 0, 0)] });

        Assert.Contains("<tr class=\"doubt\">", html, StringComparison.Ordinal);
        Assert.Contains("<tr class=\"gap\">", html, StringComparison.Ordinal);
        Assert.Contains("A &lt;b&gt;.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_gaps_are_read_back_as_gaps()
    {
        var after = ReviewTable.Read("r.tsv", "1\t1\n2\t\n\t2\n", s_zh, s_en);
        Assert.Equal(Enumerable.Range(0, s_zh.Sentences.Length), after.Links.SelectMany(static l => Enumerable.Range(l.ZhStart, l.ZhCount)).Order());
        Assert.Equal(Enumerable.Range(0, s_en.Sentences.Length), after.Links.SelectMany(static l => Enumerable.Range(l.EnStart, l.EnCount)).Order());
    }
}
