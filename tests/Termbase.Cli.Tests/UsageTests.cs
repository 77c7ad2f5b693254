namespace Termbase.Cli.Tests;

public class UsageTests
{
    public static TheoryData<string> Commands() => new(CommandCatalog.Commands.Select(static c => c.Name));

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_of_every_command_ends_with_an_example_of_it(string command)
    {
        using var cli = new CliRun();

        Assert.Equal(CliApp.Fine, cli.Run(command, "--help"));

        Assert.Contains("Example:", cli.Out, StringComparison.Ordinal);
        Assert.Contains($"termbase {command}", cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_command_is_described_in_one_sentence()
    {
        var described = CliApp.BuildRoot(new CliConsole { Out = TextWriter.Null, Error = TextWriter.Null, In = () => Stream.Null }).Subcommands;
        Assert.All(described, static c =>
        {
            Assert.InRange(c.Description!.Length, 10, 125);
            Assert.DoesNotContain(". ", c.Description, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void What_is_printed_has_the_same_names_in_all_commands()
    {
        var commands = CliApp.BuildRoot(new CliConsole { Out = TextWriter.Null, Error = TextWriter.Null, In = () => Stream.Null }).Subcommands;
        string[] known = ["text", "json", "tsv", "csv", "html", "sarif", "github", "junit", "links"];

        var options = commands.SelectMany(static c => c.Options).Where(static o => o.Name == "--format").ToList();

        Assert.NotEmpty(options);
        Assert.All(options, o => Assert.All(o.Description!["What to print: ".Length..].TrimEnd('.').Split(" | "), name => Assert.Contains(name, known)));
    }

    [Fact]
    public void Bad_usage_is_one_line_and_status_2()
    {
        using var cli = new CliRun();

        Assert.Equal(CliApp.BadInput, cli.Run("lookup", "--no-such-option", "x"));

        Assert.Single(cli.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void A_mistake_in_termbase_toml_is_told_with_its_line()
    {
        using var cli = new CliRun();
        cli.Write("termbase.toml", "[lint]\nfail-onn = \"error\"\n");
        cli.Write("doc.md", "Text.\n");

        Assert.Equal(CliApp.BadInput, cli.Run("lint", "doc.md"));

        Assert.Contains("termbase.toml:2", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Init_does_not_overwrite_a_workspace()
    {
        using var cli = new CliRun();
        Assert.Equal(CliApp.Fine, cli.Run("init", "w"));
        var before = File.ReadAllText(Path.Combine(cli.Folder, "w", "termbase.toml"));

        Assert.Equal(CliApp.BadInput, cli.Run("init", "w"));

        Assert.Equal(before, File.ReadAllText(Path.Combine(cli.Folder, "w", "termbase.toml")));
    }

    [Theory]
    [InlineData("match", "x", "--min", "abc")]
    [InlineData("search", "x", "--max", "many")]
    [InlineData("align", "a", "b", "--min", "7")]
    [InlineData("doctor", "a", "--list", "-1")]
    public void What_is_no_number_or_out_of_range_is_told_with_the_option(params string[] args)
    {
        using var cli = new CliRun();

        Assert.Equal(CliApp.BadInput, cli.Run(args));

        Assert.StartsWith($"termbase: {args[^2]} takes a number from", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistyped_option_is_not_taken_for_a_file()
    {
        using var cli = new CliRun();
        cli.Write("doc.md", "Text.\n");

        Assert.Equal(CliApp.BadInput, cli.Run("lint", "--fromat", "json", "doc.md"));

        Assert.Equal("termbase: unknown option '--fromat'; did you mean '--format'? See 'termbase lint --help'.\n", cli.Error);
    }

    [Fact]
    public void The_ending_of_a_lint_report_tells_its_format()
    {
        using var cli = new CliRun();
        cli.Write("doc.md", "The the text.\n");

        cli.Run("lint", "doc.md", "-o", "out.sarif");

        Assert.StartsWith("{", File.ReadAllText(Path.Combine(cli.Folder, "out.sarif")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_memory_and_a_table_of_terms_are_not_merged()
    {
        using var cli = new CliRun();
        cli.Write("a.csv", "id,zh,en\n");
        cli.Write("b.tsv", "经济\teconomy\n");

        Assert.Equal(CliApp.BadInput, cli.Run("merge", "a.csv", "b.tsv", "-o", "c.csv"));

        Assert.False(File.Exists(Path.Combine(cli.Folder, "c.csv")));
    }

    [Fact]
    public void A_document_that_decide_cannot_read_gives_status_2()
    {
        using var cli = new CliRun();

        Assert.Equal(CliApp.BadInput, cli.Run("decide", "经济", "--in", "nowhere.txt"));
    }

    [Fact]
    public void A_decision_for_a_rendering_that_was_not_there_says_so()
    {
        using var cli = new CliRun();
        cli.Run("init", "-w", cli.Folder);
        cli.Write("glossary/t.csv", "concept,zh,en,status\nc1,茶园,tea garden,preferred\nc1,茶园,tea farm,admitted\n");

        cli.Run("decide", "茶园", "--prefer", "tea gardn", "--by", "li", "-w", cli.Folder);
        Assert.Contains("'tea gardn' is new: it was not among the renderings: tea garden, tea farm", cli.Error, StringComparison.Ordinal);
        cli.Run("decide", "茶园", "--prefer", "tea farm", "--by", "li", "-w", cli.Folder);
        Assert.DoesNotContain("is new", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_repair_that_cannot_be_written_names_the_output()
    {
        using var cli = new CliRun();
        cli.Write("m.tmx", "<tmx version=\"1.4\"><body></body></tmx>");

        Assert.Equal(CliApp.BadInput, cli.Run("doctor", "m.tmx", "--repair", "nowhere/m.tmx"));

        Assert.Contains("termbase: nowhere/m.tmx: cannot be written", cli.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("match||", "TEXT")]
    [InlineData("match|好|", "TEXT")]
    [InlineData("lookup| ", "TEXT")]
    [InlineData("search||", "TEXT")]
    [InlineData("decide||", "TERM")]
    [InlineData("add|好||", "EN")]
    [InlineData("lint||", "PATH")]
    [InlineData("recognize||", "PATH")]
    [InlineData("mine||", "DOC")]
    [InlineData("analyse||", "FILE")]
    [InlineData("doctor||", "FILE")]
    [InlineData("dedupe||", "FILE")]
    [InlineData("convert||out.tmx", "IN")]
    [InlineData("import||", "FILE")]
    [InlineData("merge|a.csv||", "FILES")]
    [InlineData("init||", "DIR")]
    [InlineData("align|a.txt||", "ZH EN")]
    [InlineData("lint|a.txt|-w||", "--workspace")]
    [InlineData("match|好|--memory||", "--memory")]
    [InlineData("export|tmx|-o||", "--output")]
    [InlineData("decide|好|--prefer||", "--prefer")]
    public void What_is_empty_is_not_taken_for_the_current_folder_or_for_nothing(string line, string name)
    {
        using var cli = new CliRun();
        cli.Write("a.txt", "Good.\n");
        cli.Write("tmx/m.tsv", "好\tgood\n");

        Assert.Equal(CliApp.BadInput, cli.Run(line.EndsWith("||", StringComparison.Ordinal) ? line[..^1].Split('|') : line.Split('|')));

        Assert.StartsWith($"termbase: {name} is empty", Assert.Single(cli.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal("", cli.Out);
    }

    [Theory]
    [InlineData("help", "Commands:")]
    [InlineData("help lint", "lint [<PATH>")]
    [InlineData("lint --version", ".")]
    [InlineData("lint --help", "Exit status: 0 fine; 1 findings at or above --fail-on; 2 ")]
    [InlineData("match --help", "Exit status: 0 fine; 2 ")]
    [InlineData("--help", "Exit status: 0 fine; 1 findings (lint)")]
    public void Help_and_version_are_given_as_other_programs_give_them(string line, string said)
    {
        using var cli = new CliRun();

        Assert.Equal(CliApp.Fine, cli.Run(line.Split(' ')));

        Assert.Contains(said, cli.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-w . lintt a.txt", "unknown command 'lintt'; did you mean 'lint'?")]
    [InlineData("--quite", "unknown option '--quite'; did you mean '--quiet'?")]
    [InlineData("lint a.txt --formt json", "unknown option '--formt'; did you mean '--format'?")]
    public void A_slip_of_the_pen_is_told_with_what_was_meant(string line, string said)
    {
        using var cli = new CliRun();
        cli.Write("a.txt", "Good.\n");

        Assert.Equal(CliApp.BadInput, cli.Run(line.Split(' ')));

        Assert.Contains(said, Assert.Single(cli.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rules unrendered-term", "page")]
    [InlineData("index", "units")]
    public void One_thing_as_JSON_is_an_object(string line, string member)
    {
        using var cli = new CliRun();
        cli.Write("tmx/m.tsv", "好\tgood\n");

        Assert.Equal(CliApp.Fine, cli.Run([.. line.Split(' '), "--format", "json", "-w", cli.Folder]));

        using var json = System.Text.Json.JsonDocument.Parse(cli.Out);
        Assert.True(json.RootElement.TryGetProperty(member, out _));
    }

    [Fact]
    public void Changes_of_an_import_come_as_JSON()
    {
        using var cli = new CliRun();
        cli.Write("glossary/terms.csv", "concept,zh,en,status\nc1,河,river,preferred\nc2,路,road,preferred\n");
        cli.Write("edited.csv", "concept,zh,en,status\nc1,河,river,admitted\nc3,桥,bridge,preferred\n");

        Assert.Equal(CliApp.Fine, cli.Run("import", "edited.csv", "--format", "json", "-w", cli.Folder));

        using var json = System.Text.Json.JsonDocument.Parse(cli.Out);
        Assert.Equal(["changed", "added", "missing"], json.RootElement.EnumerateArray().Select(static c => c.GetProperty("change").GetString()!));
    }

    [Theory]
    [InlineData("match 好 --memory memories", 0, "1 match.")]
    [InlineData("stats --memory memories", 0, "")]
    [InlineData("match 好 --memory empty", 2, "empty: no memory in this folder")]
    [InlineData("pretranslate empty -o out", 2, "empty: no XLIFF, PO or TMX in this folder.")]
    [InlineData("doctor empty.csv", 2, "empty.csv: is empty")]
    public void A_folder_of_memories_is_its_memories(string line, int status, string said)
    {
        using var cli = new CliRun();
        cli.Write("memories/a/m.tsv", "好\tgood\n");
        cli.Write("empty/readme.md", "");
        cli.Write("empty.csv", "");

        Assert.Equal(status, cli.Run(line.Split(' ')));

        Assert.Contains(said, cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Output_that_cannot_be_written_is_told_and_no_success()
    {
        using var full = new StreamWriter(new FullStream()) { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };

        Assert.Equal(CliApp.BadInput, CliApp.Run(["rules", "unrendered-term"], new CliConsole { Out = full, Error = error, In = () => Stream.Null }));

        Assert.Equal("termbase: No space left on device\n", error.ToString());
    }

    [Fact]
    public void On_one_terminal_messages_stand_behind_the_data_written_before()
    {
        using var both = new MemoryStream();
        using var data = new StreamWriter(both, leaveOpen: true);
        using var messages = new MessageWriter(new StreamWriter(both) { AutoFlush = true }, data);

        data.Write("data ");
        messages.Write("message");

        Assert.Equal("data message", System.Text.Encoding.UTF8.GetString(both.ToArray()));
    }

    [Fact]
    public void A_message_that_cannot_be_written_ends_nothing()
    {
        using var gone = new MessageWriter(new StreamWriter(new FullStream()) { AutoFlush = true });
        gone.WriteLine("lost");
        gone.Flush();
    }

    private sealed class FullStream : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device");

        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("No space left on device");

        public override void Flush()
        {
        }
    }

    [Theory]
    [InlineData("lint a.txt ./a.txt a.txt", "1 file:")]
    [InlineData("dedupe tmx ./tmx/m.tsv tmx/m.tsv", "tmx/m.tsv: 1 read, 1 kept")]
    public void A_file_that_is_named_twice_is_read_once(string line, string said)
    {
        using var cli = new CliRun();
        cli.Write("a.txt", "Good.\n");
        cli.Write("tmx/m.tsv", "好\tgood\n");

        Assert.Equal(CliApp.Fine, cli.Run([.. line.Split(' '), "-w", "tmx"]));

        Assert.Contains(said, cli.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("2 ", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Terms_have_no_tabs_and_line_breaks_and_places_are_told_from_here()
    {
        using var cli = new CliRun { Directory = "deep" };
        cli.Write("termbase.toml", "");
        cli.Write("deep/x.txt", "");

        Assert.Equal(CliApp.Fine, cli.Run("add", "河\t流", "a\nriver"));

        Assert.Contains("河 流,,a river,", File.ReadAllText(Path.Combine(cli.Folder, "glossary/terms.csv")), StringComparison.Ordinal);
        Assert.Equal($"{Path.Combine(cli.Folder, "glossary/terms.csv")}:2: 河 流 → a river: added", cli.Error.Split(" (")[0]);
    }

    [Theory]
    [InlineData("river", "It renders 河: termbase decide 河")]
    [InlineData("stream", "Name the Chinese term")]
    [InlineData("江", "Add one: termbase add 江")]
    public void What_decide_does_not_know_is_told_with_what_to_do(string term, string said)
    {
        using var cli = new CliRun();
        cli.Write("glossary/terms.csv", "zh,en,status\n河,river,preferred\n");

        Assert.Equal(CliApp.Fine, cli.Run("decide", term));

        Assert.Contains(said, cli.Error, StringComparison.Ordinal);
    }
}
