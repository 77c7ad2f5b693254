using System.Text;
using Termbase.Cli;

namespace Termbase.Cli.Tests;

/// <summary>Baseline, fixes, settings by path, own rules and reports, as a user types them.</summary>
public sealed class LintOptionsTests
{
    private const string Tmx = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- kept -->
        <tmx version="1.4">
          <header creationtool="other" creationtoolversion="7" segtype="sentence" o-tmf="t" adminlang="en" srclang="zh" datatype="plaintext"><note>kept</note></header>
          <body>
            <tu tuid="1"><tuv xml:lang="zh"><seg>修路 &amp; 造桥</seg></tuv><tuv xml:lang="en"><seg>build the the road &amp; a a bridge</seg></tuv></tu>
            <tu tuid="2"><tuv xml:lang="zh"><seg>开车</seg></tuv><tuv xml:lang="en"><seg>drive the <ph>x</ph>the car</seg></tuv></tu>
          </body>
        </tmx>

        """;

    private const string Xliff12 = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- kept -->
        <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="zh" target-language="en" datatype="plaintext"><body>
          <trans-unit id="1" approved="no"><source>修路 &amp; 造桥</source><target state="translated">build the the road &amp; a a bridge</target><note>kept</note></trans-unit>
        </body></file></xliff>

        """;

    private const string Xliff2 = """
        <?xml version="1.0" encoding="UTF-8"?>
        <xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="zh" trgLang="en"><file id="f">
          <unit id="1"><notes><note>kept</note></notes><segment state="translated"><source>修路 &amp; 造桥</source><target>build the the road &amp; a a bridge</target></segment></unit>
        </file></xliff>

        """;

    private const string Po = """
        # kept
        msgid ""
        msgstr "Language: en\nContent-Type: text/plain; charset=UTF-8\n"

        #: src/a.c:12
        msgctxt "menu"
        msgid "修“路” & 造桥"
        msgstr "build the the \"road\" & a a bridge"

        #~ msgid "旧"
        #~ msgstr "old old"

        """;

    private static (string, string, string) Mended(string name, string text) =>
        (name, text, text.Replace("the the", "the", StringComparison.Ordinal).Replace("a a bridge", "a bridge", StringComparison.Ordinal));

    public static TheoryData<string, string, string> Fixable => new(
        Mended("a.xlf", Xliff12),
        Mended("b.xlf", Xliff2),
        Mended("a.po", Po),
        ("a.txt", "Build the the road.\n", "Build the road.\n"),
        ("a.md", "# Build the the *road*\r\n\r\nSteel，coal.\r\n", "# Build the *road*\r\n\r\nSteel, coal.\r\n"),
        ("a.html", "<p>Build the the road.</p>\n", "<p>Build the road.</p>\n"),
        ("a.tsv", "修路\tBuild the the road.\n造桥\tbuild a a bridge\n", "修路\tBuild the road.\n造桥\tbuild a bridge\n"),
        ("a.tmx", Tmx, Tmx.Replace("build the the road &amp; a a bridge", "build the road &amp; a bridge", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Fixable))]
    public void Fixes_are_made_once_and_touch_nothing_else(string name, string text, string wanted)
    {
        using var cli = new CliRun();
        var path = cli.Write(name, text);

        cli.Run("lint", name, "--fix", "-w", cli.Folder);
        Assert.Equal(wanted, File.ReadAllText(path));
        Assert.Contains("fixed", cli.Error, StringComparison.Ordinal);

        var before = File.GetLastWriteTimeUtc(path);
        cli.Run("lint", name, "--fix", "-w", cli.Folder);
        Assert.Equal(wanted, File.ReadAllText(path));
        Assert.Equal(before, File.GetLastWriteTimeUtc(path));
    }

    [Theory]
    [MemberData(nameof(Fixable))]
    public void A_dry_run_shows_the_lines_and_changes_nothing(string name, string text, string wanted)
    {
        using var cli = new CliRun();
        var path = cli.Write(name, text);

        cli.Run("lint", name, "--fix", "--diff", "-w", cli.Folder);

        Assert.Equal(text, File.ReadAllText(path));
        var changed = wanted.ReplaceLineEndings("\n").Split('\n').Except(text.ReplaceLineEndings("\n").Split('\n'));
        Assert.All(changed, line => Assert.Contains("\n+" + line + "\n", cli.Out, StringComparison.Ordinal));
    }

    [Fact]
    public void A_segment_with_codes_is_left_to_a_person_and_said_so()
    {
        using var cli = new CliRun();
        cli.Write("a.tmx", Tmx);

        cli.Run("lint", "a.tmx", "--fix", "-w", cli.Folder);

        Assert.Contains("unit 2: not fixed", cli.Error, StringComparison.Ordinal);
        Assert.Contains("TB426", cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fix_keeps_the_encoding()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var cli = new CliRun();
        var path = cli.Write("a.txt", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("Build the the road for 社会资本.\n")).ToArray());

        cli.Run("lint", "a.txt", "--fix", "-w", cli.Folder);

        Assert.Equal("Build the road for 社会资本.\n", File.ReadAllText(path, Encoding.Unicode));
    }

    [Fact]
    public void An_old_text_starts_clean_with_a_baseline()
    {
        using var cli = new CliRun();
        cli.Write("a.md", "Build the the road.\n");
        Assert.Equal(CliApp.Fine, cli.Run("lint", "a.md", "-w", cli.Folder, "--baseline", "known.tsv", "--write-baseline"));

        Assert.Equal(CliApp.Fine, cli.Run("lint", "a.md", "-w", cli.Folder, "--baseline", "known.tsv", "--fail-on", "info"));
        Assert.DoesNotContain("TB202", cli.Out, StringComparison.Ordinal);

        cli.Write("a.md", "New.\n\nBuild the the road.\n\nMend a a bridge.\n");
        Assert.Equal(CliApp.Findings, cli.Run("lint", "a.md", "-w", cli.Folder, "--baseline", "known.tsv", "--fail-on", "info"));
        Assert.Single(cli.Out.Split('\n'), l => l.Contains("TB202", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Fixable))]
    public void A_baseline_knows_the_findings_of_every_format(string name, string text, string wanted)
    {
        using var cli = new CliRun();
        cli.Write(name, text);
        Assert.NotEqual(text, wanted);

        cli.Run("lint", name, "-w", cli.Folder, "--baseline", "known.tsv", "--write-baseline");

        Assert.Equal(CliApp.Fine, cli.Run("lint", name, "-w", cli.Folder, "--baseline", "known.tsv", "--fail-on", "info"));
        Assert.Equal(CliApp.Findings, cli.Run("lint", name, "-w", cli.Folder, "--fail-on", "info"));
    }

    [Fact]
    public void A_baseline_that_is_not_there_is_told()
    {
        using var cli = new CliRun();
        cli.Write("a.md", "A road.\n");

        Assert.Equal(CliApp.BadInput, cli.Run("lint", "a.md", "-w", cli.Folder, "--baseline", "none.tsv"));
        Assert.Contains("none.tsv", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_hold_for_the_paths_they_name()
    {
        using var cli = new CliRun();
        cli.Write("termbase.toml", "[[overrides]]\npaths = [\"old/**\"]\ndisable = [\"TB202\"]\n[[overrides]]\npaths = [\"new/**\"]\n[overrides.rules.doubled-word]\nseverity = \"error\"\n");
        cli.Write("old/a.md", "the the road\n");
        cli.Write("new/a.md", "the the road\n");

        Assert.Equal(CliApp.Findings, cli.Run("lint", "old", "new", "-w", cli.Folder));
        Assert.Contains("new/a.md:1:1: error", cli.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("old/a.md", cli.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[rules.doubled-wrd]\nseverity = \"info\"\n", "termbase.toml:1:8", "doubled-word")]
    [InlineData("[rules.inconsistent-rendering]\nmin-confidense = 0.7\n", "termbase.toml:2:1", "min-confidence")]
    [InlineData("[rules.inconsistent-rendering]\nmin-confidence = \"high\"\n", "termbase.toml:2:1", "a number")]
    [InlineData("[[overrides]]\npaths = [\"a\"]\nenable = [\"nothing\"]\n", "termbase.toml:3:11", "no rule")]
    [InlineData("[[rules.custom]]\nname = \"x\"\nforbid = ['b']\nhit = [\"a\"]\n", "termbase.toml:4:8", "finds nothing")]
    public void A_mistake_in_the_settings_is_told_with_its_line(string toml, string place, string hint)
    {
        using var cli = new CliRun();
        cli.Write("termbase.toml", toml);
        cli.Write("a.md", "A road.\n");

        Assert.Equal(CliApp.BadInput, cli.Run("lint", "a.md", "-w", cli.Folder));
        Assert.Contains(place, cli.Error, StringComparison.Ordinal);
        Assert.Contains(hint, cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_own_rule_of_a_CSV_file_finds_fixes_and_is_listed()
    {
        using var cli = new CliRun();
        cli.Write("termbase.toml", "[files]\nrules = [\"rules/*.csv\"]\n");
        cli.Write("rules/house.csv", "name,kind,find,write,severity,fix,hit,miss\nplain-words,substitute,utilise,use,info,true,We utilise it.,utility\n");
        var path = cli.Write("a.md", "They utilise it.\n");

        cli.Run("rules", "-w", cli.Folder);
        Assert.Contains("plain-words", cli.Out, StringComparison.Ordinal);
        cli.Run("lint", "a.md", "--fix", "-w", cli.Folder);
        Assert.Equal("They use it.\n", File.ReadAllText(path));
    }

    [Theory]
    [InlineData("sarif", "\"2.1.0\"")]
    [InlineData("github", "::warning file=a.md")]
    [InlineData("junit", "<testsuites")]
    [InlineData("html", "<!DOCTYPE html>")]
    [InlineData("json", "\"findings\"")]
    [InlineData("text", "doubled-word")]
    public void A_report_goes_to_a_file(string format, string content)
    {
        using var cli = new CliRun();
        cli.Write("a.md", "the the road\n");

        cli.Run("lint", "a.md", "-w", cli.Folder, "--format", format, "-o", "report.out");

        Assert.Equal("", cli.Out);
        Assert.Contains(content, File.ReadAllText(Path.Combine(cli.Folder, "report.out")), StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_is_fixed_to_standard_output()
    {
        using var cli = new CliRun { Input = System.Text.Encoding.UTF8.GetBytes("The the port.\n") };

        Assert.Equal(CliApp.Fine, cli.Run("lint", "-", "--fix", "-w", "."));
        Assert.Equal("The port.\n", cli.Out);
        Assert.Contains("<stdin>:1:1: fixed: ", cli.Error, StringComparison.Ordinal);

        cli.Input = System.Text.Encoding.UTF8.GetBytes("A port.\n");
        cli.Run("lint", "-", "--fix", "-w", ".");
        Assert.Equal("A port.\n", cli.Out);
    }

    [Fact]
    public void A_fix_that_finds_nothing_to_do_says_so()
    {
        using var cli = new CliRun();
        cli.Write("fine.txt", "A port.\n");

        Assert.Equal(CliApp.Fine, cli.Run("lint", "fine.txt", "--fix", "--diff", "-w", "."));

        Assert.Equal(("", "nothing to fix.\n"), (cli.Out, cli.Error));
    }

    [Theory]
    [InlineData("lint fine.txt -o report.docx", ".txt .json .sarif .xml .html")]
    [InlineData("analyse fine.txt -o report.pdf", ".txt .json .csv .html")]
    public void A_report_is_not_written_under_the_name_of_something_else(string line, string endings)
    {
        using var cli = new CliRun();
        cli.Write("fine.txt", "A port.\n");

        Assert.Equal(CliApp.BadInput, cli.Run([.. line.Split(' '), "-w", "."]));

        Assert.Contains($"endings that are: {endings}; or say --format", cli.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(cli.Folder, "report.*"));
    }

    [Fact]
    public void All_other_places_are_in_the_JSON()
    {
        using var cli = new CliRun();
        cli.Write("a.txt", string.Concat(Enumerable.Range(1, 40).Select(static n => $"Part {n} is about the internet in towns.\n\n")) + "They also use the Internet.\n");

        cli.Run("lint", "a.txt", "--rule", "mixed-capitals", "-w", cli.Folder);
        Assert.Contains("and 32 more places (--format json lists all)", cli.Out, StringComparison.Ordinal);
        cli.Run("lint", "a.txt", "--rule", "mixed-capitals", "--format", "json", "-w", cli.Folder);

        using var json = System.Text.Json.JsonDocument.Parse(cli.Out);
        Assert.Equal(40, json.RootElement.GetProperty("findings")[0].GetProperty("related").GetArrayLength());
    }
}
