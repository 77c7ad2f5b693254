using Termbase.Model;

namespace Termbase.Tests.Documents;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("a茶b\n")]
    [InlineData("a茶𠀀b\n")]
    [InlineData("𠀀")]
    public void Places_count_code_points_and_lead_back(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 300)) + string.Concat(Enumerable.Repeat(part.TrimEnd(), 300));
        var source = new SourceText("a.txt", text);
        var (line, column) = (1, 1);
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsLowSurrogate(text[at]))
            {
                continue;
            }

            var place = source.Locate(new TextSpan(at, 0));
            Assert.Equal((line, column), (place.Line, place.Column));
            Assert.Equal(at, source.SpanOf(place).Start);
            (line, column) = text[at] == '\n' ? (line + 1, 1) : (line, column + 1);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("𠀀")]
    public void Places_in_a_document_of_one_long_line_are_told_right(string first)
    {
        // Long enough that counting each from the start of the line would never end.
        var source = new SourceText("a.txt", first + new string('茶', 400_000));
        for (var at = 10; at < source.Text.Length; at += 4)
        {
            var place = source.Locate(new TextSpan(at, 2));
            Assert.Equal(at, source.SpanOf(place).Start);
        }
    }
}
