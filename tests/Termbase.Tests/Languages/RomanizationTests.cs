using Termbase.Languages;

namespace Termbase.Tests.Languages;

public class RomanizationTests
{
    [Theory]
    [InlineData("社会资本", "shehuiziben")]
    [InlineData("社會資本", "shehuiziben")]
    [InlineData("增长极", "zengzhangji")]
    [InlineData("重庆银行", "chongqingyinhang")]
    [InlineData("5G技术", "5gjishu")]
    [InlineData("效率", "xiaolü")]
    public void Text_is_read(string chinese, string pinyin) => Assert.Equal(pinyin, Romanization.Pinyin(chinese));

    [Theory]
    [InlineData("Haiwei", "海威")]
    [InlineData("Jia'an", "嘉安")]
    [InlineData("Xi’an", "西安")]
    [InlineData("Chang Zheng", "长征")]
    [InlineData("Lüse", "绿色")]
    [InlineData("lvse", "绿色")]
    [InlineData("luse", "绿色")]
    [InlineData("Wěi-yuán-huì", "委員會")]
    [InlineData("yinhang", "银行")]
    [InlineData("yinxing", "银行")]
    public void Names_match_their_Chinese(string latin, string chinese) => Assert.True(Romanization.PinyinMatches(latin, chinese));

    [Theory]
    [InlineData("Haiwe", "海威")]
    [InlineData("Haiweia", "海威")]
    [InlineData("Weihai", "卫汉")]
    [InlineData("growth", "增长")]
    [InlineData("", "海威")]
    public void Other_words_do_not(string latin, string chinese) => Assert.False(Romanization.PinyinMatches(latin, chinese));

    [Fact]
    public void All_readings_are_known()
    {
        Assert.Equal("xing", Romanization.Readings('行')[0]);
        Assert.Contains("hang", Romanization.Readings('行'));
        Assert.Empty(Romanization.Readings('a'));
    }

    [Fact]
    public void Pinyin_words_are_parsed()
    {
        Assert.True(Romanization.TryParsePinyin("Zhichuangxin", out var syllables));
        Assert.Equal(["zhi", "chuang", "xin"], syllables);
        Assert.True(Romanization.TryParsePinyin("Xi'an", out syllables));
        Assert.Equal(["xi", "an"], syllables);
        Assert.False(Romanization.TryParsePinyin("growth", out _));
    }

    [Theory]
    [InlineData("m\uD83Da")]
    [InlineData("ma\uFFFE")]
    public void What_is_no_character_is_left_out_and_no_pinyin(string latin)
    {
        Assert.Equal("ma", Romanization.Fold(latin));
        Assert.False(Romanization.TryParsePinyin(latin, out _));
    }
}
