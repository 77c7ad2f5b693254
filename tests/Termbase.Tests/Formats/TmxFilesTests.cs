using Termbase.Cli.Tests;
using System.Xml.Linq;
using Termbase.Formats;
using Termbase.Formats.Tmx;
using Termbase.Model;

namespace Termbase.Tests.Formats;

/// <summary>TMX files from elsewhere: nothing is lost, nothing refused without a reason.</summary>
public sealed class TmxFilesTests
{
    // file: units read, units kept, the code told (or none). Where more is kept than other tools keep, that is meant.
    public static TheoryData<string, int, int, string> Handmade { get; } = new()
    {
        { "ok_utf8", 1, 1, "" }, { "ok_utf8_bom", 1, 1, "" }, { "ok_utf16le_bom", 1, 1, "" }, { "ok_utf16be_bom", 1, 1, "" },
        { "ok_gb18030", 1, 1, "" }, { "ok_astral_and_nonchar", 1, 1, "" }, { "ok_inline_all", 1, 1, "mark-dropped" },
        { "ok_srclang_all_multi", 1, 1, "" }, { "ok_huge_seg", 1, 1, "" }, { "ok_whitespace", 1, 1, "" }, { "ok_11_lang_attr", 1, 1, "" },
        { "ok_12", 1, 1, "" }, { "ok_13", 1, 1, "" }, { "ok_14b_version", 1, 1, "" }, { "ok_duplicates", 4, 4, "" },
        { "ok_memoq_style", 1, 1, "" }, { "ok_trados_style", 1, 1, "" },
        { "bad_utf16_declared_utf8", 1, 1, "wrong-encoding" }, { "bad_gbk_declared_utf8", 1, 1, "wrong-encoding" },
        { "bad_ctrl_1f_ref", 2, 2, "xml-repaired" }, { "bad_ctrl_raw_0b", 2, 2, "xml-repaired" }, { "bad_lone_surrogate_ref", 2, 2, "xml-repaired" },
        { "bad_unescaped_amp", 1, 1, "xml-repaired" }, { "bad_truncated", 1, 0, "ill-formed" }, { "bad_no_header", 1, 1, "" },
        { "bad_header_min", 1, 1, "" }, { "bad_namespace", 1, 1, "" }, { "bad_note_after_tuv", 1, 1, "" }, { "bad_empty_tu", 2, 1, "no-variant" },
        { "bad_bpt_without_ept", 2, 2, "unpaired-code" }, { "bad_dup_bpt_i", 1, 1, "duplicate-code" },
        { "bad_xxe", 1, 1, "xml-repaired" }, { "bad_billion_laughs", 1, 1, "xml-repaired" },
        { "lang_zh__en", 1, 1, "" }, { "lang_zh_CN__en_US", 1, 1, "language-code" }, { "lang_ZH-CN__EN-US", 1, 1, "" }, { "lang_zh-Hans__en", 1, 1, "" },
        { "lang_zh-Hans-CN__en-Latn-US", 1, 1, "" }, { "lang_zh-TW__en-GB", 1, 1, "" }, { "lang_zh-Hant-HK__en-AU", 1, 1, "" },
        { "lang_cmn__eng", 1, 1, "language-code" }, { "lang_zho__eng", 1, 1, "language-code" }, { "lang_chi__eng", 1, 1, "language-code" },
        { "lang_zh-SG__en-SG", 1, 1, "" }, { "lang_Chinese__English", 1, 1, "language-code" },
    };

    [Theory]
    [MemberData(nameof(Handmade))]
    public void Handmade_files_are_read_as_far_as_they_go(string name, int read, int kept, string code)
    {
        var (units, log) = Read(SharedFolder.Need($"formats/data/tmx/handmade/{name}.tmx"));

        Assert.Equal((read, kept), (log.Read, units.Count));
        Assert.True(code.Length == 0 ? log.Problems.Count == 0 : log.Problems.Any(p => p.Code == code), string.Join("; ", log.Problems));
        Assert.DoesNotContain(units, u => u.Zh.Segment.Text.Contains("root:", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_valid_file_has_the_units_that_an_xml_count_gives()
    {
        foreach (var path in ValidFiles())
        {
            var (_, log) = Read(path);
            Assert.Equal(XDocument.Load(path).Descendants("tu").Count(), log.Read);
        }
    }

    [Fact]
    public void Units_of_the_real_export_are_all_kept()
    {
        var (units, log) = Read(SharedFolder.Need("formats/data/tmx/heartsome-translationstudio8__testFiles__ImportTMXTest.tmx"));
        Assert.Equal((314, 314L), (units.Count, log.Kept));
    }

    [Fact]
    public void What_is_written_is_read_again_as_it_was()
    {
        foreach (var path in ValidFiles().Concat(Directory.EnumerateFiles(SharedFolder.Need("formats/data/tmx/handmade"), "ok_*.tmx")))
        {
            var (units, log) = Read(path);
            var (again, second) = Again(units, log.Header);
            Assert.Equal(units.Select(TmxRoundTrip.Show), again.Select(TmxRoundTrip.Show));
            Assert.Equal(log.Header?.Properties.Select(static p => (p.Type, p.Value)) ?? [], second.Header?.Properties.Select(static p => (p.Type, p.Value)) ?? []);
        }
    }

    [Fact]
    public void The_header_keeps_its_props_and_notes()
    {
        const string Xml = """
            <tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="block" o-tmf="n" adminlang="en" srclang="zh-CN" datatype="html" creationid="li">
            <note>hands off</note><prop type="targetlang">en-us</prop></header><body>
            <tu><tuv xml:lang="zh-CN"><seg>好</seg></tuv><tuv xml:lang="en-US"><seg>good</seg></tuv></tu></body></tmx>
            """;
        var log = new ReadLog();
        var units = new TmxFormat().Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Xml)), "m.tmx", log).ToList();
        var (_, second) = Again(units, log.Header);

        Assert.Equal([("", "hands off"), ("targetlang", "en-us")], second.Header!.Properties.Select(static p => (p.Type, p.Value)));
        Assert.Equal(("block", "html", "li"), (second.Header["segtype"], second.Header["datatype"], second.Header["creationid"]));
    }

    [Fact]
    public void Deep_nesting_costs_its_unit_only()
    {
        var deep = string.Concat(Enumerable.Repeat("<hi>", 50_000)) + "x" + string.Concat(Enumerable.Repeat("</hi>", 50_000));
        var (units, _) = TmxReaderTests.Read(
            $"""<tu><tuv xml:lang="zh-CN"><seg>{deep}</seg></tuv></tu><tu><tuv xml:lang="zh-CN"><seg>好</seg></tuv><tuv xml:lang="en-US"><seg>good</seg></tuv></tu>""");
        Assert.Equal("good", Assert.Single(units).En.Segment.Text);
    }

    private static IEnumerable<string> ValidFiles() =>
        Directory.EnumerateFiles(SharedFolder.Need("formats/data/tmx"), "*.tmx").Order(StringComparer.Ordinal).Where(IsWellFormed);

    private static bool IsWellFormed(string path)
    {
        try
        {
            XDocument.Load(path);
            return true;
        }
        catch (System.Xml.XmlException)
        {
            return false;
        }
    }

    private static (List<TranslationUnit> Units, ReadLog Log) Read(string path)
    {
        var log = new ReadLog();
        return ([.. FormatCatalog.ReadUnits(path, log)], log);
    }

    private static (List<TranslationUnit> Units, ReadLog Log) Again(List<TranslationUnit> units, TmxHeader? header)
    {
        using var stream = new MemoryStream();
        new TmxFormat().Write(stream, units, new UnitWriteOptions { KeepOtherLanguages = true, Header = () => header });
        stream.Position = 0;
        var log = new ReadLog();
        return ([.. new TmxFormat().Read(stream, "again.tmx", log)], log);
    }
}
