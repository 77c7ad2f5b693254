using System.Text.Json;

namespace Termbase.Cli.Tests;

public class PretranslateCommandTests
{
    private const string Memory = "坚持创新发展。\tPersist in innovative development.\n第3条\tArticle 3\n保存文件\tSave file\n";

    private const string Xliff = """
        <?xml version="1.0" encoding="UTF-8"?>
        <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
          <file original="a.txt" source-language="zh-CN" target-language="en-US" datatype="plaintext"><body>
            <trans-unit id="1"><source>第5条</source></trans-unit>
            <trans-unit id="2"><source>保存文件</source><target state="final">Keep it</target></trans-unit>
            <trans-unit id="3"><source>没有</source></trans-unit>
          </body></file>
        </xliff>
        """;

    [Fact]
    public void Segments_without_a_translation_are_filled_and_counted_by_band()
    {
        using var cli = new CliRun();
        cli.Write("m.tsv", Memory);
        cli.Write("a.xlf", Xliff);

        Assert.Equal(CliApp.Fine, cli.Run("pretranslate", "a.xlf", "--min", "75", "--memory", "m.tsv", "-o", "b.xlf"));

        Assert.Equal("""
            a.xlf -> b.xlf: 1 of 3 segments filled, 1 of them to be checked
                   1  95-99
                   1  no match
                   1  translated before, left

            """, cli.Out);
        var written = File.ReadAllText(Path.Combine(cli.Folder, "b.xlf"));
        Assert.Contains(
            """<source>第5条</source><target state="needs-review-translation" state-qualifier="fuzzy-match">Article 3</target>"""
            + """<alt-trans match-quality="98%" origin="m.tsv"><source>第3条</source><target>Article 3</target></alt-trans></trans-unit>""", written, StringComparison.Ordinal);
        Assert.Contains("""<target state="final">Keep it</target></trans-unit>""", written, StringComparison.Ordinal);
    }

    [Fact]
    public void What_to_do_with_a_broken_file_is_said_as_a_command_that_works()
    {
        using var cli = new CliRun();
        cli.Write("m.tsv", Memory);
        cli.Write("a.xlf", Xliff.Replace("没有</source>", "<g id=\"1\">没有</source>", StringComparison.Ordinal));

        Assert.Equal(CliApp.BadInput, cli.Run("pretranslate", "a.xlf", "--memory", "m.tsv", "-o", "b.xlf"));

        Assert.Contains("repair it first, then use the repaired file: termbase doctor a.xlf --repair a.repaired.xlf\n", cli.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(cli.Folder, "b.xlf")));
        cli.Run("doctor", "a.xlf", "--repair", "a.repaired.xlf");
        Assert.Equal(CliApp.Fine, cli.Run("pretranslate", "a.repaired.xlf", "--memory", "m.tsv", "-o", "b.xlf"));
        Assert.Contains("Article 3</target>", File.ReadAllText(Path.Combine(cli.Folder, "b.xlf")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_translation_is_replaced_only_where_that_is_asked_for()
    {
        using var cli = new CliRun();
        cli.Write("m.tsv", Memory);
        cli.Write("a.xlf", Xliff);

        Assert.Equal(CliApp.Fine, cli.Run("pretranslate", "a.xlf", "--memory", "m.tsv", "--overwrite", "all", "-o", "a.xlf"));

        Assert.Contains("""<target state="translated" state-qualifier="exact-match">Save file</target>""", File.ReadAllText(Path.Combine(cli.Folder, "a.xlf")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_filled_into_a_folder_and_counted_as_json()
    {
        using var cli = new CliRun();
        cli.Write("m.tsv", Memory);
        cli.Write("in/sub/a.xlf", Xliff);
        cli.Write("in/b.po", "msgid \"\"\nmsgstr \"\"\n\"Language: en\\n\"\n\nmsgid \"保存文件\"\nmsgstr \"\"\n");
        cli.Write("in/readme.md", "# not a bitext");

        Assert.Equal(CliApp.Fine, cli.Run("pretranslate", "in", "--memory", "m.tsv", "-o", "out", "--format", "json"));

        Assert.True(File.Exists(Path.Combine(cli.Folder, "out/sub/a.xlf")));
        Assert.EndsWith("# 100% match, m.tsv\nmsgid \"保存文件\"\nmsgstr \"Save file\"\n", File.ReadAllText(Path.Combine(cli.Folder, "out/b.po")), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(cli.Out);
        Assert.Equal(2, json.RootElement.GetProperty("files").GetArrayLength());
        Assert.Equal(1, json.RootElement.GetProperty("total").GetProperty("bands").GetProperty("100").GetInt32());
        Assert.Equal(2, json.RootElement.GetProperty("total").GetProperty("filled").GetInt32());
    }

    [Fact]
    public void A_broken_file_is_told_the_others_are_filled_and_the_old_output_stays()
    {
        using var cli = new CliRun();
        cli.Write("m.tsv", Memory);
        cli.Write("a.xlf", Xliff);
        cli.Write("cut.xlf", Xliff[..^40]);
        cli.Write("out/cut.xlf", "as it was");
        cli.Write("notes.txt", "notes");

        Assert.Equal(CliApp.BadInput, cli.Run("pretranslate", "cut.xlf", "a.xlf", "notes.txt", "missing.xlf", "--memory", "m.tsv", "-o", "out"));

        Assert.Contains("cut.xlf:", cli.Error, StringComparison.Ordinal);
        Assert.Contains("notes.txt: cannot be pretranslated", cli.Error, StringComparison.Ordinal);
        Assert.Contains("missing.xlf: no such file", cli.Error, StringComparison.Ordinal);
        Assert.Equal("as it was", File.ReadAllText(Path.Combine(cli.Folder, "out/cut.xlf")));
        Assert.Contains("Article 3", File.ReadAllText(Path.Combine(cli.Folder, "out/a.xlf")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pretranslate", "a.xlf")]
    [InlineData("pretranslate", "a.xlf", "--min", "20", "-o", "b.xlf")]
    [InlineData("pretranslate", "a.xlf", "a.xlf", "--memory", "m.tsv", "-o", "out")]
    [InlineData("pretranslate", "a.xlf", "a.po", "--memory", "m.tsv", "-o", "m.tsv")]
    public void Bad_usage_is_one_line_and_status_2(params string[] args)
    {
        using var cli = new CliRun();
        cli.Write("m.tsv", Memory);
        cli.Write("a.xlf", Xliff);

        Assert.Equal(CliApp.BadInput, cli.Run(args));

        Assert.Single(cli.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void The_counts_add_up_to_the_segments()
    {
        using var cli = new CliRun();
        cli.Write("m.tsv", Memory);
        cli.Write("a.xlf", Xliff.Replace("<source>没有</source>", "<source>保存<g id=\"1\">文件</g></source>", StringComparison.Ordinal));

        Assert.Equal(CliApp.Fine, cli.Run("pretranslate", "a.xlf", "--memory", "m.tsv", "-o", "b.xlf"));

        var lines = cli.Out.TrimEnd().Split('\n');
        Assert.Equal("a.xlf -> b.xlf: 2 of 3 segments filled, 2 of them to be checked, 1 of these with inline codes to be set by hand", lines[0]);
        Assert.Equal(3, lines[1..].Sum(static l => int.Parse(l.Trim().Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)));
    }
}
