namespace Termbase.Cli.Tests;

public class SearchCommandTests
{
    [Theory]
    [InlineData("2 units.", "plan")]
    [InlineData("2 units; the first 1 are shown", "pl*", "--max", "1")]
    [InlineData("0 units.", "pl*", "--literal")]
    [InlineData("1 unit.", "plan", "--match-case")]
    [InlineData("1 unit.", "計劃", "--match-script")]
    [InlineData("1 unit.", "plan", "--source", "south")]
    [InlineData("0 units.", "plan", "--domain", "law")]
    [InlineData("0 units.", "plan", "--since", "2020-01-01")]
    public void What_is_found_is_counted(string said, params string[] args)
    {
        using var cli = new CliRun();
        cli.Write("tmx/north.tsv", "计划\tthe Plan\n");
        cli.Write("tmx/south.tsv", "計劃\tplans\n");
        Assert.Equal(CliApp.Fine, cli.Run(["search", .. args]));
        Assert.Contains(said, cli.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--since", "yesterday")]
    [InlineData("--until", "2020-13-01")]
    public void A_day_that_is_none_is_one_line_and_status_2(string option, string value)
    {
        using var cli = new CliRun();
        Assert.Equal(CliApp.BadInput, cli.Run("search", "计划", option, value));
        Assert.Contains(value, Assert.Single(cli.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("权力 人民", "权力*人民", "1 unit has")]
    [InlineData("power people", "power * people", "1 unit has")]
    [InlineData("people power", "people * power", "* stands for words between")]
    public void Words_that_do_not_follow_each_other_are_joined_by_an_asterisk(string text, string joined, string said)
    {
        using var cli = new CliRun();
        cli.Write("tmx/m.tsv", "权力属于人民。\tPower belongs to the people.\n");
        Assert.Equal(CliApp.Fine, cli.Run("search", text));
        Assert.Contains("0 units.", cli.Error, StringComparison.Ordinal);
        Assert.Contains($"termbase search \"{joined}\"", cli.Error, StringComparison.Ordinal);
        Assert.Contains(said, cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_in_the_wrong_order_find_nothing_and_that_is_told()
    {
        using var cli = new CliRun();
        Assert.Equal(CliApp.BadInput, cli.Run("search", "计划", "--since", "2020-01-02", "--until", "2020-01-01"));
        Assert.Contains("2020-01-02 or later and on 2020-01-01 or earlier", cli.Error, StringComparison.Ordinal);
    }
}
