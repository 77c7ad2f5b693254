namespace Termbase.Alignment;

/// <summary>
/// Lengths of translations (Gale and Church 1993): the English is so many times the Chinese, and the deviation grows with the root of the
/// length. Both figures come from the two texts. Immutable.
/// </summary>
internal sealed class LengthModel
{
    private readonly float _ratio;
    private readonly float _variance;

    private LengthModel(float ratio, float variance) => (_ratio, _variance) = (ratio, variance);

    /// <summary>The ratio of the texts as wholes, the usual variance.</summary>
    public static LengthModel Of(TextTokens zh, TextTokens en) => new(Math.Clamp(en.Lengths.Sum() / zh.Lengths.Sum(), 1.5f, 6f), 12f);

    /// <summary>The figures of an alignment.</summary>
    public static LengthModel Of(TextTokens zh, TextTokens en, IReadOnlyList<AlignmentLink> links)
    {
        float sumZh = 30, sumEn = 100;
        var pairs = links.Where(static l => !l.IsGap).Select(l => (Zh: Sum(zh.Lengths, l.ZhStart, l.ZhCount), En: Sum(en.Lengths, l.EnStart, l.EnCount))).ToList();
        foreach (var (z, e) in pairs)
        {
            sumZh += z;
            sumEn += e;
        }

        var ratio = Math.Clamp(sumEn / sumZh, 1.5f, 6f);
        var squares = pairs.Select(p => (p.En - (ratio * p.Zh)) * (p.En - (ratio * p.Zh)) / p.Zh).Order().ToList();
        // Without the tenth that fits worst: wrong links there would blur the figure.
        var kept = squares.Take(squares.Count * 9 / 10).ToList();
        var variance = ((10 * 12f) + (1.4f * kept.Sum())) / (10 + kept.Count);
        return new LengthModel(ratio, Math.Clamp(variance, 2f, 40f));
    }

    /// <summary>Log-likelihood of the lengths, 0 where they fit exactly.</summary>
    public float Log(float zh, float en)
    {
        var delta = en - (_ratio * zh);
        return -delta * delta / (2 * _variance * zh);
    }

    private static float Sum(float[] lengths, int start, int count)
    {
        var sum = 0f;
        for (var i = start; i < start + count; i++)
        {
            sum += lengths[i];
        }

        return sum;
    }
}
