using System.Text;
using Termbase.Formats;
using Termbase.Formats.Csv;
using Termbase.Formats.Tbx;
using Termbase.Formats.Tmx;
using Termbase.Model;

namespace Termbase.Tests.Formats;

/// <summary>Files as other programs write them: what they mean is read, and what is not kept is told.</summary>
public class WildFilesTests
{
    private readonly ReadLog _log = new();

    [Theory]
    [InlineData("a.csv")]
    [InlineData("a.txt")]
    public void A_spreadsheet_quotes_cells_that_hold_line_breaks_also_between_tabs(string name)
    {
        var rows = Terms(name, "中文术语\t英文术语\t备注\t状态\r\n社会资本\tsocial capital\t\"第一行\r\n第二行 \"\"x\"\"\"\tpreferred\r\n发改委\tNDRC\t\tadmitted\r\n");
        Assert.Equal(["社会资本", "发改委"], rows.Select(static r => r.Zh));
        Assert.Equal("第一行\n第二行 \"x\"", rows[0].Note.ReplaceLineEndings("\n"));
        Assert.Equal(TermStatus.Admitted, rows[1].Status);
    }

    [Fact]
    public void A_quote_that_only_means_itself_stays()
    {
        var rows = Terms("a.csv", "中文\tEnglish\n\"两会\"精神\tspirit of the \"two sessions\"\n英寸\t5\" inch\n");
        Assert.Equal(["\"两会\"精神", "英寸"], rows.Select(static r => r.Zh));
        Assert.Equal("5\" inch", rows[1].En);
    }

    [Fact]
    public void The_columns_of_a_memoq_termbase_are_known_and_its_synonyms_joined()
    {
        var rows = Terms("a.csv", "Entry_ID;Entry_Subject;Chinese_PRC;Chinese_PRC_Def;Term_Info;English_United_States;Term_Info;English_United_States;Term_Info\n7;finance;社会资本;资金;A;private capital;B;social capital;C\n8;;发改委;;;NDRC;;;\n");
        Assert.Equal([("7", "社会资本", "private capital"), ("7", "社会资本", "social capital"), ("8", "发改委", "NDRC")], rows.Select(static r => (r.Concept, r.Zh, r.En)));
        Assert.Equal(("finance", "资金"), (rows[0].Domain, rows[0].Definition));
        Assert.Equal(["A", "B", "C"], rows[0].Extra.OrderBy(static e => e.Key, StringComparer.Ordinal).Select(static e => e.Value));
    }

    [Fact]
    public void A_header_in_traditional_characters_is_a_header()
    {
        var row = Assert.Single(Terms("a.csv", "中文術語,英文術語,備註,狀態\n軟體,software,臺灣用語,admitted\n"));
        Assert.Equal(("软体", TermStatus.Admitted), (row.Zh.Replace("軟體", "软体", StringComparison.Ordinal), row.Status));
        Assert.Equal("臺灣用語", row.Note);
    }

    [Fact]
    public void Columns_that_an_omegat_glossary_has_too_many_are_told()
    {
        Terms("a.txt", "社会资本\tsocial capital\tc\tmore\n发改委\tNDRC\n");
        Assert.Contains(_log.Problems, static p => p.Code == "extra-columns");
    }

    [Fact]
    public void Utx_keeps_columns_of_its_own_and_tells_what_the_first_line_loses()
    {
        var text = "#UTX 1.11; zh-CN/en-US; 2020-01-01; licence: CC\n#src\ttgt\tsrc:pos\tterm status\tregister\n社会资本\tsocial capital\tnoun\tapproved\tformal\n";
        var format = FormatCatalog.TermsForPath("a.utx")!;
        var concepts = format.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "a.utx", TermReadOptions.Default, _log).ToList();
        using var stream = new MemoryStream();
        format.Write(stream, concepts, new TermWriteOptions());
        stream.Position = 0;
        Assert.Equal("formal", Assert.Single(format.Read(stream, "b.utx", TermReadOptions.Default, new ReadLog())).Renderings[0].Extra["register"]);
        Assert.Contains(_log.Problems, static p => p.Code == "header-dropped" && p.Message.Contains("licence: CC", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("id,English,中文,note,client\n1,\"First, a sentence.\",\"第一，一句话。\",n,x\n")]
    [InlineData("sep=;\nid;English;中文;note;client\n1;First, a sentence.;第一，一句话。;n;x\n")]
    [InlineData("id\tEnglish\t中文\tnote\tclient\n1\tFirst, a sentence.\t第一，一句话。\tn\tx\n")]
    public void A_bitext_may_have_its_columns_in_any_order(string text)
    {
        var unit = Assert.Single(new BitextCsvFormat().Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "a.csv", _log));
        Assert.Equal(("1", "第一，一句话。", "First, a sentence.", "x", false), (unit.Id, unit.Zh.Segment.Text, unit.En.Segment.Text, unit.Client, unit.ZhIsSource));
        Assert.Equal("n", Assert.Single(unit.Properties).Value);
    }

    [Fact]
    public void A_bitext_table_comes_back_whole()
    {
        var unit = TmxWriterTests.Unit("第一行\n第二行，\"引\"", "a | b, c") with { Id = "u1", Document = "d", Domain = "law", Properties = [new UnitProperty("", "note"), new UnitProperty("x-place", "p. 3 | p. 4")] };
        var written = unit with { Properties = [unit.Properties[0], new UnitProperty("x-place", "p. 3"), new UnitProperty("x-place", "p. 4")] };
        using var stream = new MemoryStream();
        new BitextCsvFormat().Write(stream, [written], new UnitWriteOptions());
        stream.Position = 0;
        var back = Assert.Single(new BitextCsvFormat().Read(stream, "a.csv", _log));
        Assert.Equal((unit.Id, unit.Document, unit.Domain, unit.Zh.Segment.Text, unit.En.Segment.Text), (back.Id, back.Document, back.Domain, back.Zh.Segment.Text, back.En.Segment.Text));
        Assert.Equal(unit.Properties, back.Properties);
    }

    [Fact]
    public void The_header_and_the_persons_of_a_tbx_stay()
    {
        const string Tbx = """
            <martif type="TBX-Basic" xml:lang="zh"><martifHeader><fileDesc><titleStmt><title>法律</title></titleStmt><sourceDesc><p>来源</p></sourceDesc></fileDesc>
            <revisionDesc><change><p>第二版</p></change></revisionDesc></martifHeader><text><body><termEntry id="c1">
            <transacGrp><transac type="transactionType">origination</transac><transacNote type="responsibility" target="p1">Anna</transacNote></transacGrp>
            <langSet xml:lang="zh"><tig><term>合同法</term></tig></langSet><langSet xml:lang="en"><tig><term>contract law</term></tig></langSet></termEntry></body>
            <back><refObjectList type="respPerson"><refObject id="p1"><item type="fn">Anna</item></refObject></refObjectList></back></text></martif>
            """;
        var first = Copy(Encoding.UTF8.GetBytes(Tbx), TbxDialect.BasicDca, out var losses);
        Assert.Equal([], losses.Lines());
        var text = Encoding.UTF8.GetString(first);
        foreach (var kept in (string[])["<title>法律</title>", "<p>来源</p>", "<p>第二版</p>", "target=\"p1\"", "<refObjectSec type=\"respPerson\">", "xml:lang=\"zh\""])
        {
            Assert.Contains(kept, text, StringComparison.Ordinal);
        }

        Assert.Equal(text, Encoding.UTF8.GetString(Copy(first, TbxDialect.BasicDca, out _)));
        Assert.Contains("<refObjectList type=\"respPerson\">", Encoding.UTF8.GetString(Copy(first, TbxDialect.Legacy, out _)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<tu><prop type=\"a\" o-encoding=\"x\">1</prop><tuv xml:lang=\"zh\"><seg>好</seg></tuv><tuv xml:lang=\"en\"><seg>good</seg></tuv></tu>", "attribute-dropped")]
    [InlineData("<tu><tuv xml:lang=\"zh\"><seg>好</seg></tuv><tuv xml:lang=\"en\"><seg><hi>good</hi></seg></tuv></tu>", "mark-dropped")]
    public void What_a_memory_loses_in_reading_is_told(string unit, string code)
    {
        Assert.Single(Units($"<tmx version=\"1.4\"><header srclang=\"*all*\"/><body>{unit}</body></tmx>"));
        Assert.Contains(_log.Problems, p => p.Code == code);
    }

    [Fact]
    public void Attributes_of_codes_that_tmx_does_not_know_are_told()
    {
        var units = Units("<tmx version=\"1.4\"><body><tu><tuv xml:lang=\"zh\"><seg>好<ph id=\"seven\">x</ph></seg></tuv><tuv xml:lang=\"en\"><seg>good</seg></tuv></tu></body></tmx>");
        var told = new List<string>();
        new TmxFormat().Write(new MemoryStream(), units, new UnitWriteOptions { OnProblem = (_, why) => told.Add(why) });
        Assert.Contains("attribute 'id' of ph", Assert.Single(told), StringComparison.Ordinal);
    }

    [Fact]
    public void Utf_16_without_a_mark_is_called_what_it_is()
    {
        var text = "<?xml version=\"1.0\" encoding=\"utf-16\"?><tmx version=\"1.4\"><body><tu><tuv xml:lang=\"zh\"><seg>好</seg></tuv><tuv xml:lang=\"en\"><seg>good</seg></tuv></tu></body></tmx>";
        Assert.Single(new TmxFormat().Read(new MemoryStream(Encoding.Unicode.GetBytes(text)), "a.tmx", _log));
        Assert.Contains("without a byte order mark", Assert.Single(_log.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Windows_line_breaks_and_positions_go_together_over_many_blocks()
    {
        var body = string.Concat(Enumerable.Range(0, 3000).Select(static i => $"<tu tuid=\"{i}\">\r\n<tuv xml:lang=\"zh\"><seg>第{i}句\r\n好 &amp; 吗?!</seg></tuv>\r\n<tuv xml:lang=\"en\"><seg>No. {i}</seg></tuv>\r\n</tu>\r\n"));
        var units = Units($"<tmx version=\"1.4\">\r\n<body>\r\n{body.Replace("第2900句", "第2900句 & x", StringComparison.Ordinal)}</body></tmx>");
        Assert.Equal(3000, units.Count);
        Assert.All(units, static (u, i) => Assert.Equal((3 + (5 * i), 4 + (5 * i)), (u.Location!.Line, u.Zh.Location!.Line)));
        Assert.Equal("第7句\n好 & 吗?!", units[7].Zh.Segment.Text);
        Assert.Equal(4 + (5 * 2900), Assert.Single(_log.Problems).Location.Line);
    }

    private List<Rendering> Terms(string name, string text) =>
        [.. FormatCatalog.TermsForPath(name)!.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), name, TermReadOptions.Default, _log).SelectMany(static c => c.Renderings)];

    private List<TranslationUnit> Units(string text) => [.. new TmxFormat().Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "a.tmx", _log)];

    private static byte[] Copy(byte[] bytes, TbxDialect dialect, out LossReport losses)
    {
        losses = new LossReport();
        using var output = new MemoryStream();
        new TbxFormat(dialect).Copy(new MemoryStream(bytes), "a.tbx", new ReadLog(), output, new TermWriteOptions { Losses = losses });
        return output.ToArray();
    }
}
