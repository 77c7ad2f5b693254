using System.Text;
using Termbase.Formats;
using Termbase.Formats.Po;
using Termbase.Formats.Tmx;
using Termbase.Formats.Xliff;
using Termbase.Model;
using Termbase.Tests.Formats.Xliff;

namespace Termbase.Tests.Formats;

/// <summary>What a file says of the matches that it is filled with; all else stays as it was.</summary>
public class FillTests
{
    private const string Xliff12 = """
        <?xml version="1.0"?>
        <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="zh" target-language="en" datatype="plaintext"><body>
          {0}
        </body></file></xliff>
        """;

    private const string Xliff20 = """
        <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="zh" trgLang="en"><file id="f">
          {0}
        </file></xliff>
        """;

    private const string Tmx = """
        <tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="zh" datatype="xml"/><body>
          {0}
        </body></tmx>
        """;

    private static string Fill(FillUnits fill, string text, double score = 87, UnitStatus status = UnitStatus.Draft, string? only = null, bool isMachine = false, ReadLog? log = null)
    {
        var output = new MemoryStream();
        fill(
            new MemoryStream(Encoding.UTF8.GetBytes(text)), output,
            unit => only is not null && unit.Id != only ? null : new UnitChange
            {
                Target = Segment.Plain("Save & go"),
                Status = status,
                Proposals = [new Proposal(Segment.Plain("保存"), Segment.Plain("Save & go"), score, "a \"b\".tmx", isMachine)],
            },
            "a", log);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static string Fill12(string unit, double score = 87, UnitStatus status = UnitStatus.Draft, bool isMachine = false) =>
        Inner(Fill(XliffRewriter.Fill, Xliff12.Replace("{0}", unit, StringComparison.Ordinal), score, status, isMachine: isMachine), Xliff12);

    private static string Fill20(string unit, double score = 87, UnitStatus status = UnitStatus.Draft, string? only = null) =>
        Inner(Fill(XliffRewriter.Fill, Xliff20.Replace("{0}", unit, StringComparison.Ordinal), score, status, only), Xliff20);

    // What stands in the frame, which must not have changed.
    private static string Inner(string filled, string frame)
    {
        var at = frame.IndexOf("{0}", StringComparison.Ordinal);
        Assert.StartsWith(frame[..at], filled, StringComparison.Ordinal);
        Assert.EndsWith(frame[(at + 3)..], filled, StringComparison.Ordinal);
        return filled[at..^(frame.Length - at - 3)];
    }

    [Fact]
    public void In_1_2_the_target_says_the_state_and_the_proposal_score_and_origin() => Assert.Equal(
        """<trans-unit id="1"><source>存</source><target state="needs-review-translation" state-qualifier="fuzzy-match">Save &amp; go</target>"""
        + """<alt-trans match-quality="87%" origin="a &quot;b&quot;.tmx"><source>保存</source><target>Save &amp; go</target></alt-trans><note>n</note></trans-unit>""",
        Fill12("""<trans-unit id="1"><source>存</source><note>n</note></trans-unit>"""));

    [Theory]
    [InlineData(100, UnitStatus.Unknown, false, "state=\"translated\" state-qualifier=\"exact-match\"", "match-quality=\"100%\"")]
    [InlineData(102, UnitStatus.Unknown, false, "state=\"translated\" state-qualifier=\"exact-match\"", "match-quality=\"100%\"")]
    [InlineData(90, UnitStatus.Draft, true, "state=\"needs-review-translation\" state-qualifier=\"leveraged-mt\"", "match-quality=\"90%\"")]
    public void The_state_tells_exact_from_fuzzy_and_machine(double score, UnitStatus status, bool isMachine, string state, string quality)
    {
        var filled = Fill12("""<trans-unit id="1"><source>存</source><target state="new"/></trans-unit>""", score, status, isMachine);

        Assert.Contains($"<target {state}>", filled, StringComparison.Ordinal);
        Assert.Contains(quality, filled, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_of_several_segments_says_the_state_of_the_one_that_needs_most_work()
    {
        const string Unit = """<trans-unit id="1"><source>存。存</source><seg-source><mrk mtype="seg" mid="a">存。</mrk><mrk mtype="seg" mid="b">存</mrk></seg-source></trans-unit>""";
        var output = new MemoryStream();
        XliffRewriter.Fill(
            new MemoryStream(Encoding.UTF8.GetBytes(Xliff12.Replace("{0}", Unit, StringComparison.Ordinal))), output,
            static u => new UnitChange
            {
                Target = Segment.Plain("Save"),
                Status = u.Id == "1/a" ? UnitStatus.Draft : UnitStatus.Unknown,
                Proposals = [new Proposal(Segment.Plain("存"), Segment.Plain("Save"), u.Id == "1/a" ? 80 : 100, "m", false)],
            });

        Assert.Contains(
            """<target state="needs-review-translation" state-qualifier="fuzzy-match"><mrk mtype="seg" mid="a">Save</mrk><mrk mtype="seg" mid="b">Save</mrk></target>"""
            + """<alt-trans mid="a" match-quality="80%" origin="m">""", Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""<trans-unit id="1" translate="no"><source>存</source></trans-unit>""")]
    [InlineData("""<group translate="no"><trans-unit id="1"><source>存</source></trans-unit></group>""")]
    [InlineData("""<trans-unit id="1" mq:status="NotStarted" mq:locked="locked" xmlns:mq="MQXliff"><source>存</source><target/></trans-unit>""")]
    [InlineData("""<trans-unit id="1"><source>存</source><seg-source><mrk mtype="seg" mid="1">存</mrk></seg-source><target><mrk mtype="seg" mid="1"/></target><s:seg-defs xmlns:s="http://sdl.com/FileTypes/SdlXliff/1.0"><s:seg id="1" locked="true"/></s:seg-defs></trans-unit>""")]
    public void What_is_locked_or_not_to_be_translated_stays_as_it_is(string unit) => Assert.Equal(unit, Fill12(unit));

    [Fact]
    public void Trados_and_memoQ_get_their_own_marks()
    {
        const string Sdl = """<trans-unit id="1"><source>存</source><seg-source><mrk mtype="seg" mid="1">存</mrk></seg-source><target><mrk mtype="seg" mid="1"/></target><s:seg-defs xmlns:s="http://sdl.com/FileTypes/SdlXliff/1.0"><s:seg id="1" text-match="SourceAndTarget"/></s:seg-defs></trans-unit>""";

        Assert.Contains("""<s:seg id="1" conf="Draft" origin="tm" origin-system="a &quot;b&quot;.tmx" percent="87"/>""", Fill12(Sdl), StringComparison.Ordinal);
        Assert.DoesNotContain("alt-trans", Fill12(Sdl), StringComparison.Ordinal);
        Assert.Contains(
            """<trans-unit id="1" mq:status="Pretranslated" xmlns:mq="MQXliff" mq:percent="87"><source>存</source><target>Save &amp; go</target>""",
            Fill12("""<trans-unit id="1" mq:status="NotStarted" xmlns:mq="MQXliff"><source>存</source><target/></trans-unit>"""), StringComparison.Ordinal);
    }

    [Fact]
    public void In_2_x_proposals_stand_in_the_matches_module_and_name_their_segment() => Assert.Equal(
        """<unit id="u"><mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"><mtc:match ref="#s1" similarity="87.5" type="tm" origin="a &quot;b&quot;.tmx"><source>保存</source><target>Save &amp; go</target></mtc:match></mtc:matches>"""
        + """<notes><note>n</note></notes><segment id="s1" state="initial" subState="termbase:fuzzy"><source>存</source><target>Save &amp; go</target></segment></unit>""",
        Fill20("""<unit id="u"><notes><note>n</note></notes><segment><source>存</source></segment></unit>""", 87.54));

    [Fact]
    public void A_proposal_joins_those_that_the_unit_has_under_their_own_prefix()
    {
        const string Own = """<unit id="u"><matches xmlns="urn:oasis:names:tc:xliff:matches:2.0"><match ref="#s"><source xmlns="urn:oasis:names:tc:xliff:document:2.0">甲</source><target xmlns="urn:oasis:names:tc:xliff:document:2.0">A</target></match></matches><segment id="s"><source>存</source></segment></unit>""";

        var filled = Fill20(Own);

        Assert.Contains("""</match><match ref="#s" similarity="87" type="tm" origin="a &quot;b&quot;.tmx"><source xmlns="urn:oasis:names:tc:xliff:document:2.0">保存</source>""", filled, StringComparison.Ordinal);
        Assert.DoesNotContain(XliffChecker.Check(new MemoryStream(Encoding.UTF8.GetBytes(Xliff20.Replace("{0}", filled, StringComparison.Ordinal))), "a.xlf"), static p => p.Outcome == ProblemOutcome.Refused);

        // What the unit has already is not written again.
        Assert.Equal(filled, Fill20(filled, only: "none"));
        Assert.Equal(filled, Fill20(filled));
    }

    [Fact]
    public void A_new_id_of_a_segment_is_none_that_the_unit_has()
    {
        var filled = Fill20("""<unit id="u"><segment><source>存<ph id="s1"/></source></segment><ignorable id="ss2"><source> </source></ignorable></unit>""");

        Assert.Contains("""<segment id="sss1" state""", filled, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_of_PO_says_score_origin_and_what_it_was_translated_from() => Assert.Equal(
        """
        msgid ""
        msgstr "Language: en\n"

        # 87% match, a "b".tmx
        # old note
        #: a.c:1
        #, fuzzy, c-format
        #| msgid "保存"
        msgid "存"
        msgstr "Save & go"

        """,
        Fill(PoRewriter.Fill, """
            msgid ""
            msgstr "Language: en\n"

            # old note
            #: a.c:1
            #, c-format
            #| msgid "older"
            msgid "存"
            msgstr ""

            """));

    [Fact]
    public void An_entry_of_PO_that_is_the_same_text_is_not_fuzzy_any_more() => Assert.Equal(
        "msgid \"\"\nmsgstr \"Language: en\\n\"\n\n# 100% match, a \"b\".tmx\nmsgid \"存\"\nmsgstr \"Save & go\"\n",
        Fill(PoRewriter.Fill, "msgid \"\"\nmsgstr \"Language: en\\n\"\n\n#, fuzzy\n#| msgid \"旧\"\nmsgid \"存\"\nmsgstr \"old\"\n", 100, UnitStatus.Unknown));

    [Theory]
    [InlineData("#, c-format\nmsgid \"存 %s\"\nmsgstr \"\"\n")]
    [InlineData("msgid \"存一个\"\nmsgid_plural \"存\"\nmsgstr[0] \"\"\nmsgstr[1] \"\"\n")]
    public void An_entry_of_PO_with_other_arguments_or_an_empty_form_is_fuzzy(string entry)
    {
        var filled = Fill(PoRewriter.Fill, "msgid \"\"\nmsgstr \"Language: en\\n\"\n\n" + entry, 100, UnitStatus.Unknown, only: entry.Contains("plural", StringComparison.Ordinal) ? "存一个[1]" : null);

        Assert.Contains("#, fuzzy", filled, StringComparison.Ordinal);
        Assert.Contains("Save & go", filled, StringComparison.Ordinal);
    }

    [Fact]
    public void A_PO_file_of_Chinese_source_and_target_is_left_alone()
    {
        const string Text = "msgid \"\"\nmsgstr \"Language: zh_TW\\n\"\n\nmsgid \"存\"\nmsgstr \"\"\n";
        var seen = 0;
        PoRewriter.Fill(new MemoryStream(Encoding.UTF8.GetBytes(Text)), Stream.Null, unit =>
        {
            seen += unit.ZhIsSource ? 1 : 0;
            return null;
        });

        Assert.Equal(0, seen);
    }

    [Theory]
    [InlineData("""<tu tuid="1"><tuv xml:lang="zh"><seg>存</seg></tuv></tu>""",
        """<tu tuid="1"><prop type="x-match">87</prop><prop type="x-match-origin">a "b".tmx</prop><prop type="x-status">draft</prop><tuv xml:lang="zh"><seg>存</seg></tuv><tuv xml:lang="en-US"><seg>Save &amp; go</seg></tuv></tu>""")]
    [InlineData("""<tu><tuv xml:lang="zh"><seg>存</seg></tuv><tuv xml:lang="en-GB"><prop type="p">v</prop><seg/></tuv></tu>""",
        """<tu><prop type="x-match">87</prop><prop type="x-match-origin">a "b".tmx</prop><prop type="x-status">draft</prop><tuv xml:lang="zh"><seg>存</seg></tuv><tuv xml:lang="en-GB"><prop type="p">v</prop><seg>Save &amp; go</seg></tuv></tu>""")]
    [InlineData("""<tu><tuv xml:lang="fr"><seg>a</seg></tuv><tuv xml:lang="de"><seg>b</seg></tuv></tu>""",
        """<tu><tuv xml:lang="fr"><seg>a</seg></tuv><tuv xml:lang="de"><seg>b</seg></tuv></tu>""")]
    public void A_unit_of_TMX_gets_its_missing_side_and_says_score_and_origin(string unit, string expected) =>
        Assert.Equal(expected, Inner(Fill(TmxRewriter.Fill, Tmx.Replace("{0}", unit, StringComparison.Ordinal)), Tmx));

    [Fact]
    public void Other_tools_read_what_was_filled()
    {
        var po = Fill(PoRewriter.Fill, "msgid \"\"\nmsgstr \"\"\n\"Language: en\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\nmsgid \"存\"\nmsgstr \"\"\n");
        using var poFile = new Clients.TemporaryFile("a.po", Encoding.UTF8.GetBytes(po));
        var msgfmt = Clients.Run("msgfmt", ["-c", "-o", "/dev/null", poFile.Path]);
        Assert.True(msgfmt.Status == 0, msgfmt.Error);

        var xliff = Fill(XliffRewriter.Fill, Xliff12.Replace("{0}", """<trans-unit id="1"><source>存</source><note>n</note></trans-unit>""", StringComparison.Ordinal));
        using var xliffFile = new Clients.TemporaryFile("a.xlf", Encoding.UTF8.GetBytes(xliff));
        var (status, output, error) = Clients.Run("/usr/bin/python3", ["-c", """
            import sys
            from translate.storage import po, xliff
            for u in xliff.xlifffile.parsefile(sys.argv[1]).units:
                print(u.source, u.target, u.getnotes(), u.isfuzzy(), [(a.source, a.target) for a in u.getalttrans()], sep='|')
            for u in po.pofile.parsefile(sys.argv[2]).units:
                if not u.isheader(): print(u.source, u.target, u.getnotes(), u.isfuzzy(), u.prev_source, sep='|')
            """, xliffFile.Path, poFile.Path]);
        if (status != 0 && error.Contains("ModuleNotFoundError", StringComparison.Ordinal))
        {
            Clients.Missing("translate-toolkit is not installed for /usr/bin/python3");
        }

        Assert.True(status == 0, error);
        Assert.Equal(["存|Save & go|n|True|[('保存', 'Save & go')]", "存|Save & go|87% match, a \"b\".tmx|True|保存"], output.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData(Xliff12, """<trans-unit id="1"><source>存</source><seg-source><mrk mtype="seg" mid="1">存</mrk></seg-source><target><mrk mtype="seg" mid="1"/></target><note>n</note></trans-unit>""")]
    [InlineData(Xliff20, """<unit id="u"><notes><note>n</note></notes><segment><source>存<ph id="1"/></source></segment><segment id="b"><source>存</source></segment></unit>""")]
    public void What_was_filled_is_valid_by_the_schema(string frame, string unit)
    {
        var check = SharedFormats.Folder("checks/xliff-check.sh");
        using var file = new Clients.TemporaryFile("a.xlf", Encoding.UTF8.GetBytes(Fill(XliffRewriter.Fill, frame.Replace("{0}", unit, StringComparison.Ordinal))));
        var (_, output, error) = Clients.Run("sh", [check, file.Path]);
        if (output.Contains("NOT-WF-or-unknown", StringComparison.Ordinal))
        {
            Clients.Missing("xmllint cannot be run: " + error);
        }

        Assert.Contains("|valid|", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_well_formed_is_not_written_back()
    {
        var thrown = Assert.Throws<InputException>(() => Fill(TmxRewriter.Fill, Tmx.Replace("{0}", "<tu><tuv>", StringComparison.Ordinal)));

        Assert.Contains("repair it first, then use the repaired file: termbase doctor", thrown.Message, StringComparison.Ordinal);
    }
}
