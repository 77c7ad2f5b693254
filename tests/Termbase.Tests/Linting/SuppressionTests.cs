using System.Collections.Immutable;
using Termbase.Formats;
using Termbase.Linting;
using Termbase.Model;

namespace Termbase.Tests.Linting;

/// <summary>Comments that allow findings, in each format's own way of commenting.</summary>
public class SuppressionTests
{
    private static LintResult Lint(string path, string text, string? only = "doubled-word")
    {
        var settings = only is null ? LintSettings.Default : LintSettings.ForRule(only);
        return new Linter(Glossary.Empty, settings).Lint([Sample.Lintable(path, text)], cancellation: TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("a.txt", "We build the the road. [termbase: allow doubled-word: quoted]")]
    [InlineData("a.md", "We build the the road. <!-- termbase: allow doubled-word: quoted -->")]
    [InlineData("a.html", "<p>We build the the road. <!-- termbase: allow TB202: quoted --></p>")]
    public void A_comment_allows_on_its_line(string path, string text)
    {
        var result = Lint(path, text);

        Assert.Empty(result.Findings);
        Assert.Equal("quoted", Assert.Single(result.Suppressed).Suppression?.Reason);
    }

    [Theory]
    [InlineData("We build a part of the\n\n[termbase: allow-next-line doubled-word: as printed]\n\nthe road that leads to the port.")]
    [InlineData("We build a part of the\n[termbase: allow-begin doubled-word: as printed]\nthe road that leads to the port.\n[termbase: allow-end doubled-word]")]
    public void A_comment_inside_a_paragraph_that_was_joined_around_it_allows_what_reaches_behind_it(string text)
    {
        var result = Lint("a.txt", text);

        Assert.Empty(result.Findings);
        Assert.Single(result.Suppressed);
        Assert.DoesNotContain(Lint("a.txt", text, only: null).Findings, static f => f.Rule.Name == "unused-suppression");
    }

    [Theory]
    [InlineData("a.txt", "[termbase: allow-next-line doubled-word: quoted]\nWe build the the road.\n\nWe build the the road.")]
    [InlineData("a.md", "<!-- termbase: allow-next-line doubled-word: quoted -->\n\nWe build the the road.\n\nWe build the the road.")]
    [InlineData("a.html", "<!-- termbase: allow-next-line doubled-word: quoted -->\n<p>We build the the road.</p>\n<p>We build the the road.</p>")]
    public void A_comment_allows_on_the_next_line_and_no_further(string path, string text)
    {
        var result = Lint(path, text);

        Assert.Equal(4, Assert.Single(result.Findings).Location.Line + (path == "a.md" ? -1 : path == "a.html" ? 1 : 0));
        Assert.Single(result.Suppressed);
    }

    [Theory]
    [InlineData("a.txt", "[termbase: allow-begin doubled-word: old]\n\nWe build the the road.\n\nThey had a a car.\n\n[termbase: allow-end doubled-word]\n\nBut of of course.")]
    [InlineData("a.md", "<!-- termbase: allow-begin doubled-word: old -->\n\nWe build the the road.\n\nThey had a a car.\n\n<!-- termbase: allow-end -->\n\nBut of of course.")]
    [InlineData("a.html", "<!-- termbase: allow-begin doubled-word: old -->\n<p>the the road</p>\n<p>a a car</p>\n<!-- termbase: allow-end -->\n<p>of of course</p>")]
    public void A_block_is_allowed_from_its_beginning_to_its_end(string path, string text)
    {
        var result = Lint(path, text);

        Assert.Contains("\"of\"", Assert.Single(result.Findings).Message, StringComparison.Ordinal);
        Assert.Equal(2, result.Suppressed.Length);
    }

    [Fact]
    public void A_file_is_allowed_wherever_the_comment_stands() =>
        Assert.Empty(Lint("a.txt", "We build the the road.\n\n[termbase: allow-file doubled-word: an old notice]").Findings);

    [Fact]
    public void Another_rule_is_not_allowed() =>
        Assert.Single(Lint("a.md", "We build the the road. <!-- termbase: allow mixed-punctuation: quoted -->").Findings);

    [Fact]
    public void Several_rules_are_named_with_commas() =>
        Assert.Empty(Lint("a.md", "The steel，coal of of it. <!-- termbase: allow doubled-word, TB201: quoted -->", null).Findings);

    [Fact]
    public void The_comment_is_no_text()
    {
        var document = Sample.Lintable("a.txt", "One road [termbase: allow doubled-word: quoted] and\ntwo roads.").Document;

        Assert.Equal("One road and two roads.", Assert.Single(document.Blocks).Text);
    }

    [Fact]
    public void A_comment_in_another_file_does_not_help()
    {
        var linter = new Linter(Glossary.Empty, LintSettings.ForRule("TB202"));

        Assert.Single(linter.Findings([Sample.Lintable("a.md", "<!-- termbase: allow-file TB202: x -->"), Sample.Lintable("b.md", "the the road")]));
    }

    private const string Tmx = """
        <?xml version="1.0" encoding="UTF-8"?>
        <tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="zh" datatype="plaintext"/><body>
        <tu>NOTE<tuv xml:lang="zh"><seg>修路</seg></tuv><tuv xml:lang="en"><seg>build the the road</seg></tuv></tu>
        <tu><tuv xml:lang="zh"><seg>造桥</seg></tuv><tuv xml:lang="en"><seg>build a a bridge</seg></tuv></tu>
        <tu><tuv xml:lang="zh"><seg>开车</seg></tuv><tuv xml:lang="en"><seg>of of course</seg></tuv></tu>
        </body></tmx>
        """;

    private const string Tsv = "NOTE修路\tbuild the the road\n造桥\tbuild a a bridge\n开车\tof of course\n";

    private const string Xliff12 = """
        <?xml version="1.0" encoding="UTF-8"?>
        <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="zh" target-language="en" datatype="plaintext"><body>
        <trans-unit id="1"><source>修路</source><target>build the the road</target>NOTE</trans-unit>
        <trans-unit id="2"><source>造桥</source><target>build a a bridge</target></trans-unit>
        <trans-unit id="3"><source>开车</source><target>of of course</target></trans-unit>
        </body></file></xliff>
        """;

    private const string Xliff2 = """
        <?xml version="1.0" encoding="UTF-8"?>
        <xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="zh" trgLang="en"><file id="f">
        <unit id="1">NOTE<segment><source>修路</source><target>build the the road</target></segment></unit>
        <unit id="2"><segment><source>造桥</source><target>build a a bridge</target></segment></unit>
        <unit id="3"><segment><source>开车</source><target>of of course</target></segment></unit>
        </file></xliff>
        """;

    private const string Po = """
        msgid ""
        msgstr "Language: en\nContent-Type: text/plain; charset=UTF-8\n"

        NOTE
        msgid "修路"
        msgstr "build the the road"

        msgid "造桥"
        msgstr "build a a bridge"

        msgid "开车"
        msgstr "of of course"

        """;

    private const string Remark = "termbase: VERB repeated-word: REASON";

    public static TheoryData<string, string> Bitexts => new(
        ("m.xlf", Xliff12.Replace("NOTE", $"<note>{Remark}</note>", StringComparison.Ordinal)),
        ("v2.xlf", Xliff2.Replace("NOTE", $"<notes><note>{Remark}</note></notes>", StringComparison.Ordinal)),
        ("translator.po", Po.Replace("NOTE", $"# {Remark}", StringComparison.Ordinal)),
        ("developer.po", Po.Replace("NOTE", $"#. {Remark}", StringComparison.Ordinal)),
        ("m.tmx", Tmx.Replace("NOTE", "<note>termbase: VERB repeated-word: REASON</note>", StringComparison.Ordinal)),
        ("m.tsv", Tsv.Replace("NOTE", "# termbase: VERB repeated-word: REASON\n", StringComparison.Ordinal)));

    private static LintResult LintBitext(string path, string text)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        var units = FormatCatalog.ForPath(path)!.Read(stream, path, new ReadLog()).Select(u => new LintUnit(u, path));
        return new Linter(Glossary.Empty, LintSettings.ForRule("repeated-word")).Lint([], units, cancellation: TestContext.Current.CancellationToken);
    }

    [Theory]
    [MemberData(nameof(Bitexts))]
    public void A_note_allows_in_its_unit(string path, string text)
    {
        var result = LintBitext(path, text.Replace("VERB", "allow", StringComparison.Ordinal));

        Assert.Equal(["build a a bridge", "of of course"], result.Findings.Select(f => f.UnitTarget));
        Assert.Equal("REASON", Assert.Single(result.Suppressed).Suppression?.Reason);
    }

    [Theory]
    [MemberData(nameof(Bitexts))]
    public void A_note_allows_in_the_next_unit(string path, string text) =>
        Assert.Equal(
            ["build the the road", "of of course"],
            LintBitext(path, text.Replace("VERB", "allow-next-line", StringComparison.Ordinal)).Findings.Select(f => f.UnitTarget));

    [Theory]
    [MemberData(nameof(Bitexts))]
    public void A_note_allows_in_the_whole_bitext(string path, string text) =>
        Assert.Empty(LintBitext(path, text.Replace("VERB", "allow-file", StringComparison.Ordinal)).Findings);

    [Fact]
    public void What_is_allowed_keeps_its_fingerprint() =>
        Assert.Equal(
            Assert.Single(Lint("a.md", "We build the the road.").Findings).Fingerprint,
            Assert.Single(Lint("a.md", "We build the the road. <!-- termbase: allow all: quoted -->").Suppressed).Fingerprint);

    [Fact]
    public void A_comment_for_a_rule_that_did_not_run_is_not_called_unused() =>
        Assert.DoesNotContain(
            new Linter(Glossary.Empty, LintSettings.Default with { Rules = LintSettings.Default.Rules.Add("doubled-word", new RuleSettings { Enabled = false }) })
                .Findings([Sample.Lintable("a.md", "A road. <!-- termbase: allow doubled-word: quoted -->")]),
            f => f.Rule.Code == "TB901");
}
