using FsCheck.Xunit;
using Termbase.Documents;
using Termbase.Model;

namespace Termbase.Tests.Documents;

public class HealingTests
{
    private static Document Read(string text, string path = "a.txt") => DocumentReader.Read(path, text);

    private static string[] Texts(string text, string path = "a.txt") => [.. Read(text, path).Blocks.Select(b => b.Text)];

    private const string Long = "The county will in the coming years strive to build a strong base for the processing of tea and to support";

    [Fact]
    public void Lines_of_a_paragraph_become_one() =>
        Assert.Equal(["Growth of the tea trade and of tourism."], Texts("Growth of the\ntea trade and of\ntourism."));

    [Fact]
    public void Chinese_lines_are_joined_without_a_space() =>
        Assert.Equal(["促进茶叶产业发展，带动乡村旅游。"], Texts("促进茶叶产业\n发展，\n带动乡村旅游。"));

    [Fact]
    public void A_paragraph_goes_on_over_an_empty_line() =>
        Assert.Equal([Long + " local farms."], Texts(Long + "\n\nlocal farms."));

    [Fact]
    public void A_paragraph_goes_on_over_a_note_and_a_rule() =>
        Assert.Equal([Long + " local farms.", "A note."], Texts(Long + "\n\n---\n\n¹ A note.\n\nlocal farms."));

    [Fact]
    public void A_long_title_above_a_paragraph_stays_a_line_of_its_own()
    {
        const string Title = "Riverside City Implementation Scheme for the High-Quality Development of the Hillside Economy (2024-2026)";
        Assert.Equal(Title, DocumentReader.Read("a.txt", Title + "\n\nIn order to plant more tea, the city has drawn up this scheme.\n").Blocks[0].Text);
    }

    [Fact]
    public void A_name_cut_by_a_page_is_joined_though_capitalised() =>
        Assert.Equal([Long + " Eastlake Farms too."], Texts(Long + "\n\n12\n\nEastlake Farms too."));

    [Fact]
    public void Finished_paragraphs_stay_apart() =>
        Assert.Equal(["One is done.", "two begins."], Texts("One is done.\n\ntwo begins."));

    [Fact]
    public void A_list_item_goes_on_below_the_page() =>
        Assert.Equal(["Build tea houses along the river and its banks.", "Sell tea."],
            Texts("- Build tea houses along the river and\n\n¹ A note\n\nits banks.\n\n- Sell tea.").Where(t => t != "A note"));

    [Fact]
    public void A_title_in_Chinese_ends_its_item() =>
        Assert.Equal(2, Texts("- The plan for the growth of tea in the county and in all the towns along the great river to the east 《茶叶发展规划》\n\nThis is new.").Length);

    [Theory]
    [InlineData("——Promote trade.")]
    [InlineData("—Promote trade.")]
    [InlineData("----Promote trade.")]
    [InlineData("---Promote trade.")]
    [InlineData("- Promote trade.")]
    [InlineData("• Promote trade.")]
    public void Dashes_are_bullets(string line)
    {
        var block = Assert.Single(Read(line).Blocks);
        Assert.Equal((BlockKind.ListItem, "Promote trade."), (block.Kind, block.Text));
    }

    [Theory]
    [InlineData("I. Overall Goals")]
    [InlineData("(i) Guiding Ideas")]
    [InlineData("1. Improve the roads")]
    [InlineData("## Roads")]
    public void Short_numbered_lines_are_headings(string line) =>
        Assert.Equal(BlockKind.Heading, Read(line + "\n\nSome text here.").Blocks[0].Kind);

    [Theory]
    [InlineData("tea fund¹ (茶叶基金) grows.\n\n¹ Small.")]
    [InlineData("tea fund<sup>1</sup> (茶叶基金) grows.\n\n<sup>1</sup> Small.")]
    [InlineData("tea fund[1] (茶叶基金) grows.\n\n[1] Small.")]
    [InlineData("tea fund\\[1\\] (茶叶基金) grows.\n\n\\[1\\] Small.")]
    public void Markers_are_taken_out_and_anchor_the_note(string text)
    {
        var document = Read(text);
        Assert.Equal("tea fund (茶叶基金) grows.", document.Blocks[0].Text);
        var note = Assert.Single(document.Footnotes);
        Assert.Equal(("1", "Small.", 8), (note.Number, note.Block.Text, note.AnchorOffset));
        Assert.Same(document.Blocks[0], note.AnchorBlock);
    }

    [Fact]
    public void A_marker_in_the_joined_half_has_the_right_offset()
    {
        var document = Read(Long + "\n\nlocal farms² too.\n\n² A note.");
        var note = Assert.Single(document.Footnotes);
        Assert.EndsWith("local farms", document.Blocks[0].Text[..note.AnchorOffset], StringComparison.Ordinal);
    }

    [Fact]
    public void Square_metres_and_years_in_brackets_are_no_markers() =>
        Assert.Equal(["Of 30 m² [2021] sold."], Texts("Of 30 m² [2021] sold."));

    [Fact]
    public void The_address_under_a_note_belongs_to_it() =>
        Assert.Equal("See: https://example.org/a", Read("Tea¹ is.\n\n¹ See:\n\nhttps://example.org/a").Footnotes[0].Block.Text);

    [Fact]
    public void Escapes_emphasis_and_autolinks_are_taken_out() =>
        Assert.Equal(["For $5 the Plan for Tea at https://example.org/a_b_c is 2 * 3."],
            Texts(@"For \$5 the *Plan for* **Tea** at <https://example.org/a_b_c> is 2 * 3."));

    [Fact]
    public void Boxes_are_rows()
    {
        var document = Read("Box 2 Tea in the county\t\nKey units\tTea Bureau, Farm Office\nKey regions\tEastlake");
        Assert.Equal([BlockKind.Heading, BlockKind.TableRow, BlockKind.TableRow], document.Blocks.Select(b => b.Kind));
        Assert.Equal("Key units\tTea Bureau, Farm Office", document.Blocks[1].Text);
    }

    [Fact]
    public void Front_matter_has_labels_and_a_block_per_line()
    {
        var document = Read("Title\n\nTea Plan of Eastlake (Draft)\n东湖茶叶方案\n\nSource\n\nTea Bureau, 2021.\n\nEditor\n\nAn Editor\n\nBody text begins.");
        Assert.Equal(["Title", "Title", "Title", "Source", "Source", "Editor", "Editor", ""], document.Blocks.Select(b => b.Label));
        Assert.Equal("东湖茶叶方案", document.Blocks[2].Text);
        Assert.Equal(BlockKind.Paragraph, document.Blocks[^1].Kind);
    }

    [Fact]
    public void Positions_lead_back_over_everything_taken_out()
    {
        const string Text = "Some \\$5 of *tea fund*<sup>1</sup> (茶叶\n基金) here.\n\n<sup>1</sup> Note.";
        var document = Read(Text);
        var block = document.Blocks[0];
        var at = block.Text.IndexOf("茶叶基金", StringComparison.Ordinal);
        Assert.Equal("茶叶\n基金", block.Map.ToOriginal(new TextSpan(at, 4)).Of(Text));
        var location = document.Locate(block, new TextSpan(block.Text.IndexOf("here", StringComparison.Ordinal), 4));
        Assert.Equal((2, 5), (location.Line, location.Column));
    }

    [Theory]
    [InlineData("")]
    [InlineData("(")]
    [InlineData("）\n\n（")]
    [InlineData("只有中文。")]
    [InlineData("<sup>")]
    [InlineData("\\")]
    [InlineData("<html>")]
    public void Odd_text_is_read(string text) => Assert.NotNull(Read(text));

    [Property]
    public bool Every_character_stands_in_the_original(string text)
    {
        text = "A *b* " + (text ?? "") + "¹ [1]\n\n¹ x&amp;";
        foreach (var block in Read(text).Blocks)
        {
            for (var i = 0; i < block.Text.Length; i++)
            {
                var original = block.Map.ToOriginal(new TextSpan(i, 1)).Of(text);
                if (block.Text[i] is not (' ' or '&') && !original.Equals(block.Text[i].ToString(), StringComparison.Ordinal))
                {
                    return false;
                }
            }
        }

        return true;
    }

    [Fact]
    public void A_line_of_hundreds_of_thousands_of_characters_is_one_block()
    {
        var block = Assert.Single(Read(string.Concat(Enumerable.Repeat("*tea* (茶) and ", 20_000))).Blocks);

        Assert.Equal(20_000, block.Text.Count(static c => c == '茶'));
    }

    [Fact]
    public void A_paragraph_cut_two_hundred_times_is_joined()
    {
        var block = Assert.Single(Read(string.Concat(Enumerable.Repeat("and tea goes on without an end\n\n", 200))).Blocks);

        Assert.DoesNotContain("\n", block.Text, StringComparison.Ordinal);
    }
}
