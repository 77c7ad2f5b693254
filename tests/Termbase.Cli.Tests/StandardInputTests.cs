using System.Text;

namespace Termbase.Cli.Tests;

public class StandardInputTests
{
    private const string Tmx = """
        <?xml version="1.0" encoding="UTF-8"?>
        <tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="zh-CN" datatype="plaintext"/><body>
        <tu tuid="a"><tuv xml:lang="zh-CN"><seg>好</seg></tuv><tuv xml:lang="en-US"><seg>good</seg></tuv></tu>
        <tu tuid="b"><tuv xml:lang="zh-CN"><seg>只有中文</seg></tuv></tu>
        </body></tmx>
        """;

    [Theory]
    [InlineData(Tmx, "out.tsv", "好\tgood\n")]
    [InlineData("中文,English\n好,good\n", "out.lex", "好|good\n")]
    [InlineData("msgid \"good\"\nmsgstr \"好\"\n", "out.tsv", "好\tgood\n")]
    [InlineData("好 好 [hao3] /good/\n", "out.lex", "好|good\n")]
    [InlineData("<martif type=\"TBX\"><text><body><termEntry id=\"c\"><langSet xml:lang=\"zh\"><tig><term>好</term></tig></langSet><langSet xml:lang=\"en\"><tig><term>good</term></tig></langSet></termEntry></body></text></martif>", "out.lex", "好|good\n")]
    public void Convert_tells_by_the_content_what_comes_in(string text, string name, string expected)
    {
        using var cli = new CliRun { Input = Encoding.UTF8.GetBytes(text) };
        // One of the units of the TMX has no English.
        Assert.Equal(text == Tmx ? CliApp.BadInput : CliApp.Fine, cli.Run("convert", "-", name, "-w", cli.Folder));
        Assert.Equal(expected, File.ReadAllText(Path.Combine(cli.Folder, name)));
        Assert.Contains("<stdin>: ", cli.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetTempPath(), cli.Error.Replace(cli.Folder, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Convert_writes_to_standard_output()
    {
        using var cli = new CliRun { Input = Encoding.UTF8.GetBytes("好\tgood\n") };
        Assert.Equal(CliApp.Fine, cli.Run("convert", "-", "-", "--from", "tsv", "--to", "tmx", "-w", cli.Folder));
        Assert.Contains("<seg>好</seg>", cli.Out, StringComparison.Ordinal);
        Assert.EndsWith("</tmx>\n", cli.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("what is this", "<stdin>: its content does not tell what it is; say it with --from FORMAT", "convert", "-", "x.tmx")]
    [InlineData("", "<stdin>: its content does not tell what it is; say it with --from FORMAT", "convert", "-", "x.tmx")]
    [InlineData("好\tgood", "what to write to standard output? Say it with --to FORMAT", "convert", "-", "-")]
    [InlineData("好\tgood", "'nonsense' is no format", "convert", "-", "x.tmx", "--from", "nonsense")]
    [InlineData("what is this", "<stdin>: is of no kind that the doctor knows", "doctor", "-")]
    public void What_cannot_be_told_is_asked_for(string text, string expected, params string[] arguments)
    {
        using var cli = new CliRun { Input = Encoding.UTF8.GetBytes(text) };
        Assert.Equal(CliApp.BadInput, cli.Run([.. arguments, "-w", cli.Folder]));
        Assert.Contains(expected, cli.Error, StringComparison.Ordinal);
        Assert.Single(cli.Error.TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData("lint")]
    [InlineData("analyse")]
    public void A_bitext_on_standard_input_is_not_read_as_running_text(string command)
    {
        using var cli = new CliRun { Input = Encoding.UTF8.GetBytes(Tmx) };
        cli.Write("m.tsv", "好\tgood\n");
        Assert.Equal(CliApp.BadInput, cli.Run([command, "-", .. command == "lint" ? new[] { "-w", cli.Folder } : ["--memory", "m.tsv"]]));
        Assert.Contains("<stdin>: is a TMX file, which is read here by its name only", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_doctor_examines_standard_input()
    {
        using var cli = new CliRun { Input = Encoding.UTF8.GetBytes(Tmx) };
        Assert.Equal(CliApp.Findings, cli.Run("doctor", "-", "--repair", "sound.tmx", "-w", cli.Folder));
        Assert.Contains("<stdin>:4: unit b: no English side", cli.Out, StringComparison.Ordinal);
        Assert.Contains("<stdin>: 2 read, 1 kept", cli.Out, StringComparison.Ordinal);
        Assert.Contains("<seg>good</seg>", File.ReadAllText(Path.Combine(cli.Folder, "sound.tmx")), StringComparison.Ordinal);
        Assert.Contains("只有中文", File.ReadAllText(Path.Combine(cli.Folder, "sound.tmx.quarantine.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_misleads_gives_way_to_the_format_that_was_said()
    {
        using var cli = new CliRun();
        cli.Write("terms.dat", "中文,English\n好,good\n坏,\n");
        Assert.Equal(CliApp.Findings, cli.Run("doctor", "terms.dat", "--from", "csv", "-w", cli.Folder));
        Assert.Contains("terms.dat:3: unit 坏: the English cell is empty", cli.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lint", "-")]
    [InlineData("recognize", "-")]
    [InlineData("mine", "-")]
    public void Documents_come_from_standard_input(params string[] arguments)
    {
        using var cli = new CliRun { Input = Encoding.UTF8.GetBytes("Social capital (社会资本) is money.\n") };
        Assert.Equal(CliApp.Fine, cli.Run([.. arguments, "-w", cli.Folder]));
    }

    [Fact]
    public void One_side_of_an_alignment_comes_from_standard_input()
    {
        using var cli = new CliRun { Input = Encoding.UTF8.GetBytes("推动发展。\n保障安全。\n") };
        cli.Write("en.txt", "Promote development.\nEnsure security.\n");
        Assert.Equal(CliApp.Fine, cli.Run("align", "-", "en.txt", "--sentences", "-o", "out.tsv", "-w", cli.Folder));
        Assert.Contains("保障安全。\tEnsure security.", File.ReadAllText(Path.Combine(cli.Folder, "out.tsv")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_encoding_can_be_said()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var cli = new CliRun { Input = Encoding.GetEncoding("big5").GetBytes("閤\tx\n") };
        Assert.Equal(CliApp.Fine, cli.Run("convert", "-", "-", "--from", "tsv", "--to", "tsv", "--encoding", "big5", "-w", cli.Folder));
        Assert.Equal("閤\tx\n", cli.Out);
        Assert.Equal(CliApp.BadInput, cli.Run("convert", "-", "-", "--from", "tsv", "--to", "tsv", "--encoding", "klingon", "-w", cli.Folder));
        Assert.Contains("'klingon' is no encoding", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Import_takes_what_another_program_pipes_in()
    {
        using var cli = new CliRun { Input = Encoding.UTF8.GetBytes("zh,en,status\n好,good,preferred\n") };
        cli.Write("termbase.toml", "");
        Assert.Equal(CliApp.Fine, cli.Run("import", "-", "-w", cli.Folder));
        Assert.Contains("good", cli.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("match", "-")]
    [InlineData("match", "--queries", "-")]
    public void Queries_come_from_standard_input(params string[] arguments)
    {
        using var cli = new CliRun { Input = Encoding.UTF8.GetBytes("好\n\n坏\n") };
        cli.Write("m.tsv", "好\tgood\n坏\tbad\n");
        Assert.Equal(CliApp.Fine, cli.Run([.. arguments, "--memory", "m.tsv", "--format", "tsv", "-w", cli.Folder]));
        Assert.Equal("1\t100\t好\tgood\t1\n3\t100\t坏\tbad\t2\n", cli.Out);
    }

    [Theory]
    [InlineData("match", "-")]
    [InlineData("lookup", "-")]
    public void A_bitext_on_standard_input_is_no_query(params string[] arguments)
    {
        using var cli = new CliRun { Input = Encoding.UTF8.GetBytes(Tmx) };
        cli.Write("tmx/m.tsv", "好\tgood\n");
        Assert.Equal(CliApp.BadInput, cli.Run([.. arguments, "-w", cli.Folder]));
        Assert.Contains("<stdin>: is a TMX file", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Terms_to_look_up_come_from_standard_input()
    {
        using var cli = new CliRun { Input = Encoding.UTF8.GetBytes("社会资本\n没有\n河\n社会资本\n") };
        cli.Write("glossary/terms.csv", "zh,en,status\n社会资本,social capital,preferred\n河,river,preferred\n");
        Assert.Equal(CliApp.Fine, cli.Run("lookup", "-", "--format", "json", "-w", cli.Folder));
        using var json = System.Text.Json.JsonDocument.Parse(cli.Out);
        Assert.Equal(2, json.RootElement.GetArrayLength());
        Assert.Equal(CliApp.Fine, cli.Run("lookup", "-", "-w", cli.Folder));
        Assert.Contains("nothing found for “没有”", cli.Error, StringComparison.Ordinal);
        Assert.Contains("river", cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_to_search_for_comes_from_standard_input()
    {
        using var cli = new CliRun { Input = Encoding.UTF8.GetBytes("good\n") };
        cli.Write("tmx/m.tsv", "好\tgood\n");
        Assert.Equal(CliApp.Fine, cli.Run("search", "-", "-w", cli.Folder));
        Assert.Contains("1 unit.", cli.Error, StringComparison.Ordinal);
        cli.Input = Encoding.UTF8.GetBytes("good\nbad\n");
        Assert.Equal(CliApp.BadInput, cli.Run("search", "-", "-w", cli.Folder));
        Assert.Contains("<stdin>: holds 2 lines", cli.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("match 好 --memory -", "--memory")]
    [InlineData("recognize - --glossary -", "--glossary")]
    [InlineData("lint a.txt --baseline - --write-baseline", "--baseline")]
    [InlineData("mine a.txt --review -", "--review")]
    [InlineData("align a.txt b.txt --accept -", "--accept")]
    [InlineData("align a.txt b.txt -o -", "--output")]
    [InlineData("doctor tmx/m.tsv --repair -", "--repair")]
    [InlineData("dedupe tmx/m.tsv -o -", "-o")]
    [InlineData("merge - tmx/m.tsv", "FILES")]
    [InlineData("pretranslate - -o x.po", "FILE")]
    public void Where_only_a_file_will_do_no_file_of_that_name_is_made(string line, string name)
    {
        using var cli = new CliRun();
        cli.Write("a.txt", "Good.\n");
        cli.Write("b.txt", "好。\n");
        cli.Write("tmx/m.tsv", "好\tgood\n");

        Assert.Equal(CliApp.BadInput, cli.Run(line.Split(' ')));

        Assert.StartsWith($"termbase: {name} takes a file here", Assert.Single(cli.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(cli.Folder, "-")));
    }

    [Fact]
    public void An_export_goes_to_standard_output()
    {
        using var cli = new CliRun();
        cli.Write("glossary/terms.csv", "zh,en,status\n河,river,preferred\n");
        cli.Write("tmx/m.tsv", "好\tgood\n");

        Assert.Equal(CliApp.Fine, cli.Run("export", "tmx", "-o", "-"));
        Assert.Contains("<seg>good</seg>", cli.Out, StringComparison.Ordinal);
        Assert.Contains("<stdout>: 1 unit written.", cli.Error, StringComparison.Ordinal);
        Assert.Equal(CliApp.Fine, cli.Run("export", "csv", "-o", "-"));
        Assert.Contains("河,", cli.Out, StringComparison.Ordinal);
        Assert.Equal(CliApp.BadInput, cli.Run("export", "xlsx", "-o", "-"));
        Assert.Equal(CliApp.BadInput, cli.Run("export", "omegat", "-o", "-"));
        Assert.Empty(Directory.EnumerateFiles(cli.Folder, "-*"));
    }
}
