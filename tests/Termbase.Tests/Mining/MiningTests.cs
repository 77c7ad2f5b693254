using Termbase.Documents;
using Termbase.Mining;

namespace Termbase.Tests.Mining;

public class MiningTests
{
    private static Document Read(string text) => DocumentReader.Read("a.txt", text);

    private static MinedPair Single(string text) => Assert.Single(GlossMiner.Mine(Read(text)));

    [Theory]
    [InlineData("We promote the building of a tea pole (茶叶极) here.", "茶叶极", "tea pole")]
    [InlineData("They call it \"tea comes first\" (\"茶叶优先，品质为要\") there.", "茶叶优先，品质为要", "tea comes first")]
    [InlineData("They call it “tea first” (“茶叶优先”).", "茶叶优先", "tea first")]
    [InlineData("such as Yunhe (云和) and others", "云和", "Yunhe")]
    [InlineData("and Yunhe Tea Trading Co., Ltd. (云和茶叶贸易有限公司), a company", "云和茶叶贸易有限公司", "Yunhe Tea Trading Co., Ltd.")]
    [InlineData("The *Plan for Tea Development*<sup>3</sup> 《茶叶发展规划》 says", "茶叶发展规划", "Plan for Tea Development")]
    [InlineData("relying on Tea Works (East) Co., Ltd. (茶厂 (东) 有限公司) to", "茶厂 (东) 有限公司", "Tea Works (East) Co., Ltd.")]
    public void Glosses_are_found(string text, string zh, string en)
    {
        var pair = Single(text);
        Assert.Equal((zh, en), (pair.Zh, pair.En));
    }

    [Fact]
    public void Acronym_and_variants_in_the_bracket()
    {
        var pair = Single("the Ministry of Tea (茶叶部; MOT) said");
        Assert.Equal(("茶叶部", "MOT", "Ministry of Tea"), (pair.Zh, pair.Acronym, pair.En));
        Assert.Equal(["绿茶", "青茶"], GlossMiner.Mine(Read("some tea (绿茶; 青茶) here")).Select(p => p.Zh));
    }

    [Fact]
    public void A_title_line_has_its_Chinese_line()
    {
        var pair = Single("Title\n\nTea Plan of Eastlake (Draft)\n东湖茶叶方案\n\nEditor\n\nAn Editor");
        Assert.Equal(("东湖茶叶方案", "Tea Plan of Eastlake (Draft)", GlossKind.Title), (pair.Zh, pair.En, pair.Kind));
        Assert.Equal((4, 3), (pair.ZhLocation.Line, pair.EnLocation.Line));
    }

    [Fact]
    public void Chinese_first_with_the_English_in_quotes()
    {
        var pair = Single("The Chinese term 茶叶资本, translated literally as \"tea capital,\" means money.");
        Assert.Equal(("茶叶资本", "tea capital", GlossKind.Reverse), (pair.Zh, pair.En, pair.Kind));
    }

    [Fact]
    public void Chinese_with_no_English_is_reported_so() => Assert.Equal("", Single("It is written 茶叶 here.").En);

    [Fact]
    public void A_note_has_its_anchor_and_terms()
    {
        var note = Assert.Single(NoteMiner.Mine(Read("Farms attract tea capital¹ to grow.\n\n¹ Translator's note: \"Tea capital\" (茶叶资本) is money.")));
        Assert.Equal(("1", "tea capital"), (note.Number, note.Anchor));
        Assert.Equal(["茶叶资本"], note.Chinese);
        Assert.Equal((1, 15), (note.AnchorLocation!.Line, note.AnchorLocation.Column));
    }
}
