using System.Text;
using System.Xml;
using Termbase.Formats;
using Termbase.Formats.Po;
using Termbase.Formats.Tmx;
using Termbase.Formats.Xliff;
using Termbase.Model;

namespace Termbase.Tests.Formats;

/// <summary>Whatever the bytes are: a reader, checker, rewriter or repairer ends, and says in one line what it could not use.</summary>
public class ExchangeFuzzTests
{
    private const string Xliff = """
        <?xml version="1.0" encoding="UTF-8"?>
        <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a" source-language="zh" target-language="en" datatype="plaintext"><body>
        <trans-unit id="1"><source>甲<g id="1">乙</g><x id="2"/></source><seg-source><mrk mtype="seg" mid="1">甲</mrk></seg-source><target state="final"><mrk mtype="seg" mid="1">A</mrk></target><note>n</note></trans-unit>
        <trans-unit id="2"><source>丙<ph id="1">&lt;<sub>s</sub></ph></source><target>C &amp; d<ph id="1">&lt;<sub>t</sub></ph></target><alt-trans><target>x</target></alt-trans></trans-unit></body></file></xliff>
        """;

    private const string Xliff2 = """
        <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" version="2.0" srcLang="zh" trgLang="en"><file id="f"><unit id="u">
        <mtc:matches><mtc:match ref="#m"><source>甲</source><target>A</target></mtc:match></mtc:matches><originalData><data id="d">x</data></originalData>
        <segment id="s" state="final"><source>甲<pc id="1" dataRefStart="d">乙</pc><mrk id="m" type="term">丙</mrk><sc id="2"/><ec startRef="2"/></source><target order="1">A<ph id="3" canReorder="no"/></target></segment></unit></file></xliff>
        """;

    private const string Po = """
        # c
        msgid ""
        msgstr "Language: zh_CN\nContent-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=1; plural=n%10==1 && n>2 ? 0 : 0;\n"

        #, fuzzy, c-format
        #| msgid "old"
        msgctxt "c"
        msgid "a %d \x41\101"
        msgid_plural "b %s\n"
        msgstr[0] ""
        "甲 %1$d"

        #~ msgid "x"
        #~ msgstr "丁"

        """;

    [Theory]
    [InlineData(Xliff)]
    [InlineData(Xliff2)]
    public void Damaged_xliff_ends_in_words(string text) => Fuzz(text, static bytes =>
    {
        _ = new XliffFormat().Read(new MemoryStream(bytes), "a.xlf", new ReadLog()).Count();
        return 0;
    }, static bytes => XliffChecker.Check(new MemoryStream(bytes), "a.xlf").Count(),
        static bytes => XliffRepairer.Repair(new MemoryStream(bytes), Stream.Null, "a.xlf", new ReadLog()),
        static bytes => XliffRewriter.RewriteSegments(new MemoryStream(bytes), Stream.Null, static s => s with { Target = Segment.Plain("x") }).Changed,
        static bytes => WellFormed(XliffRewriter.Fill, bytes));

    [Fact]
    public void Damaged_tmx_is_filled_or_refused_in_words() => Fuzz("""
        <?xml version="1.0" encoding="UTF-8"?>
        <tmx version="1.4"><header srclang="zh" segtype="sentence"/><body>
        <tu tuid="1"><prop type="x-status">draft</prop><tuv xml:lang="zh"><seg>甲<bpt i="1">&lt;b></bpt>乙<ept i="1"/></seg></tuv><tuv xml:lang='en'><seg/></tuv></tu>
        <tu><tuv xml:lang="zh-CN"><seg>丙</seg></tuv></tu><tu><tuv lang="en"><note/></tuv><tuv xml:lang="zh"><seg><![CDATA[丁]]></seg></tuv></tu>
        </body></tmx>
        """, static bytes => WellFormed(TmxRewriter.Fill, bytes));

    [Fact]
    public void Damaged_po_ends_in_words() => Fuzz(Po, static bytes => new PoFormat().Read(new MemoryStream(bytes), "a.po", new ReadLog()).Count(),
        static bytes => PoChecker.Check(new MemoryStream(bytes), "a.po").Count(),
        static bytes => PoRepairer.Repair(new MemoryStream(bytes), Stream.Null, "a.po", new ReadLog()),
        static bytes =>
        {
            var output = new MemoryStream();
            PoRewriter.Rewrite(new MemoryStream(bytes), output, static u => u);
            Assert.Equal(bytes, output.ToArray());
            return PoRewriter.Fill(new MemoryStream(bytes), Stream.Null, Filled).Changed;
        });

    private static UnitChange Filled(TranslationUnit unit) => new()
    {
        Target = Segment.Plain("新 <x> & \"y\"\n"),
        Status = UnitStatus.Draft,
        Proposals = [new Proposal(unit.Source.Segment, Segment.Plain("y"), 80, "m", false)],
    };

    private static long WellFormed(FillUnits fill, byte[] bytes)
    {
        var output = new MemoryStream();
        var changed = fill(new MemoryStream(bytes), output, Filled, "a", null).Changed;

        // A file whose bytes are not of the encoding that it declares is read by its characters, and written back so.
        if (Fault(bytes) is null)
        {
            Assert.Null(Fault(output.ToArray()));
        }

        return changed;
    }

    private static string? Fault(byte[] bytes)
    {
        try
        {
            using var xml = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
            while (xml.Read())
            {
            }

            return null;
        }
        catch (XmlException e)
        {
            return e.Message;
        }
    }

    private static void Fuzz(string text, params Func<byte[], long>[] subjects)
    {
        var original = Encoding.UTF8.GetBytes(text);
        var random = new Random(5);
        var spice = "<>&\"'\\/=#[]\n\0 \u0008ÿ"u8.ToArray();
        for (var round = 0; round < 1500; round++)
        {
            var bytes = original.AsSpan(0, round % 3 == 0 ? random.Next(original.Length) : original.Length).ToArray();
            for (var n = random.Next(4); n > 0 && bytes.Length > 0; n--)
            {
                bytes[random.Next(bytes.Length)] = random.Next(2) == 0 ? (byte)random.Next(256) : spice[random.Next(spice.Length)];
            }

            foreach (var subject in subjects)
            {
                try
                {
                    subject(bytes);
                }
                catch (InputException e)
                {
                    Assert.DoesNotContain('\n', e.Message);
                }
            }
        }
    }
}
