namespace Termbase.Alignment;

/// <summary>The best path of beads through a band: dynamic programming over all shapes up to 4 to 6 sentences.</summary>
internal sealed class BeadSearch(TextTokens zh, TextTokens en, CellScores scores, Band band, BeadKinds kinds, LengthModel lengths, AlignmentWeights weights)
{
    private const int ZhMost = CellScores.ZhMost;
    private const int EnMost = CellScores.EnMost;

    /// <summary>Score of a bead that lies in the band; negative infinity where it does not or no such shape exists.</summary>
    public float Score(int i, int zhCount, int j, int enCount)
    {
        var kind = kinds.Log(zhCount, enCount);
        if (float.IsNegativeInfinity(kind))
        {
            return kind;
        }

        if (zhCount == 0)
        {
            return -weights.Gap - (weights.GapWord * en.Sentences[j].Length);
        }

        if (enCount == 0)
        {
            return -weights.Gap - (weights.GapWord * zh.Sentences[i].Length);
        }

        if (!band.Has(i, j) || !band.Has(i + zhCount - 1, j) || !band.Has(i, j + enCount - 1))
        {
            return float.NegativeInfinity;
        }

        var (forward, backward, lengthZh, lengthEn) = (0f, 0f, 0f, 0f);
        for (var q = j; q < j + enCount; q++)
        {
            forward += scores.Forward(i, q, zhCount);
            lengthEn += en.Lengths[q];
        }

        for (var p = i; p < i + zhCount; p++)
        {
            backward += scores.Backward(p, j, enCount);
            lengthZh += zh.Lengths[p];
        }

        return (weights.Forward * forward) + (weights.Backward * backward) + (weights.Length * lengths.Log(lengthZh, lengthEn)) + (weights.Kind * kind);
    }

    /// <summary>The beads of the best path, in order, gaps included; their score is not set.</summary>
    public List<AlignmentLink> Best()
    {
        var n = zh.Sentences.Length;
        var m = en.Sentences.Length;
        // State (i, j): i Chinese and j English sentences are done. Row i is open from Low(i) to High(i).
        var (low, high, offset) = States(n, m);
        var best = new float[offset[n + 1]];
        var step = new byte[offset[n + 1]];
        Array.Fill(best, float.NegativeInfinity);
        best[0] = 0;
        for (var i = 0; i <= n; i++)
        {
            for (var j = low[i]; j <= high[i]; j++)
            {
                var here = best[offset[i] + j - low[i]];
                if (float.IsNegativeInfinity(here))
                {
                    continue;
                }

                for (var k = 0; k <= ZhMost && i + k <= n; k++)
                {
                    var row = i + k;
                    for (var l = k == 0 ? 1 : 0; l <= EnMost && j + l <= high[row]; l++)
                    {
                        if (j + l < low[row])
                        {
                            continue;
                        }

                        var score = here + Score(i, k, j, l);
                        ref var there = ref best[offset[row] + j + l - low[row]];
                        if (score > there)
                        {
                            there = score;
                            step[offset[row] + j + l - low[row]] = (byte)((k * 8) + l);
                        }
                    }
                }
            }
        }

        var links = new List<AlignmentLink>();
        for (var (i, j) = (n, m); i > 0 || j > 0;)
        {
            var taken = step[offset[i] + j - low[i]];
            var (k, l) = (taken / 8, taken % 8);
            if (k == 0 && l == 0)
            {
                throw new InvalidOperationException("The band has no path through it.");
            }

            (i, j) = (i - k, j - l);
            links.Add(new AlignmentLink(i, k, j, l, 0));
        }

        links.Reverse();
        return links;
    }

    // A state may lie one past the cells of its row and of the row before, so that gaps can always be taken.
    private (int[] Low, int[] High, int[] Offset) States(int n, int m)
    {
        var low = new int[n + 1];
        var high = new int[n + 1];
        var offset = new int[n + 2];
        for (var i = 0; i <= n; i++)
        {
            low[i] = i == 0 ? 0 : i == n ? Math.Min(band.Low[n - 1], m) : Math.Min(band.Low[i - 1], band.Low[i]);
            high[i] = i == n ? m : i == 0 ? band.High[0] + 1 : Math.Max(band.High[i - 1], band.High[i]) + 1;
            high[i] = Math.Min(high[i], m);
            offset[i + 1] = offset[i] + high[i] - low[i] + 1;
        }

        return (low, high, offset);
    }
}
