using System.Text;
using FsCheck.Xunit;
using Termbase.Formats;
using Termbase.Formats.Po;
using Termbase.Model;
using Termbase.Tests.Formats.Xliff;

namespace Termbase.Tests.Formats.Po;

/// <summary>PO in and out, and what msgfmt and the Translate Toolkit make of what we write.</summary>
public class PoFormatTests
{
    private const string Header = "msgid \"\"\nmsgstr \"\"\n\"Language: zh_CN\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"Plural-Forms: nplurals=1; plural=0;\\n\"\n\n";

    [Fact]
    public void Everything_an_entry_has_is_read()
    {
        var entries = Entries(Header + """
            # 译者
            #. extracted
            #: a.c:1 b.c:2
            #, fuzzy, c-format
            #| msgctxt "old ctx"
            #| msgid ""
            #| "old\n"
            #| "id"
            msgctxt "menu"
            msgid "Open\t\"%s\""
            msgid_plural ""
            "Open "
            "%d"
            msgstr[0] "打开\x41\101"

            #~ msgid "gone"
            #~ msgstr "没了"
            """);
        Assert.Equal(3, entries.Count);
        var entry = entries[1];
        Assert.Equal(["译者"], entry.Comments);
        Assert.Equal(["extracted"], entry.ExtractedComments);
        Assert.Equal(["a.c:1 b.c:2"], entry.References);
        Assert.Equal(["fuzzy", "c-format"], entry.Flags);
        Assert.Equal(("old ctx", "old\nid"), (entry.PreviousContext, entry.PreviousId));
        Assert.Equal(("menu", "Open\t\"%s\"", "Open %d"), (entry.Context, entry.Id, entry.IdPlural));
        Assert.Equal(["打开AA"], entry.Translations);
        Assert.Equal((16, 20), (entry.Line, Assert.Single(entry.TranslationLines)));
        Assert.True(entries[2].IsObsolete);
    }

    [Fact]
    public void Units_have_ids_states_and_lines()
    {
        var units = Units(Header + "msgctxt \"c\"\nmsgid \"Open\"\nmsgstr \"打开\"\n#, fuzzy\nmsgid \"file\"\nmsgid_plural \"files\"\nmsgstr[0] \"文件\"\n", out var log);
        Assert.Equal([("c/Open", UnitStatus.Unknown, "Open"), ("file[0]", UnitStatus.Draft, "files")], units.Select(static u => (u.Id, u.Status, u.En.Segment.Text)));
        Assert.False(units[0].ZhIsSource);
        Assert.Equal(9, units[0].Zh.Location?.Line);
        Assert.Empty(log.Problems);
    }

    [Fact]
    public void Without_a_language_the_text_says_what_it_is()
    {
        var units = Units("msgid \"Open\"\nmsgstr \"打开\"\n\nmsgid \"保存\"\nmsgstr \"Save\"\n\nmsgid \"a\"\nmsgstr \"b\"\n", out var log);
        Assert.Equal([false, true], units.Select(static u => u.ZhIsSource));
        Assert.Equal("not-zh-en", Assert.Single(log.Problems).Code);
    }

    [Theory]
    [InlineData("GB2312")]
    [InlineData("Big5")]
    [InlineData("UTF-8")]
    public void The_header_names_the_encoding(string charset)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = Header.Replace("UTF-8", charset, StringComparison.Ordinal) + "msgid \"Open\"\nmsgstr \"中文\"\n";
        var bytes = Encoding.GetEncoding(charset).GetBytes(text);
        Assert.Equal("中文", Assert.Single(new PoFormat().Read(new MemoryStream(bytes), "a.po", new ReadLog())).Zh.Segment.Text);
    }

    [Fact]
    public void A_broken_entry_costs_itself_alone()
    {
        var units = Units(Header + "msgid \"a\nmsgstr \"甲\"\n\nmsgid \"b\"\nmsgstr \"乙\"\n\nmsgstr \"丙\"\n\nmsgid \"d\"\n", out var log);
        Assert.Equal("b", Assert.Single(units).Id);
        Assert.Equal(4, log.Read);
        Assert.Equal(["unterminated-string", "missing-msgid", "missing-msgstr"], log.Problems.Select(static p => p.Code));
    }

    [Property(MaxTest = 100)]
    public void Hostile_text_comes_back(string? a, string? b)
    {
        var (zh, en) = ("中" + a + "\\\"\t\r\n", "x" + b + "\\n\u001F1\u007F");
        var (bytes, _) = Write([XliffFormatTests.Unit(a ?? "", zh, en), XliffFormatTests.Unit("", zh, en)]);
        var back = new PoFormat().Read(new MemoryStream(bytes), "a.po", new ReadLog()).ToList();
        Assert.Equal(2, back.Count);
        Assert.All(back, u => Assert.Equal((Sound(zh), Sound(en) + "\n"), (u.Zh.Segment.Text, u.En.Segment.Text)));
        Assert.DoesNotContain(PoChecker.Check(new MemoryStream(bytes), "a.po"), static p => p.Outcome == ProblemOutcome.Refused);

        static string Sound(string text) =>
            string.Concat(text.EnumerateRunes().Select(static r => r.Value is 0 or 4 ? "\uFFFD" : r.ToString()));
    }

    [Fact]
    public void Msgfmt_accepts_what_we_write()
    {
        var units = Enumerable.Range(0, 60).Select(static i => XliffFormatTests.Unit(
            $"u{i % 7}", $"{(char)(i % 40)}源{i % 9}\\ \"{(i % 3 == 0 ? "\n" : "")}", $"{(i % 4 == 0 ? "\n" : "")}t%d {(char)i}\uD83D")).ToList();
        var (bytes, problems) = Write(units);
        using var file = new Clients.TemporaryFile("a.po", bytes);
        var (status, _, error) = Clients.Run("msgfmt", ["-c", "-o", "/dev/null", file.Path]);
        Assert.True(status == 0, error);
        Assert.NotEmpty(problems);
    }

    [Fact]
    public void Translate_toolkit_reads_source_target_and_notes()
    {
        var (bytes, _) = Write(
        [
            XliffFormatTests.Unit("a", "科技 \"创新\"", "S&T") with { Properties = [new UnitProperty("", "为什么")] },
            XliffFormatTests.Unit("b", "草稿", "Draft\nline") with { Status = UnitStatus.Draft },
        ]);
        using var file = new Clients.TemporaryFile("a.po", bytes);
        var (status, output, error) = Clients.Run("/usr/bin/python3", ["-c", """
            import sys
            from translate.storage import po
            for u in po.pofile.parsefile(sys.argv[1]).units:
                if not u.isheader(): print(u.source, repr(u.target), u.getnotes(), u.isfuzzy(), sep='|')
            """, file.Path]);
        if (status != 0 && error.Contains("ModuleNotFoundError", StringComparison.Ordinal))
        {
            Clients.Missing("translate-toolkit is not installed for /usr/bin/python3");
        }

        Assert.True(status == 0, error);
        Assert.Equal(["科技 \"创新\"|'S&T'|为什么|False", "草稿|'Draft\\nline'||True"], output.TrimEnd().Split('\n'));
    }

    [Fact]
    public void A_translation_into_another_Chinese_keeps_its_language()
    {
        var unit = XliffFormatTests.Unit("a", "開啟", "Open");
        using var output = new MemoryStream();
        new PoFormat().Write(output, [unit with { Zh = unit.Zh with { Language = "zh-TW" } }], new UnitWriteOptions { ZhFirst = false });
        output.Position = 0;
        Assert.Equal("zh-TW", Assert.Single(new PoFormat().Read(output, "a.po", new ReadLog())).Zh.Language);
    }

    private static (byte[] Bytes, List<string> Problems) Write(IEnumerable<TranslationUnit> units)
    {
        var (output, problems) = (new MemoryStream(), new List<string>());
        new PoFormat().Write(output, units, new UnitWriteOptions { OnProblem = (_, m) => problems.Add(m) });
        return (output.ToArray(), problems);
    }

    private static List<PoEntry> Entries(string text) =>
        [.. PoReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "a.po", new ReadLog())];

    private static List<TranslationUnit> Units(string text, out ReadLog log) =>
        [.. new PoFormat().Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "a.po", log = new ReadLog())];
}
