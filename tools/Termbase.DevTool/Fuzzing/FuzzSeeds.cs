using System.Text;
using Termbase.Formats;
using Termbase.Formats.Tbx;
using Termbase.Model;
using Termbase.Office;

namespace Termbase.DevTool.Fuzzing;

/// <summary>Sound files of our own that the fuzzer breaks: one of each format.</summary>
internal static class FuzzSeeds
{
    private const string Tmx = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE tmx SYSTEM "tmx14.dtd">
        <tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="zh-CN" datatype="plaintext"><prop type="a">b</prop><note>n</note></header><body>
        <tu tuid="1" creationdate="20260102T030405Z"><prop type="x-domain">d</prop><note>n</note><tuv xml:lang="zh-CN"><prop type="x-context-pre">&lt;seg&gt;前&lt;/seg&gt;</prop><seg><bpt i="1">&lt;b&gt;</bpt>粗<ept i="1">&lt;/b&gt;</ept><ph x="1">&lt;img alt="<sub>图</sub>"&gt;</ph> <hi>术语</hi></seg></tuv><tuv xml:lang="en-US"><seg>bold &amp; <it pos="begin">i</it></seg></tuv></tu>
        <tu><tuv xml:lang="zh_CN"><seg><![CDATA[a & b]]></seg></tuv><tuv lang="EN"><seg>x</seg></tuv><foreign a="b"><c/></foreign></tu>
        </body></tmx>
        """;

    private const string Xliff1 = """
        <?xml version="1.0" encoding="UTF-8"?>
        <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a" source-language="zh" target-language="en" datatype="plaintext"><header><note>n</note></header><body><group id="g">
        <trans-unit id="1"><source>甲<g id="1">乙</g><x id="2"/></source><seg-source><mrk mtype="seg" mid="1">甲</mrk></seg-source><target state="final"><mrk mtype="seg" mid="1">A</mrk></target><note>n</note></trans-unit>
        <trans-unit id="2"><source>丙<bpt id="1">&lt;b&gt;</bpt>丁<ept id="1">&lt;/b&gt;</ept></source><target/><alt-trans match-quality="80"><source>丙</source><target>x</target></alt-trans></trans-unit></group></body></file></xliff>
        """;

    private const string Xliff2 = """
        <?xml version="1.0"?>
        <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" version="2.1" srcLang="zh" trgLang="en"><file id="f"><group id="g"><unit id="u">
        <mtc:matches><mtc:match ref="#m"><source>甲</source><target>A</target></mtc:match></mtc:matches><notes><note id="n">n</note></notes><originalData><data id="d">x</data></originalData>
        <segment id="s" state="final"><source>甲<pc id="1" dataRefStart="d">乙</pc><mrk id="m" type="term">丙</mrk><sc id="2"/>丁<ec startRef="2"/></source><target>A<ph id="3" dataRef="d"/></target></segment>
        <ignorable><source> </source></ignorable></unit></group></file></xliff>
        """;

    private const string Po = """
        # c
        msgid ""
        msgstr "Language: zh_CN\nContent-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n != 1;\n"

        #. extracted
        #: a.c:1
        #, fuzzy, c-format
        #| msgid "old"
        msgctxt "c"
        msgid "a %d \x41\101"
        msgid_plural "b %s\n"
        msgstr[0] ""
        "甲 %1$d"
        msgstr[1] "乙"

        #~ msgid "x"
        #~ msgstr "丁"
        """;

    private const string Table = "concept,zh,en,status,note\nc1,社会资本,private capital|social capital,preferred|deprecated,\"a \"\"quote\"\"\nand a line\"\nc2,协同,collaborative,admitted,\n";

    internal static IReadOnlyList<(string Name, byte[] Bytes)> All { get; } =
    [
        ("a.tmx", Encoding.UTF8.GetBytes(Tmx)),
        ("utf16.tmx", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Tmx.Replace("UTF-8", "UTF-16", StringComparison.Ordinal))]),
        ("a.xlf", Encoding.UTF8.GetBytes(Xliff1)),
        ("b.xlf", Encoding.UTF8.GetBytes(Xliff2)),
        ("a.po", Encoding.UTF8.GetBytes(Po)),
        ("gbk.po", [.. "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=GB18030\\n\"\n\nmsgid \"a\"\nmsgstr \"\xC9\xE7\"\n".Select(static c => (byte)c)]),
        ("a.csv", Encoding.UTF8.GetBytes(Table)),
        ("b.csv", "中文;English\n社会资本;private capital\n"u8.ToArray()),
        ("a.tsv", "社会资本\tprivate capital\n协同\tcollaborative\n"u8.ToArray()),
        ("a.txt", "# glossary\n社会资本\tprivate capital\tnote\n"u8.ToArray()),
        ("a.lex", "社会资本|private capital\n"u8.ToArray()),
        ("a.u8", "社會資本 社会资本 [she4 hui4] /private capital/capital/\n"u8.ToArray()),
        ("a.utx", "#UTX 1.11; en-US/zh-CN; ;\n#src\ttgt\tsrc:pos\nprivate capital\t社会资本\tnoun\n"u8.ToArray()),
        ("a.md", "| zh | en |\n|---|---|\n| 社会资本 | private *capital* |\n"u8.ToArray()),
        ("a.html", "<table><tr><th>zh<th>en</tr><tr><td>社会资本<td>private capital</table>"u8.ToArray()),
        .. Enum.GetValues<TbxDialect>().Select(static d => ($"{d}.tbx", Write(new TbxFormat(d)))),
        ("a.xlsx", Write(new XlsxTermFormat())),
    ];

    private static byte[] Write(ITermFormat format)
    {
        using var stream = new MemoryStream();
        Rendering[] rows =
        [
            new() { Concept = "c1", Zh = "社会资本", En = "private capital", Status = TermStatus.Preferred, Domain = "finance", Definition = "Money.", By = "li", Date = "2026-01-02", Pos = "noun" },
            new() { Concept = "c1", Zh = "社会资本", En = "social capital", Status = TermStatus.Deprecated, Note = "wrong" },
        ];
        format.Write(stream, [new Concept { Id = "c1", Renderings = [.. rows], Evidence = [new Evidence { Zh = "社会资本", En = "private capital", Document = "plan", QuoteEn = "attract it" }] }], new TermWriteOptions());
        return stream.ToArray();
    }
}
