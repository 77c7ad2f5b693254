using Termbase.Documents;
using Termbase.Mining;
using Termbase.Model;

namespace Termbase.Tests.Mining;

public class BoundaryTests
{
    private static string English(string text) => Assert.Single(GlossMiner.Mine(DocumentReader.Read("a.txt", text))).En;

    [Theory]
    [InlineData("to promote the building of a growth pole (增长极) soon", "growth pole")]
    [InlineData("we will strengthen risk prevention (风险防控) here", "risk prevention")]
    [InlineData("supports rural logistics networks (农村物流网络) and", "rural logistics networks")]
    [InlineData("the province's leading enterprises (龙头企业) are", "leading enterprises")]
    [InlineData("in all emerging industries (新兴产业) now", "emerging industries")]
    [InlineData("the importance of grain reserves (粮食储备) grows", "grain reserves")]
    public void The_sentence_around_a_term_is_left_out(string text, string en) => Assert.Equal(en, English(text));

    [Theory]
    [InlineData("with low-noise (低噪声) electric pumps", "low-noise")]
    [InlineData("of thick (厚) steel walls", "thick")]
    [InlineData("several advantageous regional (区域) industries", "regional")]
    [InlineData("many smart ports (港口) and docks", "ports")]
    public void A_gloss_of_one_word_takes_one_word(string text, string en) => Assert.Equal(en, English(text));

    [Theory]
    [InlineData("the mechanism for sharing risks and benefits (风险共担、利益共享) is", "sharing risks and benefits")]
    [InlineData("ensures the protection of intellectual property (知识产权保护) by law", "protection of intellectual property")]
    [InlineData("for civilian participation in the defense sector (民参军) we", "civilian participation in the defense sector")]
    [InlineData("among industry, universities, and research institutes (产学研) there", "industry, universities, and research institutes")]
    public void Terms_go_over_prepositions_and_lists_where_the_Chinese_does(string text, string en) => Assert.Equal(en, English(text));

    [Theory]
    [InlineData("by the Ministry of Water Resources (水利部) in", "Ministry of Water Resources")]
    [InlineData("with the Eastlake Academy of Agricultural Sciences (东湖农业科学院) on", "Eastlake Academy of Agricultural Sciences")]
    [InlineData("a plant of Donghu Heavy Industry (东湖重工) near", "Donghu Heavy Industry")]
    [InlineData("and Donghu Heavy Industry Co., Ltd. (东湖重工有限公司), which", "Donghu Heavy Industry Co., Ltd.")]
    [InlineData("the 12th Institute of Electronics (电子十二所) built", "12th Institute of Electronics")]
    [InlineData("the National Energy Administration (NEA; 国家能源局) said", "National Energy Administration")]
    [InlineData("The Hangzhou-Ningbo (杭甬) line opens", "Hangzhou-Ningbo")]
    public void Names_are_taken_whole(string text, string en) => Assert.Equal(en, English(text));

    [Fact]
    public void The_same_Chinese_glossed_clearly_elsewhere_helps()
    {
        var text = "The “leap pact” (跃约) holds. Then came a firm leap pact (跃约) again.";
        Assert.All(GlossMiner.Mine(DocumentReader.Read("a.txt", text)), p => Assert.Equal("leap pact", p.En));
    }

    [Fact]
    public void The_termbase_helps()
    {
        var document = DocumentReader.Read("a.txt", "They signed the firm leap pact (跃约) again.");
        var termbase = new Glossary([new Rendering { Concept = "c1", Zh = "跃约", En = "leap pact" }]);
        var pair = Assert.Single(GlossMiner.Mine([document], termbase));
        Assert.Equal("leap pact", pair.En);
        Assert.Contains("in the termbase", pair.Reasons);
    }

    [Theory]
    [InlineData("participation", "participate", true)]
    [InlineData("industrial", "industry", true)]
    [InlineData("mobilization", "mobilize", true)]
    [InlineData("planning", "plan", true)]
    [InlineData("plant", "plan", false)]
    [InlineData("portfolio", "port", false)]
    [InlineData("seat", "sea", false)]
    public void Forms_of_a_word(string word, string entry, bool same) => Assert.Equal(same, GlossLexicon.IsFormOf(word, entry));

    [Fact]
    public void The_lexicon_is_read() => Assert.True(GlossLexicon.Count > 1500);
}
