using FsCheck.Xunit;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Tests.Languages;

public class NormalizerTests
{
    [Theory]
    [InlineData("Military-Civil Fusion", "military–civil  fusion")]
    [InlineData("社會資本", "社会资本")]
    [InlineData("5G 技术", "５Ｇ技术")]
    [InlineData("蓝炬兴业 (赤壁) 科技", "蓝炬兴业（赤壁）科技")]
    [InlineData("“Four Bases”", "\"four bases\"")]
    [InlineData("café", "CAFE\u0301")]
    [InlineData("eﬃcient", "efficient")]
    public void Equal_terms_have_equal_keys(string one, string other) =>
        Assert.Equal(Normalizer.Key(one), Normalizer.Key(other));

    [Theory]
    [InlineData("军民融合", "军民结合")]
    [InlineData("resume a plan", "resume plan")]
    public void Different_terms_have_different_keys(string one, string other) =>
        Assert.NotEqual(Normalizer.Key(one), Normalizer.Key(other));

    [Fact]
    public void Text_that_needs_nothing_is_the_same_instance()
    {
        const string Text = "growth pole 增长极";
        Assert.Same(Text, Normalizer.Normalize(Text, NormalizerOptions.Text).Text);
    }

    [Property]
    public bool The_text_alone_is_the_text_of_the_view(string? text) =>
        Enumerable.Range(0, (int)NormalizerOptions.All + 1).Select(static o => (NormalizerOptions)o)
            .All(o => Normalizer.Text(" ﬃ" + text, o) == Normalizer.Normalize(" ﬃ" + text, o).Text);

    [Fact]
    public void A_found_span_leads_back_to_the_original()
    {
        const string Text = "  the  ＭＩＬＩＴＡＲＹ—civil fusion";
        var normalized = Normalizer.Normalize(Text, NormalizerOptions.All);
        var at = normalized.Text.IndexOf("military-civil", StringComparison.Ordinal);
        Assert.Equal("ＭＩＬＩＴＡＲＹ—civil", normalized.Map.ToOriginal(new TextSpan(at, 14)).Of(Text));
    }

    [Property]
    public bool Each_character_normalises_from_its_original(string text)
    {
        text = "Ａ b " + (text ?? "") + " 漢—字";
        var normalized = Normalizer.Normalize(text, NormalizerOptions.Text);
        for (var i = 0; i < normalized.Text.Length; i++)
        {
            var original = normalized.Map.ToOriginal(new TextSpan(i, 1)).Of(text);
            var folded = Normalizer.Normalize("x" + original + "x", NormalizerOptions.Text).Text;
            if (!folded.Contains(normalized.Text[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    [Property]
    public bool Positions_never_go_back(string text)
    {
        var normalized = Normalizer.Normalize(text ?? "", NormalizerOptions.All);
        return Enumerable.Range(0, normalized.Text.Length).All(i => normalized.Map.ToOriginal(i) <= normalized.Map.ToOriginal(i + 1));
    }

    [Property]
    public bool A_key_is_its_own_key(string text) =>
        Normalizer.Key(Normalizer.Key(text ?? "")).Equals(Normalizer.Key(text ?? ""), StringComparison.Ordinal);

    [Theory]
    [InlineData("5G \u200B技术")]
    [InlineData("5G\u200B 技术")]
    [InlineData("5G \u200B 技术")]
    [InlineData("\u200B5G 技术 \u200B")]
    public void What_is_not_seen_does_not_part_a_space_from_its_neighbour(string text) => Assert.Equal("5g技术", Normalizer.Key(text));
}
