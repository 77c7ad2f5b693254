using Termbase.Linting;

namespace Termbase.Tests.Linting;

public class EquivalentsTests
{
    [Theory]
    [InlineData("fiber-optic passive components")]
    [InlineData("Liquefied Natural Gas (LNG) terminals")]
    [InlineData("non-lithium batteries")]
    [InlineData("")]
    [InlineData("x")]
    public void The_stems_found_by_their_first_letters_are_those_that_stand_there(string english) =>
        Assert.Equal(Equivalents.OfEnglish.Where(e => Equivalents.HasStem(english, e.English)).Select(static e => e.English), Equivalents.StemsIn(english).Select(static e => e.English));

    [Fact]
    public void Each_stem_is_found_in_itself() =>
        Assert.All(Equivalents.OfEnglish, static e => Assert.Contains(Equivalents.StemsIn($"new {e.English.ToUpperInvariant()}"), f => f.English == e.English));
}
