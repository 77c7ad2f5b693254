using Termbase.Alignment;
using Termbase.Model;
using Termbase.Recognition;

namespace Termbase.Tests.Alignment;

public class SentenceMarksTests
{
    [Theory]
    [InlineData("货物达到500万吨。", "Goods reached five million tons.")]
    [InlineData("一九四九年建成。", "It was built in nineteen hundred and forty-nine.")]
    [InlineData("将于7月开放。", "It opens in July.")]
    public void Numbers_and_dates_that_are_written_differently_get_the_same_mark(string zh, string en)
    {
        var marks = SentenceMarks.Find([zh], [en], null);

        Assert.NotEmpty(marks.Zh[0].Intersect(marks.En[0]));
    }

    [Fact]
    public void A_number_in_plain_figures_gets_no_mark_since_it_is_a_word_of_the_sentence()
    {
        Assert.Empty(SentenceMarks.Find(["共300人。"], ["300 people."], null).Zh[0]);
    }

    [Fact]
    public void Chinese_that_the_English_gives_as_a_gloss_marks_both_sentences()
    {
        var marks = SentenceMarks.Find(["推动军民融合发展。", "修路。"], ["Promote military-civil fusion (军民融合).", "Build roads."], null);

        Assert.Equal(["§军民融合"], marks.Zh[0]);
        Assert.Equal(["§军民融合"], marks.En[0]);
        Assert.Empty(marks.Zh[1]);
    }

    [Fact]
    public void A_concept_of_the_termbase_marks_both_sentences()
    {
        var terms = TermMatcher.Create(new Glossary([new Rendering { Concept = "c7", Zh = "社会资本", En = "private capital" }]));

        var marks = SentenceMarks.Find(["鼓励社会资本。"], ["Encourage private capital."], terms);

        Assert.Equal((marks.Zh[0][0], marks.Zh[0][0]), ("¶c7", marks.En[0][0]));
    }

    [Theory]
    [InlineData("第二十三条 国家", "A23")]
    [InlineData("第一百零八条 县级", "A108")]
    [InlineData("Article 108 Local", "A108")]
    [InlineData("第四章 处罚", "C4")]
    [InlineData("Chapter IV Penalties", "C4")]
    [InlineData("（三）时间", "3")]
    [InlineData("(3) the time", "3")]
    [InlineData("十二、其他", "12")]
    [InlineData("XII. Other matters", "12")]
    [InlineData("③ 时间", "3")]
    [InlineData("I went home.", "")]
    [InlineData("第三方评估", "")]
    [InlineData("2.5 percent", "")]
    public void The_number_at_the_start_of_an_article_or_item_is_read(string sentence, string label)
    {
        Assert.Equal(label, TextShape.Label(sentence));
    }
}
