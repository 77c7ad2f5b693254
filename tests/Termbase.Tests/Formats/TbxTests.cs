using Termbase.Cli.Tests;
using System.Diagnostics;
using System.Text;
using System.Xml.Linq;
using Termbase.Formats;
using Termbase.Formats.Tbx;
using Termbase.Model;

namespace Termbase.Tests.Formats;

public sealed class TbxTests
{
    private const string Dct = """
        <tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
        <tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body>
        <conceptEntry id="c1"><min:subjectField>finance</min:subjectField><note>both</note>
        <langSec xml:lang="zh-CN"><termSec><term>社会资本</term></termSec></langSec>
        <langSec xml:lang="en-US"><termSec><term>private capital</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>
        <descripGrp><basic:context>attract private capital</basic:context><basic:source>plan, p. 3</basic:source></descripGrp></termSec>
        <termSec><term>social capital</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec></langSec>
        </conceptEntry></body></text></tbx>
        """;

    private const string Ntig = """
        <martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader><text><body>
        <termEntry id="c1"><descrip type="subjectField">finance</descrip><langSet xml:lang="zh-CN"><ntig><termGrp><term>社会资本</term></termGrp></ntig></langSet>
        <langSet xml:lang="en"><ntig><termGrp><term>private capital</term><termNote type="administrativeStatus">preferred</termNote></termGrp></ntig></langSet></termEntry>
        </body></text></martif>
        """;

    [Fact]
    public void Elements_of_the_dct_style_are_status_domain_note_and_evidence()
    {
        var concept = Assert.Single(Read(Dct).Concepts);

        Assert.Equal([("private capital", TermStatus.Preferred), ("social capital", TermStatus.Deprecated)], concept.Renderings.Select(static r => (r.En, r.Status)));
        Assert.Equal(("finance", "both"), (concept.Domain, concept.Note));
        Assert.Equal(("attract private capital", "plan, p. 3"), (concept.Evidence[0].QuoteEn, concept.Evidence[0].Document));
    }

    [Fact]
    public void Martif_with_ntig_is_read_too()
    {
        var row = Assert.Single(Assert.Single(Read(Ntig).Concepts).Renderings);
        Assert.Equal(("社会资本", "private capital", TermStatus.Preferred, "finance"), (row.Zh, row.En, row.Status, row.Domain));
    }

    [Theory]
    [InlineData(TbxDialect.BasicDca)]
    [InlineData(TbxDialect.BasicDct)]
    [InlineData(TbxDialect.Legacy)]
    public void Concepts_survive_every_dialect(TbxDialect dialect)
    {
        var before = Read(Dct).Concepts;
        var after = Read(Write(before, dialect)).Concepts;
        Assert.Equal(before.Select(Show), after.Select(Show));
    }

    [Fact]
    public void One_broken_entry_costs_itself_only()
    {
        var (concepts, log) = Read(Dct.Replace("</conceptEntry>", "</conceptEntry><conceptEntry id='b'><langSec></conceptEntry>" + Entry("c9"), StringComparison.Ordinal));
        Assert.Equal(["c1", "c9"], concepts.Select(static c => c.Id));
        Assert.Equal("ill-formed", Assert.Single(log.Problems).Code);
    }

    [Fact]
    public void What_tbx_cannot_carry_is_told()
    {
        var losses = new LossReport();
        var row = new Rendering { Concept = "c", Zh = "协同", En = "collaborative", When = ["创新"], Pinyin = "xietong", EnType = TermType.Name };
        new TbxFormat(TbxDialect.BasicDca).Write(new MemoryStream(), [new Concept { Id = "c", Renderings = [row] }], new TermWriteOptions { Losses = losses });
        Assert.Equal((1L, 1L, 1L), (losses.CountOf("when (collocates)"), losses.CountOf("pinyin"), losses.CountOf("type of term 'name'")));
    }

    [Fact]
    public void Files_from_elsewhere_hold_the_entries_that_an_xml_count_gives()
    {
        foreach (var path in Shared())
        {
            using var input = File.OpenRead(path);
            var log = new ReadLog();
            new TbxFormat(TbxDialect.BasicDca).Copy(input, path, log, Stream.Null, new TermWriteOptions());
            Assert.Equal(XDocument.Load(path).Descendants().Count(static e => e.Name.LocalName is "conceptEntry" or "termEntry"), log.Read);
        }
    }

    [Fact]
    public void What_is_written_of_them_is_valid_in_every_dialect()
    {
        var check = SharedFolder.Need("formats/checks/tbx-check.sh");
        SharedFolder.NeedProgram("jing");
        SharedFolder.NeedProgram("xmllint");
        var folder = Directory.CreateTempSubdirectory("termbase-test-").FullName;
        try
        {
            var written = new List<string>();
            foreach (var path in Shared().Where(static p => p.Contains("basic_good", StringComparison.Ordinal) || p.Contains("resources__Good-Basic2", StringComparison.Ordinal) || p.Contains("Unknown_Dialect2", StringComparison.Ordinal)))
            {
                foreach (var dialect in Enum.GetValues<TbxDialect>())
                {
                    var to = Path.Combine(folder, $"{written.Count}.tbx");
                    using var input = File.OpenRead(path);
                    using var output = File.Create(to);
                    new TbxFormat(dialect).Copy(input, path, new ReadLog(), output, new TermWriteOptions());
                    written.Add(to);
                }
            }

            Assert.DoesNotContain("INVALID", Run("sh", [check, .. written]), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Canonical_copies_are_stable()
    {
        foreach (var path in Shared())
        {
            using var input = File.OpenRead(path);
            var first = Copy(input, TbxDialect.BasicDct);
            Assert.Equal(Encoding.UTF8.GetString(first), Encoding.UTF8.GetString(Copy(new MemoryStream(Copy(new MemoryStream(first), TbxDialect.BasicDca)), TbxDialect.BasicDct)));
        }
    }

    [Fact]
    public void Translate_toolkit_finds_source_target_and_note_in_the_legacy_form()
    {
        SharedFolder.NeedProgram("python3");
        var file = Path.GetTempFileName() + ".tbx";
        try
        {
            var kept = Read(Dct).Concepts.Select(static c => c with { Renderings = [c.Renderings[0]] });
            File.WriteAllText(file, Write(kept, TbxDialect.Legacy));
            var output = Run("/usr/bin/python3", ["-c", "import sys\ntry:\n from translate.storage import factory\nexcept ImportError:\n print('absent'); sys.exit()\nu=factory.getobject(sys.argv[1]).units[0]\nprint(u.source+'|'+u.target+'|'+u.getnotes())", file]);
            SharedFolder.NeedThat(!output.Contains("absent", StringComparison.Ordinal), "translate-toolkit is not installed");
            Assert.StartsWith("社会资本|private capital|", output, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    internal static string Show(Concept concept) => string.Join(
        "\n",
        concept.Renderings.Select(static r => $"{r.Concept}|{r.Zh}|{r.En}|{r.Status}|{r.ZhType}|{r.EnType}|{r.Domain}|{r.Pos}|{r.Definition}|{r.Note}|{r.Client}|{r.By}|{r.Date}|{r.Region}|{string.Join(';', r.Extra)}")
            .Concat(concept.Evidence.Select(static e => $"{e.Zh}|{e.En}|{e.Document}|{e.QuoteZh}|{e.QuoteEn}")));

    private static string Entry(string id) =>
        $"<conceptEntry id='{id}'><langSec xml:lang='zh'><termSec><term>好</term></termSec></langSec><langSec xml:lang='en'><termSec><term>good</term></termSec></langSec></conceptEntry>";

    private static IEnumerable<string> Shared() =>
        Directory.EnumerateFiles(SharedFolder.Need("formats/data/tbx"), "*.tbx").Where(static p => !p.Contains("poorly", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static byte[] Copy(Stream input, TbxDialect dialect)
    {
        using var output = new MemoryStream();
        new TbxFormat(dialect).Copy(input, "t.tbx", new ReadLog(), output, new TermWriteOptions());
        return output.ToArray();
    }

    private static (List<Concept> Concepts, ReadLog Log) Read(string xml)
    {
        var log = new ReadLog();
        return ([.. new TbxFormat(TbxDialect.BasicDca).Read(new MemoryStream(Encoding.UTF8.GetBytes(xml)), "t.tbx", TermReadOptions.Default, log)], log);
    }

    private static string Write(IEnumerable<Concept> concepts, TbxDialect dialect)
    {
        using var stream = new MemoryStream();
        new TbxFormat(dialect).Write(stream, concepts, new TermWriteOptions());
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Run(string program, string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output + errors.Result;
    }

    [Fact]
    public void Each_repaired_entry_is_told_at_its_own_line()
    {
        static string Entry(string id, string en) => $"<conceptEntry id=\"{id}\"><langSec xml:lang=\"zh\"><termSec><term>甲</term></termSec></langSec><langSec xml:lang=\"en\"><termSec><term>{en}</term></termSec></langSec></conceptEntry>\n";
        var (concepts, log) = Read("<tbx xmlns=\"urn:iso:std:iso:30042:ed-2\" type=\"TBX-Basic\"><text><body>\n" + Entry("a", "A & B") + Entry("b", "B") + Entry("c", "C & D & E") + "</body></text></tbx>");
        Assert.Equal(3, concepts.Count);
        Assert.Equal([("a", 2), ("c", 4)], log.Problems.Select(static p => (p.Unit, p.Location.Line)));
    }
}
