using Termbase.Documents;
using Termbase.Model;

namespace Termbase.Tests.Documents;

public class MarkupReaderTests
{
    [Fact]
    public void Markdown_blocks_have_kind_level_and_position()
    {
        const string Text = "## Tea\n\nThe *tea fund*<sup>1</sup> (茶叶基金) grows.\n\n- first\n- second\n\n| a | b |\n|---|---|\n| 茶 | tea |\n\n<sup>1</sup> Small.\n";
        var document = DocumentReader.Read("a.md", Text);
        Assert.Equal((BlockKind.Heading, 2, "Tea"), (document.Blocks[0].Kind, document.Blocks[0].Level, document.Blocks[0].Text));
        Assert.Equal("The tea fund (茶叶基金) grows.", document.Blocks[1].Text);
        Assert.Equal(2, document.Blocks.Count(b => b.Kind == BlockKind.ListItem));
        Assert.Contains(document.Blocks, b => b.Kind == BlockKind.TableRow && b.Text == "茶");
        Assert.Equal(12, Assert.Single(document.Footnotes).AnchorOffset);
        var location = document.Locate(document.Blocks[1], new TextSpan(14, 4));
        Assert.Equal((3, 29), (location.Line, location.Column));
    }

    [Theory]
    [InlineData("deep.md", ">", 30000)]
    [InlineData("deep.html", "<div>", 30000)]
    public void Markup_nested_absurdly_deep_is_one_clear_line(string path, string opening, int times)
    {
        var text = string.Concat(Enumerable.Repeat(opening, times)) + "茶叶基金";
        var e = Assert.Throws<InputException>(() => DocumentReader.Read(path, text));
        Assert.Contains("nested", e.Message, StringComparison.Ordinal);
        Assert.Equal(path, e.Location?.Path);
    }

    [Fact]
    public void A_table_of_thousands_of_rows_with_emphasis_is_read_like_a_short_one()
    {
        var document = DocumentReader.Read("a.md", "| a | b |\n|---|---|\n" + string.Concat(Enumerable.Repeat("| *茶* | the **tea_fund** [1] |\n", 5000)));
        Assert.Equal(5000, document.Blocks.Count(static b => b is { Kind: BlockKind.TableRow, Text: "the tea_fund [1]" }));
    }

    [Fact]
    public void Many_siblings_with_inner_ends_left_out_are_not_depth()
    {
        var document = DocumentReader.Read("a.html", string.Concat(Enumerable.Repeat("<div><ul>茶 <b>tea</b><!-- <div> --></div>", 1500)));
        Assert.Equal(1500, document.Blocks.Length);
    }

    [Theory]
    [InlineData("<b>")]
    [InlineData("<span>")]
    public void Inline_elements_left_open_are_read(string opening)
    {
        var document = DocumentReader.Read("a.html", "<p>" + string.Concat(Enumerable.Repeat(opening, 600)) + "茶叶基金");
        Assert.Equal("茶叶基金", Assert.Single(document.Blocks).Text);
    }

    [Theory]
    [InlineData("&#146;", "\u2019")]
    [InlineData("&#150;", "\u2013")]
    [InlineData("&#x96;", "\u2013")]
    [InlineData("&copy", "\u00A9")]
    [InlineData("&#128;", "\u20AC")]
    [InlineData("&#131072;", "𠀀")]
    [InlineData("AT&T", "AT&T")]
    [InlineData("&unknown;", "&unknown;")]
    [InlineData("&lt;", "<")]
    [InlineData("a < b", "a < b")]
    public void What_follows_a_reference_keeps_its_place(string written, string read)
    {
        var text = $"<p>x</p><p>tea<b>{written}</b> fund</p><p>茶叶基金 fund</p>";
        var document = DocumentReader.Read("a.html", text);
        Assert.Equal($"tea{read} fund", document.Blocks[1].Text);
        Assert.Equal(written, document.Blocks[1].Map.ToOriginal(new TextSpan(3, read.Length)).Of(text));
        Assert.Equal("fund", document.Blocks[1].Map.ToOriginal(new TextSpan(4 + read.Length, 4)).Of(text));
        Assert.Equal(text.IndexOf("fund", StringComparison.Ordinal), document.Blocks[1].Map.ToOriginal(new TextSpan(4 + read.Length, 4)).Start);
        Assert.Equal("茶叶基金", document.Blocks[2].Map.ToOriginal(new TextSpan(0, 4)).Of(text));
    }

    [Fact]
    public void Text_that_the_parser_moved_does_not_carry_the_rest_away()
    {
        const string Text = "<table><tr><td>one</td></tr>lost zebra</table><p>tea fund</p><p>茶叶基金</p>";
        var document = DocumentReader.Read("a.html", Text);
        Assert.Equal("茶叶基金", document.Blocks[^1].Map.ToOriginal(new TextSpan(0, 4)).Of(Text));
    }

    [Fact]
    public void Html_text_leads_back_over_tags_and_entities()
    {
        const string Text = "<!doctype html><html><head><title>x</title><style>p{}</style></head><body><h2>Tea</h2>\n<p>Smith &amp; Sons <b>tea</b>&nbsp;fund<!-- c --> (茶叶基金)</p></body></html>";
        var document = DocumentReader.Read("a.html", Text);
        Assert.Equal((BlockKind.Heading, "Tea"), (document.Blocks[0].Kind, document.Blocks[0].Text));
        var block = document.Blocks[1];
        Assert.Equal("Smith & Sons tea\u00A0fund (茶叶基金)", block.Text);
        Assert.Equal("茶叶基金", block.Map.ToOriginal(new TextSpan(block.Text.IndexOf('茶', StringComparison.Ordinal), 4)).Of(Text));
        Assert.Equal("Sons", block.Map.ToOriginal(new TextSpan(8, 4)).Of(Text));
        Assert.Equal("&amp;", block.Map.ToOriginal(new TextSpan(6, 1)).Of(Text));
    }
}
