using Termbase.Cli.Tests;
using Termbase.Formats;
using Termbase.Formats.Doctoring;
using Xunit;

namespace Termbase.Tests.Formats;

/// <summary>What the doctor says of a TBX file, in itself and for a tool, and what a repair changes in it.</summary>
public sealed class TbxDoctorTests : IDisposable
{
    private const string Status = "<termNote type=\"administrativeStatus\">";
    private readonly string _folder = Directory.CreateTempSubdirectory("termbase-test-").FullName;

    [Theory]
    [InlineData("TBX-Basic", "http://example.org/TBXBasicXCSV02.xcs", "noun", true)]
    [InlineData("TBX-Basic", "http://example.org/TBXBasicXCSV02.xcs", "properNoun", true)]
    [InlineData("TBX-Basic", "http://example.org/TBXBasicXCSV02.xcs", "nom", false)]
    [InlineData("TBX", "OurOwn.xcs", "nom", true)]
    public void A_martif_is_judged_by_the_constraints_that_it_names(string type, string constraints, string pos, bool isSound)
    {
        var report = Examine(Martif($"<termEntry id=\"a\"><langSet xml:lang=\"zh-CN\"><tig><term>北京</term><termNote type=\"partOfSpeech\">{pos}</termNote></tig></langSet>{En()}</termEntry>", type, constraints));
        Assert.Equal(isSound, !report.HasErrors);
    }

    [Fact]
    public void The_picklist_of_2019_has_no_proper_noun() =>
        Assert.Equal("bad-picklist", Assert.Single(Examine(Tbx(Entry("<termNote type=\"partOfSpeech\">properNoun</termNote>"))).Problems).Code);

    [Fact]
    public void A_category_of_basic_is_none_of_min() =>
        Assert.Equal("unknown-category", Assert.Single(Examine(Tbx(Entry("<termNote type=\"termType\">acronym</termNote>"), "TBX-Min")).Problems).Code);

    [Fact]
    public void Whose_categories_are_listed_elsewhere_is_said_and_the_rest_is_checked()
    {
        var report = Examine(Tbx(Entry("<termNote type=\"transferComment\">x</termNote>").Replace("xml:lang=\"en\"", "xml:lang=\"---\"", StringComparison.Ordinal), "TBX-Linguist"));
        Assert.Equal(["other-dialect", "bad-language"], report.Problems.Select(static p => p.Code));
    }

    [Fact]
    public void A_problem_stands_at_its_own_line()
    {
        var report = Examine(Tbx("<conceptEntry id=\"c\">\n<langSec xml:lang=\"zh\">\n<termSec><term>好</term>\n" + Status + "fine</termNote></termSec></langSec>" + En("Sec") + "</conceptEntry>"));
        Assert.Equal(5, Assert.Single(report.Problems).Line);
    }

    [Theory]
    [InlineData("okapi", "okapi-refused", 1)]
    [InlineData("omegat", "omegat-refused", 1)]
    [InlineData("weblate", "weblate-refused", 1)]
    [InlineData("trados", "trados-version", 1)]
    [InlineData("memoq", "memoq-version", 1)]
    public void Todays_tbx_is_refused_or_passed_over_by_what_reads_martif(string tool, string code, int line) =>
        Assert.Contains(Examine(Tbx(Entry("")), tool).Problems, p => p.Code == code && p.Line == line);

    [Theory]
    [InlineData("omegat", "omegat-forbidden")]
    [InlineData("okapi", "okapi-forbidden")]
    [InlineData("trados", "trados-forbidden")]
    [InlineData("weblate", "weblate-forbidden")]
    [InlineData("memoq", "memoq-status")]
    public void What_a_tool_makes_of_a_forbidden_term_is_told_at_the_status(string tool, string code)
    {
        var report = Examine(Martif("<termEntry id=\"1\">\n<langSet xml:lang=\"zh-CN\"><tig><term>好</term></tig></langSet>\n<langSet xml:lang=\"en-US\"><tig><term>fine</term>\n" + Status + "deprecatedTerm-admn-sts</termNote></tig></langSet></termEntry>"), tool);
        Assert.Contains(report.Problems, p => p.Code == code && p.Line == 6 && p.Unit == "1" && p.Message.Contains("'fine'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("weblate", "weblate-order", "<termEntry id=\"2\"><langSet xml:lang=\"en-US\"><tig><term>tea</term></tig></langSet><langSet xml:lang=\"zh-CN\"><tig><term>茶</term></tig></langSet></termEntry>")]
    [InlineData("weblate", "weblate-languages", "<termEntry id=\"2\"><langSet xml:lang=\"zh-CN\"><tig><term>茶</term></tig></langSet></termEntry>")]
    [InlineData("weblate", "weblate-synonyms", "<termEntry id=\"2\"><langSet xml:lang=\"zh-CN\"><tig><term>茶</term></tig><tig><term>茶水</term></tig></langSet><langSet xml:lang=\"en-US\"><tig><term>tea</term></tig></langSet></termEntry>")]
    [InlineData("omegat", "omegat-dropped", "<termEntry id=\"2\"><langSet xml:lang=\"zh-CN\"><tig><term>茶</term></tig></langSet></termEntry>")]
    [InlineData("omegat", "omegat-language", "<termEntry id=\"2\"><langSet xml:lang=\"zh_CN\"><tig><term>茶</term></tig></langSet><langSet xml:lang=\"en-US\"><tig><term>tea</term></tig></langSet></termEntry>")]
    [InlineData("okapi", "okapi-language", "<termEntry id=\"2\"><langSet xml:lang=\"zh\"><tig><term>茶</term></tig></langSet><langSet xml:lang=\"en-US\"><tig><term>tea</term></tig></langSet></termEntry>")]
    [InlineData("trados", "trados-language", "<termEntry id=\"2\"><langSet xml:lang=\"zh\"><tig><term>茶</term></tig></langSet><langSet xml:lang=\"en-US\"><tig><term>tea</term></tig></langSet></termEntry>")]
    [InlineData("trados", "trados-id", "<termEntry id=\"tea\"><langSet xml:lang=\"zh-CN\"><tig><term>茶</term></tig></langSet><langSet xml:lang=\"en-US\"><tig><term>tea</term></tig></langSet></termEntry>")]
    [InlineData("memoq", "memoq-field", "<termEntry id=\"2\"><langSet xml:lang=\"zh-CN\"><tig><term>茶</term><termNote type=\"termType\">variant</termNote></tig></langSet><langSet xml:lang=\"en-US\"><tig><term>tea</term></tig></langSet></termEntry>")]
    public void What_a_tool_would_misread_is_told(string tool, string code, string entry)
    {
        const string Plain = "<termEntry id=\"1\"><langSet xml:lang=\"zh-CN\"><tig><term>好</term></tig></langSet><langSet xml:lang=\"en-US\"><tig><term>good</term></tig></langSet></termEntry>";
        Assert.DoesNotContain(Examine(Martif(Plain), tool).Problems, p => p.Code == code);
        Assert.Contains(Examine(Martif(Plain + entry), tool).Problems, p => p.Code == code);
    }

    [Fact]
    public void A_repair_lists_each_thing_with_its_line_and_stays_in_its_dialect()
    {
        var path = Write(Martif("""
            <termEntry id="a">
            <langSet xml:lang="zh_CN"><tig><term>好</term>
            <termNote type="administrativeStatus">forbidden</termNote></tig></langSet>
            <langSet xml:lang="en"><tig><term>good</term><transacGrp><transac type="transactionType">creation</transac>
            <date>20240131T101500Z</date></transacGrp></tig>
            <tig><term> </term></tig></langSet>
            </termEntry>
            """, "TBX-Basic"));
        var log = new ReadLog();
        var sound = Path.Combine(_folder, "sound.tbx");
        using (var stream = File.Create(sound))
        {
            new TbxDoctor().Repair(path, stream, log);
        }

        Assert.Equal(
            [
                (4, "mended", "language 'zh_CN' (written as zh-CN)"),
                (5, "mended", "administrativeStatus 'forbidden' (written as deprecatedTerm-admn-sts)"),
                (6, "mended", "transactionType 'creation' (written as origination)"),
                (7, "mended", "date '20240131T101500Z' (written as 2024-01-31)"),
                (8, "left-out", "left out of the entry, which is kept: an empty term and what is said of it"),
            ],
            log.Problems.Select(static p => (p.Location.Line, p.Code, p.Message)).Order());
        Assert.Equal(1, log.Repaired);
        Assert.Contains("<martif", File.ReadAllText(sound), StringComparison.Ordinal);
        var report = new DoctorReport(sound);
        new TbxDoctor().Examine(sound, Importer.Any, report);
        Assert.False(report.HasErrors, string.Join("; ", report.Problems));
    }

    // By the schemas alone these are valid; what the doctor says of them all the same, or no more, and why.
    [Theory]
    [InlineData("converter__resources__Good-Basic2", "")] // properNoun is on the picklist of 2008
    [InlineData("converter__resources__Unknown_Dialect2", "")] // categories of its own XCS
    [InlineData("converter__resources__Good-Basic1", "bad-language")] // '---' is no language tag; the DTD takes any text
    [InlineData("converter__resources__Unknown_Dialect1", "bad-date empty-term")] // 20010507T10:57:25Z is of neither form of ISO 8601, terms are empty; the DTD takes any text
    [InlineData("converter__converted-by-pl__Good-Basic2", "bad-picklist")] // properNoun is not on the picklist of 2019; only its Schematron says so
    public void Valid_by_schema_and_what_the_rules_say(string name, string codes)
    {
        var path = Path.Combine(SharedFolder.Need("formats/data/tbx"), $"LTAC-Global-TBX-{name}.tbx");
        var report = new DoctorReport(path);
        new TbxDoctor().Examine(path, Importer.Any, report);
        Assert.Equal(codes.Split(' ', StringSplitOptions.RemoveEmptyEntries), report.Problems.Where(static p => p.IsError).Select(static p => p.Code).Distinct());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Entry(string inTerm) => $"<conceptEntry id=\"c\"><langSec xml:lang=\"zh\"><termSec><term>好</term>{inTerm}</termSec></langSec>{En("Sec")}</conceptEntry>";

    private static string En(string ending = "Set") =>
        ending == "Set" ? "<langSet xml:lang=\"en\"><tig><term>good</term></tig></langSet>" : "<langSec xml:lang=\"en\"><termSec><term>good</term></termSec></langSec>";

    private static string Tbx(string entries, string type = "TBX-Basic") =>
        $"<tbx type=\"{type}\" style=\"dca\" xml:lang=\"en\" xmlns=\"urn:iso:std:iso:30042:ed-2\"><text><body>\n{entries}</body></text></tbx>";

    private static string Martif(string entries, string type = "TBX", string constraints = "TBXXCS.xcs") =>
        $"<martif type=\"{type}\" xml:lang=\"en\"><martifHeader><fileDesc><sourceDesc><p>t</p></sourceDesc></fileDesc><encodingDesc><p type=\"XCSURI\">{constraints}</p></encodingDesc></martifHeader>\n<text><body>\n{entries}</body></text></martif>";

    private string Write(string text)
    {
        var path = Path.Combine(_folder, "t.tbx");
        File.WriteAllText(path, text);
        return path;
    }

    private DoctorReport Examine(string text, string tool = "any")
    {
        var path = Write(text);
        var report = new DoctorReport(path);
        new TbxDoctor().Examine(path, Enum.Parse<Importer>(tool, ignoreCase: true), report);
        return report;
    }
}
