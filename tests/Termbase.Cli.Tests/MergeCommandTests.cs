using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Termbase.Cli.Tests;

public class MergeCommandTests
{
    private const string Header = "concept,zh,en,status,note,by,date\n";
    private const string Tea = "c1,茶园,tea garden,preferred,,li,2024-01-02\n";
    private const string Road = "c2,公路,highway,admitted,,li,2024-01-02\n";

    [Fact]
    public void Without_an_output_nothing_is_written_and_the_changes_are_told()
    {
        using var cli = new CliRun();
        var mine = cli.Write("a.csv", Header + Tea);
        cli.Write("b.csv", Header + Tea + Road);

        Assert.Equal(CliApp.Fine, cli.Run("merge", "a.csv", "b.csv"));

        Assert.Contains("+ 公路 → highway (theirs)", cli.Out, StringComparison.Ordinal);
        Assert.Equal(Header + Tea, File.ReadAllText(mine));
    }

    [Fact]
    public void An_open_conflict_ends_with_status_1_and_is_in_the_json()
    {
        using var cli = new CliRun();
        cli.Write("a.csv", Header + Tea);
        cli.Write("b.csv", Header + Tea.Replace("preferred,,li", "deprecated,,wang", StringComparison.Ordinal));

        Assert.Equal(CliApp.Findings, cli.Run("merge", "a.csv", "b.csv", "--format", "json", "-q"));

        using var json = JsonDocument.Parse(cli.Out);
        Assert.Equal(1, json.RootElement.GetProperty("open").GetInt32());
        Assert.Equal("deprecated wang 2024-01-02", json.RootElement.GetProperty("conflicts")[0].GetProperty("theirs").GetString());
    }

    [Fact]
    public void Evidence_beside_the_files_decides_where_asked_to()
    {
        using var cli = new CliRun();
        cli.Write("glossary/a.csv", Header + Tea);
        cli.Write("glossary/b.csv", Header + Tea.Replace("tea garden", "tea plantation", StringComparison.Ordinal));
        cli.Write("glossary/evidence.csv", "concept,zh,en,document,locator,kind\nc1,茶园,tea plantation,d,line 1,gloss\n");

        Assert.Equal(CliApp.Fine, cli.Run("merge", "glossary/a.csv", "glossary/b.csv", "--policy", "evidence", "-o", "out.csv"));

        Assert.Contains("tea plantation,preferred", File.ReadAllText(Path.Combine(cli.Folder, "out.csv")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "holds no units")]
    [InlineData("<tu><tuv xml:lang=\"zh\"><seg>公路很长。</seg></tuv></tu>", "could not be read")]
    public void A_memory_that_lost_units_deletes_none_of_the_ancestors(string rest, string told)
    {
        using var cli = new CliRun();
        const string tea = "<tu><tuv xml:lang=\"zh\"><seg>茶园很大。</seg></tuv><tuv xml:lang=\"en\"><seg>The tea garden is large.</seg></tuv></tu>";
        const string road = "<tu><tuv xml:lang=\"zh\"><seg>公路很长。</seg></tuv><tuv xml:lang=\"en\"><seg>The highway is long.</seg></tuv></tu>";
        string Tmx(string units) => "<tmx version=\"1.4\"><header srclang=\"zh\"/><body>" + units + "</body></tmx>";
        cli.Write("base.tmx", Tmx(tea + road));
        cli.Write("mine.tmx", Tmx(tea + road));
        cli.Write("theirs.tmx", rest.Length == 0 ? "" : Tmx(tea + rest));

        Assert.Equal(CliApp.BadInput, cli.Run("merge", "mine.tmx", "theirs.tmx", "--base", "base.tmx", "-o", "out.tmx"));

        Assert.Contains(told, cli.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(cli.Folder, "out.tmx")));
    }

    [Fact]
    public void A_table_of_terms_that_is_empty_deletes_no_rows()
    {
        using var cli = new CliRun();
        cli.Write("base.csv", Header + Tea + Road);
        cli.Write("mine.csv", Header + Tea + Road);
        cli.Write("theirs.csv", "");

        Assert.Equal(CliApp.BadInput, cli.Run("merge", "mine.csv", "theirs.csv", "--base", "base.csv", "-o", "out.csv"));

        Assert.Contains("theirs.csv: is empty", cli.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(cli.Folder, "out.csv")));
    }

    [Fact]
    public void Two_new_concepts_for_the_same_Chinese_are_told()
    {
        using var cli = new CliRun();
        cli.Write("base.csv", Header + Road);
        cli.Write("mine.csv", Header + Road + Tea);
        cli.Write("theirs.csv", Header + Road + Tea.Replace("c1", "c7", StringComparison.Ordinal).Replace("tea garden", "tea estate", StringComparison.Ordinal));

        Assert.Equal(CliApp.Fine, cli.Run("merge", "mine.csv", "theirs.csv", "--base", "base.csv"));

        Assert.Contains("two concepts for the same Chinese: c1 茶园 → tea garden", cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Memories_are_merged_into_one_tmx_with_their_people_and_dates()
    {
        using var cli = new CliRun();
        cli.Write("a.tsv", "茶园很大。\tThe tea garden is large.\n");
        cli.Write("b.tsv", "茶园很大。\tThe tea garden is large.\n公路很长。\tThe highway is long.\n");

        Assert.Equal(CliApp.Fine, cli.Run("merge", "a.tsv", "b.tsv", "-o", "all.tmx"));

        var text = File.ReadAllText(Path.Combine(cli.Folder, "all.tmx"));
        Assert.Equal(2, text.Split("<tu>").Length - 1 + text.Split("<tu ").Length - 1);
    }

    [Fact]
    public void Textconv_prints_one_line_for_each_rendering()
    {
        using var cli = new CliRun();
        cli.Write("a", Header + Tea + Road);

        Assert.Equal(CliApp.Fine, cli.Run("merge", "--textconv", "a"));

        Assert.Equal("c1 茶园 → tea garden [preferred] li 2024-01-02\nc2 公路 → highway [admitted] li 2024-01-02\n", cli.Out);
    }

    [Fact]
    public void Init_sets_git_up_for_the_glossary_files()
    {
        using var cli = new CliRun();

        Assert.Equal(CliApp.Fine, cli.Run("init", "."));

        Assert.Contains("glossary/*.csv text eol=lf merge=termbase diff=termbase", File.ReadAllText(Path.Combine(cli.Folder, ".gitattributes")), StringComparison.Ordinal);
        Assert.Contains("git config merge.termbase.driver", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Stats_history_shows_decisions_by_date_and_person()
    {
        using var cli = new CliRun();
        cli.Run("init", ".", "-q");
        cli.Write("glossary/terms.csv", Header + Tea);
        Assert.Equal(CliApp.Fine, cli.Run("decide", "茶园", "--prefer", "tea plantation", "--by", "wang", "--reason", "client's wish"));

        Assert.Equal(CliApp.Fine, cli.Run("stats", "--history"));

        Assert.Contains("  wang\n", cli.Out, StringComparison.Ordinal);
        Assert.Contains("2024-01-02  li\n  c1 茶园 → tea garden [preferred, replaced since]\n", cli.Out, StringComparison.Ordinal);
        Assert.Contains("茶园 → tea plantation [preferred]: client's wish", cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_branches_of_a_git_repository_that_edit_one_glossary_merge_by_the_driver()
    {
        using var cli = new CliRun();
        Repository(cli);
        Branch(cli, "other", Header + Tea.Replace(",,li", ",of a farm,li", StringComparison.Ordinal) + Road + "c3,桥,bridge,admitted,,wang,2025-01-02\n");
        Branch(cli, "main", Header + Tea.Replace("preferred,,li,2024-01-02", "admitted,,zhao,2025-02-03", StringComparison.Ordinal) + Road + "c4,塔,tower,admitted,,li,2025-01-02\n");

        var (status, output) = Git(cli, "merge", "--no-edit", "other");

        Assert.True(status == 0, output);
        Assert.Equal(
            Header + "c1,茶园,tea garden,admitted,of a farm,zhao,2025-02-03\n" + Road + "c4,塔,tower,admitted,,li,2025-01-02\nc3,桥,bridge,admitted,,wang,2025-01-02\n",
            File.ReadAllText(Path.Combine(cli.Folder, "glossary", "terms.csv")));
    }

    [Fact]
    public void A_conflict_between_branches_stops_gits_merge_with_both_rows_in_the_file()
    {
        using var cli = new CliRun();
        Repository(cli);
        Branch(cli, "other", Header + Tea.Replace("preferred,,li", "deprecated,,wang", StringComparison.Ordinal) + Road);
        Branch(cli, "main", Header + Tea.Replace("preferred,,li", "admitted,,zhao", StringComparison.Ordinal) + Road);

        var (status, output) = Git(cli, "merge", "--no-edit", "other");

        Assert.True(status == 1, output);
        var text = File.ReadAllText(Path.Combine(cli.Folder, "glossary", "terms.csv"));
        Assert.Contains("admitted,,zhao,2024-01-02,mine: status by date", text, StringComparison.Ordinal);
        Assert.Contains("deprecated,,wang,2024-01-02,theirs: status by date", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Git_diff_shows_renderings()
    {
        using var cli = new CliRun();
        Repository(cli);
        cli.Write("glossary/terms.csv", Header + Tea.Replace("preferred", "deprecated", StringComparison.Ordinal) + Road);

        var (_, output) = Git(cli, "diff");

        Assert.Contains("+c1 茶园 → tea garden [deprecated] li 2024-01-02", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Evidence_beside_the_merged_file_follows_the_ids_of_its_concepts()
    {
        using var cli = new CliRun();
        cli.Write("mine.csv", "concept,zh,en,status\nc1,茶园,tea garden,preferred\n");
        cli.Write("theirs.csv", "concept,zh,en,status\nt9,茶园,tea garden,preferred\n");
        cli.Write("all/evidence.csv", "concept,zh,en,document\nt9,茶园,tea garden,d\n");

        Assert.Equal(CliApp.Fine, cli.Run("merge", "mine.csv", "theirs.csv", "-o", "all/terms.csv"));

        Assert.Equal("concept,zh,en,document\nc1,茶园,tea garden,d\n", File.ReadAllText(Path.Combine(cli.Folder, "all/evidence.csv")));
        cli.Write("all/evidence.csv", "concept,zh,en,document\nlost,茶园,tea garden,d\n");
        Assert.Equal(CliApp.Fine, cli.Run("merge", "--relink", "all"));
        Assert.Contains("\nc1,茶园", File.ReadAllText(Path.Combine(cli.Folder, "all/evidence.csv")), StringComparison.Ordinal);
    }

    // A repository with the lines that init writes and prints; the program is the one built beside these tests.
    private static void Repository(CliRun cli)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Termbase.Cli.dll");
        Assert.SkipUnless(File.Exists(program) && File.Exists(Path.ChangeExtension(program, ".runtimeconfig.json")), "the built command line is not beside the tests");
        var host = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        Git(cli, "init", "-q", "-b", "main");
        cli.Run("init", ".", "-q");
        Git(cli, "config", "user.name", "A Translator");
        Git(cli, "config", "user.email", "translator@example.org");
        Git(cli, "config", "core.quotePath", "false");
        foreach (var line in Commands.MergeCommand.GitConfig)
        {
            var parts = line.Split(' ', 4);
            Git(cli, "config", parts[2], parts[3].Trim('"').Replace("termbase merge", $"\"{host}\" \"{program.Replace('\\', '/')}\" merge", StringComparison.Ordinal));
        }

        cli.Write("glossary/terms.csv", Header + Tea + Road);
        Git(cli, "add", "-A");
        Git(cli, "commit", "-q", "-m", "start");
        Git(cli, "branch", "other");
    }

    private static void Branch(CliRun cli, string name, string glossary)
    {
        Git(cli, "checkout", "-q", name);
        cli.Write("glossary/terms.csv", glossary);
        Git(cli, "commit", "-q", "-a", "-m", name);
    }

    private static (int Status, string Output) Git(CliRun cli, params string[] args)
    {
        var start = new ProcessStartInfo("git", args)
        {
            WorkingDirectory = cli.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["GIT_CONFIG_GLOBAL"] = OperatingSystem.IsWindows() ? "NUL" : "/dev/null";
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("git is not installed");
            throw;
        }

        using (process)
        {
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            if (!process.WaitForExit(60_000))
            {
                process.Kill(entireProcessTree: true);
                Assert.Fail("git did not end within a minute");
            }

            return (process.ExitCode, output + error.GetAwaiter().GetResult());
        }
    }
}
