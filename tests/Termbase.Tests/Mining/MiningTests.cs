using Termbase.Documents;
using Termbase.Mining;

namespace Termbase.Tests.Mining;

public class MiningTests
{
    private static Document Read(string text) => DocumentReader.Read("a.txt", text);

    private static MinedPair Single(string text) => Assert.Single(GlossMiner.Mine(Read(text)));

    private static string[] All(string text) => [.. GlossMiner.Mine(Read(text)).Select(p => p.Zh + " = " + p.En)];

    [Theory]
    [InlineData("We promote the building of a tea pole (茶叶极) here.", "茶叶极", "tea pole")]
    [InlineData("They call it \"tea comes first\" (\"茶叶优先，品质为要\") there.", "茶叶优先，品质为要", "tea comes first")]
    [InlineData("They call it “tea first” (“茶叶优先”).", "茶叶优先", "tea first")]
    [InlineData("They call it 'tea first' ('茶叶优先').", "茶叶优先", "tea first")]
    [InlineData("They call it ‘tea first’ (茶叶优先).", "茶叶优先", "tea first")]
    [InlineData("They call it ＂tea first＂（＂茶叶优先＂）.", "茶叶优先", "tea first")]
    [InlineData("They drink green tea（绿茶）daily.", "绿茶", "green tea")]
    [InlineData("They drink green tea [绿茶] daily.", "绿茶", "green tea")]
    [InlineData("such as Yunhe (云和) and others", "云和", "Yunhe")]
    [InlineData("and Yunhe Tea Trading Co., Ltd. (云和茶叶贸易有限公司), a company", "云和茶叶贸易有限公司", "Yunhe Tea Trading Co., Ltd.")]
    [InlineData("relying on Tea Works (East) Co., Ltd. (茶厂 (东) 有限公司) to", "茶厂 (东) 有限公司", "Tea Works (East) Co., Ltd.")]
    public void Glosses_are_found(string text, string zh, string en)
    {
        var pair = Single(text);
        Assert.Equal((zh, en), (pair.Zh, pair.En));
    }

    [Theory]
    [InlineData("The *Plan for Tea Development*<sup>3</sup> 《茶叶发展规划》 says")]
    [InlineData("under the *Plan for Tea Development* (《茶叶发展规划》), farms")]
    [InlineData("The “Plan for Tea Development” 《茶叶发展规划》 says")]
    [InlineData("It follows the Plan for Tea Development《茶叶发展规划》.")]
    public void A_title_in_Chinese_title_marks(string text)
    {
        var pair = Single(text);
        Assert.Equal(("茶叶发展规划", "Plan for Tea Development", GlossKind.Title), (pair.Zh, pair.En, pair.Kind));
    }

    [Fact]
    public void A_title_in_italics_may_hold_a_quotation() =>
        Assert.Equal("Plan for Farms in the “Tea Decade” Period",
            Single("- The county *Plan for Farms in the “Tea Decade” Period* 《“茶叶十年”农场规划》").En);

    [Fact]
    public void Acronym_and_variants_in_the_bracket()
    {
        var pair = Single("the Ministry of Tea (茶叶部; MOT) said");
        Assert.Equal(("茶叶部", "MOT", "Ministry of Tea"), (pair.Zh, pair.Acronym, pair.En));
        Assert.Equal(["绿茶 = green tea", "青茶 = green tea"], All("some green tea (绿茶; 青茶; GT) here"));
    }

    [Theory]
    [InlineData("the Tea Export Bureau (TEB; 茶叶出口局) said")]
    [InlineData("the Tea Export Bureau (TEB) (茶叶出口局) said")]
    [InlineData("the Tea Export Bureau, or TEB for short (茶叶出口局), said")]
    public void An_acronym_may_stand_on_either_side(string text)
    {
        var pair = Single(text);
        Assert.Equal(("Tea Export Bureau", "TEB"), (pair.En, pair.Acronym));
    }

    [Fact]
    public void Other_English_in_the_bracket_is_kept() =>
        Assert.Equal(["leaf sheen"], Single("the gloss of leaves (叶面光泽; leaf sheen) here").OtherEnglish);

    [Theory]
    [InlineData("black tea (Simplified Chinese: 红茶; Traditional Chinese: 紅茶; pinyin: hóngchá) is")]
    [InlineData("black tea (Chinese: 红茶 pinyin: hóngchá) is")]
    [InlineData("black tea (紅茶 / 红茶, hóngchá) is")]
    public void Labels_scripts_and_pinyin_in_the_bracket(string text)
    {
        var pair = Single(text);
        Assert.Equal(("红茶", "black tea", "hóngchá"), (pair.Zh, pair.En, pair.Pinyin));
    }

    [Theory]
    [InlineData("This is green tea (lücha, 绿茶) here.")]
    [InlineData("This is green tea (绿茶 lǜchá) here.")]
    [InlineData("This is green tea [lücha 绿茶] here.")]
    [InlineData("This is green tea（绿茶，lücha）here.")]
    [InlineData("This is \"green tea\" (lǜchá; 绿茶) here.")]
    [InlineData("This is lücha (绿茶, \"green tea\") here.")]
    public void The_reading_is_no_English(string text)
    {
        var pair = Single(text);
        Assert.Equal(("绿茶", "green tea"), (pair.Zh, pair.En));
        Assert.Equal("lucha", Termbase.Languages.Romanization.Fold(pair.Pinyin));
    }

    [Fact]
    public void A_quotation_inside_the_term_is_not_cut() =>
        Assert.Equal("\"Green Tea 2030\" plan", Single("They cut the \"Green Tea 2030\" plan (“绿茶2030”计划) soon.").En);

    [Fact]
    public void A_title_line_has_its_Chinese_line()
    {
        var pair = Single("Title\n\nTea Plan of Eastlake (Draft)\n东湖茶叶方案\n\nEditor\n\nAn Editor");
        Assert.Equal(("东湖茶叶方案", "Tea Plan of Eastlake (Draft)", GlossKind.Title), (pair.Zh, pair.En, pair.Kind));
        Assert.Equal((4, 3), (pair.ZhLocation.Line, pair.EnLocation.Line));
    }

    [Fact]
    public void The_front_matter_has_glosses_too()
    {
        var pairs = GlossMiner.Mine(Read("Title\n\nTea Plan\n\nSource\n\nEastlake County (东湖县) Forestry and Tea Bureau (林业和茶叶局) website, 2020\n\nEditor\n\nAn Editor"));
        Assert.Equal([("Eastlake County", GlossKind.Header), ("Forestry and Tea Bureau", GlossKind.Header)], pairs.Select(p => (p.En, p.Kind)));
    }

    [Theory]
    [InlineData("The Chinese term 茶叶资本, translated literally as \"tea capital,\" means money.")]
    [InlineData("They speak of 茶叶资本 (tea capital) there.")]
    [InlineData("They speak of 茶叶资本 (chayeziben, tea capital) there.")]
    [InlineData("Under 茶叶资本, or “tea capital,” come loans.")]
    [InlineData("See 茶叶资本 – tea capital, the money of farms.")]
    public void Chinese_first(string text)
    {
        var pair = Single(text);
        Assert.Equal(("茶叶资本", "tea capital", GlossKind.Reverse), (pair.Zh, pair.En, pair.Kind));
    }

    [Theory]
    [InlineData("It needs tea capital – 茶叶资本 – to grow.")]
    [InlineData("It needs tea capital, in Chinese 茶叶资本, to grow.")]
    [InlineData("tea capital: 茶叶资本")]
    [InlineData("tea capital 茶叶资本")]
    public void Apposition_with_a_sign_or_none(string text)
    {
        var pair = Single(text);
        Assert.Equal(("茶叶资本", "tea capital"), (pair.Zh, pair.En));
        Assert.True(pair.Confidence < 0.9);
    }

    [Fact]
    public void Cells_of_a_table_row() => Assert.Equal(["茶叶资本 = tea capital"], All("Box 1 Words\t\ntea capital\t茶叶资本\n").Where(p => p.Contains('=', StringComparison.Ordinal)));

    [Fact]
    public void A_synonym_in_running_text_of_a_note()
    {
        var text = "Farms need tea capital¹ now.\n\n¹ Note: The term 茶叶资本, rendered as \"tea capital,\" and its synonym 茶叶资金 \"tea funds,\" are money.";
        Assert.Equal(["茶叶资本 = tea capital", "茶叶资金 = tea funds"], All(text));
        var note = Assert.Single(NoteMiner.Mine(Read(text)));
        Assert.Equal(["茶叶资金"], note.Synonyms);
    }

    [Theory]
    [InlineData("It is written 茶叶 here.")]
    [InlineData("The subsidiary, 东湖茶叶有限公司, is small.")]
    public void Chinese_with_no_English_is_reported_so(string text)
    {
        var pair = Single(text);
        Assert.Equal(("", 0.0), (pair.En, pair.Confidence));
    }

    [Fact]
    public void Every_pair_says_why() => Assert.All(GlossMiner.Mine(Read("a growth pole (增长极), “tea” (茶), Yunhe (云和) and 甲")), p => Assert.NotEmpty(p.Reasons));
}
