using System.Text;
using Termbase.Formats;
using Termbase.Formats.Tmx;
using Termbase.Model;

namespace Termbase.Tests.Formats;

public sealed class TmxReaderTests
{
    private const string Good = """<tu tuid="g"><tuv xml:lang="zh-CN"><seg>好</seg></tuv><tuv xml:lang="en-US"><seg>good</seg></tuv></tu>""";

    internal static (List<TranslationUnit> Units, ReadLog Log) Read(string body, Encoding? encoding = null)
    {
        var xml = $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE tmx SYSTEM "tmx14.dtd">
            <tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="zh-CN" datatype="plaintext"/><body>
            {body}
            </body></tmx>
            """;
        return ReadBytes((encoding ?? new UTF8Encoding(false)).GetBytes(xml));
    }

    internal static (List<TranslationUnit> Units, ReadLog Log) ReadBytes(byte[] bytes)
    {
        var log = new ReadLog();
        return ([.. new TmxFormat().Read(new MemoryStream(bytes), "m.tmx", log)], log);
    }

    private static string Unit(string zh, string en) =>
        $"""<tu><tuv xml:lang="zh-CN"><seg>{zh}</seg></tuv><tuv xml:lang="en-US"><seg>{en}</seg></tuv></tu>""";

    [Theory]
    [InlineData("A & B", "A & B")]
    [InlineData("A&#x1F;B", "AB")]
    [InlineData("A&#xD83D;B", "A\uFFFDB")]
    [InlineData("A\u000BB", "A B")]
    [InlineData("A&nbsp;B", "A&nbsp;B")]
    [InlineData("A&amp;&lt;&#20320;B", "A&<你B")]
    [InlineData("<![CDATA[a & b ]] <c>]]>", "a & b ]] <c>")]
    public void Illegal_characters_cost_no_unit(string written, string read)
    {
        var (units, _) = Read(Unit("中", written) + Good);
        Assert.Equal([read, "good"], units.Select(u => u.En.Segment.Text));
    }

    [Fact]
    public void A_repair_is_told_with_its_line_and_counted_once()
    {
        var (_, log) = Read(Good + "\n" + Unit("A & B", "C & D"));
        var problem = Assert.Single(log.Problems);
        Assert.Equal((ProblemOutcome.Repaired, 5), (problem.Outcome, problem.Location.Line));
        Assert.Equal((2, 2, 1), (log.Read, log.Kept, log.Repaired));
    }

    [Theory]
    [InlineData("""<tu><tuv xml:lang="zh-CN"><seg>坏</tuv></tu>""")]
    [InlineData("""<tu><tuv xml:lang="zh-CN"><seg>a < b</seg></tuv></tu>""")]
    [InlineData("""<tu x=1><tuv xml:lang="zh-CN"><seg>a</seg></tuv></tu>""")]
    [InlineData("""<tu><tuv xml:lang="zh-CN"><seg>a</seg></tuv>""")]
    public void Broken_markup_costs_its_unit_only(string broken)
    {
        var (units, log) = Read(Good + "\n" + broken + "\n" + Good);
        Assert.Equal(2, units.Count);
        Assert.Equal((3, 1), (log.Read, log.Refused));
        Assert.Equal(5, log.Problems[0].Location.Line);
        Assert.Equal(6, units[1].Location!.Line);
    }

    [Fact]
    public void A_file_cut_off_keeps_the_units_before_and_says_so_once()
    {
        var bytes = Encoding.UTF8.GetBytes($"<tmx version='1.4'><header srclang='zh'/><body>\n{Good}\n<tu><tuv xml:lang='zh'><seg>半");
        var (units, log) = ReadBytes(bytes);
        Assert.Single(units);
        var problem = Assert.Single(log.Problems);
        Assert.Equal(3, problem.Location.Line);
        Assert.Contains("cut off", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<tu></tu>", "no-variant")]
    [InlineData("""<tu><tuv xml:lang="zh"><seg>中</seg></tuv></tu>""", "missing-english")]
    [InlineData("""<tu><tuv xml:lang="en"><seg>a</seg></tuv><tuv xml:lang="ja"><seg>日</seg></tuv></tu>""", "missing-chinese")]
    [InlineData("""<tu><tuv xml:lang="zh"><seg>中</seg></tuv><tuv xml:lang="en"><seg> </seg></tuv></tu>""", "empty-segment")]
    public void A_unit_without_two_sides_is_refused_with_the_reason(string unit, string code)
    {
        var (units, log) = Read(unit + Good);
        Assert.Single(units);
        Assert.Equal(code, Assert.Single(log.Problems).Code);
    }

    [Fact]
    public void A_pair_without_end_is_kept_and_noted()
    {
        var (units, log) = Read(Unit("""<bpt i="1">&lt;b></bpt>你""", "Hi"));
        Assert.Equal("{1}你", Assert.Single(units).Zh.Segment.ToDisplay());
        Assert.Equal("unpaired-code", Assert.Single(log.Problems).Code);
    }

    [Fact]
    public void Text_in_hi_and_sub_is_text_and_codes_are_codes()
    {
        var (units, _) = Read(Unit("""<ph x="1">a<sub>图</sub>b</ph><hi>术语</hi><it pos="begin">i</it>""", "x"));
        Assert.Equal("{1}图{2}术语{3}", units[0].Zh.Segment.ToDisplay());
    }

    [Fact]
    public void No_entity_is_expanded()
    {
        var xml = $"""<!DOCTYPE tmx [<!ENTITY a "lol"><!ENTITY x SYSTEM "file:///etc/hostname">]><tmx version="1.4"><body>{Unit("中&a;", "&x;")}</body></tmx>""";
        var (units, _) = ReadBytes(Encoding.UTF8.GetBytes(xml));
        Assert.Equal(("中&a;", "&x;"), (units[0].Zh.Segment.Text, units[0].En.Segment.Text));
    }

    [Fact]
    public void Bytes_that_are_not_what_is_declared_are_read_and_told()
    {
        TextFile.Decode("x"u8, "x", out _);
        var (units, log) = Read(Unit("你好，世界。这是一个测试。", "Hello"), Encoding.GetEncoding("gb18030"));
        Assert.Equal("你好，世界。这是一个测试。", units[0].Zh.Segment.Text);
        Assert.Contains(log.Problems, p => p.Code == "wrong-encoding");
    }

    [Theory]
    [InlineData("utf-8", "utf-16", true, true)]
    [InlineData("utf-8", "utf-16", false, true)]
    [InlineData("utf-16", "utf-8", false, true)]
    [InlineData("GB2312", "utf-8", true, true)]
    [InlineData("utf-99", "utf-8", false, true)]
    [InlineData("UTF-16", "utf-16", true, false)]
    [InlineData("utf-16", "utf-16BE", true, false)]
    [InlineData("UTF-8", "utf-8", true, false)]
    [InlineData("UTF8", "utf-8", false, false)]
    public void A_declaration_that_the_bytes_belie_is_told(string declared, string real, bool hasMark, bool told)
    {
        var encoding = Encoding.GetEncoding(real);
        var xml = encoding.GetBytes($"""<?xml version="1.0" encoding="{declared}"?><tmx version="1.4"><body>{Unit("你好，世界", "Hello")}</body></tmx>""");
        var (units, log) = ReadBytes([.. hasMark ? encoding.GetPreamble() : [], .. xml]);
        Assert.Equal("你好，世界", Assert.Single(units).Zh.Segment.Text);
        Assert.Equal(told, log.Problems.Any(p => p.Code == "wrong-encoding" && p.Message.StartsWith("declared as " + declared + ",", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(true, 1, 1)]
    [InlineData(false, 1, 1)]
    [InlineData(true, 29, 0)]
    [InlineData(false, 29, 0)]
    public void Text_in_two_bytes_that_ends_inside_a_character_is_told_as_cut_off(bool hasMark, int cut, int kept)
    {
        var xml = Encoding.Unicode.GetBytes($"""<?xml version="1.0" encoding="utf-16"?><tmx version="1.4"><body>{Unit("你好，世界", "Hello")}</body></tmx>{"\n"}""");
        var (units, log) = ReadBytes([.. hasMark ? Encoding.Unicode.GetPreamble() : [], .. xml.AsSpan(0, xml.Length - cut)]);
        Assert.Equal(kept, units.Count);
        Assert.Contains(log.Problems, static p => p.Code == "xml-repaired" && p.Message.Contains("ends inside a character", StringComparison.Ordinal));
        Assert.Equal(1 - kept, log.Problems.Count(static p => p.Code == "ill-formed" && p.Message.Contains(XmlFault.CutOff, StringComparison.Ordinal)));
    }

    [Fact]
    public void Props_become_fields_and_the_rest_is_kept()
    {
        var (units, _) = Read("""
            <tu changedate="20240102T030405Z" usagecount="3"><prop type="x-origin">aligned</prop><prop type="x-score">0.5</prop><prop type="x-confidential">yes</prop><prop type="x-Other">o</prop><note>n</note>
            <tuv xml:lang="zh"><prop type="x-context-pre">&lt;seg&gt;前 &amp;amp; 后&lt;/seg&gt;</prop><seg>中</seg></tuv><tuv xml:lang="en"><seg>x</seg></tuv></tu>
            """);
        var unit = units[0];
        Assert.Equal((UnitOrigin.Aligned, 0.5, true, "前 & 后"), (unit.Origin, unit.Score, unit.Confidential, unit.Previous));
        Assert.Equal(["x-Other", ""], unit.Properties.Select(p => p.Type));
        Assert.Equal("usagecount", Assert.Single(unit.Attributes).Key);
    }

    [Fact]
    public void Handmade_files_all_give_their_units_or_a_reason()
    {
        var folder = Shared("formats/data/tmx/handmade");
        var failures = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.tmx"))
        {
            var log = new ReadLog();
            var name = Path.GetFileName(file);
            var count = FormatCatalog.ReadUnits(file, log).Count();
            var expected = name switch { "ok_duplicates.tmx" => 4, "bad_bpt_without_ept.tmx" or "bad_ctrl_1f_ref.tmx" or "bad_ctrl_raw_0b.tmx" or "bad_lone_surrogate_ref.tmx" => 2, "bad_truncated.tmx" => 0, _ => 1 };
            if (count != expected || (count < log.Read && log.Problems.Count == 0))
            {
                failures.Add($"{name}: {count} of {expected}; {string.Join(" | ", log.Problems)}");
            }
        }

        Assert.Empty(failures);
    }

    internal static string Shared(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, "shared", path) is var found && Path.Exists(found))
            {
                return found;
            }
        }

        Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") != "true", $"../shared/{path} is not here");
        throw new DirectoryNotFoundException(path);
    }

    [Theory]
    [InlineData("draft, reviewed")]
    [InlineData("3")]
    public void A_status_that_is_none_is_kept_as_a_property(string said)
    {
        var unit = Assert.Single(Read($"""<tu><prop type="x-status">{said}</prop><tuv xml:lang="zh-CN"><seg>甲</seg></tuv><tuv xml:lang="en"><seg>A</seg></tuv></tu>""").Units);
        Assert.Equal((UnitStatus.Unknown, said), (unit.Status, Assert.Single(unit.Properties).Value));
    }
}
