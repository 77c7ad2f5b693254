using Termbase.Documents;
using Termbase.Mining;

namespace Termbase.Tests.Mining;

public class NoteTests
{
    private static MinedNote Note(string text) => Assert.Single(NoteMiner.Mine(DocumentReader.Read("a.txt", text + "\n\n¹ Translator's note: It is small.")));

    [Fact]
    public void A_note_has_its_anchor_and_terms()
    {
        var note = Assert.Single(NoteMiner.Mine(DocumentReader.Read("a.txt", "Farms attract tea capital¹ to grow.\n\n¹ Translator's note: \"Tea capital\" (茶叶资本) is money.")));
        Assert.Equal(("1", "tea capital"), (note.Number, note.Anchor));
        Assert.Equal(["茶叶资本"], note.Chinese);
        Assert.Equal((1, 15), (note.AnchorLocation!.Line, note.AnchorLocation.Column));
    }

    [Theory]
    [InlineData("They sell the Green Leaf series pots,¹ spoons and cups.", "Green Leaf series pots")]
    [InlineData("It runs on the Leaf operating system,¹ and well.", "Leaf operating system")]
    [InlineData("of the Leaf 5 and Leaf 7 harvest machines,¹ new pots", "Leaf 5 and Leaf 7 harvest machines")]
    [InlineData("based on the “Tea Cloud” (茶云).¹ The cloud", "Tea Cloud")]
    [InlineData("the tea fund¹ (茶叶基金) grows", "tea fund")]
    [InlineData("through the “tea door”¹ for farms", "tea door")]
    [InlineData("The county *Plan for the Tea Trade*¹ 《茶业规划》", "Plan for the Tea Trade")]
    [InlineData("by the Academy of Tea Sciences¹ in", "Academy of Tea Sciences")]
    [InlineData("they promote leaf quality¹ in", "leaf quality")]
    public void The_anchor_is_the_phrase_before_the_marker(string text, string anchor) => Assert.Equal(anchor, Note(text).Anchor);

    [Fact]
    public void A_note_cut_by_a_page_is_whole()
    {
        var notes = NoteMiner.Mine(DocumentReader.Read("a.txt", "Farms need a tea fund¹ now.\n\n¹ Translator's note: The fund is small and pays for\n\n---\n\npots and kettles.\n\nThe end is near."));
        Assert.Equal("Translator's note: The fund is small and pays for pots and kettles.", Assert.Single(notes).Text);
    }
}
