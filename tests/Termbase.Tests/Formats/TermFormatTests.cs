using Termbase.Cli.Tests;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Termbase.Formats;
using Termbase.Formats.Csv;
using Termbase.Formats.Tables;
using Termbase.Formats.Tmx;
using Termbase.Model;
using Termbase.Office;

namespace Termbase.Tests.Formats;

public sealed class TermFormatTests
{
    [Theory]
    [InlineData("a.csv", "English;中文\nprivate capital;社会资本")]
    [InlineData("a.csv", "编号,英文术语,中文翻译,备注\n1,private capital,社会资本,x")]
    [InlineData("a.tsv", "zh-CN\ten-US\n社会资本\tprivate capital")]
    [InlineData("a.tsv", "private capital\t社会资本\tno header")]
    [InlineData("a.lex", "### words\n社会资本|private capital")]
    [InlineData("a.txt", "# Glossary -*- coding: utf-8 -*-\n社会资本\tprivate capital\tcomment")]
    [InlineData("a.u8", "# CC-CEDICT\n社會資本 社会资本 [she4 hui4 zi1 ben3] /private capital/")]
    [InlineData("a.utx", "#UTX 1.11; en-US/zh-CN; ;\n#src\ttgt\tsrc:pos\tterm status\nprivate capital\t社会资本\tnoun\tapproved")]
    [InlineData("a.md", "# Words\n\n| 英文 | 中文 |\n|---|---|\n| private capital | 社会资本 |\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")]
    [InlineData("a.html", "<table><tr><th>Chinese<th>English<tr><td>社会资本<td>private <b>capital</b></table>")]
    [InlineData("a.multiterm.csv", "Concept ID,Chinese,English,English Status\nc1,社会资本,private capital,preferred")]
    public void Tables_of_any_shape_are_read(string name, string text)
    {
        var row = Assert.Single(Read(name, Encoding.UTF8.GetBytes(text)).SelectMany(static c => c.Renderings));
        Assert.Equal(("社会资本", "private capital"), (row.Zh, row.En));
    }

    [Fact]
    public void Synonyms_of_one_cell_are_one_concept_with_their_statuses()
    {
        var concept = Assert.Single(Read("a.csv", "Chinese,English,Status\n社会资本,private capital|social capital,preferred|deprecated"u8.ToArray()));
        Assert.Equal([("private capital", TermStatus.Preferred), ("social capital", TermStatus.Deprecated)], concept.Renderings.Select(static r => (r.En, r.Status)));
    }

    [Fact]
    public void Columns_can_be_said()
    {
        var options = new TermReadOptions { Columns = new Dictionary<string, string> { ["zh"] = "b", ["en"] = "1" } };
        var row = Read("a.csv", "a,b\nx,好\ny,坏"u8.ToArray(), options)[0].Renderings[0];
        Assert.Equal(("好", "x"), (row.Zh, row.En));
    }

    [Theory]
    [InlineData("gb18030")]
    [InlineData("big5")]
    [InlineData("utf-16")]
    public void The_encoding_is_found(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        var text = string.Concat(Enumerable.Range(0, 20).Select(static i => $"產業資本基金管理委員會{i}\tindustrial fund committee {i}\n"));
        text = name == "gb18030" ? text.Replace("產業資本基金管理委員會", "产业资本基金管理委员会", StringComparison.Ordinal) : text;
        var rows = Read("a.tsv", [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]).SelectMany(static c => c.Renderings).ToList();
        Assert.Equal(20, rows.Count);
        Assert.EndsWith("会0", rows[0].Zh.Replace('會', '会'), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("terms-tsv")]
    [InlineData("xlsx")]
    public void A_whole_row_comes_back(string format)
    {
        var row = new Rendering
        {
            Concept = "c1",
            Zh = "社会资本",
            En = "private capital",
            Status = TermStatus.Preferred,
            When = ["引导"],
            Check = CheckMode.Gloss,
            Domain = "finance",
            Pos = "noun",
            Pinyin = "shehui ziben",
            Definition = "Money, not ties.",
            Note = "\"no\" state",
            Client = "x",
            By = "li",
            Date = "2026-01-02",
            ZhType = TermType.Short,
        };
        var concept = new Concept { Id = "c1", Renderings = [row] };
        var back = Assert.Single(Again(format, [concept]));
        Assert.Equal(TbxTests.Show(concept), TbxTests.Show(back));
        Assert.Equal(["引导"], back.Renderings[0].When);
    }

    [Property(MaxTest = 60)]
    public Property Hostile_text_never_breaks_a_writer()
    {
        var pieces = Gen.Elements("中", "a", "]]>", "<b>", "&amp;", "\0", "\u000B", "\u001F", "\uD83D", "\uDE00", "😀", "\u202E", "\"", "|", ",", "\t", "\n", "_x0041_", "\uFFFE", "=1+1", "#", "\\");
        var texts = pieces.ListOf().Select(static list => "中" + string.Concat(list));
        return Prop.ForAll(texts.ToArbitrary(), static text =>
        {
            var concept = new Concept { Id = "c1", Renderings = [new Rendering { Concept = "c1", Zh = text, En = "a" + text, Note = text, Status = TermStatus.Preferred }] };
            foreach (var name in All.Select(static f => f.Name))
            {
                var back = Again(name, [concept]);
                Assert.True(back.Count <= 1 || text.Contains('|', StringComparison.Ordinal), name);
            }

            // The full text comes back where the format can hold it, but for what XML forbids.
            var clean = XmlText.Clean(text).ReplaceLineEndings("\n").Trim();
            foreach (var name in (string[])["tbx", "tbx-dct", "tbx-legacy"])
            {
                Assert.Equal(clean, Assert.Single(Again(name, [concept])).Renderings[0].Zh.ReplaceLineEndings("\n"));
            }

            // A table holds what is no control; a bar parts synonyms, so the note stands for the text.
            var sound = CsvOutput.Clean(text).Trim();
            Assert.Equal(sound.ReplaceLineEndings("\n"), Note("csv").ReplaceLineEndings("\n").Trim());
            foreach (var name in (string[])["terms-tsv", "utx"])
            {
                Assert.Equal(FlatCell.Of(text), Note(name));
            }

            Assert.Equal(clean, Note("xlsx").ReplaceLineEndings("\n").Trim());

            string Note(string name) => Assert.Single(Again(name, [concept with { Renderings = [concept.Renderings[0] with { Zh = "中", En = "a" }] }])).Renderings[0].Note;
        });
    }

    [Theory]
    [InlineData("tbx")]
    [InlineData("tbx-dct")]
    [InlineData("tbx-legacy")]
    [InlineData("csv")]
    [InlineData("terms-tsv")]
    [InlineData("multiterm")]
    [InlineData("html")]
    public void A_cell_of_a_million_characters_passes(string format)
    {
        var text = new string('长', 1_000_000);
        var concept = new Concept { Id = "c1", Renderings = [new Rendering { Concept = "c1", Zh = "长", En = "long", Definition = text }] };
        Assert.Equal(text, Assert.Single(Again(format, [concept])).Definition);
    }

    [Theory]
    [InlineData("utx")]
    [InlineData("omegat")]
    [InlineData("lexicon")]
    [InlineData("cedict")]
    public void A_term_of_a_million_characters_passes(string format)
    {
        var text = new string('长', 1_000_000);
        var concept = new Concept { Id = "c1", Renderings = [new Rendering { Concept = "c1", Zh = text, En = "long", Status = TermStatus.Preferred }] };
        Assert.Equal(text, Assert.Single(Again(format, [concept])).Renderings[0].Zh);
    }

    [Fact]
    public void A_workbook_says_what_it_cut()
    {
        var losses = new LossReport();
        var row = new Rendering { Concept = "c1", Zh = "长", En = "long", Definition = new string('长', 40_000) };
        new XlsxTermFormat().Write(new MemoryStream(), [new Concept { Id = "c1", Renderings = [row] }], new TermWriteOptions { Losses = losses });
        Assert.False(losses.IsEmpty);
    }

    [Theory]
    [InlineData("ai-terminology.md", 2000)]
    [InlineData("policy-cnen.lex", 300)]
    public void Glossaries_as_found_are_read(string name, int atLeast)
    {
        var path = SharedFolder.Need("corpora/glossaries/" + name);
        var log = new ReadLog();
        using var stream = File.OpenRead(path);
        var count = FormatCatalog.TermsForPath(path)!.Read(stream, path, TermReadOptions.Default, log).Sum(static c => c.Renderings.Length);
        Assert.True(count >= atLeast, $"{count} of {log.Read}, refused {log.Refused}");
    }

    [Fact]
    public void Markup_in_a_cell_of_markdown_is_read_as_text_and_its_first_sign_opens_no_block()
    {
        const string Text = "| zh | en | note |\n|---|---|---|\n| **社会资本** | [private](http://x.y) *capital* | # 1. `a_b` 2*3 \\| _c_ &amp; |\n";
        var row = Assert.Single(Assert.Single(Read("a.md", Encoding.UTF8.GetBytes(Text))).Renderings);
        Assert.Equal(("社会资本", "private capital", "# 1. a_b 2*3 | c &"), (row.Zh, row.En, row.Note));
    }

    [Fact]
    public void Thousands_of_rows_with_emphasis_are_read_from_markdown()
    {
        var rows = string.Concat(Enumerable.Range(0, 5000).Select(static n => $"| 词{n} | the *word* {n} |\n"));
        Assert.Equal(5000, Read("a.md", Encoding.UTF8.GetBytes("| zh | en |\n|---|---|\n" + rows)).Count);
    }

    private static IEnumerable<ITermFormat> All => FormatCatalog.Terms.Append(new XlsxTermFormat());

    private static List<Concept> Read(string name, byte[] bytes, TermReadOptions? options = null) =>
        [.. FormatCatalog.TermsForPath(name)!.Read(new MemoryStream(bytes), name, options ?? TermReadOptions.Default, new ReadLog())];

    private static List<Concept> Again(string name, List<Concept> concepts)
    {
        var format = All.First(f => f.Name == name);
        using var stream = new MemoryStream();
        format.Write(stream, concepts, new TermWriteOptions());
        stream.Position = 0;
        try
        {
            return [.. format.Read(stream, "again" + format.Extensions[0], TermReadOptions.Default, new ReadLog())];
        }
        catch (InputException)
        {
            // A table whose only row cannot be held has no columns to be told.
            return [];
        }
    }
}
