using FsCheck.Xunit;
using Termbase.Documents;
using Termbase.Mining;

namespace Termbase.Tests.Mining;

public class RobustnessTests
{
    private static IReadOnlyList<MinedPair> Mine(string text) => GlossMiner.Mine(DocumentReader.Read("a.txt", text));

    [Theory]
    [InlineData("")]
    [InlineData("No Chinese (at all) in “this”.")]
    [InlineData("只有中文（没有英文）。《书》")]
    [InlineData("(")]
    [InlineData("（增长")]
    [InlineData("增长极)")]
    [InlineData("(增长极)")]
    [InlineData("(((((增长极")]
    [InlineData("《")]
    [InlineData("“增长”")]
    [InlineData("a \uD840 (\uD840\uDC00) b \uDC00 (增\uD840)")]
    [InlineData("Ôö³¤¼« (å¢žé•¿æž\u0081; 增长极) \uFFFD")]
    [InlineData("* (增) _ 〔长〕 [1] ¹ <sup>(极)</sup>")]
    public void Odd_text_does_no_harm(string text) => Assert.All(Mine(text), p => Assert.InRange(p.Confidence, 0, 1));

    [Fact]
    public void One_line_of_100000_characters_is_read_to_its_end()
    {
        // A bracket is looked at over a bounded length and each gloss over a bounded context, or this would take minutes.
        var pairs = Mine(string.Concat(Enumerable.Repeat("the growth pole (增长极) of *tea* and ", 3_000)));
        Assert.Equal(3_000, pairs.Count);
        Assert.All(pairs, p => Assert.Equal("growth pole", p.En));
    }

    [Fact]
    public void Brackets_that_never_close_are_passed_over() => Assert.Equal("growth pole", Mine(new string('(', 50_000) + " a growth pole (增长极)")[^1].En);

    [Property]
    public bool Spans_are_what_they_say(string text)
    {
        var pairs = Mine("a growth pole (增" + text + "长极) x " + text + "“茶”（绿茶）");
        return pairs.All(p => p.ZhSpan.Of(p.Block.Text) == p.Zh && (p.En.Length == 0 || p.EnSpan.Of((p.EnBlock ?? p.Block).Text) == p.En));
    }

    [Fact]
    public void Positions_lead_to_the_original_over_a_cut_line()
    {
        const string Text = "They build a *growth\npole*¹ (增长\n极) now.\n\n¹ Note.";
        var pair = Assert.Single(Mine(Text));
        Assert.Equal(("增长极", "growth pole"), (pair.Zh, pair.En));
        Assert.Equal((2, 1), (pair.ZhLocation.Line, pair.EnLocation.Line));
    }
}
