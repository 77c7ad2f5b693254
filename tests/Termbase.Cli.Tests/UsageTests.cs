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
}
