using System.Text.Json;

namespace Termbase.Cli.Tests;

public class MatchCommandTests
{
    private const string Memory = "坚持创新发展。\tPersist in innovative development.\n第3条\tArticle 3\n加强国际合作，推进开放。\tStrengthen international cooperation and opening up.\n";

    [Fact]
    public void Matches_come_best_first_as_tsv_with_the_line_of_the_query()
    {
        using var cli = new CliRun();
        cli.Write("m.tsv", Memory);
        cli.Write("q.txt", "第5条\n\n坚持协调发展。\n没有\n");

        Assert.Equal(CliApp.Fine, cli.Run("match", "--queries", "q.txt", "--memory", "m.tsv", "--min", "60", "--format", "tsv"));

        Assert.Equal("1\t98\t第3条\tArticle 3\t2\n3\t71\t坚持创新发展。\tPersist in innovative development.\t1\n", cli.Out);
    }

    [Fact]
    public void What_differs_is_marked_and_the_reason_told()
    {
        using var cli = new CliRun();
        cli.Write("m.tsv", Memory);

        Assert.Equal(CliApp.Fine, cli.Run("match", "第5条", "--memory", "m.tsv"));

        Assert.Contains("98% 第[-5-]{+3+}条", cli.Out, StringComparison.Ordinal);
        Assert.Contains("numbers differ (-2)", cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Units_and_penalties_of_the_workspace_hold()
    {
        using var cli = new CliRun();
        cli.Write("tmx/m.tsv", "第3条\tthe plans\n");
        cli.Write("termbase.toml", "[match.penalties]\nnumbers = 7.5\n");
        Assert.Equal(CliApp.Fine, cli.Run("match", "第5条"));
        Assert.Contains("92% ", cli.Out, StringComparison.Ordinal);
        Assert.Contains("numbers differ (-7.5)", cli.Out, StringComparison.Ordinal);

        Assert.Equal(CliApp.Fine, cli.Run("match", "the plan", "--format", "tsv"));
        Assert.Equal("", cli.Out);
        cli.Write("termbase.toml", "[match]\nen = \"characters\"\n");
        Assert.Equal(CliApp.Fine, cli.Run("match", "the plan", "--format", "tsv"));
        Assert.StartsWith("1\t88\t", cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_before_and_after_count_as_context_where_asked_for()
    {
        using var cli = new CliRun();
        cli.Write(
            "m.tmx",
            "<?xml version=\"1.0\"?><tmx version=\"1.4\"><header creationtool=\"t\" creationtoolversion=\"1\" segtype=\"sentence\" o-tmf=\"t\" adminlang=\"en\" srclang=\"zh-CN\" datatype=\"plaintext\"/><body>"
            + "<tu><prop type=\"x-context-pre\">&lt;seg&gt;总则&lt;/seg&gt;</prop><tuv xml:lang=\"zh-CN\"><seg>适用范围</seg></tuv><tuv xml:lang=\"en-US\"><seg>Scope</seg></tuv></tu></body></tmx>");
        cli.Write("q.txt", "总则\n适用范围\n");
        Assert.Equal(CliApp.Fine, cli.Run("match", "--queries", "q.txt", "--memory", "m.tmx", "--format", "tsv"));
        Assert.StartsWith("2\t100\t", cli.Out, StringComparison.Ordinal);
        Assert.Equal(CliApp.Fine, cli.Run("match", "--queries", "q.txt", "--context", "--memory", "m.tmx", "--format", "tsv"));
        Assert.StartsWith("2\t101\t", cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_memory_that_was_edited_is_matched_as_it_is_now()
    {
        using var cli = new CliRun();
        cli.Write("termbase.toml", "");
        cli.Write("tmx/m.tsv", Memory);
        Assert.Equal(CliApp.Fine, cli.Run("match", "绿色发展", "--format", "tsv"));
        Assert.Equal("", cli.Out);

        cli.Write("tmx/m.tsv", Memory + "绿色发展\tgreen development\n");
        Assert.Equal(CliApp.Fine, cli.Run("match", "绿色发展", "--format", "tsv"));

        Assert.Contains("green development", cli.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("match")]
    [InlineData("match", "甲", "--min", "0")]
    [InlineData("match", "甲", "--max", "0")]
    [InlineData("match", "甲", "--memory", "none.tmx")]
    [InlineData("match", "--queries", "none.txt", "--memory", "m.tsv")]
    public void Bad_usage_is_one_line_and_status_2(params string[] args)
    {
        using var cli = new CliRun();
        cli.Write("m.tsv", Memory);
        Assert.Equal(CliApp.BadInput, cli.Run(args));
        Assert.StartsWith("termbase: ", cli.Error, StringComparison.Ordinal);
        Assert.Single(cli.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void Analyse_counts_segments_by_band()
    {
        using var cli = new CliRun();
        cli.Write("m.tsv", Memory);
        cli.Write("d.md", "# 标题\n\n坚持创新发展。坚持创新发展。坚持协调发展。全新的内容。全新的内容。\n");

        Assert.Equal(CliApp.Fine, cli.Run("analyse", "d.md", "--memory", "m.tsv", "--format", "json"));

        using var json = JsonDocument.Parse(cli.Out);
        var bands = json.RootElement.GetProperty("total").EnumerateArray()
            .ToDictionary(static b => b.GetProperty("band").GetString()!, static b => b.GetProperty("segments").GetInt32());
        Assert.Equal((2, 1, 1, 2), (bands["100"], bands["50-74"], bands["repetition"], bands["new"]));

        Assert.Equal(CliApp.Fine, cli.Run("analyze", "d.md", "--memory", "m.tsv", "--format", "csv"));
        Assert.Contains("d.md,100,2,0,12,14\n", cli.Out, StringComparison.Ordinal);
    }
}
