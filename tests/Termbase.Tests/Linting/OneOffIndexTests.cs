using Termbase.Linting;

namespace Termbase.Tests.Linting;

public sealed class OneOffIndexTests
{
    [Fact]
    public void It_finds_what_a_comparison_with_every_string_finds()
    {
        var random = new Random(3);
        var texts = Enumerable.Range(0, 300).Select(_ => string.Concat(Enumerable.Range(0, random.Next(2, 6)).Select(_ => "指挥信息"[random.Next(4)]))).Distinct().ToList();
        var index = new OneOffIndex(texts);
        foreach (var text in texts)
        {
            Assert.Equal(
                texts.Where(t => t.Length == text.Length && t.Zip(text).Count(static p => p.First != p.Second) == 1).Order(StringComparer.Ordinal),
                index.Near(text).Select(n => texts[n]).Order(StringComparer.Ordinal));
        }
    }
}
