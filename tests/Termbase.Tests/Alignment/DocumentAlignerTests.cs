using Termbase.Alignment;
using Termbase.Model;

namespace Termbase.Tests.Alignment;

public class DocumentAlignerTests
{
    private static readonly AlignedText s_zh = Lines("a.zh", Bitexts.Harbour.Select(static p => p.Zh));
    private static readonly AlignedText s_en = Lines("a.en", Bitexts.Harbour.Select(static p => p.En));

    [Fact]
    public void Two_texts_that_have_nothing_to_do_with_each_other_give_an_error()
    {
        var error = Assert.Throws<InputException>(static () => DocumentAligner.Align(s_zh, Lines("music.en", Bitexts.Music)));

        Assert.Contains("does not look like a translation of a.zh", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_of_the_translation_that_belongs_elsewhere_is_left_out_and_told()
    {
        var result = DocumentAligner.Align(s_zh, Lines("a.en", [.. Bitexts.Harbour.Select(static p => p.En), .. Bitexts.Music]));

        var part = Assert.Single(result.LeftOut);
        Assert.Equal(40, part.En.End.Value);
        Assert.InRange(part.En.Start.Value, 20, 22);
        Assert.Equal(20, result.Links.Count(static l => !l.IsGap && l.ZhStart == l.EnStart));
    }

    [Fact]
    public void Nothing_is_left_out_of_a_translation()
    {
        Assert.Empty(DocumentAligner.Align(s_zh, s_en).LeftOut);
    }

    [Fact]
    public void An_empty_side_is_told()
    {
        var error = Assert.Throws<InputException>(static () => DocumentAligner.Align(Lines("empty.zh", []), s_en));

        Assert.Equal("empty.zh", error.Location?.Path);
        Assert.Contains("no text", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_language_twice_is_told()
    {
        Assert.Contains("both documents are English", Assert.Throws<InputException>(static () => DocumentAligner.Align(s_en, s_en)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sides_the_wrong_way_round_are_told()
    {
        Assert.Contains("give the Chinese document first", Assert.Throws<InputException>(static () => DocumentAligner.Align(s_en, s_zh)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_carries_origin_score_document_and_what_stands_beside_it()
    {
        var unit = AlignmentUnits.Of(DocumentAligner.Align(s_zh, s_en)).ElementAt(1);

        Assert.Equal((UnitOrigin.Aligned, "a.zh", s_zh.Sentences[0].Text, s_zh.Sentences[2].Text), (unit.Origin, unit.Document, unit.Previous, unit.Next));
        Assert.InRange(unit.Score!.Value, 0.5, 1);
        Assert.Equal(2, unit.En.Location?.Line);
    }

    internal static AlignedText Lines(string path, IEnumerable<string> lines) => AlignedText.OfLines(path, string.Concat(lines.Select(static l => l + "\n")));
}
