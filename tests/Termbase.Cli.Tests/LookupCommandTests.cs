using System.Text.Json;

namespace Termbase.Cli.Tests;

public class LookupCommandTests
{
    [Theory]
    [InlineData("社会资本")]
    [InlineData("shehuiziben")]
    [InlineData("social capital")]
    [InlineData("资本")]
    [InlineData("社會資本")]
    public void The_concept_is_found_with_its_note_and_sources(string query)
    {
        using var cli = new CliRun();
        ShippedData.CopyTo(cli.Folder);

        Assert.Equal(CliApp.Fine, cli.Run("lookup", query, "-w", cli.Folder));

        Assert.Contains("social capital", cli.Out, StringComparison.Ordinal);
        Assert.Contains("note:", cli.Out, StringComparison.Ordinal);
        Assert.Contains("Xianning", cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_term_that_was_added_is_found_at_once()
    {
        using var cli = new CliRun();
        Assert.Equal(CliApp.Fine, cli.Run("init", ".", "-q"));
        Assert.Equal(CliApp.Fine, cli.Run("lookup", "河长制"));
        Assert.Equal(CliApp.Fine, cli.Run("add", "河长制", "river chief system", "--note", "officials answer for rivers"));

        Assert.Equal(CliApp.Fine, cli.Run("lookup", "hezhangzhi", "--format", "json"));

        using var json = JsonDocument.Parse(cli.Out);
        Assert.Equal("river chief system", json.RootElement[0].GetProperty("terms")[0].GetProperty("en").GetString());
    }

    [Fact]
    public void Nothing_found_says_so_on_stderr_and_is_no_failure()
    {
        using var cli = new CliRun();
        ShippedData.CopyTo(cli.Folder);

        Assert.Equal(CliApp.Fine, cli.Run("lookup", "量子泡菜坛", "-w", cli.Folder));

        Assert.Equal("", cli.Out);
        Assert.Contains("nothing found", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Decisions_are_no_places_where_a_term_was_seen()
    {
        using var cli = new CliRun();
        cli.Write("glossary/terms.csv", "concept,zh,en,status\nc1,河,river,preferred\n");
        cli.Write("glossary/evidence.csv", "concept,zh,en,document,locator,kind\nc1,河,river,d,,gloss\n" + string.Concat(Enumerable.Range(1, 9).Select(static n => $"c1,河,river,,{n},decision\n")));

        Assert.Equal(CliApp.Fine, cli.Run("lookup", "河"));

        Assert.Contains("  seen: river — d\n", cli.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("more place", cli.Out, StringComparison.Ordinal);
    }
}
