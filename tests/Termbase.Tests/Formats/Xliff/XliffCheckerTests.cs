using System.Text;
using Termbase.Formats;
using Termbase.Formats.Xliff;

namespace Termbase.Tests.Formats.Xliff;

/// <summary>What the doctor says of XLIFF 1.x and of files that are none (2.x: <see cref="OasisSuiteTests"/>).</summary>
public class XliffCheckerTests
{
    [Theory]
    [InlineData("""<trans-unit id="1"><source>a</source></trans-unit><trans-unit id="1"><source>b</source></trans-unit>""", "duplicate-id")]
    [InlineData("""<trans-unit><source>a</source></trans-unit>""", "missing-attribute")]
    [InlineData("""<trans-unit id="1"><target>a</target></trans-unit>""", "misplaced-element")]
    [InlineData("""<trans-unit id="1"><source>a</source><target state="done">b</target></trans-unit>""", "bad-value")]
    [InlineData("""<trans-unit id="1"><source>a</source><target xml:lang="de">b</target></trans-unit>""", "wrong-language")]
    [InlineData("""<trans-unit id="1"><source><bpt id="1">x</bpt>a</source></trans-unit>""", "orphan-code")]
    [InlineData("""<trans-unit id="1"><source><ex id="1"/>a</source></trans-unit>""", "orphan-code")]
    [InlineData("""<trans-unit id="1"><source>a<b>c</b></source></trans-unit>""", "unknown-element")]
    [InlineData("""<trans-unit id="1"><source>a</source><count-group name="n" colour="red"/></trans-unit>""", "unknown-attribute")]
    [InlineData("""<trans-unit id="1"><source>a</source><alt-trans tool-id="t"><target>b</target></alt-trans></trans-unit>""", "bad-reference")]
    [InlineData("""<trans-unit id="1"><source>a</source><seg-source><mrk mtype="seg" mid="1">a</mrk></seg-source><target><mrk mtype="seg" mid="2">b</mrk></target></trans-unit>""", "bad-segmentation")]
    [InlineData("""<trans-unit id="1">text<source>a</source></trans-unit>""", "text-not-allowed")]
    public void Version_1_2_is_judged_by_its_rules(string body, string code) =>
        Assert.Contains(Check(Wrap(body)), p => p.Code == code && p.Outcome == ProblemOutcome.Refused);

    [Fact]
    public void Lost_codes_are_worth_a_word_but_no_error()
    {
        var problems = Check(Wrap("""<trans-unit id="1"><source>a<x id="1"/></source><target>b</target></trans-unit>"""));
        Assert.Equal(("lost-code", ProblemOutcome.Noted), (Assert.Single(problems).Code, problems[0].Outcome));
    }

    [Fact]
    public void A_problem_names_line_and_unit()
    {
        var problem = Assert.Single(Check(Wrap("\n<trans-unit id=\"u9\"><source>a</source>\n<target state=\"done\">b</target></trans-unit>")));
        Assert.Equal(("u9", 3), (problem.Unit, problem.Location.Line));
    }

    [Theory]
    [InlineData("<html/>", "no-xliff")]
    [InlineData("<xliff xmlns='urn:x'/>", "unknown-namespace")]
    [InlineData("<xliff", "ill-formed")]
    [InlineData("", "ill-formed")]
    public void What_is_no_xliff_is_told(string text, string code) => Assert.Contains(Check(text), p => p.Code == code);

    [Fact]
    public void Deep_nesting_ends_the_check_and_not_the_program() => Assert.Contains(
        Check(Wrap("<trans-unit id='1'><source>" + string.Concat(Enumerable.Repeat("<g id='1'>", 5000)))), static p => p.Code == "too-deep");

    [Theory]
    [InlineData("omegat-org-omegat__filters3__file-XLIFFFilter-cdata-bugs418.xlf")]
    [InlineData("omegat-org-omegat__filters3__file-xliff-BUGS1221.xlf")]
    [InlineData("omegat-org-omegat__filters3__file-xliff-RFE1506.xliff")]
    [InlineData("omegat-org-omegat__filters3__file-xliff-RFE1506-translated-expectation.xliff")]
    [InlineData("omegat-org-omegat__filters4-xliff1__en-xx.xlf")]
    [InlineData("omegat-org-omegat__filters4-xliff1__file-XLIFFFilter1-multiple-file-tag.xlf")]
    [InlineData("omegat-org-omegat__filters4-xliff2__ex.14.5.xlf")]
    public void Files_that_the_schema_accepts_are_accepted(string name) =>
        Assert.DoesNotContain(CheckFile(name), static p => p.Outcome == ProblemOutcome.Refused);

    // Two units with the id 3; the 1.1 files lack version, datatype and ids; the example 9.5 has a target without a trgLang, which the
    // schema cannot see.
    [Theory]
    [InlineData("omegat-org-omegat__filters4-xliff1__en-ca.xlf", "duplicate-id")]
    [InlineData("omegat-org-omegat__filters3__file-XLIFFFilter.xlf", "missing-attribute")]
    [InlineData("omegat-org-omegat__filters4-xliff2__ex.9.5.xlf", "missing-target-language")]
    [InlineData("omegat-org-omegat__filters3__file-XLIFFFilter-invalid-content.xlf", "ill-formed")]
    public void Files_that_break_a_rule_are_refused(string name, string code) =>
        Assert.Contains(CheckFile(name), p => p.Code == code && p.Outcome == ProblemOutcome.Refused);

    private static List<ReadProblem> CheckFile(string name)
    {
        using var stream = File.OpenRead(Path.Combine(SharedFormats.Folder("data/xliff"), name));
        return [.. XliffChecker.Check(stream, name)];
    }

    private static string Wrap(string body) =>
        $"""<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a" source-language="zh" target-language="en" datatype="plaintext"><body>{body}</body></file></xliff>""";

    private static List<ReadProblem> Check(string text) => [.. XliffChecker.Check(new MemoryStream(Encoding.UTF8.GetBytes(text)), "a.xlf")];
}
