using System.Text;
using Termbase.Formats;
using Termbase.Formats.Po;
using Termbase.Formats.Xliff;
using Termbase.Model;

namespace Termbase.Tests.Formats;

/// <summary>Files in the manner of the tools that write them.</summary>
public class DialectTests
{
    private static List<TranslationUnit> Read(IUnitFormat format, string text, ReadLog? log = null) =>
        [.. format.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "a", log ?? new ReadLog())];

    [Fact]
    public void Trados_tells_who_changed_a_unit_when_and_what_was_remarked()
    {
        var unit = Assert.Single(Read(new XliffFormat(), """
            <xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><doc-info xmlns="http://sdl.com/FileTypes/Basic/1.0"><cmt-defs><cmt-def id="c1"><Comments><Comment severity="Medium" user="li">check the term</Comment></Comments></cmt-def></cmt-defs></doc-info>
            <file original="a" source-language="zh-CN" target-language="en-US" datatype="x"><body><trans-unit id="u"><source>第二句</source><seg-source><mrk mtype="seg" mid="1"><mrk mtype="x-sdl-comment" sdl:cid="c1">第二句</mrk></mrk></seg-source><target><mrk mtype="seg" mid="1">Second</mrk></target>
            <sdl:seg-defs><sdl:seg id="1" conf="Translated"><sdl:value key="last_modified_by">PC\wang</sdl:value><sdl:value key="modified_on">05/06/2024 10:11:12</sdl:value></sdl:seg></sdl:seg-defs></trans-unit></body></file></xliff>
            """));

        Assert.Equal("PC\\wang", unit.ChangedBy);
        Assert.Equal(new DateTimeOffset(2024, 5, 6, 10, 11, 12, TimeSpan.Zero), unit.Changed);
        Assert.Contains(unit.Properties, static p => p is { IsNote: true, Value: "check the term" });
    }

    [Fact]
    public void MemoQ_tells_comments_and_machine_translation()
    {
        var unit = Assert.Single(Read(new XliffFormat(), """
            <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff"><file original="a" source-language="zh-cn" target-language="en-us" datatype="x"><body>
            <trans-unit id="1" mq:status="MachineTranslated"><source>甲</source><target>A</target><mq:comments><mq:comment id="c" deleted="false">look here</mq:comment><mq:comment id="d" deleted="true">gone</mq:comment></mq:comments></trans-unit></body></file></xliff>
            """));

        Assert.Equal(UnitOrigin.Mt, unit.Origin);
        Assert.Equal(["look here"], unit.Properties.Where(static p => p.IsNote).Select(static p => p.Value));
    }

    [Fact]
    public void The_source_that_stands_where_the_translation_shall_is_none()
    {
        var log = new ReadLog();
        Assert.Empty(Read(new XliffFormat(), """
            <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="en" target-language="zh-Hans" datatype="plaintext"><body>
            <trans-unit id="1"><source>Cancel</source><target state="new">Cancel</target></trans-unit></body></file></xliff>
            """, log));

        Assert.Equal("untranslated", Assert.Single(log.Problems).Code);
    }

    [Fact]
    public void Strings_side_by_side_are_one()
    {
        var unit = Assert.Single(Read(new PoFormat(), "msgid \"\"\nmsgstr \"Language: zh\\n\"\n\nmsgid \"a\" \"\\\"b\"\nmsgstr \"甲\"\"乙\"\n"));

        Assert.Equal("a\"b", unit.En.Segment.Text);
        Assert.Equal("甲乙", unit.Zh.Segment.Text);
    }

    [Fact]
    public void A_line_of_a_million_strings_takes_no_stack() => Assert.Single(
        Read(new PoFormat(), "msgid \"\"\nmsgstr \"Language: zh\\n\"\n\nmsgid \"a\"\nmsgstr \"甲\"" + string.Concat(Enumerable.Repeat("\"\"", 1_000_000)) + "\n"));

    [Fact]
    public void The_marks_of_a_conflict_are_told_and_both_translations_read()
    {
        const string Text = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\nLanguage: zh\\n\"\n\n<<<<<<< HEAD\nmsgid \"f\"\nmsgstr \"己\"\n=======\nmsgid \"f\"\nmsgstr \"庚\"\n>>>>>>> other\n";

        Assert.Equal(2, Read(new PoFormat(), Text).Count);
        var codes = PoChecker.Check(new MemoryStream(Encoding.UTF8.GetBytes(Text)), "a").Where(static p => p.Outcome == ProblemOutcome.Refused).Select(static p => $"{p.Location.Line} {p.Code}");
        Assert.Equal(["4 conflict-marker", "7 conflict-marker", "8 duplicate-entry", "10 conflict-marker"], codes.Order(Comparer<string>.Create(static (a, b) => Line(a).CompareTo(Line(b)))));
    }

    private static int Line(string told) => int.Parse(told.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void A_double_entry_with_another_translation_is_left_out_of_the_repaired_file_and_told()
    {
        var output = new MemoryStream();
        var log = new ReadLog();
        PoRepairer.Repair(
            new MemoryStream("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\nmsgid \"f\"\nmsgstr \"己\"\n\nmsgid \"f\"\nmsgstr \"庚\"\n"u8.ToArray()), output, "a", log);

        Assert.DoesNotContain("庚", Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
        Assert.Equal(7, Assert.Single(log.Problems, static p => p.Outcome == ProblemOutcome.Refused).Location.Line);
    }

    [Fact]
    public void Domains_of_a_PO_file_stay_through_a_repair()
    {
        const string Text = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\ndomain \"a\"\n\nmsgid \"x\"\nmsgstr \"甲\"\n\ndomain \"b\"\n\nmsgid \"x\"\nmsgstr \"乙\"\n";
        using var output = new MemoryStream();
        var log = new ReadLog();
        Termbase.Formats.Po.PoRepairer.Repair(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Text)), output, "a.po", log);
        Assert.Equal(Text, System.Text.Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n') + "\n");
        Assert.Empty(log.Problems);
        Assert.DoesNotContain(Termbase.Formats.Po.PoChecker.Check(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Text)), "a.po"), static p => p.Code == "duplicate-entry");
    }

    [Theory]
    [InlineData(100_000, false)]
    [InlineData(10, true)]
    public void Plural_forms_without_end_are_refused_not_followed(int terms, bool isRead)
    {
        Assert.Equal(isRead, Termbase.Formats.Po.PoPlural.TryParse("nplurals=2; plural=" + string.Join("+", Enumerable.Repeat("n", terms)), out var plural, out _));
        Assert.Equal(isRead ? terms : 0, plural?.FormOf(1) ?? 0);
    }

    [Fact]
    public void A_PO_file_in_UTF_16_is_one_clear_line()
    {
        var bytes = System.Text.Encoding.Unicode.GetPreamble().Concat(System.Text.Encoding.Unicode.GetBytes("msgid \"a\"\nmsgstr \"甲\"\n\nmsgid \"b\"\nmsgstr \"乙\"\n")).ToArray();
        var e = Assert.Throws<InputException>(() => Termbase.Formats.Po.PoReader.Read(new MemoryStream(bytes), "a.po", new ReadLog()).Count());
        Assert.Contains("UTF-8", e.Message, StringComparison.Ordinal);
    }
}
