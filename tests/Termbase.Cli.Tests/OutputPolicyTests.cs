using Termbase.Cli;

namespace Termbase.Cli.Tests;

/// <summary>What is there is not lost to a file that was named by mistake.</summary>
public sealed class OutputPolicyTests
{
    private const string Text = "We build the the road.\n";
    private const string Units = "修路\tThey build the the road.\n";

    [Fact]
    public void A_baseline_takes_the_place_of_a_baseline_only()
    {
        using var cli = new CliRun();
        cli.Write("a.txt", Text);
        cli.Write("memory.tsv", Units);

        Assert.Equal(CliApp.BadInput, cli.Run("lint", "a.txt", "--baseline", "memory.tsv", "--write-baseline", "-w", cli.Folder));
        Assert.Contains("memory.tsv: is there and is no baseline", cli.Error, StringComparison.Ordinal);
        Assert.Equal(Units, File.ReadAllText(Path.Combine(cli.Folder, "memory.tsv")));

        Assert.Equal(CliApp.Fine, cli.Run("lint", "a.txt", "--baseline", "known.tsv", "--write-baseline", "-w", cli.Folder));
        Assert.Equal(CliApp.Fine, cli.Run("lint", "a.txt", "--baseline", "known.tsv", "--write-baseline", "-w", cli.Folder));
    }

    [Theory]
    [InlineData("lint")]
    [InlineData("analyse")]
    public void A_report_does_not_take_the_place_of_what_is_read(string command)
    {
        using var cli = new CliRun();
        cli.Write("a.txt", Text);

        Assert.Equal(CliApp.BadInput, cli.Run(command, "a.txt", "--format", "json", "-o", "a.txt", "-w", cli.Folder));
        Assert.Contains("a.txt: is read by this very command", cli.Error, StringComparison.Ordinal);
        Assert.Equal(Text, File.ReadAllText(Path.Combine(cli.Folder, "a.txt")));
    }

    [Fact]
    public void What_is_pretranslated_keeps_its_format()
    {
        using var cli = new CliRun();
        cli.Write("memory.tsv", Units);
        cli.Write("job.po", "msgid \"\"\nmsgstr \"Language: en\\nContent-Type: text/plain; charset=UTF-8\\n\"\n\nmsgid \"修路\"\nmsgstr \"\"\n");

        Assert.Equal(CliApp.BadInput, cli.Run("pretranslate", "job.po", "-o", "job.xlf", "--memory", "memory.tsv", "-w", cli.Folder));
        Assert.Contains("job.xlf: is named as xliff", cli.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(cli.Folder, "job.xlf")));
    }

    [Fact]
    public void Lines_of_XML_are_no_queries()
    {
        using var cli = new CliRun();
        cli.Write("memory.tsv", Units);
        cli.Write("job.xlf", "<xliff version=\"1.2\"/>");

        Assert.Equal(CliApp.BadInput, cli.Run("match", "--queries", "job.xlf", "--memory", "memory.tsv", "-w", cli.Folder));
        Assert.Contains("termbase pretranslate job.xlf", cli.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv", "glossary/terms.csv")]
    [InlineData("tmx", "tmx/memory.tsv")]
    public void An_export_does_not_take_the_place_of_what_it_comes_from(string format, string file)
    {
        using var cli = new CliRun();
        cli.Run("init", "-w", cli.Folder);
        cli.Write("glossary/terms.csv", "zh,en\n社会资本,social capital\n");
        cli.Write("tmx/memory.tsv", Units);
        var before = File.ReadAllText(Path.Combine(cli.Folder, file));

        Assert.Equal(CliApp.BadInput, cli.Run("export", format, "-o", file, "-w", cli.Folder));
        Assert.Contains("is a file of the workspace", cli.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(Path.Combine(cli.Folder, file)));
    }
}
