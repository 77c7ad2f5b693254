namespace Termbase.Cli.Tests;

public class MineCommandTests
{
    private const string Text = "Farms need a tea fund¹ (茶叶基金; TF) and write 茶道 on it.\n\n¹ Translator's note: It is small.\n";

    private static CliRun Start()
    {
        var cli = new CliRun();
        cli.Write("tea.txt", Text);
        return cli;
    }

    [Fact]
    public void Pairs_as_tsv_with_Chinese_that_has_no_English()
    {
        using var cli = Start();
        Assert.Equal(CliApp.Fine, cli.Run("mine", "tea.txt", "--format", "tsv", "-w", cli.Folder));
        var lines = cli.Out.Split('\n');
        Assert.Equal("document\tline\tzh\ten\tkind\tacronym\tconfidence", lines[0]);
        Assert.StartsWith("tea.txt\t1\t茶叶基金\ttea fund\tparen\tTF\t0.9", lines[1], StringComparison.Ordinal);
        Assert.Equal("tea.txt\t1\t茶道\t\tbare\t\t0.00", lines[2]);
        Assert.Contains("1 glosses; 1 times Chinese with no English", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Notes_as_tsv()
    {
        using var cli = Start();
        Assert.Equal(CliApp.Fine, cli.Run("mine", "tea.txt", "--notes", "--format", "tsv", "-w", cli.Folder));
        Assert.Equal("document\tnumber\tline\tanchor_line\tanchor\tzh\ntea.txt\t1\t3\t1\ttea fund\t\n", cli.Out);
    }

    [Fact]
    public void What_was_reviewed_and_accepted_is_found_by_lookup()
    {
        using var cli = Start();
        Assert.Equal(CliApp.Fine, cli.Run("mine", "tea.txt", "--review", "review.csv", "-w", cli.Folder));
        var path = Path.Combine(cli.Folder, "review.csv");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\n,茶叶基金,tea fund,", "\naccept,茶叶基金,tea fund,", StringComparison.Ordinal));

        Assert.Equal(CliApp.Fine, cli.Run("mine", "--accept", "review.csv", "--by", "wang", "-w", cli.Folder));
        Assert.Contains("1 terms added", cli.Error, StringComparison.Ordinal);

        Assert.Equal(CliApp.Fine, cli.Run("lookup", "茶叶基金", "-w", cli.Folder));
        Assert.Contains("tea fund", cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_is_not_there_is_one_line_and_the_others_are_mined()
    {
        using var cli = Start();
        Assert.Equal(CliApp.BadInput, cli.Run("mine", "missing.txt", "tea.txt", "-w", cli.Folder));
        Assert.Contains("missing.txt", cli.Error, StringComparison.Ordinal);
        Assert.Contains("tea fund", cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Neither_document_nor_review_is_bad_usage()
    {
        using var cli = new CliRun();
        Assert.Equal(CliApp.BadInput, cli.Run("mine"));
    }

    [Fact]
    public void A_bitext_gives_terms_that_carry_no_gloss()
    {
        using var cli = new CliRun();
        cli.Write("m.tsv", "每个渔村应当有数字码头。\tEach village should have a digital wharf.\n数字码头由企业投资。\tThe digital wharf is paid for by enterprises.\n去年新建了数字码头。\tLast year a digital wharf was built.\n");

        Assert.Equal(CliApp.Fine, cli.Run("mine", "m.tsv", "--format", "tsv"));

        var rows = cli.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("document\tline\tzh\ten\tkind\tacronym\tconfidence", rows[0]);
        Assert.Contains(rows, static r => r.StartsWith("m.tsv\t1\t数字码头\tdigital wharf\tbitext\t\t0.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_bitext_that_is_missing_is_told_in_one_line()
    {
        using var cli = new CliRun();

        Assert.Equal(CliApp.BadInput, cli.Run("mine", "none.tmx"));

        Assert.Contains("none.tmx", cli.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", cli.Error, StringComparison.Ordinal);
    }
}
