using System.Diagnostics;
using System.Text.Json;

namespace Termbase.Cli.Tests;

public class ExchangeCommandTests
{
    private const string Glossary = """
        concept,zh,en,status,definition,note,by,date
        c1,社会资本,private capital,preferred,"Money, not ties.",note,li,2026-01-02
        c1,社会资本,social capital,deprecated,,,li,2026-01-02
        c2,协同,collaborative,admitted,,,li,2026-01-02

        """;

    private const string Broken = """
        <?xml version="1.0" encoding="UTF-8"?>
        <tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="zh-CN" datatype="plaintext"/><body>
        <tu tuid="a"><tuv xml:lang="zh-CN"><seg>好 & 坏</seg></tuv><tuv xml:lang="en-US"><seg>good</seg></tuv></tu>
        <tu tuid="b"><tuv xml:lang="zh-CN"><seg>只有中文</seg></tuv></tu>
        </body></tmx>
        """;

    [Fact]
    public void Convert_says_what_the_target_cannot_carry()
    {
        using var cli = new CliRun();
        cli.Write("g.csv", Glossary);

        Assert.Equal(CliApp.Fine, cli.Run("convert", "g.csv", "g.lex", "-w", cli.Folder));

        Assert.Contains("cannot be carried: status, 3 times", cli.Error, StringComparison.Ordinal);
        Assert.Contains("cannot be carried: definition, 1 time", cli.Error, StringComparison.Ordinal);
        Assert.Equal("社会资本|private capital\n社会资本|social capital\n协同|collaborative\n", File.ReadAllText(Path.Combine(cli.Folder, "g.lex")));
    }

    [Fact]
    public void Terms_become_units_where_a_memory_is_asked_for()
    {
        using var cli = new CliRun();
        cli.Write("g.csv", Glossary);
        Assert.Equal(CliApp.Fine, cli.Run("convert", "g.csv", "g.tmx", "-w", cli.Folder));
        Assert.Contains("<seg>private capital</seg>", File.ReadAllText(Path.Combine(cli.Folder, "g.tmx")), StringComparison.Ordinal);
        Assert.DoesNotContain("social capital", File.ReadAllText(Path.Combine(cli.Folder, "g.tmx")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_memory_does_not_become_a_termbase()
    {
        using var cli = new CliRun();
        cli.Write("m.tmx", Broken);
        Assert.Equal(CliApp.BadInput, cli.Run("convert", "m.tmx", "m.tbx", "-w", cli.Folder));
        Assert.Contains("segments are not terms", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_doctor_reports_as_json_and_fails()
    {
        using var cli = new CliRun();
        cli.Write("m.tmx", Broken);

        Assert.Equal(CliApp.Findings, cli.Run("doctor", "m.tmx", "--format", "json"));

        var json = JsonDocument.Parse(cli.Out).RootElement;
        Assert.Equal((2, 1, 1, 1), (json.GetProperty("read").GetInt32(), json.GetProperty("kept").GetInt32(), json.GetProperty("repaired").GetInt32(), json.GetProperty("refused").GetInt32()));
        var first = json.GetProperty("problems")[0];
        Assert.Equal((3, "a", "xml-repaired"), (first.GetProperty("line").GetInt32(), first.GetProperty("unit").GetString(), first.GetProperty("code").GetString()));
    }

    [Fact]
    public void The_doctor_repairs_and_keeps_the_rest_aside()
    {
        using var cli = new CliRun();
        cli.Write("m.tmx", Broken);

        cli.Run("doctor", "m.tmx", "--repair", "sound.tmx");

        Assert.Equal(CliApp.Fine, cli.Run("doctor", "sound.tmx", "--for", "omegat"));
        var aside = File.ReadAllText(Path.Combine(cli.Folder, "sound.tmx.quarantine.txt"));
        Assert.Contains("只有中文", aside, StringComparison.Ordinal);
        Assert.DoesNotContain("坏", aside, StringComparison.Ordinal);
    }

    [Fact]
    public void The_doctor_ends_with_2_where_nothing_can_be_read()
    {
        using var cli = new CliRun();
        cli.Write("m.tmx", "no xml");
        Assert.Equal(CliApp.BadInput, cli.Run("doctor", "m.tmx"));
        Assert.DoesNotContain("   at ", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_edited_workbook_comes_back_as_changes_that_are_made_when_asked()
    {
        using var cli = new CliRun();
        cli.Write("glossary/terms.csv", Glossary);
        Assert.Equal(CliApp.Fine, cli.Run("export", "xlsx", "-o", "t.xlsx", "-w", cli.Folder));
        cli.Run("import", "t.xlsx", "-w", cli.Folder);
        Assert.Empty(cli.Out);

        cli.Write("edited.csv", Glossary.Replace("collaborative,admitted", "collaborative,preferred", StringComparison.Ordinal) + "c3,转化,commercialization,proposed,,,,\n");
        cli.Run("convert", "edited.csv", "edited.xlsx", "-w", cli.Folder);
        cli.Run("import", "edited.xlsx", "-w", cli.Folder);
        Assert.Equal("~ 协同 = collaborative: status 'admitted' → 'preferred'\n+ 转化 = commercialization (proposed)\n", cli.Out);
        Assert.Equal(Glossary, File.ReadAllText(Path.Combine(cli.Folder, "glossary", "terms.csv")));

        cli.Run("import", "edited.xlsx", "--apply", "-w", cli.Folder);
        var text = File.ReadAllText(Path.Combine(cli.Folder, "glossary", "terms.csv"));
        Assert.Contains("c2,协同,collaborative,preferred", text, StringComparison.Ordinal);
        Assert.Contains("转化,commercialization,proposed", text, StringComparison.Ordinal);
    }

    [Fact]
    public void LibreOffice_finds_the_same_cells_in_the_workbook()
    {
        SharedFolder.NeedProgram("soffice");
        using var cli = new CliRun();
        cli.Write("glossary/terms.csv", Glossary);
        cli.Run("export", "xlsx", "-o", "t.xlsx", "-w", cli.Folder);
        cli.Run("export", "csv", "-o", "ours.csv", "-w", cli.Folder);

        var output = Shell("soffice", "--headless", "-env:UserInstallation=file://" + Path.Combine(cli.Folder, "office"), "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", cli.Folder, Path.Combine(cli.Folder, "t.xlsx"));

        var theirs = Path.Combine(cli.Folder, "t.csv");
        Assert.True(File.Exists(theirs), output);
        Assert.Equal(File.ReadAllText(Path.Combine(cli.Folder, "ours.csv")), File.ReadAllText(theirs).Replace("\r", "", StringComparison.Ordinal));
    }

    [Fact]
    public void OmegaT_loads_the_memory_the_glossary_and_the_legacy_tbx()
    {
        var check = SharedFolder.Need("formats/checks/omegat-roundtrip-assert.sh");
        SharedFolder.NeedThat(File.Exists("/usr/share/omegat/OmegaT.jar"), "OmegaT is not installed");
        using var cli = new CliRun();
        cli.Write("glossary/terms.csv", Glossary);
        cli.Write("tmx/m.tsv", "好。\tGood.\n坏。\tBad.\n");
        cli.Run("export", "tmx", "-o", "m.tmx", "--for", "omegat", "-w", cli.Folder);
        cli.Run("export", "tbx", "-o", "g.tbx", "--for", "omegat", "-w", cli.Folder);
        cli.Run("export", "omegat", "-o", "p", "-w", cli.Folder);

        var output = Shell("bash", check, Path.Combine(cli.Folder, "m.tmx"), "zh-CN", "en-US", Path.Combine(cli.Folder, "g.tbx"), Path.Combine(cli.Folder, "p/glossary/termbase.txt"));

        Assert.Contains("TUs in file=2 loaded by OmegaT=2", output, StringComparison.Ordinal);
        Assert.Contains("('g.tbx', 2, None)", output, StringComparison.Ordinal);
        Assert.Contains("('termbase.txt', 2, None)", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Translate_toolkit_finds_source_target_and_note_in_the_memory()
    {
        SharedFolder.NeedThat(File.Exists("/usr/bin/python3"), "python3 is not installed");
        using var cli = new CliRun();
        cli.Write("in.tmx", Broken.Replace(" & ", " &amp; ", StringComparison.Ordinal).Replace("<tu tuid=\"a\">", "<tu tuid=\"a\"><note>seen twice</note>", StringComparison.Ordinal));
        cli.Run("convert", "in.tmx", "out.tmx", "-w", cli.Folder);

        var output = Shell("/usr/bin/python3", "-c", "import sys\ntry:\n from translate.storage import factory\nexcept ImportError:\n print('absent'); sys.exit()\nu=factory.getobject(sys.argv[1]).units[0]\nprint(u.source+'|'+u.target+'|'+u.getnotes())", Path.Combine(cli.Folder, "out.tmx"));

        SharedFolder.NeedThat(!output.Contains("absent", StringComparison.Ordinal), "translate-toolkit is not installed");
        Assert.StartsWith("好 & 坏|good|seen twice", output, StringComparison.Ordinal);
    }

    private static string Shell(string program, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output + errors.Result;
    }

    [Fact]
    public void Import_offers_no_sentences_as_terms()
    {
        using var cli = new CliRun();
        cli.Write("m.tsv", "我们应当坚持创新。\tWe should persist in innovation.\n社会资本\tsocial capital\n路很长！\tThe road is long!\n");

        Assert.Equal(CliApp.Fine, cli.Run("import", "m.tsv", "-w", cli.Folder));

        Assert.Equal("+ 社会资本 = social capital (proposed)\n", cli.Out);
        Assert.Contains("m.tsv: left out 2 sentences, which are no terms (first: line 1, 我们应当坚持创新。)", cli.Error, StringComparison.Ordinal);
        Assert.Contains("termbase mine m.tsv", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_without_a_header_has_no_names_of_columns()
    {
        using var cli = new CliRun();
        cli.Write("x.lex", "社会|society\n资本|capital\n");

        Assert.Equal(CliApp.Fine, cli.Run("import", "x.lex", "-w", cli.Folder));

        Assert.Contains("read as zh = column 1, en = column 2 (the first row is no header)", cli.Error, StringComparison.Ordinal);
    }
}
