using System.Text;
using FsCheck.Xunit;
using Termbase.Formats;
using Termbase.Formats.Xliff;
using Termbase.Model;
using XmlText = Termbase.Formats.Tmx.XmlText;

namespace Termbase.Tests.Formats.Xliff;

/// <summary>What a translator sees of an XLIFF file, and that what we write is read by others as it was meant.</summary>
public class XliffFormatTests
{
    private const string Head12 = """<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a.txt" source-language="zh-CN" target-language="en-US" datatype="plaintext"><body>""";
    private const string Tail12 = "</body></file></xliff>";

    [Fact]
    public void States_notes_and_proposals_are_read()
    {
        var segment = Assert.Single(Segments($"""
            {Head12}<trans-unit id="7" approved="yes"><source>科技<mrk mtype="term" comment="tech">创新</mrk></source><target state="translated">S&amp;T innovation</target>
            <note>检查 this</note><alt-trans match-quality="87%" origin="tm"><source>科技创新。</source><target>Innovation.</target></alt-trans></trans-unit>{Tail12}
            """));
        Assert.Equal(("7", "translated", UnitStatus.Reviewed), (segment.Id, segment.State, segment.Status));
        Assert.Equal("S&T innovation", segment.Target?.Text);
        Assert.Equal(["检查 this"], segment.Notes);
        var match = Assert.Single(segment.Matches);
        Assert.Equal((87d, "tm", "Innovation."), (match.Quality, match.Origin, match.Target.Text));
        Assert.Equal(new XliffTerm("创新", InTarget: false, "tech"), Assert.Single(segment.Terms));
    }

    [Fact]
    public void Codes_stay_codes()
    {
        var segment = Assert.Single(Segments(
            $"""{Head12}<trans-unit id="1"><source>a<bpt id="1">&lt;b></bpt>b<ept id="1">&lt;/b></ept><ph id="2">%s</ph><g id="3">c</g></source></trans-unit>{Tail12}"""));
        Assert.Equal("abc", segment.Source.Text);
        Assert.Equal(
            [(1, InlineKind.Begin, "<b>"), (2, InlineKind.End, "</b>"), (2, InlineKind.Alone, "%s"), (2, InlineKind.Begin, ""), (3, InlineKind.End, "")],
            segment.Source.Codes.Select(static c => (c.Position, c.Kind, c.Content)));
    }

    [Fact]
    public void Native_codes_of_version_2_come_from_the_original_data()
    {
        var segment = Assert.Single(Segments("""
            <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="zh"><file id="f"><unit id="u">
            <originalData><data id="d">&lt;br/></data></originalData><segment id="s" state="final"><source>x<ph id="1" dataRef="d"/></source><target>甲</target></segment></unit></file></xliff>
            """));
        Assert.Equal(("u/s", "<br/>", UnitStatus.Published), (segment.Id, Assert.Single(segment.Source.Codes).Content, segment.Status));
    }

    [Fact]
    public void Segments_of_a_unit_are_units_of_their_own()
    {
        var units = Units($"""
            {Head12}<trans-unit id="1"><source>甲。乙。</source><seg-source><mrk mtype="seg" mid="a">甲。</mrk><mrk mtype="seg" mid="b">乙。</mrk></seg-source>
            <target><mrk mtype="seg" mid="b">B.</mrk><mrk mtype="seg" mid="a">A.</mrk></target></trans-unit>{Tail12}
            """, out _);
        Assert.Equal([("1/a", "甲。", "A."), ("1/b", "乙。", "B.")], units.Select(static u => (u.Id, u.Zh.Segment.Text, u.En.Segment.Text)));
        Assert.Equal(("乙。", "甲。"), (units[0].Next, units[1].Previous));
    }

    [Fact]
    public void Text_inside_a_code_is_a_unit_of_its_own()
    {
        var segments = Segments($"""
            {Head12}<trans-unit id="1"><source>图<ph id="1">&lt;img alt="<sub>标题</sub>"></ph></source><target>Figure<ph id="1">&lt;img alt="<sub>Title</sub>"></ph></target></trans-unit>{Tail12}
            """);
        Assert.Equal(["图 Figure", "标题 Title"], segments.Select(static s => $"{s.Source.Text} {s.Target?.Text}"));
    }

    [Fact]
    public void Other_languages_are_refused_aloud_and_counted()
    {
        var units = Units("""
            <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a" source-language="en" target-language="fr" datatype="plaintext"><body>
            <trans-unit id="1"><source>a</source><target>b</target></trans-unit></body></file></xliff>
            """, out var log);
        Assert.Empty(units);
        Assert.Equal((1, 1), (log.Read, log.Refused));
        Assert.Equal("not-zh-en", Assert.Single(log.Problems).Code);
    }

    [Fact]
    public void What_waits_for_translation_is_told_in_one_note()
    {
        var units = Units(
            $"""{Head12}<trans-unit id="1"><source>甲</source></trans-unit><trans-unit id="2"><source>乙</source><target/></trans-unit>{Tail12}""", out var log);
        Assert.Empty(units);
        Assert.Equal(("untranslated", ProblemOutcome.Noted), (Assert.Single(log.Problems).Code, log.Problems[0].Outcome));
        Assert.StartsWith("2 segments", log.Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_illegal_character_costs_nothing_and_a_cut_keeps_what_stands_before_it()
    {
        var units = Units(
            $"""{Head12}<trans-unit id="1"><source>甲{'\u0008'}</source><target>A & B</target></trans-unit><trans-unit id="2"><source>乙""", out var log);
        Assert.Equal("A & B", Assert.Single(units).En.Segment.Text);
        Assert.Contains(log.Problems, static p => p.Code == "xml-repaired");
        Assert.Contains(log.Problems, static p => p is { Code: "ill-formed", Outcome: ProblemOutcome.Refused });
    }

    [Theory]
    [InlineData("<html/>", "root element is <html>")]
    [InlineData("", "empty")]
    [InlineData("<xliff", "cannot be read|can be read|cut off")]
    public void What_is_no_xliff_is_told_in_one_line(string text, string expected)
    {
        var e = Assert.Throws<InputException>(() => Units(text, out _));
        Assert.Contains(expected.Split('|'), part => e.Message.Contains(part, StringComparison.Ordinal));
        Assert.DoesNotContain('\n', e.Message);
    }

    [Fact]
    public void No_entity_is_expanded()
    {
        var segment = Assert.Single(Segments(
            $"""<!DOCTYPE xliff [<!ENTITY x SYSTEM "file:///etc/hostname">]>{Head12}<trans-unit id="1"><source>&x;甲</source></trans-unit>{Tail12}"""));
        Assert.Equal("&x;甲", segment.Source.Text);
    }

    [Property(MaxTest = 150)]
    public void Hostile_text_comes_back(string? a, string? b, bool version2, byte at)
    {
        var (zh, en) = ("中" + a + "]]>\u202E\uD83D", "x" + b + "<&>\r\n𠀀\u000B");
        var codes = Codes(en.Length, at);
        var unit = Unit("t" + a, zh, en) with { Properties = [new UnitProperty("", "n" + b)] };
        unit = unit with { En = unit.En with { Segment = new Segment(en, codes) } };
        var (bytes, _) = Write([unit, unit], version2);
        var back = Units(bytes, out var log);
        Assert.Equal(2, back.Count);
        Assert.All(back, u =>
        {
            Assert.Equal(XmlText.Clean(zh), u.Zh.Segment.Text);
            Assert.Equal(XmlText.Clean(en), u.En.Segment.Text);
            Assert.Equal(codes.Select(static c => c.Content), u.En.Segment.Codes.Select(static c => c.Content));
        });
        Assert.Empty(log.Problems);
        Assert.DoesNotContain(XliffChecker.Check(new MemoryStream(bytes), "a.xlf"), static p => p.Outcome == ProblemOutcome.Refused);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_schema_accepts_what_we_write(bool version2)
    {
        var check = SharedFormats.Folder("checks/xliff-check.sh");
        var (bytes, _) = Write(Sample(), version2);
        using var file = new Clients.TemporaryFile("a.xlf", bytes);
        var (_, output, error) = Clients.Run("sh", [check, file.Path]);
        if (output.Contains("NOT-WF-or-unknown", StringComparison.Ordinal))
        {
            Clients.Missing("xmllint cannot be run: " + error);
        }

        Assert.Contains("|valid|", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Translate_toolkit_reads_source_target_and_notes()
    {
        var (bytes, _) = Write(Sample(), version2: false);
        using var file = new Clients.TemporaryFile("a.xlf", bytes);
        var (status, output, error) = Clients.Run("/usr/bin/python3", ["-c", """
            import sys
            from translate.storage import xliff
            for u in xliff.xlifffile.parsefile(sys.argv[1]).units:
                print(u.getid().split('\x04')[-1], u.source, u.target, u.getnotes(), u.isfuzzy(), sep='|')
            """, file.Path]);
        if (status != 0 && error.Contains("ModuleNotFoundError", StringComparison.Ordinal))
        {
            Clients.Missing("translate-toolkit is not installed for /usr/bin/python3");
        }

        Assert.True(status == 0, error);
        Assert.Equal(["u1|科技创新|S&T innovation <b>|为什么|False", "2|第二句|Second|[]|True"], output.TrimEnd().Split('\n').Select(static l => l.Replace("||", "|[]|", StringComparison.Ordinal)));
    }

    // OmegaT 3.6 translates what stands in the targets, so a file that waits for translation has its source there too.
    [Fact]
    public void OmegaT_takes_it_as_the_source_of_a_project()
    {
        var checks = SharedFormats.Folder("checks");
        if (!File.Exists("/usr/share/omegat/OmegaT.jar"))
        {
            Clients.Missing("OmegaT is not installed");
        }

        var (bytes, _) = Write([Unit("a", "科技创新。", "科技创新。"), Unit("b", "第二句。", "第二句。")], version2: false);
        using var file = new Clients.TemporaryFile("a.xlf", bytes);
        var project = Path.Combine(Path.GetDirectoryName(file.Path)!, "project");
        Clients.Run("sh", [Path.Combine(checks, "omegat-mkproj.sh"), project, "zh-CN", "en-US"]);
        File.Copy(file.Path, Path.Combine(project, "source", "a.xlf"));
        var (_, output, error) = Clients.Run("sh", [Path.Combine(checks, "omegat-run.sh"), project]);
        var loaded = Path.Combine(project, "verify.jsonl");
        Assert.True(File.Exists(loaded), output + error);
        var segments = File.ReadAllLines(loaded).Where(static l => l.Contains("\"kind\":\"seg\"", StringComparison.Ordinal))
            .Select(System.Text.RegularExpressions.Regex.Unescape).ToList();
        Assert.Equal(2, segments.Count);
        Assert.Contains("科技创新。", segments[0], StringComparison.Ordinal);
        Assert.Contains("第二句。", segments[1], StringComparison.Ordinal);
    }

    internal static TranslationUnit Unit(string id, string zh, string en) => new()
    {
        Id = id,
        Zh = new UnitSide { Language = "zh-CN", Segment = Segment.Plain(zh) },
        En = new UnitSide { Language = "en-US", Segment = Segment.Plain(en) },
    };

    private static List<TranslationUnit> Sample() =>
    [
        Unit("u1", "科技创新", "S&T innovation <b>") with { Properties = [new UnitProperty("", "为什么")], Status = UnitStatus.Reviewed },
        Unit("u1", "第二句", "Second") with { Status = UnitStatus.Draft },
    ];

    private static System.Collections.Immutable.ImmutableArray<InlineCode> Codes(int length, byte at)
    {
        var first = at % (length + 1);
        return
        [
            new InlineCode(0, InlineKind.Begin, "bpt", "<b>", [new("i", "1")]),
            new InlineCode(Math.Min(1, first), InlineKind.Alone, "ph", "", []),
            new InlineCode(Math.Min(1, first), InlineKind.End, "ept", "</i>", [new("i", "9")]),
            new InlineCode(length, InlineKind.End, "ept", "</b>", [new("i", "1")]),
            new InlineCode(length, InlineKind.Begin, "bpt", "<u>", [new("i", "3")]),
        ];
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_has_the_languages_of_its_first_unit_and_others_are_told_once(bool version2)
    {
        static TranslationUnit In(string id, string zh, string en) =>
            Unit(id, "科技創新。", "Innovation.") is var u ? u with { Zh = u.Zh with { Language = zh }, En = u.En with { Language = en } } : u;
        var (bytes, problems) = Write([In("a", "zh-TW", "en-GB"), In("b", "zh-TW", "en-GB"), In("c", "zh-CN", "en-GB"), In("d", "zh-CN", "en-GB")], version2);
        var read = new XliffFormat().Read(new MemoryStream(bytes), "a.xlf", new ReadLog()).ToList();
        Assert.All(read, static u => Assert.Equal(("zh-TW", "en-GB"), (u.Zh.Language, u.En.Language)));
        Assert.Contains("others in zh-CN are marked as zh-TW", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh", "en", "zh-CN", "en-US")]
    [InlineData("", "", "zh-CN", "en-US")]
    [InlineData("zh-Hant", "en-AU", "zh-Hant", "en-AU")]
    public void A_language_without_a_region_gets_the_usual_one(string zh, string en, string zhWritten, string enWritten)
    {
        var unit = Unit("a", "科技创新。", "Innovation.");
        var (bytes, problems) = Write([unit with { Zh = unit.Zh with { Language = zh }, En = unit.En with { Language = en } }], version2: false);
        Assert.Contains($"source-language=\"{zhWritten}\" target-language=\"{enWritten}\"", System.Text.Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Empty(problems);
    }

    internal static (byte[] Bytes, List<string> Problems) Write(IEnumerable<TranslationUnit> units, bool version2)
    {
        var (output, problems) = (new MemoryStream(), new List<string>());
        var format = version2 ? XliffFormat.Version2 : new XliffFormat();
        format.Write(output, units, new UnitWriteOptions { OnProblem = (_, m) => problems.Add(m) });
        return (output.ToArray(), problems);
    }

    private static List<XliffSegment> Segments(string text) =>
        [.. XliffReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "a.xlf", new ReadLog())];

    private static List<TranslationUnit> Units(string text, out ReadLog log) => Units(Encoding.UTF8.GetBytes(text), out log);

    private static List<TranslationUnit> Units(byte[] bytes, out ReadLog log) =>
        [.. new XliffFormat().Read(new MemoryStream(bytes), "a.xlf", log = new ReadLog())];

    [Fact]
    public void A_unit_without_a_source_does_not_cost_its_neighbours_their_text()
    {
        static string Unit(string id, string zh, string en) => $"""<trans-unit id="{id}"><source>{zh}</source><target>{en}</target></trans-unit>""";
        var units = Units(Head12 + Unit("1", "甲。", "A.") + """<trans-unit id="2"/>""" + Unit("3", "丙。", "C.") + Unit("4", "丁。", "D.") + Tail12, out _);
        Assert.Equal(["1 甲。 A. >丙。", "3 丙。 C. >丁。", "4 丁。 D. >"], units.Select(static u => $"{u.Id} {u.Zh.Segment.Text} {u.En.Segment.Text} >{u.Next}"));
    }
}
