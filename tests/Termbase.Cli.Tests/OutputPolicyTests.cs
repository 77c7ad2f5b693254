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

    [Fact]
    public void A_link_to_an_input_is_that_input()
    {
        using var cli = new CliRun();
        File.CreateSymbolicLink(Path.Combine(cli.Folder, "link.txt"), cli.Write("a.txt", Text));

        Assert.Equal(CliApp.BadInput, cli.Run("lint", "a.txt", "-o", "link.txt", "-w", cli.Folder));
        Assert.Equal(CliApp.BadInput, cli.Run("lint", "link.txt", "-o", "a.txt", "-w", cli.Folder));
        Assert.Equal(Text, File.ReadAllText(Path.Combine(cli.Folder, "a.txt")));
    }

    [Theory]
    [InlineData("stats --format json -o tmx/memory.tsv")]
    [InlineData("stats --format json -o termbase.toml")]
    [InlineData("lint a.txt --format json -o tmx/memory.tsv")]
    [InlineData("lint a.txt --format json -o termbase.toml")]
    [InlineData("align zh.txt a.txt --sentences -o tmx/memory.tsv")]
    [InlineData("export csv -o termbase.toml")]
    public void No_command_writes_over_the_workspace(string line)
    {
        using var cli = new CliRun();
        cli.Run("init", "-w", cli.Folder);
        cli.Write("tmx/memory.tsv", Units);
        cli.Write("a.txt", Text);
        cli.Write("zh.txt", "我们修路。\n");
        var file = Path.Combine(cli.Folder, line.Split(' ')[^1]);
        var before = File.ReadAllText(file);

        Assert.Equal(CliApp.BadInput, cli.Run([.. line.Split(' '), "-w", cli.Folder]));
        Assert.Single(cli.Error.Split('\n'), static l => l.StartsWith("termbase: ", StringComparison.Ordinal));
        Assert.Equal(before, File.ReadAllText(file));
    }

    [Theory]
    [InlineData("export tmx -o x.csv", "name a file with the ending .tmx")]
    [InlineData("export csv -o x.tmx", "name a file with the ending .csv")]
    [InlineData("lint a.txt --format html -o x.xlf", "what is written is a report (html)")]
    [InlineData("analyse a.txt --format json -o x.tmx", "what is written is a report (json)")]
    public void An_ending_of_another_format_is_refused(string line, string told)
    {
        using var cli = new CliRun();
        cli.Write("a.txt", Text);

        Assert.Equal(CliApp.BadInput, cli.Run([.. line.Split(' '), "-w", cli.Folder]));
        Assert.Contains(told, cli.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(cli.Folder, line.Split(' ')[^1])));
    }

    [Fact]
    public void An_OmegaT_project_is_a_folder()
    {
        using var cli = new CliRun();
        cli.Write("job.xlf", "<xliff/>");

        Assert.Equal(CliApp.BadInput, cli.Run("export", "omegat", "-o", "job.xlf", "-w", cli.Folder));
        Assert.Equal("termbase: job.xlf: is a file; export omegat writes a folder: name one\n", cli.Error);
    }

    [Fact]
    public void A_repair_leaves_the_damaged_file()
    {
        using var cli = new CliRun();
        cli.Write("m.tsv", "修路\tThey build the road.\n桥\n");
        var before = File.ReadAllText(Path.Combine(cli.Folder, "m.tsv"));

        Assert.Equal(CliApp.BadInput, cli.Run("doctor", "m.tsv", "--repair", "m.tsv"));
        Assert.Contains("m.tsv: is read by this very command", cli.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(Path.Combine(cli.Folder, "m.tsv")));
    }

    [Fact]
    public void A_review_does_not_take_the_place_of_the_table_that_is_accepted()
    {
        using var cli = new CliRun();
        cli.Write("zh.txt", "我们修路。\n");
        cli.Write("en.txt", "We build the road.\n");
        cli.Run("align", "zh.txt", "en.txt", "--sentences", "--review", "r.html", "-w", cli.Folder);
        var before = File.ReadAllText(Path.Combine(cli.Folder, "r.tsv"));
        foreach (var last in new[] { new[] { "--review", "r.html" }, ["-o", "r.tsv"] })
        {
            Assert.Equal(CliApp.BadInput, cli.Run(["align", "zh.txt", "en.txt", "--sentences", "--accept", "r.tsv", .. last, "-w", cli.Folder]));
            Assert.Contains("r.tsv: is read by this very command", cli.Error, StringComparison.Ordinal);
        }

        Assert.Equal(before, File.ReadAllText(Path.Combine(cli.Folder, "r.tsv")));
    }

    [Fact]
    public void Pretranslation_in_place_keeps_what_could_not_be_read_and_the_memory()
    {
        using var cli = new CliRun();
        const string Damaged = "msgid \"\"\nmsgstr \"Language: en\\nContent-Type: text/plain; charset=UTF-8\\n\"\n\nmsgid \"修路\"\nmsgstr \"\"\n\nmsgid \"桥\nmsgstr \"x\"\n";
        cli.Write("job.po", Damaged);
        cli.Write("memory.po", Damaged.Replace("msgid \"修路\"\nmsgstr \"\"", "msgid \"修路\"\nmsgstr \"Road\"", StringComparison.Ordinal));
        var memory = File.ReadAllText(Path.Combine(cli.Folder, "memory.po"));

        Assert.Equal(CliApp.BadInput, cli.Run("pretranslate", "job.po", "--memory", "memory.po", "-o", "job.po", "-w", cli.Folder));
        Assert.Contains("job.po: not written over", cli.Error, StringComparison.Ordinal);
        Assert.Equal(Damaged, File.ReadAllText(Path.Combine(cli.Folder, "job.po")));
        Assert.Equal(CliApp.BadInput, cli.Run("pretranslate", "job.po", "--memory", "memory.po", "-o", "memory.po", "-w", cli.Folder));
        Assert.Contains("memory.po: is read by this very command", cli.Error, StringComparison.Ordinal);
        Assert.Equal(memory, File.ReadAllText(Path.Combine(cli.Folder, "memory.po")));
    }

    [Fact]
    public void A_review_made_again_keeps_the_table_that_was_corrected()
    {
        using var cli = new CliRun();
        cli.Write("zh.txt", "我们修路。\n路很长。\n");
        cli.Write("en.txt", "We build the road.\nThe road is long.\n");
        string[] line = ["align", "zh.txt", "en.txt", "--sentences", "--review", "r.html", "-w", cli.Folder];
        Assert.Equal(CliApp.Fine, cli.Run(line));
        Assert.Equal(CliApp.Fine, cli.Run(line));
        var table = Path.Combine(cli.Folder, "r.tsv");
        var corrected = File.ReadAllText(table).Replace("2\t2", "2\t", StringComparison.Ordinal);
        File.WriteAllText(table, corrected);

        Assert.Equal(CliApp.BadInput, cli.Run(line));

        Assert.Contains("r.tsv: is not what would be written", cli.Error, StringComparison.Ordinal);
        Assert.Contains("--accept r.tsv", cli.Error, StringComparison.Ordinal);
        Assert.Equal(corrected, File.ReadAllText(table));
    }

    [Theory]
    [InlineData("r.tsv", "its ending is .html")]
    [InlineData("r", "its ending is .html")]
    [InlineData("-", "its ending is .html")]
    [InlineData("other.html", "is there and is no page of a review")]
    public void A_review_is_a_page_and_replaces_none_but_such(string page, string told)
    {
        using var cli = new CliRun();
        cli.Write("zh.txt", "我们修路。\n");
        cli.Write("en.txt", "We build the road.\n");
        cli.Write("other.html", "<p>mine</p>");

        Assert.Equal(CliApp.BadInput, cli.Run("align", "zh.txt", "en.txt", "--sentences", "--review", page, "-w", cli.Folder));

        Assert.Contains(told, cli.Error, StringComparison.Ordinal);
        Assert.Equal(["en.txt", "other.html", "zh.txt"], Names(cli.Folder));
        Assert.Equal("<p>mine</p>", File.ReadAllText(Path.Combine(cli.Folder, "other.html")));
    }

    [Theory]
    [InlineData("merge a.csv b.csv -o b.csv", "is read by this very command")]
    [InlineData("merge a.csv b.csv --base o.csv -o o.csv", "is read by this very command")]
    [InlineData("merge a.tsv b.tsv -o b.tsv", "is read by this very command")]
    [InlineData("merge a.csv b.csv -o glossary/terms.csv", "is a file of the workspace")]
    [InlineData("merge a.csv b.csv -o x.tmx", "is named as another format")]
    [InlineData("merge a.csv b.csv -o x.xlsx", "is named as another format")]
    [InlineData("merge a.tsv b.tsv -o x.csv", "no format of memories")]
    [InlineData("merge a.csv open.csv -o a.csv", "open.csv:2:1: a quote is opened and never closed")]
    [InlineData("merge open.csv a.csv -o open.csv", "open.csv:2:1: a quote is opened and never closed")]
    public void A_merge_loses_nothing_that_it_reads(string line, string told)
    {
        using var cli = new CliRun();
        cli.Run("init", "-w", cli.Folder);
        cli.Write("glossary/terms.csv", "zh,en\n社会资本,social capital\n");
        cli.Write("a.csv", "zh,en,status\n茶园,tea garden,preferred\n");
        cli.Write("b.csv", "zh,en,status\n公路,highway,preferred\n");
        cli.Write("o.csv", "zh,en,status\n河,river,preferred\n");
        cli.Write("open.csv", "zh,en,status\n桥,\"bridge,preferred\n河,river,preferred\n");
        cli.Write("a.tsv", "茶园\ttea garden\n");
        cli.Write("b.tsv", "公路\thighway\n");
        var before = Contents(cli.Folder);

        Assert.Equal(CliApp.BadInput, cli.Run([.. line.Split(' '), "-w", cli.Folder]));

        Assert.Contains(told, cli.Error, StringComparison.Ordinal);
        Assert.Equal(before, Contents(cli.Folder));
    }

    [Fact]
    public void A_merge_goes_into_mine_or_to_standard_output()
    {
        using var cli = new CliRun();
        cli.Write("a.csv", "zh,en,status\n茶园,tea garden,preferred\n");
        cli.Write("b.csv", "zh,en,status\n公路,highway,preferred\n");
        const string Both = "zh,en,status\n茶园,tea garden,preferred\n公路,highway,preferred\n";

        Assert.Equal(CliApp.Fine, cli.Run("merge", "a.csv", "b.csv", "-o", "-"));
        Assert.Equal(Both, cli.Out);
        Assert.Contains("+ 公路 → highway", cli.Error, StringComparison.Ordinal);
        Assert.Equal(["a.csv", "b.csv"], Names(cli.Folder));

        Assert.Equal(CliApp.Fine, cli.Run("merge", "a.csv", "b.csv", "-o", "a.csv"));
        Assert.Equal(Both, File.ReadAllText(Path.Combine(cli.Folder, "a.csv")));
    }

    [Fact]
    public void A_glossary_with_an_open_quote_is_not_edited()
    {
        using var cli = new CliRun();
        cli.Run("init", "-w", cli.Folder);
        cli.Write("glossary/terms.csv", "concept,zh,en,status\nc1,桥,\"bridge,preferred\nc2,河,river,preferred\n");

        Assert.Equal(CliApp.BadInput, cli.Run("add", "路", "road", "-w", cli.Folder));

        Assert.Contains("terms.csv:2:1: a quote is opened and never closed", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_OmegaT_export_goes_into_no_folder_of_other_things()
    {
        using var cli = new CliRun();
        cli.Run("init", "-w", cli.Folder);
        cli.Write("glossary/terms.csv", "zh,en,status,by\n社会资本,social capital,preferred,li\n");
        cli.Write("tmx/memory.tsv", Units);
        var before = Contents(cli.Folder);

        Assert.Equal(CliApp.BadInput, cli.Run("export", "omegat", "-o", ".", "-w", cli.Folder));
        Assert.Contains("is neither empty nor an OmegaT project", cli.Error, StringComparison.Ordinal);
        Assert.Equal(before, Contents(cli.Folder));

        Assert.Equal(CliApp.Fine, cli.Run("export", "omegat", "-o", "new", "-w", cli.Folder));
        Assert.Equal(CliApp.Fine, cli.Run("export", "omegat", "-o", "new", "-w", cli.Folder));
    }

    [Fact]
    public void An_OmegaT_project_keeps_the_glossary_of_its_translator()
    {
        using var cli = new CliRun();
        cli.Write("glossary/terms.csv", "zh,en,status,by\n社会资本,social capital,preferred,li\n");
        cli.Write("p/omegat.project", "<omegat/>");
        var own = cli.Write("p/glossary/glossary.txt", "路\troad\n");

        Assert.Equal(CliApp.Fine, cli.Run("export", "omegat", "-o", "p", "-w", cli.Folder));

        Assert.Equal("路\troad\n", File.ReadAllText(own));
        Assert.Contains("社会资本\tsocial capital", File.ReadAllText(Path.Combine(cli.Folder, "p/glossary/termbase.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public void Dedupe_writes_over_its_input_but_over_no_other_memory_of_the_workspace()
    {
        using var cli = new CliRun();
        cli.Run("init", "-w", cli.Folder);
        cli.Write("tmx/memory.tsv", Units);
        cli.Write("tmx/other.tsv", "河\tRiver\n");

        Assert.Equal(CliApp.BadInput, cli.Run("dedupe", "tmx/memory.tsv", "-o", "tmx/other.tsv", "-w", cli.Folder));
        Assert.Contains("is a file of the workspace", cli.Error, StringComparison.Ordinal);
        Assert.Equal("河\tRiver\n", File.ReadAllText(Path.Combine(cli.Folder, "tmx/other.tsv")));
        Assert.Equal(CliApp.Fine, cli.Run("dedupe", "tmx/memory.tsv", "-o", "tmx/memory.tsv", "-w", cli.Folder));
    }

    private static List<string> Names(string folder) => [.. Directory.EnumerateFiles(folder).Select(static f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    private static List<string> Contents(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(static f => !f.Contains(".termbase", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(static f => f + "\n" + File.ReadAllText(f))];
}
