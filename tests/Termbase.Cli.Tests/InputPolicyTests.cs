using System.Text;

namespace Termbase.Cli.Tests;

/// <summary>What every command does with an input that it can read in part, or that holds nothing.</summary>
public sealed class InputPolicyTests : IDisposable
{
    private const string Head = "<tmx version=\"1.4\"><header creationtool=\"x\" creationtoolversion=\"1\" segtype=\"sentence\" o-tmf=\"x\" adminlang=\"en\" srclang=\"zh-CN\" datatype=\"plaintext\"/><body>\n";
    private const string Sound = "<tu tuid=\"1\"><tuv xml:lang=\"zh-CN\"><seg>科技创新</seg></tuv><tuv xml:lang=\"en\"><seg>Innovation</seg></tuv></tu>\n";
    private const string OneSided = "<tu tuid=\"2\"><tuv xml:lang=\"zh-CN\"><seg>军民融合</seg></tuv></tu>\n";
    private const string End = "</body></tmx>\n";

    private readonly CliRun _cli = new();

    public InputPolicyTests()
    {
        _cli.Write("ok.tmx", Head + Sound + End);
        _cli.Write("part.tmx", Head + Sound + OneSided + End);
        _cli.Write("none.tmx", Head + End);
        _cli.Write("zero.tmx", "");
        _cli.Write("empty.txt", "\n");
        _cli.Write("terms.csv", "concept,zh,en,status\nc1,科技创新,innovation,preferred\n");
        _cli.Write("part.csv", "concept,zh,en,status\nc1,科技创新,innovation,preferred\nc2,军民融合,,preferred\n");
    }

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("lint part.tmx")]
    [InlineData("mine part.tmx")]
    [InlineData("analyse part.tmx --memory ok.tmx")]
    [InlineData("recognize part.tmx --glossary terms.csv")]
    [InlineData("recognize ok.tmx --glossary part.csv")]
    [InlineData("convert part.tmx out.tsv")]
    [InlineData("convert part.csv out.tbx")]
    [InlineData("import part.csv")]
    [InlineData("dedupe part.tmx --near 0")]
    [InlineData("doctor part.tmx --doubtful")]
    [InlineData("merge part.tmx ok.tmx")]
    [InlineData("stats --memory part.tmx")]
    public void What_was_left_out_of_an_input_is_told_and_ends_with_2(string line)
    {
        Assert.Equal(CliApp.BadInput, _cli.Run(line.Split(' ')));

        Assert.Contains("(left out)", _cli.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lint none.tmx")]
    [InlineData("lint zero.tmx")]
    [InlineData("lint empty.txt")]
    [InlineData("mine none.tmx")]
    [InlineData("mine empty.txt")]
    [InlineData("analyse none.tmx --memory ok.tmx")]
    [InlineData("analyse empty.txt --memory ok.tmx")]
    [InlineData("recognize none.tmx --glossary terms.csv")]
    [InlineData("recognize zero.tmx --glossary terms.csv")]
    [InlineData("recognize empty.txt --glossary terms.csv")]
    [InlineData("convert none.tmx out.tsv")]
    [InlineData("convert zero.tmx out.tsv")]
    [InlineData("dedupe none.tmx --near 0")]
    [InlineData("doctor none.tmx --doubtful")]
    [InlineData("merge none.tmx ok.tmx")]
    [InlineData("stats --memory none.tmx")]
    [InlineData("match 科技 --memory none.tmx")]
    [InlineData("match --queries empty.txt --memory ok.tmx")]
    [InlineData("pretranslate zero.tmx -o out.tmx --memory ok.tmx")]
    public void An_input_that_holds_nothing_is_told_in_one_line_and_is_no_error(string line)
    {
        Assert.Equal(CliApp.Fine, _cli.Run(line.Split(' ')));

        Assert.Single(_cli.Error.Split('\n'), static l => l.Contains("holds no ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("match 科技", "refused.tmx", "refused.tmx:2:")]
    [InlineData("match 科技", "junk.tmx", "junk.tmx: is a binary file")]
    [InlineData("analyse empty.txt", "junk.tmx", "junk.tmx: is a binary file")]
    [InlineData("pretranslate ok.tmx -o out.tmx", "junk.tmx", "junk.tmx: is a binary file")]
    public void A_memory_that_cannot_be_read_ends_with_2_at_every_run(string line, string memory, string said)
    {
        _cli.Write("refused.tmx", Head + OneSided + End);
        _cli.Write("junk.tmx", [1, 0, 2, 0, 3, 0, 4]);
        for (var run = 0; run < 2; run++)
        {
            Assert.Equal(CliApp.BadInput, _cli.Run([.. line.Split(' '), "--memory", memory]));
            Assert.Contains(said, _cli.Error, StringComparison.Ordinal);
            Assert.Contains($"nothing to match against: no unit of {memory} can be read", _cli.Error, StringComparison.Ordinal);
            Assert.False(File.Exists(Path.Combine(_cli.Folder, "out.tmx")));
        }
    }

    [Fact]
    public void A_memory_that_can_be_read_is_used_beside_one_that_cannot()
    {
        _cli.Write("junk.tmx", [1, 0, 2, 0, 3, 0, 4]);

        Assert.Equal(CliApp.BadInput, _cli.Run("match", "科技创新", "--memory", "junk.tmx", "ok.tmx"));

        Assert.StartsWith("100% 科技创新", _cli.Out, StringComparison.Ordinal);
        Assert.Contains("junk.tmx: is a binary file", _cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Dedupe_goes_on_past_files_that_cannot_be_read_and_names_them()
    {
        _cli.Write("tm/a.tmx", Head + Sound + End);
        _cli.Write("tm/b.tmx", [1, 0, 2, 0, 3, 0, 4]);
        _cli.Write("tm/c.tmx", Head + Sound + OneSided + End);

        Assert.Equal(CliApp.BadInput, _cli.Run("dedupe", "tm", "missing.tmx", "-o", "out.tmx", "--near", "0"));

        Assert.Contains("missing.tmx: no such file", _cli.Error, StringComparison.Ordinal);
        Assert.Contains(Path.Combine("tm", "b.tmx") + ": is a binary file", _cli.Error, StringComparison.Ordinal);
        Assert.Contains("out.tmx: 1 unit written, without what could not be read.", _cli.Error, StringComparison.Ordinal);
        Assert.Contains("2 units read, 1 kept", _cli.Out, StringComparison.Ordinal);
        Assert.Contains("科技创新", File.ReadAllText(Path.Combine(_cli.Folder, "out.tmx")), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_text_of_match_is_a_query()
    {
        Assert.Equal(CliApp.Fine, _cli.Run("match", "科技创新", "a long way", "--memory", "ok.tmx"));
        Assert.StartsWith("1: 科技创新\n100% 科技创新\n", _cli.Out, StringComparison.Ordinal);
        Assert.EndsWith("2: a long way\n   -\n", _cli.Out, StringComparison.Ordinal);

        _cli.Run("match", "a", "long", "way", "--memory", "ok.tmx");
        Assert.Contains("3 queries of one word each; a segment of several words stands in quotes: termbase match \"a long way\"", _cli.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lint terms.csv")]
    [InlineData("lint terms.tbx")]
    [InlineData("recognize terms.csv --glossary terms.csv")]
    [InlineData("recognize terms.tbx --glossary terms.csv")]
    [InlineData("mine terms.csv")]
    [InlineData("analyse terms.tbx --memory ok.tmx")]
    public void A_termbase_is_not_read_as_a_text(string line)
    {
        _cli.Run("convert", "terms.csv", "terms.tbx");

        Assert.Equal(CliApp.BadInput, _cli.Run([.. line.Split(' '), "-w", "."]));

        Assert.Contains($"termbase: {line.Split(' ')[1]}: is a termbase, not a text: 'termbase doctor' checks it", _cli.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("科技创新", _cli.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("doctor prose.txt")]
    [InlineData("convert prose.txt out.csv")]
    public void A_text_is_not_read_as_a_glossary(string line)
    {
        _cli.Write("prose.txt", "科技创新是关键。\n二、\t部署\n三月起施行。\n");

        Assert.Equal(CliApp.BadInput, _cli.Run(line.Split(' ')));

        Assert.Equal("termbase: prose.txt: is text, not a glossary, in which most lines have a tab between source and target; its terms are found by 'termbase recognize', its faults by 'termbase lint'\n", _cli.Error);
    }

    [Theory]
    [InlineData("lint ../part.tmx")]
    [InlineData("dedupe ../part.tmx --near 0")]
    [InlineData("stats --memory ../part.tmx")]
    [InlineData("mine ../part.tmx")]
    [InlineData("merge ../part.tmx ../ok.tmx")]
    [InlineData("convert ../part.tmx out.tsv")]
    [InlineData("recognize ../part.tmx --glossary ../terms.csv")]
    public void A_file_is_called_in_every_line_as_the_user_called_it(string line)
    {
        Directory.CreateDirectory(Path.Combine(_cli.Folder, "sub"));
        _cli.Directory = "sub";

        _cli.Run(line.Split(' '));

        Assert.Contains("../part.tmx:3:", _cli.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Path.Combine(_cli.Folder, "part.tmx"), _cli.Error + _cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Hits_of_a_named_workspace_are_called_by_that_name()
    {
        _cli.Write("tm/tmx/a.tmx", Head + Sound + End);
        Directory.CreateDirectory(Path.Combine(_cli.Folder, "sub"));
        _cli.Directory = "sub";

        _cli.Run("search", "科技", "-w", "../tm");
        Assert.Contains("  ../tm/tmx/a.tmx:2 1\n", _cli.Out.Replace('\\', '/'), StringComparison.Ordinal);
        _cli.Run("match", "科技创新", "-w", "../tm");
        Assert.Contains("  ../tm/tmx/a.tmx:2 · 1", _cli.Out.Replace('\\', '/'), StringComparison.Ordinal);
    }

    [Fact]
    public void Wide_rows_have_a_header_and_always_the_same_columns()
    {
        _cli.Write("text.txt", "科技创新\n");

        _cli.Run("match", "科技创新", "--memory", "ok.tmx", "--format", "tsv", "--wide");
        Assert.Equal("query\tscore\tsource\ttarget\tunit\tpath\tline\n1\t100\t科技创新\tInnovation\t1\tok.tmx\t2\n", _cli.Out);
        const string Header = "line\tcolumn\tlength\ttext\tconcept\tstatus\tpath\tunit\tside\n";
        _cli.Run("recognize", "text.txt", "--glossary", "terms.csv", "--format", "tsv", "--wide");
        Assert.Equal(Header + "1\t1\t4\t科技创新\tc1\tpreferred\ttext.txt\t\t\n", _cli.Out);
        _cli.Run("recognize", "ok.tmx", "--glossary", "terms.csv", "--format", "tsv", "--wide");
        Assert.StartsWith(Header + "2\t1\t4\t科技创新\tc1\tpreferred\tok.tmx\t1\tzh\n", _cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_are_not_passed_over_in_silence()
    {
        _cli.Run("convert", "ok.tmx", "out.tsv", "--columns", "zh=1,en=2");

        Assert.Contains("ok.tmx: --columns means nothing here: .tmx has no columns to choose from", _cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_workspace_lacks_is_told_with_what_to_do()
    {
        _cli.Write("bare/text.md", "科技创新。");

        Assert.Equal(CliApp.Fine, _cli.Run("search", "科技", "-w", "bare"));
        Assert.Contains("bare has no memory to search; put TMX files into its folder tmx/", _cli.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("0 units", _cli.Error, StringComparison.Ordinal);

        Assert.Equal(CliApp.Fine, _cli.Run("recognize", "bare/text.md", "-w", "bare"));
        Assert.Contains("bare has no glossary, so no term is known; name one with --glossary FILE", _cli.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "TEXT is empty")]
    [InlineData("*", "'*' stands for any text")]
    [InlineData("* *", "'* *' stands for any text")]
    public void A_search_for_nothing_is_told_in_one_line(string text, string said)
    {
        Assert.Equal(CliApp.BadInput, _cli.Run("search", text, "-w", "."));

        Assert.StartsWith("termbase: " + said, Assert.Single(_cli.Error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dedupe part.tmx -o part.tmx --near 0")]
    [InlineData("convert part.tmx part.tmx")]
    [InlineData("merge part.tmx ok.tmx -o part.tmx")]
    public void A_file_is_not_written_over_without_the_units_that_could_not_be_read(string line)
    {
        Assert.Equal(CliApp.BadInput, _cli.Run(line.Split(' ')));

        Assert.Contains("part.tmx: not written over, for it is the only copy of 1 unit", _cli.Error, StringComparison.Ordinal);
        Assert.Equal(Head + Sound + OneSided + End, File.ReadAllText(Path.Combine(_cli.Folder, "part.tmx")));
    }

    [Theory]
    [InlineData("refused.tmx", "out.tsv", "nothing of refused.tmx could be read (1 of 1 left out)")]
    [InlineData("refused.csv", "out.tbx", "nothing of refused.csv could be read (1 of 1 left out)")]
    [InlineData("none.tmx", "out.tsv", "none.tmx holds nothing")]
    [InlineData("zero.tmx", "out.tsv", "zero.tmx holds nothing")]
    public void Convert_puts_no_empty_file_in_the_place_of_a_good_one(string input, string output, string said)
    {
        _cli.Write("refused.tmx", Head + OneSided + End);
        _cli.Write("refused.csv", "concept,zh,en,status\nc2,军民融合,,preferred\n");
        _cli.Write(output, "good");

        Assert.Equal(CliApp.BadInput, _cli.Run("convert", input, output));

        Assert.Contains($"termbase: {output}: not written; the file there stays as it was: {said}", _cli.Error, StringComparison.Ordinal);
        Assert.Equal("good", File.ReadAllText(Path.Combine(_cli.Folder, output)));
    }

    [Theory]
    [InlineData("dedupe tm --near 0", "2 units read, 1 kept")]
    [InlineData("doctor tm --doubtful", "2 units")]
    [InlineData("doctor tm", "b.tmx: 1 read")]
    public void A_folder_stands_for_the_memories_in_it(string line, string said)
    {
        _cli.Write("tm/a.tmx", Head + Sound + End);
        _cli.Write("tm/deep/b.tmx", Head + Sound + End);
        _cli.Write("tm/notes.txt", "no memory");

        Assert.Equal(CliApp.Fine, _cli.Run(line.Split(' ')));

        Assert.Contains(said, _cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_has_one_name()
    {
        _cli.Input = Encoding.UTF8.GetBytes("科技创新是关键。\n");
        _cli.Run("analyse", "-", "--memory", "ok.tmx");
        Assert.StartsWith("<stdin>\n", _cli.Out, StringComparison.Ordinal);

        _cli.Run("recognize", "-", "--glossary", "terms.csv");
        Assert.StartsWith("<stdin>:1:1: 科技创新", _cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Align_says_that_a_bitext_is_aligned_already()
    {
        Assert.Equal(CliApp.BadInput, _cli.Run("align", "ok.tmx", "-o", "out.tmx"));

        Assert.Contains("ok.tmx: is a bitext", _cli.Error, StringComparison.Ordinal);
    }
}
