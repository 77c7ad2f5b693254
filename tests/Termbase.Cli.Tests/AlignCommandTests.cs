using System.Text;
using Termbase.Cli;

namespace Termbase.Cli.Tests;

public class AlignCommandTests
{
    private const string Zh = "港口建于1998年。\n王小明的父亲在这里当工人。\n他每天早上五点起床。\n你还记得那场大雨吗？\n政府派来了医生和粮食。\n";
    private const string En = "The harbour was built in 1998.\nWang Xiaoming's father was a worker here.\nHe got up at five every morning.\nDo you remember that heavy rain?\nThe government sent doctors and grain.\n";

    [Fact]
    public void A_memory_is_made_with_its_origin()
    {
        using var cli = new CliRun();
        cli.Write("a.zh", Zh);
        cli.Write("a.en", En);

        Assert.Equal(CliApp.Fine, cli.Run("align", "a.zh", "a.en", "--sentences", "-o", "a.tmx"));

        var tmx = File.ReadAllText(Path.Combine(cli.Folder, "a.tmx"));
        Assert.Contains("<prop type=\"x-origin\">aligned</prop>", tmx, StringComparison.Ordinal);
        Assert.Equal(5, tmx.Split("<tu ").Length - 1);
    }

    [Fact]
    public void Links_are_printed_by_their_numbers()
    {
        using var cli = new CliRun();
        cli.Write("a.zh", Zh);
        cli.Write("a.en", En);

        Assert.Equal(CliApp.Fine, cli.Run("align", "a.zh", "a.en", "--sentences", "--format", "links"));

        Assert.Equal("[0]:[0]\n[1]:[1]\n[2]:[2]\n[3]:[3]\n[4]:[4]\n", cli.Out);
    }

    [Fact]
    public void Equally_many_lines_that_are_not_paired_by_number_get_a_hint()
    {
        using var cli = new CliRun();
        cli.Write("a.zh", "港口今天开放。\n船停在泊位。\n天气很好。\n");
        cli.Write("a.en", "The port is open today.\nThe weather is fine.\nThe ship lies at the berth.\n");
        cli.Run("align", "a.zh", "a.en", "--sentences");
        Assert.Contains("both have 3 lines, but not every line was paired with the one of its number", cli.Error, StringComparison.Ordinal);

        cli.Write("b.zh", Zh);
        cli.Write("b.en", En);
        cli.Run("align", "b.zh", "b.en", "--sentences");
        Assert.DoesNotContain("both have", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Documents_in_GB18030_are_read_and_cut_into_sentences()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var cli = new CliRun();
        cli.Write("a.txt", Encoding.GetEncoding("GB18030").GetBytes(Zh.Replace("\n", "", StringComparison.Ordinal)));
        cli.Write("b.txt", En.Replace('\n', ' '));

        Assert.Equal(CliApp.Fine, cli.Run("align", "a.txt", "b.txt", "--format", "links"));

        Assert.Equal(5, cli.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void Documents_of_the_same_name_in_two_folders_are_pairs()
    {
        using var cli = new CliRun();
        cli.Write("zh/a.txt", Zh);
        cli.Write("en/a.txt", En);
        cli.Write("zh/alone.txt", Zh);

        Assert.Equal(CliApp.BadInput, cli.Run("align", "zh", "en", "--sentences", "-o", "all.tmx"));

        Assert.Contains("alone.txt: no English document of the same name", cli.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(cli.Folder, "all.tmx")));
    }

    [Fact]
    public void A_corrected_table_makes_the_memory()
    {
        using var cli = new CliRun();
        cli.Write("a.zh", Zh);
        cli.Write("a.en", En);
        Assert.Equal(CliApp.Fine, cli.Run("align", "a.zh", "a.en", "--sentences", "--review", "review.html"));
        var table = Path.Combine(cli.Folder, "review.tsv");
        var rows = File.ReadAllLines(table);
        File.WriteAllLines(table, [rows[0], "1-2\t1-2", .. rows[3..]]);

        Assert.Equal(CliApp.Fine, cli.Run("align", "a.zh", "a.en", "--sentences", "--accept", "review.tsv", "-o", "a.tmx"));

        var tmx = File.ReadAllText(Path.Combine(cli.Folder, "a.tmx"));
        Assert.Contains("<seg>港口建于1998年。王小明的父亲在这里当工人。</seg>", tmx, StringComparison.Ordinal);
        Assert.Contains("<prop type=\"x-status\">reviewed</prop>", tmx, StringComparison.Ordinal);
    }

    [Fact]
    public void One_document_alone_is_a_mistake_told_in_one_line()
    {
        using var cli = new CliRun();
        cli.Write("a.zh", Zh);

        Assert.Equal(CliApp.BadInput, cli.Run("align", "a.zh"));

        Assert.Equal("termbase: documents are aligned in pairs: name a Chinese one, then its English translation\n", cli.Error);
    }

    [Theory]
    [InlineData("", En, "holds no text to align")]
    [InlineData(En, Zh, "give the Chinese document first")]
    [InlineData(En, En, "both documents are English")]
    [InlineData(Zh, "Le port fut construit en pierre.\nLes marins chantaient sur le quai.\nUne grande pluie tomba pendant la nuit.\n", "does not look like a translation")]
    public void What_is_no_pair_of_Chinese_and_English_is_told_in_one_line(string zh, string en, string message)
    {
        using var cli = new CliRun();
        cli.Write("a.txt", zh);
        cli.Write("b.txt", en);

        Assert.Equal(CliApp.BadInput, cli.Run("align", "a.txt", "b.txt", "-o", "m.tmx"));

        Assert.Contains(message, cli.Error, StringComparison.Ordinal);
        Assert.Single(cli.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.False(File.Exists(Path.Combine(cli.Folder, "m.tmx")));
    }

    [Fact]
    public void A_document_of_one_line_is_cut_into_its_sentences()
    {
        using var cli = new CliRun();
        cli.Write("a.txt", string.Concat(Enumerable.Range(1, 400).Select(static i => $"第{i}号船运来了{i * 7}吨货物，停靠在旧码头。")));
        cli.Write("b.txt", string.Join(' ', Enumerable.Range(1, 400).Select(static i => $"Ship No. {i} brought {i * 7} tons of goods and moored at the old wharf.")));

        Assert.Equal(CliApp.Fine, cli.Run("align", "a.txt", "b.txt", "--format", "links"));

        Assert.Equal(400, cli.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void Another_edition_and_the_parts_that_it_lacks_are_told_with_their_lines()
    {
        using var cli = new CliRun();
        var folder = Path.Combine(SharedFolder.Repository, "tests", "data", "alignment");
        cli.Write("old.txt", File.ReadAllText(Path.Combine(folder, "harbour-2015.zh.txt")));
        cli.Write("new.txt", File.ReadAllText(Path.Combine(folder, "harbour-2023.en.txt")));

        Assert.Equal(CliApp.Fine, cli.Run("align", "old.txt", "new.txt", "-o", "m.tmx"));

        Assert.Contains("seems to translate another edition of old.txt", cli.Error, StringComparison.Ordinal);
        Assert.Contains("does not correspond, left out: old.txt: lines 24 to 26; new.txt: nothing", cli.Error, StringComparison.Ordinal);
    }
}
