using Termbase.Languages;

namespace Termbase.Tests.Languages;

public class WordPathTests
{
    private static List<string> Cut(string run, params (string Word, double Count)[] words)
    {
        var cut = new List<string>();
        new WordPath(words.Select(static w => KeyValuePair.Create(w.Word, w.Count))).Segment(run, cut);
        return cut;
    }

    [Fact]
    public void The_most_probable_words_are_taken() =>
        Assert.Equal(["研究", "生命", "起源"], Cut("研究生命起源", ("研究", 90), ("研究生", 20), ("生命", 60), ("命", 5), ("起源", 30)));

    [Fact]
    public void A_character_that_is_no_word_stands_alone() =>
        Assert.Equal(["饕", "餐厅", "餮"], Cut("饕餐厅餮", ("餐厅", 3), ("餐", 1)));

    [Fact]
    public void The_beginning_of_a_word_is_none() =>
        Assert.Equal(["人", "工", "智"], Cut("人工智", ("人工智能", 50), ("人", 2)));

    [Fact]
    public void An_empty_run_has_no_words() => Assert.Empty(Cut("", ("人", 1)));
}
