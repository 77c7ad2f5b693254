namespace Termbase.Cli.Tests;

public class RecognizeCommandTests
{
    [Fact]
    public void Each_occurrence_is_a_row_with_its_place_in_code_points()
    {
        using var cli = new CliRun();
        cli.Write("terms.csv", "concept,zh,en,status\nc1,研究生,graduate student,preferred\n");
        cli.Write("text.txt", "无关\n𠮷的研究生很多。\nThe graduate students' library.\n");

        Assert.Equal(CliApp.Fine, cli.Run("recognize", "text.txt", "--glossary", "terms.csv", "--format", "tsv"));

        Assert.Equal("line\tcolumn\tlength\ttext\tconcept\tstatus\n2\t3\t3\t研究生\tc1\tpreferred\n3\t5\t17\tgraduate students\tc1\tpreferred\n", cli.Out);
    }

    [Fact]
    public void A_term_that_would_cut_a_word_is_not_found()
    {
        using var cli = new CliRun();
        cli.Write("terms.csv", "concept,zh,en,status\nc1,研究生,graduate student,preferred\n");
        cli.Write("text.txt", "他们研究生命的起源。\n");

        cli.Run("recognize", "text.txt", "--glossary", "terms.csv", "--format", "tsv");

        Assert.Equal("line\tcolumn\tlength\ttext\tconcept\tstatus\n", cli.Out);
    }

    [Fact]
    public void A_missing_glossary_is_bad_input()
    {
        using var cli = new CliRun();
        cli.Write("text.txt", "研究\n");

        Assert.Equal(CliApp.BadInput, cli.Run("recognize", "text.txt", "--glossary", "none.csv"));
        Assert.Contains("none.csv", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_not_counted()
    {
        using var cli = new CliRun();
        cli.Write("terms.csv", "concept,zh,en,status\nc1,研究生,graduate student,preferred\n");
        cli.Write("text.txt", "研究生\n");

        Assert.Equal(CliApp.BadInput, cli.Run("recognize", "none.txt", "--glossary", "terms.csv"));
        Assert.DoesNotContain("occurrence", cli.Error, StringComparison.Ordinal);
        Assert.Equal(CliApp.BadInput, cli.Run("recognize", "none.txt", "text.txt", "--glossary", "terms.csv"));
        Assert.Contains("text.txt: 1 occurrence of 1 concept.", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bitext_is_read_by_units_and_each_occurrence_names_unit_and_side()
    {
        using var cli = new CliRun();
        cli.Write("terms.csv", "concept,zh,en,status\nc1,研究生,graduate student,preferred\n");
        cli.Write("memory.tsv", "招收研究生。\tAdmit graduate students.\n");

        Assert.Equal(CliApp.Fine, cli.Run("recognize", "memory.tsv", "--glossary", "terms.csv", "--format", "tsv"));

        Assert.Equal(
            "line\tcolumn\tlength\ttext\tconcept\tstatus\tpath\tunit\tside\n1\t3\t3\t研究生\tc1\tpreferred\tmemory.tsv\t1\tzh\n1\t7\t17\tgraduate students\tc1\tpreferred\tmemory.tsv\t1\ten\n",
            cli.Out);
    }

    [Fact]
    public void Several_files_and_folders_are_read_and_the_unreadable_one_is_told()
    {
        using var cli = new CliRun();
        cli.Write("terms.csv", "concept,zh,en,status\nc1,研究生,graduate student,preferred\n");
        cli.Write("drafts/a.txt", "研究生\n");
        cli.Write("drafts/b.tsv", "研究生\tnone\n");

        Assert.Equal(CliApp.BadInput, cli.Run("recognize", "drafts", "gone.txt", "--glossary", "terms.csv"));

        Assert.Equal(
            "drafts/a.txt:1:1: 研究生  graduate student  [preferred c1]\ndrafts/b.tsv:1:1: unit 1 zh: 研究生  graduate student  [preferred c1]\n",
            cli.Out.Replace('\\', '/'));
        Assert.Contains("gone.txt: no such file", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_the_fields_of_the_table()
    {
        using var cli = new CliRun();
        cli.Write("terms.csv", "concept,zh,en,status\nc1,研究生,graduate student,preferred\n");
        cli.Write("text.txt", "研究生和研究生\n");

        cli.Run("recognize", "text.txt", "--glossary", "terms.csv", "--format", "json");

        using var json = System.Text.Json.JsonDocument.Parse(cli.Out);
        Assert.Equal([1, 5], json.RootElement.EnumerateArray().Select(static o => o.GetProperty("column").GetInt32()));
    }

    [Theory]
    [InlineData("g.tbx")]
    [InlineData("g.xlsx")]
    [InlineData("g.lex")]
    [InlineData("client.csv")]
    public void A_glossary_may_be_of_any_format(string glossary)
    {
        using var cli = new CliRun();
        cli.Write("g.csv", "zh,en\n社会资本,social capital\n");
        cli.Write("client.csv", "中文,English\n社会资本,social capital\n");
        cli.Run("convert", "g.csv", "g.tbx");
        cli.Run("convert", "g.csv", "g.xlsx");
        cli.Run("convert", "g.csv", "g.lex");
        cli.Write("t.txt", "社会资本很多。\n");

        Assert.Equal(CliApp.Fine, cli.Run("recognize", "t.txt", "--glossary", glossary, "--format", "tsv"));

        Assert.Contains("\n1\t1\t4\t社会资本\t", cli.Out, StringComparison.Ordinal);
    }
}
