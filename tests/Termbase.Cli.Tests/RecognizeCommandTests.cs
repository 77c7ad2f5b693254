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
}
