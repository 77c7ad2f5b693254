namespace Termbase.Alignment;

/// <summary>
/// How often sentences are translated one to one, one to two and so on: general figures to start from, then those of the texts at hand.
/// Immutable.
/// </summary>
internal sealed class BeadKinds
{
    // Rows: Chinese sentences 0 to 4; columns: English sentences 0 to 6; in thousandths. What translators do: mostly one to one; one long
    // Chinese sentence, commas only, often becomes several English ones.
    private static readonly float[,] s_general =
    {
        { 0, 5, 0, 0, 0, 0, 0 },
        { 8, 640, 180, 45, 15, 4, 1.5f },
        { 0, 55, 22, 8, 3, 1, 0.5f },
        { 0, 8, 5, 2, 1, 0.5f, 0.3f },
        { 0, 2, 1, 0.5f, 0.3f, 0.2f, 0.1f },
    };

    private readonly float[,] _log = new float[5, 7];

    private BeadKinds(float[,] counts)
    {
        var total = 0f;
        foreach (var count in counts)
        {
            total += count;
        }

        for (var a = 0; a < 5; a++)
        {
            for (var b = 0; b < 7; b++)
            {
                _log[a, b] = counts[a, b] > 0 ? MathF.Log(counts[a, b] / total) : float.NegativeInfinity;
            }
        }
    }

    /// <summary>The general figures.</summary>
    public static BeadKinds General { get; } = new(s_general);

    /// <summary>The figures of an alignment, with <paramref name="trust"/> beads' worth of the general ones.</summary>
    public static BeadKinds Of(IEnumerable<AlignmentLink> links, float trust)
    {
        var counts = new float[5, 7];
        for (var a = 0; a < 5; a++)
        {
            for (var b = 0; b < 7; b++)
            {
                counts[a, b] = s_general[a, b] / 1000 * trust;
            }
        }

        foreach (var link in links)
        {
            counts[link.ZhCount, link.EnCount]++;
        }

        return new BeadKinds(counts);
    }

    /// <summary>Log probability of a bead with so many sentences; negative infinity where there is none such.</summary>
    public float Log(int zhCount, int enCount) => _log[zhCount, enCount];
}
