using System.Text;
using System.Xml;
using Termbase.Formats;
using Termbase.Formats.Xliff;
using Termbase.Model;

namespace Termbase.Tests.Formats.Xliff;

/// <summary>Writing a file back changes what was changed and not a byte more.</summary>
public class XliffRewriterTests
{
    private const string Simple = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- kept -->
        <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version='1.2'>
          <file original="a.txt" source-language="zh-CN" target-language="en" datatype="plaintext">
            <body>
              <trans-unit id="1">
                <source>科技<g id="5" ctype="bold">创新</g><x id="6"/></source>
                <target state="needs-translation"></target>
              </trans-unit>
              <trans-unit id="2"><source>第二句</source></trans-unit>
              <trans-unit id="3"><source>第三句</source><target>Third</target><note>a &gt; b</note></trans-unit>
            </body>
          </file>
        </xliff>

        """;

    public static TheoryData<string> SharedFiles()
    {
        var files = new TheoryData<string>();
        var folder = SharedFormats.FindFolder("data/xliff");
        if (folder is null)
        {
            files.Add("");
            return files;
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*.xl*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            // Not XML: it holds a control character.
            if (!file.EndsWith("invalid-content.xlf", StringComparison.Ordinal))
            {
                files.Add(Path.GetRelativePath(folder, file));
            }
        }

        return files;
    }

    [Theory]
    [MemberData(nameof(SharedFiles))]
    public void Rewriting_without_a_change_is_byte_equal(string name)
    {
        var file = Path.Combine(SharedFormats.Folder("data/xliff"), name);
        var original = File.ReadAllBytes(file);
        var output = new MemoryStream();
        XliffRewriter.RewriteSegments(new MemoryStream(original), output, static s => s, file);
        Assert.Equal(original, output.ToArray());
    }

    [Theory]
    [MemberData(nameof(SharedFiles))]
    public void A_changed_target_is_read_back_and_undoing_it_restores_the_text(string name)
    {
        var file = Path.Combine(SharedFormats.Folder("data/xliff"), name);
        var original = File.ReadAllBytes(file);
        var changed = new MemoryStream();
        XliffRewriter.RewriteSegments(
            new MemoryStream(original), changed, static s => s with { Target = Segment.Plain("新 & <new> " + s.Source.Text) }, file);
        changed.Position = 0;
        var before = XliffReader.Read(new MemoryStream(original), file, new ReadLog()).Where(static s => !s.Id.Contains("/sub", StringComparison.Ordinal)).ToList();
        var after = XliffReader.Read(changed, file, new ReadLog()).Where(static s => !s.Id.Contains("/sub", StringComparison.Ordinal)).ToList();
        Assert.Equal(before.Select(static s => s.Source.ToDisplay()), after.Select(static s => s.Source.ToDisplay()));
        Assert.All(after, static s => Assert.Equal("新 & <new> " + s.Source.Text, s.Target?.Text));
    }

    [Fact]
    public void Only_the_changed_target_differs()
    {
        var output = Rewrite(Simple, static u => u.Id == "3" ? WithTarget(u, Segment.Plain("Third & last")) : null);
        Assert.Equal(Simple.Replace("<target>Third</target>", "<target>Third &amp; last</target>", StringComparison.Ordinal), output);
    }

    [Fact]
    public void A_missing_target_is_put_after_its_source()
    {
        var output = Rewrite(Simple, static u => u.Id == "2" ? WithTarget(u, Segment.Plain("Second")) : null);
        Assert.Contains("<trans-unit id=\"2\"><source>第二句</source><target>Second</target></trans-unit>", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_of_a_memory_take_the_place_of_the_files_codes()
    {
        var target = new Segment("Innovation here", [
            new InlineCode(0, InlineKind.Begin, "bpt", "<b>", []),
            new InlineCode(10, InlineKind.End, "ept", "</b>", []),
            new InlineCode(15, InlineKind.Alone, "ph", "<br/>", []),
        ]);
        var output = Rewrite(Simple, u => u.Id == "1" ? WithTarget(u, target) with { Status = UnitStatus.Reviewed } : null);
        Assert.Contains(
            "<target state=\"signed-off\"><g id=\"5\" ctype=\"bold\">Innovation</g> here<x id=\"6\"/></target>", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_that_do_not_nest_are_left_out_aloud()
    {
        var source = Simple.Replace("<x id=\"6\"/>", "<g id=\"7\">末</g>", StringComparison.Ordinal);
        var log = new ReadLog();
        var output = Rewrite(
            source,
            static u => u.Id != "1" ? null : WithTarget(u, new Segment("ab", [
                new InlineCode(0, InlineKind.Begin, "g", "", [new("id", "5")]),
                new InlineCode(1, InlineKind.Begin, "g", "", [new("id", "7")]),
                new InlineCode(1, InlineKind.End, "g", "", [new("id", "5")]),
            ])),
            log);
        var xml = new XmlDocument();
        xml.LoadXml(output);
        Assert.Contains(log.Problems, static p => p.Code == "code-lost");
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("gb18030")]
    [InlineData("gb2312")]
    public void Other_encodings_stay(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        var text = Simple.Replace("UTF-8", name, StringComparison.Ordinal);
        byte[] original = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
        var output = new MemoryStream();
        XliffRewriter.Rewrite(new MemoryStream(original), output, static u => u.Id == "3" ? WithTarget(u, Segment.Plain("ﾊ𠀀")) : null);
        var expected = text.Replace(">Third<", name == "gb2312" ? ">&#xFF8A;&#x20000;<" : ">ﾊ𠀀<", StringComparison.Ordinal);
        var got = output.ToArray();
        if (name == "gb2312")
        {
            // GBK, which is read as GB 18030, holds them.
            Assert.Contains("第三句", Encoding.GetEncoding("gb18030").GetString(got), StringComparison.Ordinal);
            return;
        }

        Assert.Equal([.. encoding.GetPreamble(), .. encoding.GetBytes(expected)], got);
    }

    [Fact]
    public void Segmented_units_get_a_whole_target()
    {
        const string Sdl = """
            <xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2" sdl:version="1.0">
            <file original="a.docx" datatype="x-sdlfilterframework2" source-language="zh-CN" target-language="en-US"><body>
            <trans-unit id="u1"><source>一。<g id="3">二。</g></source><seg-source><mrk mtype="seg" mid="1">一。</mrk><g id="3"><mrk mtype="seg" mid="2">二。</mrk></g></seg-source>
            <sdl:seg-defs><sdl:seg id="1" conf="Translated"/><sdl:seg id="2" conf="Draft" origin="mt"/></sdl:seg-defs></trans-unit>
            </body></file></xliff>
            """;
        var output = Rewrite(Sdl, static u => u.Id == "u1/2" ? WithTarget(u, Segment.Plain("Two.")) with { Status = UnitStatus.Unknown } : null);
        Assert.Contains(
            "<target><mrk mtype=\"seg\" mid=\"1\"></mrk><g id=\"3\"><mrk mtype=\"seg\" mid=\"2\">Two.</mrk></g></target>", output, StringComparison.Ordinal);
        Assert.Contains("<sdl:seg id=\"2\" conf=\"Translated\" origin=\"mt\"/>", output, StringComparison.Ordinal);
        var again = Rewrite(output, static u => u.Id == "u1/1" ? WithTarget(u, Segment.Plain("One.")) : null);
        Assert.Equal(output.Replace("mid=\"1\"></mrk><g id=\"3\"><mrk mtype=\"seg\" mid=\"2\">Two", "mid=\"1\">One.</mrk><g id=\"3\"><mrk mtype=\"seg\" mid=\"2\">Two", StringComparison.Ordinal), again);
    }

    [Fact]
    public void The_state_of_memoQ_and_of_version_2_is_written_where_they_have_it()
    {
        const string MemoQ = """
            <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff" version="1.2"><file original="a" source-language="en-US" target-language="zh-CN" datatype="x-memoq"><body>
            <trans-unit id="1" mq:status="NotStarted"><source>a</source><target></target></trans-unit></body></file></xliff>
            """;
        var memoQ = Rewrite(MemoQ, static u => WithTarget(u, Segment.Plain("甲")) with { Status = UnitStatus.Reviewed });
        Assert.Contains("<trans-unit id=\"1\" mq:status=\"Proofread\"><source>a</source><target>甲</target>", memoQ, StringComparison.Ordinal);
        const string Two = """
            <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="zh"><file id="f"><unit id="u"><segment><source>a</source></segment></unit></file></xliff>
            """;
        var two = Rewrite(Two, static u => WithTarget(u, Segment.Plain("甲")) with { Status = UnitStatus.Published });
        Assert.Contains("<segment state=\"final\"><source>a</source><target>甲</target></segment>", two, StringComparison.Ordinal);
    }

    private static string Rewrite(string text, Func<TranslationUnit, TranslationUnit?> change, ReadLog? log = null)
    {
        var output = new MemoryStream();
        XliffRewriter.Rewrite(new MemoryStream(Encoding.UTF8.GetBytes(text)), output, change, "a.xlf", log);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static TranslationUnit WithTarget(TranslationUnit unit, Segment target) => unit.ZhIsSource
        ? unit with { En = unit.En with { Segment = target } }
        : unit with { Zh = unit.Zh with { Segment = target } };
}
