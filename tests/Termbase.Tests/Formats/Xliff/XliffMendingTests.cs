using System.Text;
using Termbase.Formats;
using Termbase.Formats.Xliff;

namespace Termbase.Tests.Formats.Xliff;

/// <summary>What tags can mend is mended and told; what cannot be saved is set aside; every other character stays.</summary>
public class XliffMendingTests
{
    [Theory]
    [InlineData("<unit id=\"a\"><segment><source>好</source></segment></unit><unit id=\"a\"><segment><source>坏</source></segment></unit>", "<unit id=\"a\"><segment><source>坏", "<unit id=\"a-2\"><segment><source>坏")]
    [InlineData("<unit><segment><source>好</source></segment></unit>", "<unit>", "<unit id=\"unit-2\">")]
    [InlineData("<unit id=\"a\" canResegment=\"False\"><segment><source>好</source></segment></unit>", "\"False\"", "\"no\"")]
    [InlineData("<unit id=\"a\"><segment subState=\"x:y\"><source>好</source></segment></unit>", "subState=\"x:y\">", "subState=\"x:y\" state=\"initial\">")]
    [InlineData("<unit id=\"a\"><segment><source>好<sc id=\"1\"/>的</source></segment></unit>", "<sc id=\"1\"/>", "<sc id=\"1\" isolated=\"yes\"/>")]
    [InlineData("<unit id=\"a\"><segment><source>好<ec startRef=\"1\"/>的</source></segment></unit>", "<ec startRef=\"1\"/>", "<ec isolated=\"yes\" id=\"1-2\"/>")]
    [InlineData("<unit id=\"a\"><segment><source>好<sm id=\"1\" type=\"term\"/>的</source></segment></unit>", "<sm id=\"1\" type=\"term\"/>", "")]
    [InlineData("<unit id=\"a\"><segment><source><sc id=\"1\"/>好<ec id=\"2\" startRef=\"1\"/></source></segment></unit>", "<ec id=\"2\" startRef", "<ec startRef")]
    [InlineData("<unit id=\"a\"><segment><source><sc id=\"1\" canCopy=\"no\"/>好<ec startRef=\"1\"/></source></segment></unit>", "<ec startRef=\"1\"/>", "<ec startRef=\"1\" canCopy=\"no\"/>")]
    [InlineData("<unit id=\"a\"><segment><source><ph id=\"1\"/>好<ph id=\"1\"/></source><target><ph id=\"1\"/>good<ph id=\"1\"/></target></segment></unit>", "好<ph id=\"1\"/></source><target><ph id=\"1\"/>good<ph id=\"1\"/>", "好<ph id=\"1-2\"/></source><target><ph id=\"1\"/>good<ph id=\"1-2\"/>")]
    [InlineData("<unit id=\"a\"><segment><source><ph id=\"1\"/>好</source><target><ph id=\"1\"/>good<ph id=\"1\"/></target></segment></unit>", "good<ph id=\"1\"/>", "good<ph id=\"1-2\" copyOf=\"1\"/>")]
    [InlineData("<unit id=\"a\"><segment><source><ph id=\"1\" dataRef=\"d\"/>好</source></segment></unit>", " dataRef=\"d\"", "")]
    [InlineData("<unit id=\"a\"><segment><source>一</source><target order=\"7\">1</target></segment><segment><source>二</source><target order=\"1\">2</target></segment></unit>", "<target order=\"7\">1</target></segment><segment><source>二</source><target order=\"1\">", "<target>1</target></segment><segment><source>二</source><target>")]
    [InlineData("<unit id=\"a\"><segment><source>好</source><target xml:lang=\"EN_us\">good</target></segment></unit>", "\"EN_us\"", "\"en-US\"")]
    [InlineData("<unit id=\"a\" colour=\"red\"><segment><source>好</source></segment></unit>", " colour=\"red\"", "")]
    [InlineData("<unit id=\"a\"><segment><source><ph id=\"1\" subType=\"xlf:b\"/>好</source></segment></unit>", "subType=\"xlf:b\"", "subType=\"xlf:b\" type=\"fmt\"")]
    public void Version_2_is_mended_by_its_tags(string units, string was, string isNow) => Mended(Two(units), was, isNow);

    [Theory]
    [InlineData("<trans-unit id=\"1\"><source>好</source></trans-unit><trans-unit id=\"1\"><source>坏</source></trans-unit>", "<trans-unit id=\"1\"><source>坏", "<trans-unit id=\"1-2\"><source>坏")]
    [InlineData("<trans-unit id=\"1\"><source><bpt id=\"1\">&lt;b></bpt>好</source></trans-unit>", "<bpt id=\"1\">&lt;b></bpt>", "<it id=\"1\" pos=\"open\">&lt;b></it>")]
    [InlineData("<trans-unit id=\"1\"><source>好<ex id=\"1\"/></source></trans-unit>", "<ex id=\"1\"/>", "<it id=\"1\" pos=\"close\"/>")]
    [InlineData("<trans-unit id=\"1\"><source>好</source><target phase-name=\"p\">good</target></trans-unit>", " phase-name=\"p\"", "")]
    [InlineData("<trans-unit id=\"1\"><source>好</source><target xml:lang=\"en\">good</target></trans-unit>", "xml:lang=\"en\"", "xml:lang=\"en-US\"")]
    [InlineData("<trans-unit id=\"1\" translate=\"YES\"><source>好</source></trans-unit>", "\"YES\"", "\"yes\"")]
    public void Version_1_is_mended_by_its_tags(string units, string was, string isNow) => Mended(One(units), was, isNow);

    [Fact]
    public void The_language_that_a_target_says_becomes_that_of_the_file()
    {
        var text = Two("<unit id=\"a\"><segment><source>好</source><target xml:lang=\"en-GB\">good</target></segment></unit>").Replace(" trgLang=\"en-US\"", "", StringComparison.Ordinal);
        Mended(text, "srcLang=\"zh-CN\"", "srcLang=\"zh-CN\" trgLang=\"en-GB\"");
    }

    [Fact]
    public void A_file_that_breaks_off_is_closed_and_its_last_unit_set_aside()
    {
        var text = One("<trans-unit id=\"1\"><source>好</source></trans-unit>\n<trans-unit id=\"2\"><source>坏</sour");
        text = text[..text.IndexOf("</body>", StringComparison.Ordinal)];
        var (repaired, log) = Repair(text);
        Assert.Empty(Faults(repaired));
        Assert.Contains("好", repaired, StringComparison.Ordinal);
        Assert.Equal(4, Assert.Single(log.Problems, static p => p.Outcome == ProblemOutcome.Refused).Location.Line);
    }

    [Fact]
    public void An_ill_formed_unit_costs_itself_only()
    {
        var text = Two("<unit id=\"a\"><segment><source>一</source></segment></unit>\n<unit id=\"b\"><segment><source>二</segment></unit>\n<unit id=\"c\"><segment><source>三</source></segment></unit>");
        var (repaired, log) = Repair(text);
        Assert.Equal(text.Replace("<unit id=\"b\"><segment><source>二</segment></unit>", "", StringComparison.Ordinal), repaired);
        Assert.Equal(("ill-formed", 4), log.Problems.Where(static p => p.Outcome == ProblemOutcome.Refused).Select(static p => (p.Code, p.Location.Line)).Single());
    }

    [Fact]
    public void A_translation_that_lost_what_it_must_keep_is_set_aside_and_its_source_stays()
    {
        var text = Two("<unit id=\"a\"><segment><source>好<ph id=\"1\" canDelete=\"no\"/></source><target>good</target></segment></unit>");
        var (repaired, log) = Repair(text);
        Assert.Equal(text.Replace("<target>good</target>", "", StringComparison.Ordinal), repaired);
        Assert.Contains("the translation is left out", Assert.Single(log.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_in_the_wrong_place_takes_its_unit_along()
    {
        var (repaired, log) = Repair(Two("<unit id=\"a\"><segment><source>一</source></segment></unit>\n<unit id=\"b\"><odd/><segment><source>二</source></segment></unit>"));
        Assert.Empty(Faults(repaired));
        Assert.DoesNotContain("二", repaired, StringComparison.Ordinal);
        Assert.Equal("b", Assert.Single(log.Problems).Unit);
    }

    [Fact]
    public void What_only_a_person_can_say_is_told_and_left()
    {
        var text = Two("<unit id=\"a\"><segment><source>好</source><target>good</target></segment></unit>").Replace(" trgLang=\"en-US\"", "", StringComparison.Ordinal);
        var (repaired, log) = Repair(text);
        Assert.Equal(text, repaired);
        Assert.Equal(("not-mended", 3), log.Problems.Select(static p => (p.Code, p.Location.Line)).Single());
    }

    [Fact]
    public void A_unit_with_a_prefix_is_taken_out_too()
    {
        var text = "<x:xliff xmlns:x=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"zh\"><x:file id=\"f\"><x:unit id=\"a\"><x:segment><x:source>一</x:source></x:segment></x:unit><x:unit id=\"b\"><x:odd/></x:unit></x:file></x:xliff>\n";
        Assert.Equal(text.Replace("<x:unit id=\"b\"><x:odd/></x:unit>", "", StringComparison.Ordinal), Repair(text).Text);
    }

    [Fact]
    public void Windows_line_ends_stay()
    {
        var text = One("<trans-unit id=\"1\"><source>好</source></trans-unit>\n<trans-unit id=\"1\"><source>坏</source></trans-unit>").Replace("\n", "\r\n", StringComparison.Ordinal);
        Assert.Equal(text.Replace("id=\"1\"><source>坏", "id=\"1-2\"><source>坏", StringComparison.Ordinal), Repair(text).Text);
    }

    private static void Mended(string text, string was, string isNow)
    {
        Assert.NotEmpty(Faults(text));
        var (repaired, log) = Repair(text);
        var at = text.IndexOf(was, StringComparison.Ordinal);
        Assert.Equal(text[..at] + isNow + text[(at + was.Length)..], repaired);
        Assert.Empty(Faults(repaired));
        Assert.NotEmpty(log.Problems);
        Assert.All(log.Problems, static p => Assert.True(p.Code is "mended" or "left-out" && p.Location.Line > 0, p.ToString()));
    }

    private static List<ReadProblem> Faults(string text) =>
        [.. XliffChecker.Check(new MemoryStream(Encoding.UTF8.GetBytes(text)), "a.xlf").Where(static p => p.Outcome == ProblemOutcome.Refused)];

    private static string Two(string units) =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"zh-CN\" trgLang=\"en-US\">\n<file id=\"f\">{units}</file></xliff>\n";

    private static string One(string units) =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"1.2\">\n<file original=\"a\" source-language=\"zh-CN\" target-language=\"en-US\" datatype=\"plaintext\"><body>{units}</body></file></xliff>\n";

    private static (string Text, ReadLog Log) Repair(string text)
    {
        var (output, log) = (new MemoryStream(), new ReadLog());
        XliffRepairer.Repair(new MemoryStream(Encoding.UTF8.GetBytes(text)), output, "a.xlf", log);
        return (Encoding.UTF8.GetString(output.ToArray()), log);
    }
}
