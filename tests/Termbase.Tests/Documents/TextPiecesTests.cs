using FsCheck.Xunit;
using Termbase.Documents;

namespace Termbase.Tests.Documents;

public class TextPiecesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a\nb\n")]
    [InlineData("a\r\nb\rc\n\r\n\nd")]
    [InlineData("\r")]
    [InlineData("\n\r")]
    public void Lines_are_those_of_a_reader(string text) => Assert.Equal(Lines(text), Pieces(text, 1 << 20).Select(static p => p.Text));

    [Property]
    public void Pieces_of_a_line_put_together_are_the_line(string[] words)
    {
        var text = string.Join('\n', words.Select(static w => w ?? "")).Replace("\0", "。\r", StringComparison.Ordinal);
        var pieces = Pieces(text, 8);

        Assert.Equal(Lines(text).Where(static l => l.Length > 0), pieces.GroupBy(static p => p.Line).Select(static g => string.Concat(g.Select(static p => p.Text))).Where(static l => l.Length > 0));
        Assert.All(pieces.GroupBy(static p => p.Line), static line =>
        {
            var column = 1;
            Assert.All(line, p =>
            {
                Assert.Equal(column, p.Column);
                column += TextPieces.CodePoints(p.Text);
            });
        });
    }

    [Theory]
    [InlineData("第一句很短。第二句", "第一句很短。")]
    [InlineData("one and two three", "one and ")]
    [InlineData("没有空格也没有句号的一行字", "没有空格也没有句")]
    public void A_long_line_is_cut_where_a_term_would_not_be(string text, string first) => Assert.Equal(first, Pieces(text, 8)[0].Text);

    [Fact]
    public void A_character_is_never_cut_in_two() => Assert.All(Pieces(string.Concat(Enumerable.Repeat("a𠮷", 50)), 7), static p => Assert.False(char.IsLowSurrogate(p.Text[0])));

    private static List<TextPiece> Pieces(string text, int most) => [.. TextPieces.Read(new StringReader(text), most)];

    private static List<string> Lines(string text)
    {
        using var reader = new StringReader(text);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }
}
