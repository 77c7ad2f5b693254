namespace Termbase.Linting.Bitext;

/// <summary>
/// Which sentences of a unit go together, by their lengths (Gale and Church 1993) and by whether the words of each are there at all: is the
/// likeliest path one that leaves a sentence of the source without a counterpart? Thread-safe.
/// </summary>
internal static class SentencePath
{
    // Costs, in nats, of what translators do with sentences; one to one costs nothing.
    private const double Split = 1.2;
    private const double SplitInThree = 3.5;
    private const double Merged = 2.0;
    private const double Dropped = 2.0;
    private const double Added = 5.0;

    // Kinds of steps that match sentences of both sides.
    private const int Kinds = 6;

    // A segment of so many sentences is a page; it is not looked at.
    private const int Most = 60;

    /// <summary>The sentence of the source that most likely has no counterpart, and how much likelier (in nats) that is than none missing; null if it is not.</summary>
    /// <param name="source">Lengths of the sentences of the source.</param>
    /// <param name="target">Lengths of those of the target.</param>
    /// <param name="presence">What the words of both say.</param>
    /// <param name="deviation">How far two lengths are from what is expected, in standard deviations.</param>
    public static (int Sentence, double Margin)? Missing(double[] source, double[] target, SentencePresence presence, Func<double, double, double> deviation)
    {
        if (source.Length > Most || target.Length > Most)
        {
            return null;
        }

        // What a step costs by lengths and words is the same on both paths.
        var known = new double[(source.Length + 1) * (target.Length + 1) * Kinds];
        Array.Fill(known, double.NaN);
        var whole = Best(source, target, presence, deviation, double.PositiveInfinity, known, out _);
        var with = Best(source, target, presence, deviation, Dropped, known, out var missing);
        return missing >= 0 && with < whole ? (missing, whole - with) : null;
    }

    private static double Best(double[] source, double[] target, SentencePresence presence, Func<double, double, double> deviation, double dropped, double[] known, out int missing)
    {
        var cost = new double[source.Length + 1, target.Length + 1];
        var lost = new int[source.Length + 1, target.Length + 1];
        for (var i = 0; i <= source.Length; i++)
        {
            for (var j = 0; j <= target.Length; j++)
            {
                (cost[i, j], lost[i, j]) = i + j == 0 ? (0, -1) : (double.PositiveInfinity, -1);
                Step(0, i, j, 1, 1, 0);
                Step(1, i, j, 1, 2, Split);
                Step(2, i, j, 1, 3, SplitInThree);
                Step(3, i, j, 2, 1, Merged);
                Step(4, i, j, 3, 1, Merged * 2);
                Step(5, i, j, 2, 2, Merged + Split);
                Step(Kinds, i, j, 1, 0, dropped);
                Step(Kinds, i, j, 0, 1, Added);
            }
        }

        missing = lost[source.Length, target.Length];
        return cost[source.Length, target.Length];

        void Step(int kind, int i, int j, int fromSource, int fromTarget, double price)
        {
            if (i < fromSource || j < fromTarget || double.IsPositiveInfinity(cost[i - fromSource, j - fromTarget]) || double.IsPositiveInfinity(price))
            {
                return;
            }

            if (kind < Kinds)
            {
                ref var matched = ref known[(((i * (target.Length + 1)) + j) * Kinds) + kind];
                if (double.IsNaN(matched))
                {
                    var z = deviation(Sum(source, i, fromSource), Sum(target, j, fromTarget));
                    matched = (z * z / 2) - presence.Of(i, fromSource, j, fromTarget);
                }

                price += matched;
            }

            var total = cost[i - fromSource, j - fromTarget] + price;
            if (total < cost[i, j])
            {
                cost[i, j] = total;
                lost[i, j] = fromTarget == 0 ? i - 1 : lost[i - fromSource, j - fromTarget];
            }
        }
    }

    private static double Sum(double[] values, int end, int count)
    {
        var sum = 0.0;
        for (var i = end - count; i < end; i++)
        {
            sum += values[i];
        }

        return sum;
    }
}
