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
}
