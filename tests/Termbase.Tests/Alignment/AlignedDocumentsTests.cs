using Termbase.Alignment;
using Termbase.Documents;

namespace Termbase.Tests.Alignment;

/// <summary>Documents of our own in <c>tests/data/alignment</c>: a notice in three formats, a law in two editions, a summary, a text of another matter.</summary>
public class AlignedDocumentsTests
{
    private static readonly string s_folder = Path.Combine(Termbase.Cli.Tests.SharedFolder.Repository, "tests", "data", "alignment");

    [Theory]
    [InlineData("md")]
    [InlineData("html")]
    [InlineData("txt")]
    public void A_notice_with_headings_a_list_a_table_and_notes_is_aligned_cell_by_cell(string format)
    {
        var found = Align($"notice.zh.{format}", $"notice.en.{format}");

        var pairs = found.Links.Select(l => Unnumbered(found.ZhText(l)) + "\t" + Unnumbered(found.EnText(l))).ToList();
        var expected = File.ReadAllLines(Path.Combine(s_folder, "notice.pairs.tsv"));
        Assert.Equal(expected, pairs[^expected.Length..]);
        Assert.Empty(found.LeftOut);
        Assert.Empty(AlignmentDoubts.Of(found));
    }

    [Fact]
    public void A_law_and_the_translation_of_its_edition_are_aligned_article_by_article()
    {
        var found = Align("harbour-2023.zh.txt", "harbour-2023.en.txt");

        Assert.All(found.Links, static l => Assert.Equal((l.ZhStart, 1, 1), (l.EnStart, l.ZhCount, l.EnCount)));
        Assert.Empty(AlignmentDoubts.Of(found));
    }

    [Fact]
    public void The_translation_of_another_edition_is_recognised_and_what_was_added_and_removed_is_left_out()
    {
        var found = Align("harbour-2015.zh.txt", "harbour-2023.en.txt");

        Assert.Contains("seems to translate another edition", Assert.Single(AlignmentDoubts.Of(found)), StringComparison.Ordinal);
        Assert.Contains(found.LeftOut, p => Text(found.Zh, p.Zh).StartsWith("第八条 木帆船", StringComparison.Ordinal));
        Assert.Contains(found.LeftOut, p => Text(found.En, p.En).StartsWith("Article 5 The use of shore power", StringComparison.Ordinal));
    }

    [Fact]
    public void Articles_that_are_the_same_in_both_editions_are_still_found()
    {
        var found = Align("harbour-2015.zh.txt", "harbour-2023.en.txt");

        var links = found.Links.Where(static l => !l.IsGap).ToDictionary(found.ZhText, l => found.EnText(l));
        Assert.StartsWith("Article 10 Vessels must not discharge", links["第七条 船舶不得向水中排放污水或者倾倒垃圾。"], StringComparison.Ordinal);
        Assert.StartsWith("Article 13 Refrigerated goods", links["第十二条 冷藏货物的保管期不得超过三十日。"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_pair_whose_numbers_differ_is_doubtful()
    {
        var found = Align("harbour-2015.zh.txt", "harbour-2023.en.txt");

        var fine = Assert.Single(found.Links, l => !l.IsGap && found.ZhText(l).Contains("五万元", StringComparison.Ordinal));
        Assert.True(fine.NumbersDiffer);
        Assert.InRange(fine.Score, 0, 0.5);
    }

    [Fact]
    public void A_summary_is_recognised()
    {
        var doubt = Assert.Single(AlignmentDoubts.Of(Align("harbour-2023.zh.txt", "harbour-summary.en.txt")));

        Assert.Contains("harbour-2023.zh.txt: only", doubt, StringComparison.Ordinal);
        Assert.Contains("summary", doubt, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_of_another_matter_gives_an_error_and_no_memory()
    {
        var error = Assert.Throws<Termbase.Model.InputException>(static () => Align("harbour-2023.zh.txt", "museum.en.txt"));

        Assert.Contains("does not look like a translation", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chapter_that_stands_elsewhere_in_the_translation_is_found_there()
    {
        var en = File.ReadAllText(Path.Combine(s_folder, "harbour-2023.en.txt"));
        var (from, to) = (en.IndexOf("Chapter II ", StringComparison.Ordinal), en.IndexOf("Chapter III", StringComparison.Ordinal));
        var moved = en[..from] + en[to..].TrimEnd() + "\n\n" + en[from..to];

        var found = DocumentAligner.Align(Read("harbour-2023.zh.txt"), AlignedText.Of(DocumentReader.Read("moved.txt", moved)));

        var link = Assert.Single(found.Links, l => found.ZhText(l) == "第九条 载运危险货物的船舶应当在指定的泊位停靠。");
        Assert.StartsWith("Article 9 Vessels carrying dangerous goods", found.EnText(link), StringComparison.Ordinal);
        Assert.Contains(found.Links, static l => l.IsMoved);
        Assert.Equal(27, found.Links.Count(static l => !l.IsGap));
    }

    private static BitextAlignment Align(string zh, string en) => DocumentAligner.Align(Read(zh), Read(en));

    private static AlignedText Read(string name) => AlignedText.Of(DocumentReader.Read(name, File.ReadAllText(Path.Combine(s_folder, name))));

    private static string Text(AlignedText text, Range range) => string.Concat(text.Sentences[range].Select(static s => s.Text));

    // Plain text keeps the numbers of list items, mark-up makes them.
    private static string Unnumbered(string text) => text.Length > 3 && char.IsAsciiDigit(text[0]) && text[1..3] == ". " ? text[3..] : text;
}
