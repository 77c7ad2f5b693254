using System.Text.Json;

namespace Termbase.Cli.Tests;

public class LintCommandTests
{
    private static readonly string[] s_seeds = ["seeds/000_a33fa604d1191d3f.txt", "seeds/001_a7dc48bfa066ac93.txt", "seeds/004_de75ce5ad969a637.txt"];

    [Fact]
    public void The_three_documents_show_the_two_renderings_of_one_term_and_the_two_titles_of_one_plan()
    {
        using var cli = new CliRun();
        var seeds = s_seeds.Select(SharedFolder.Need).ToArray();

        var status = cli.Run(["lint", .. seeds, "-w", cli.Folder, "--fail-on", "warning", "--format", "json"]);

        Assert.Equal(CliApp.Findings, status);
        using var json = JsonDocument.Parse(cli.Out);
        var findings = json.RootElement.GetProperty("findings").EnumerateArray()
            .Where(static f => f.GetProperty("name").GetString() == "inconsistent-rendering").ToList();
        var term = Assert.Single(findings, static f => Names(f, "zh", "民参军"));
        Assert.True(Names(term, "en", "private sector participation in the military sector") && Names(term, "en", "civilian participation in military industries"));
        Assert.Contains(findings, static f => Names(f, "zh", "“十三五”科技军民融合发展专项规划"));
        Assert.All(findings, static f => Assert.True(f.GetProperty("line").GetInt32() > 0 && f.GetProperty("column").GetInt32() > 0));
    }

    [Fact]
    public void A_missing_file_is_one_line_and_the_others_are_still_linted()
    {
        using var cli = new CliRun();
        cli.Write("good.md", "# A plan\n\nThe the city plans.\n");

        var status = cli.Run("lint", "missing.md", "good.md", "-w", cli.Folder, "-q");

        Assert.Equal(CliApp.BadInput, status);
        Assert.Contains("missing.md", Assert.Single(cli.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Contains("doubled-word", cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_binary_file_is_refused_in_one_line()
    {
        using var cli = new CliRun();
        cli.Write("picture.txt", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13, 1, 2, 3, 0, 0]);

        Assert.Equal(CliApp.BadInput, cli.Run("lint", "picture.txt", "-w", cli.Folder, "-q"));
        Assert.Contains("picture.txt", Assert.Single(cli.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_has_nothing_to_find()
    {
        using var cli = new CliRun();
        cli.Write("empty.txt", "");

        Assert.Equal(CliApp.Fine, cli.Run("lint", "empty.txt", "-w", cli.Folder));
    }

    [Fact]
    public void A_GBK_document_is_read_in_its_own_encoding()
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        using var cli = new CliRun();
        var text = "The city will bring in social capital (社会资本). It will bring in social funds (社会资本) later, and 国防动员委员会 will supervise the the work.\n";
        cli.Write("gbk.txt", System.Text.Encoding.GetEncoding("GB18030").GetBytes(text));

        var status = cli.Run("lint", "gbk.txt", "-w", cli.Folder, "--fail-on", "warning");

        Assert.Equal(CliApp.Findings, status);
        Assert.Contains("社会资本", cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_glossary_with_a_wrong_header_is_named_with_what_is_missing()
    {
        using var cli = new CliRun();
        cli.Write("glossary/bad.csv", "chinese;english\n社会资本;social capital\n");
        cli.Write("doc.md", "Some text.\n");

        var status = cli.Run("lint", "doc.md", "-w", cli.Folder, "-q");

        Assert.Equal(CliApp.BadInput, status);
        Assert.Contains("bad.csv", cli.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_below_the_level_asked_for_do_not_fail()
    {
        using var cli = new CliRun();
        cli.Write("doc.md", "The the city plans.\n");

        Assert.Equal(CliApp.Fine, cli.Run("lint", "doc.md", "-w", cli.Folder, "--fail-on", "never"));
        Assert.Equal(CliApp.Findings, cli.Run("lint", "doc.md", "-w", cli.Folder, "--fail-on", "warning"));
    }

    private static bool Names(JsonElement finding, string field, string term) =>
        finding.TryGetProperty(field, out var names) && names.EnumerateArray().Any(n => string.Equals(n.GetString(), term, StringComparison.OrdinalIgnoreCase));
}
