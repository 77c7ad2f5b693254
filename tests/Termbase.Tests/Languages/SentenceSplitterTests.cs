using FsCheck.Xunit;
using Termbase.Languages;

namespace Termbase.Tests.Languages;

public class SentenceSplitterTests
{
    [Theory]
    [InlineData("We met Dr. Lee of Acme Co., Ltd. in No. 3 Road. It rained.", "We met Dr. Lee of Acme Co., Ltd. in No. 3 Road.|It rained.")]
    [InlineData("The U.S. Navy left. The U.S. The end.", "The U.S. Navy left.|The U.S.|The end.")]
    [InlineData("It grew 2.5% to 3.1 km. \"Good.\" He left (at last.) Then…", "It grew 2.5% to 3.1 km.|\"Good.\"|He left (at last.)|Then…")]
    [InlineData("1. Promote reform. 2. Go on!", "1. Promote reform.|2. Go on!")]
    [InlineData("他说：“好。”我们走吧！真的？是；对", "他说：“好。”|我们走吧！|真的？|是；|对")]
    [InlineData("等等……然后走了。", "等等……然后走了。")]
    [InlineData("First.\n\nSecond", "First.|Second")]
    [InlineData("", "")]
    public void Text_is_cut(string text, string sentences) =>
        Assert.Equal(sentences, string.Join('|', SentenceSplitter.Split(text).Select(s => s.Of(text))));

    [Property]
    public bool Nothing_but_white_space_is_lost(string text)
    {
        text ??= "";
        var kept = string.Concat(SentenceSplitter.Split(text).Select(s => s.Of(text)));
        return string.Concat(kept.Where(c => !char.IsWhiteSpace(c))).Equals(string.Concat(text.Where(c => !char.IsWhiteSpace(c))), StringComparison.Ordinal);
    }
}
