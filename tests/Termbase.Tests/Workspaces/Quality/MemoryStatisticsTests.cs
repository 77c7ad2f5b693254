using Termbase.Model;
using Termbase.Workspaces.Quality;

namespace Termbase.Tests.Workspaces.Quality;

public sealed class MemoryStatisticsTests
{
    [Fact]
    public void Units_are_counted_by_what_they_say_of_themselves()
    {
        var statistics = new MemoryStatistics();
        var made = new DateTimeOffset(2018, 12, 31, 23, 59, 0, TimeSpan.Zero);
        statistics.Add(Pairs.Unit("公路很长。", "The road is long.") with { Created = made, Origin = UnitOrigin.Human, Document = "b" });
        statistics.Add(Pairs.Unit("公路很长。", "The road is long.") with { Created = made, Changed = made.AddMinutes(2), Status = UnitStatus.Published, Document = "b", Confidential = true });
        statistics.Add(Pairs.Unit("桥", "bridge") with { Document = "a", Domain = "traffic" });

        Assert.Equal((3, 1, 9, 9), (statistics.Units, statistics.Confidential, statistics.Han, statistics.EnglishWords));
        Assert.Equal([KeyValuePair.Create("2018", 1L), KeyValuePair.Create("2019", 1L), KeyValuePair.Create("not said", 1L)], statistics.Years);
        Assert.Equal([KeyValuePair.Create("b", 2L), KeyValuePair.Create("a", 1L)], statistics.Documents);
        Assert.Equal([KeyValuePair.Create("not said", 2L), KeyValuePair.Create("human", 1L)], statistics.Origins);
        Assert.Equal(("0-5", 3L, 3L), statistics.Lengths[0]);
        Assert.Equal("121 and more", statistics.Lengths[^1].Length);
    }
}
