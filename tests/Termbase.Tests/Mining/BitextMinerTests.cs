using Termbase.Mining;
using Termbase.Model;

namespace Termbase.Tests.Mining;

public class BitextMinerTests
{
    private static readonly (string Zh, string En)[] s_units =
    [
        ("市政府决定建设智慧渔村。", "The municipal government decided to build smart fishing villages."),
        ("每个智慧渔村应当有数字码头。", "Each smart fishing village should have a digital wharf."),
        ("智慧渔村的收入明显提高。", "The income of smart fishing villages rose clearly."),
        ("数字码头由企业投资。", "The digital wharf is paid for by enterprises."),
        ("去年新建了又一个数字码头。", "Another digital wharf was built last year."),
        ("冷链物流得到发展。", "Cold-chain logistics developed."),
        ("港口的收入也提高了。", "The income of the harbour rose too."),
    ];

    [Theory]
    [InlineData("数字码头", "digital wharf")]
    [InlineData("智慧渔村", "smart fishing village")]
    public void A_term_without_gloss_that_stands_on_both_sides_of_several_units_is_found(string zh, string en)
    {
        var found = Assert.Single(Mine(s_units), c => c.Zh == zh);

        Assert.StartsWith(en, found.En, StringComparison.OrdinalIgnoreCase);
        Assert.Equal((GlossKind.Bitext, 3), (found.Places[0].Kind, found.Places.Length));
    }

    [Fact]
    public void A_long_word_of_Chinese_takes_all_the_English_that_its_parts_explain()
    {
        (string, string)[] units =
        [
            ("县、乡、民族乡设立人民政府。", "Counties, townships and ethnic townships shall set up governments."),
            ("乡、民族乡的经费由县保证。", "The funds of townships and ethnic townships are warranted by the county."),
            ("民族乡可以采取具体措施。", "Ethnic townships may take specific measures."),
            ("乡由县领导。", "Townships are led by counties."),
            ("民族政策是平等的。", "Ethnic policy is one of equality."),
        ];

        Assert.Equal("ethnic townships", Assert.Single(Mine(units), static c => c.Zh == "民族乡").En);
    }

    [Theory]
    [InlineData("请保持两米距离", "两米")]
    [InlineData("种植万亩林地", "万亩")]
    public void An_amount_is_no_term(string sentence, string amount) =>
        Assert.DoesNotContain(PhraseScan.Chinese(sentence), p => p.Surface.StartsWith(amount, StringComparison.Ordinal) || p.Surface.EndsWith(amount, StringComparison.Ordinal));

    [Fact]
    public void A_part_of_a_longer_term_is_not_offered()
    {
        Assert.DoesNotContain(Mine(s_units), static c => c.Zh is "智慧" or "数字" or "码头" || c.En is "digital" or "fishing village" or "smart fishing");
    }

    [Fact]
    public void What_stands_in_one_unit_alone_is_not_offered()
    {
        Assert.DoesNotContain(Mine(s_units), static c => c.Zh == "冷链物流");
    }

    [Fact]
    public void A_gloss_is_surer_where_the_Chinese_side_has_it_too()
    {
        const string en = "Promote military-civil fusion (军民融合) in all fields.";

        var confirmed = Assert.Single(Mine(("推动各领域军民融合。", en)));
        var unconfirmed = Assert.Single(Mine(("推动各领域发展。", en)));

        Assert.Equal(("军民融合", "military-civil fusion", GlossKind.Paren), (confirmed.Zh, confirmed.En, confirmed.Places[0].Kind));
        Assert.Contains("stands in the Chinese side", confirmed.Reasons);
        Assert.Contains("not in the Chinese side", unconfirmed.Reasons);
        Assert.True(confirmed.Confidence > unconfirmed.Confidence);
    }

    [Fact]
    public void A_place_is_that_of_the_unit()
    {
        Assert.Equal(2, Assert.Single(Mine(("修路。", "Build roads."), ("推动军民融合。", "Promote military-civil fusion (军民融合)."))).Places[0].Location.Line);
    }

    [Fact]
    public void No_units_give_no_terms()
    {
        Assert.Empty(Mine());
    }

    private static IEnumerable<MinedCandidate> Mine(params (string Zh, string En)[] units) => BitextMiner.Mine(units.Select(static (u, i) => new TranslationUnit
    {
        Zh = new UnitSide { Language = "zh-CN", Segment = Segment.Plain(u.Zh) },
        En = new UnitSide { Language = "en-US", Segment = Segment.Plain(u.En) },
        Document = "m.tsv",
        Location = SourceLocation.AtLine("m.tsv", i + 1),
    }));
}
