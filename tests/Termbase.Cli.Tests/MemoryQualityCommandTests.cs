using System.Text.Json;

namespace Termbase.Cli.Tests;

/// <summary><c>analyse</c> and <c>stats</c> as pages, <c>dedupe</c>, <c>doctor --doubtful</c>.</summary>
public class MemoryQualityCommandTests
{
    private const string Memory = "公路很长。\tThe road is long.\n公路很长。\tThe road is long.\n公路很长。\tIt is a long highway.\n学生们现在可以步行上学。\t学生们现在可以步行上学。\n";

    private static string Tmx(params string[] units) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\"><header creationtool=\"t\" creationtoolversion=\"1\" segtype=\"sentence\" o-tmf=\"t\" adminlang=\"en\" srclang=\"zh-CN\" datatype=\"plaintext\"/><body>\n"
        + string.Join('\n', units) + "\n</body></tmx>\n";

    private static string Tu(string attributes, string props, string en = "The <ph x=\"1\">{0}</ph> road.") =>
        $"<tu {attributes}>{props}<tuv xml:lang=\"zh-CN\"><seg><ph x=\"1\">{{0}}</ph>公路。</seg></tuv><tuv xml:lang=\"en-US\"><seg>{en}</seg></tuv></tu>";

    [Fact]
    public void Analyse_writes_a_page_by_the_ending_of_the_output()
    {
        using var cli = new CliRun();
        cli.Write("m.tsv", Memory);
        cli.Write("d/a.md", "公路很长。全新的内容。\n");
        cli.Write("d/b.txt", "全新的内容。\n");

        Assert.Equal(CliApp.Fine, cli.Run("analyse", "d", "--memory", "m.tsv", "-o", "out.html"));

        var html = File.ReadAllText(Path.Combine(cli.Folder, "out.html"));
        Assert.Contains("<svg", html, StringComparison.Ordinal);
        Assert.Contains("against m.tsv", html, StringComparison.Ordinal);
        Assert.Equal("", cli.Out);
        Assert.Contains("out.html: written (html).", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Analyse_counts_the_untranslated_segments_of_a_job()
    {
        using var cli = new CliRun();
        cli.Write("m.tsv", Memory);
        cli.Write("j.po", "msgid \"\"\nmsgstr \"Language: zh_CN\\n\"\n\nmsgid \"The road is long.\"\nmsgstr \"\"\n\nmsgid \"A new one\"\nmsgstr \"\"\n");

        Assert.Equal(CliApp.Fine, cli.Run("analyze", "j.po", "--memory", "m.tsv", "--format", "csv"));

        Assert.Contains("j.po,100,1,4,0,4\n", cli.Out, StringComparison.Ordinal);
        Assert.Contains("j.po,new,1,3,0,3\n", cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Stats_shows_bars_and_the_same_figures_as_json_and_as_a_page()
    {
        using var cli = new CliRun();
        cli.Write("termbase.toml", "");
        cli.Write("glossary/g.csv", "concept,zh,en,status,domain\nc1,公路,road,preferred,traffic\nc2,桥,bridge,proposed,traffic\n");
        cli.Write("tmx/m.tmx", Tmx(Tu("creationdate=\"20190501T000000Z\"", "<prop type=\"x-origin\">human</prop>"), Tu("creationdate=\"20200501T000000Z\"", "<prop type=\"x-document\">d1</prop>", "Road <ph x=\"1\">{0}</ph>.")));

        Assert.Equal(CliApp.Fine, cli.Run("stats"));
        Assert.Contains("Units by year", cli.Out, StringComparison.Ordinal);
        Assert.Matches("2019 █+ 1\n", cli.Out);

        Assert.Equal(CliApp.Fine, cli.Run("stats", "--format", "json"));
        using var json = JsonDocument.Parse(cli.Out);
        Assert.Equal(2, json.RootElement.GetProperty("units").GetInt32());
        Assert.Equal(("traffic", 2), Row(json, "renderings_by_domain", 0));
        Assert.Equal(("2020", 1), Row(json, "units_by_year", 1));

        Assert.Equal(CliApp.Fine, cli.Run("stats", "-o", "s.html"));
        Assert.Contains("Units by origin", File.ReadAllText(Path.Combine(cli.Folder, "s.html")), StringComparison.Ordinal);
    }

    private static (string?, int) Row(JsonDocument json, string chart, int at) =>
        (json.RootElement.GetProperty(chart)[at].GetProperty("name").GetString(), json.RootElement.GetProperty(chart)[at].GetProperty("count").GetInt32());

    [Fact]
    public void Dedupe_reports_and_writes_nothing_unless_asked_to()
    {
        using var cli = new CliRun();
        var path = cli.Write("m.tsv", Memory);

        Assert.Equal(CliApp.Fine, cli.Run("dedupe", "m.tsv"));

        Assert.Contains("2 ×  公路很长。 → The road is long.", cli.Out, StringComparison.Ordinal);
        Assert.Contains("4 units read, 3 kept, 1 merged into others; 1 sources with several translations; 0 nearly equal pairs.", cli.Out, StringComparison.Ordinal);
        Assert.Contains("-o OUT writes", cli.Error, StringComparison.Ordinal);
        Assert.Equal(Memory, File.ReadAllText(path));
    }

    [Fact]
    public void Dedupe_keeps_documents_people_codes_and_notes_of_every_copy_and_may_write_over_its_input()
    {
        using var cli = new CliRun();
        cli.Write("a.tmx", Tmx(
            Tu("tuid=\"1\" creationid=\"li\" creationdate=\"20190501T000000Z\"", "<note>first</note><prop type=\"x-document\">d1</prop><prop type=\"x-status\">draft</prop>"),
            Tu("tuid=\"2\" creationid=\"wang\" creationdate=\"20200501T000000Z\"", "<note>second</note><prop type=\"x-document\">d2</prop><prop type=\"x-status\">published</prop>")));

        Assert.Equal(CliApp.Fine, cli.Run("dedupe", "a.tmx", "-o", "a.tmx"));

        var text = File.ReadAllText(Path.Combine(cli.Folder, "a.tmx"));
        Assert.Equal(2, text.Split("<tu ").Length);
        Assert.Contains("tuid=\"2\"", text, StringComparison.Ordinal);
        Assert.All(new[] { "d1", "d2", "li", "wang", "20190501T000000Z", "first", "second", "{0}</ph>", "x-also" }, s => Assert.Contains(s, text, StringComparison.Ordinal));
        Assert.Contains("a.tmx: 1 unit written.", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Dedupe_lists_nearly_equal_pairs_in_its_json()
    {
        using var cli = new CliRun();
        cli.Write("m.tsv", "政府去年修建了三座新的大桥。\tLast year the government built three new large bridges.\n政府去年修建了四座新的大桥。\tLast year the government built four new large bridges.\n");

        Assert.Equal(CliApp.Fine, cli.Run("dedupe", "m.tsv", "--near", "85", "--format", "json", "-q"));

        using var json = JsonDocument.Parse(cli.Out);
        Assert.Equal(1, json.RootElement.GetProperty("near").GetInt32());
        Assert.Equal(2, json.RootElement.GetProperty("nearDuplicates")[0].GetProperty("second").GetProperty("line").GetInt32());
    }

    [Fact]
    public void Doctor_finds_doubtful_units_with_reason_and_score()
    {
        using var cli = new CliRun();
        cli.Write("m.tsv", Memory);

        Assert.Equal(CliApp.Fine, cli.Run("doctor", "m.tsv", "--doubtful"));
        Assert.Contains("m.tsv:4", cli.Out, StringComparison.Ordinal);
        Assert.Contains("0.98 untranslated: both sides are the same", cli.Out, StringComparison.Ordinal);
        Assert.Contains("4 units, 1 doubtful: 1 untranslated.", cli.Out, StringComparison.Ordinal);

        Assert.Equal(CliApp.Fine, cli.Run("doctor", "m.tsv", "--doubtful", "--format", "tsv"));
        Assert.StartsWith("score\treason\tfile\tline\tunit\tsource\ttarget\tmessage\n0.98\tuntranslated\tm.tsv\t4\t", cli.Out, StringComparison.Ordinal);

        Assert.Equal(CliApp.Fine, cli.Run("doctor", "m.tsv", "--doubtful", "--format", "json", "--min", "0.99"));
        using var json = JsonDocument.Parse(cli.Out);
        Assert.Equal((4, 0), (json.RootElement.GetProperty("checked").GetInt32(), json.RootElement.GetProperty("doubtful").GetArrayLength()));
    }

    [Theory]
    [InlineData("dedupe", "none.tmx")]
    [InlineData("dedupe", "m.tsv", "-o", "out.docx")]
    [InlineData("dedupe", "m.tsv", "--near", "20")]
    [InlineData("doctor", "none.tmx", "--doubtful")]
    [InlineData("doctor", "m.tsv", "--doubtful", "--min", "2")]
    [InlineData("doctor", "m.tsv", "--doubtful", "--repair", "x.tmx")]
    [InlineData("doctor", "m.tsv", "--format", "tsv")]
    [InlineData("stats", "--history", "--format", "html")]
    public void Bad_usage_is_one_line_and_status_2(params string[] args)
    {
        using var cli = new CliRun();
        cli.Write("m.tsv", Memory);

        Assert.Equal(CliApp.BadInput, cli.Run(args));

        Assert.StartsWith("termbase: ", cli.Error, StringComparison.Ordinal);
        Assert.Single(cli.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void A_broken_memory_is_not_written_over()
    {
        using var cli = new CliRun();
        cli.Write("m.tsv", Memory);
        cli.Write("b.tmx", "<tmx><body><tu");

        Assert.Equal(CliApp.BadInput, cli.Run("dedupe", "b.tmx", "m.tsv", "-o", "out.tmx"));

        Assert.DoesNotContain(".cs:", cli.Error, StringComparison.Ordinal);
    }
}
