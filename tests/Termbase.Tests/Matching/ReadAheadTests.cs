using Termbase.Matching;

namespace Termbase.Tests.Matching;

public sealed class ReadAheadTests
{
    [Fact]
    public void Items_come_in_order() => Assert.Equal(Enumerable.Range(0, 10_000), ReadAhead.Of(Enumerable.Range(0, 10_000)));

    [Fact]
    public void A_failure_comes_after_the_items_before_it()
    {
        using var items = ReadAhead.Of(Failing()).GetEnumerator();
        var count = 0;
        var failure = Assert.Throws<InvalidDataException>(() =>
        {
            while (items.MoveNext())
            {
                count++;
            }
        });
        Assert.Equal((1000, "here"), (count, failure.Message));

        static IEnumerable<int> Failing()
        {
            for (var i = 0; i < 1000; i++)
            {
                yield return i;
            }

            throw new InvalidDataException("here");
        }
    }

    [Fact]
    public void Who_stops_early_leaves_no_reader_behind()
    {
        var isClosed = false;
        Assert.Equal(0, ReadAhead.Of(Endless()).First());
        Assert.True(isClosed);

        IEnumerable<int> Endless()
        {
            try
            {
                for (var i = 0; ; i++)
                {
                    yield return i;
                }
            }
            finally
            {
                isClosed = true;
            }
        }
    }
}
