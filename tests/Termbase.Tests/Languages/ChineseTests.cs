using System.Text;
using Termbase.Languages;

namespace Termbase.Tests.Languages;

public class ChineseTests
{
    [Theory]
    [InlineData("社會資本", "社会资本")]
    [InlineData("乾燥之後", "干燥之后")]
    [InlineData("裏面的電腦", "里面的电脑")]
    [InlineData("著名的幹部", "著名的干部")]
    public void Traditional_becomes_simplified(string traditional, string simplified)
    {
        Assert.True(ChineseScript.HasTraditional(traditional));
        Assert.Equal(simplified, ChineseScript.ToSimplified(traditional));
    }

    [Fact]
    public void Simplified_text_is_the_same_instance()
    {
        const string Text = "军民融合，乐观著作；皇后";
        Assert.Same(Text, ChineseScript.ToSimplified(Text));
    }

    [Fact]
    public void Rare_characters_outside_the_basic_plane_are_Han()
    {
        Assert.True(Han.IsHan(new Rune(0x20BB7)));
        Assert.True(Han.Contains("a𠮷b"));
        Assert.Equal(2, Han.Count("𠮷野"));
        Assert.Equal("𠮷野", Assert.Single(Han.Runs("at 𠮷野, now")).Of("at 𠮷野, now"));
    }

    [Fact]
    public void Punctuation_of_both_languages_is_not_Chinese()
    {
        Assert.True(Han.IsCjkPunctuation('，'));
        Assert.True(Han.IsCjkPunctuation('《'));
        Assert.False(Han.IsCjkPunctuation('“'));
        Assert.False(Han.IsCjkPunctuation(','));
    }
}
