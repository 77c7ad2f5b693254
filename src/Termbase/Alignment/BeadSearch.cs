using Termbase.Documents;

namespace Termbase.Alignment;

/// <summary>The best path of beads through a band: dynamic programming over all shapes up to 4 to 6 sentences.</summary>
internal sealed class BeadSearch(
    TextTokens zh, TextTokens en, TextShape zhShape, TextShape enShape, CellScores scores, Band band, BeadKinds kinds, LengthModel lengths, AlignmentWeights weights,
    Passes? passes = null)
{
    private const int ZhMost = CellScores.ZhMost;
    private const int EnMost = CellScores.EnMost;

    private readonly bool _hasBlocks = zhShape.HasBlocks && enShape.HasBlocks;
    private readonly bool _hasLabels = zhShape.HasLabels && enShape.HasLabels;
    private readonly BlockKind[] _kinds = [.. zhShape.Kinds.Distinct().Intersect(enShape.Kinds)];

    /// <summary>Score of a bead that lies in the band; negative infinity where it does not or no such shape exists.</summary>
    public float Score(int i, int zhCount, int j, int enCount)
    {
        var kind = kinds.Log(zhCount, enCount);
        if (float.IsNegativeInfinity(kind))
        {
            return kind;
        }

        if (zhCount == 0 || enCount == 0)
        {
            return kind - weights.Gap;
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

        return -Misfit(i, zhCount, j, enCount) + (weights.Forward * forward) + (weights.Backward * backward) + (weights.Length * lengths.Log(lengthZh, lengthEn)) + (weights.Kind * kind);
    }

    // What the places say against a bead: paragraphs, tables and lists are kept in step, and so are the numbers of articles and items.
    private float Misfit(int i, int zhCount, int j, int enCount)
    {
        var cost = 0f;
        if (_hasBlocks)
        {
            var crossed = (zhShape.Blocks[i] != zhShape.Blocks[i + zhCount - 1] ? 1 : 0) + (enShape.Blocks[j] != enShape.Blocks[j + enCount - 1] ? 1 : 0);
            cost += (weights.Crossing * crossed) + (zhShape.Opens(i) != enShape.Opens(j) ? weights.Step : 0);
            var (zhKind, enKind) = (zhShape.Kinds[i], enShape.Kinds[j]);
            cost += zhKind != enKind && _kinds.Contains(zhKind) && _kinds.Contains(enKind) ? weights.OtherKind : 0;
        }

        if (_hasLabels && (zhShape.Labels[i].Length > 0 || enShape.Labels[j].Length > 0) && zhShape.Labels[i] != enShape.Labels[j])
        {
            cost += zhShape.Labels[i].Length > 0 && enShape.Labels[j].Length > 0 ? weights.OtherLabel : weights.NoLabel;
        }

        return cost;
    }

    /// <summary>The beads of the best path, in order, gaps included; their score is not set.</summary>
    public List<AlignmentLink> Best()
    {
        var n = zh.Sentences.Length;
        var m = en.Sentences.Length;
        var states = new States(band, n, m);
        var best = states.NewTable(float.NegativeInfinity);
        var step = new byte[best.Length];
        best[0] = 0;
        passes?.Next();
        ForEach(states, (from, to, shape, score) =>
        {
            if (best[from] + score > best[to])
            {
                (best[to], step[to]) = (best[from] + score, shape);
            }
        });

        var links = new List<AlignmentLink>();
        for (var (i, j) = (n, m); i > 0 || j > 0;)
        {
            var (k, l) = (step[states.At(i, j)] / 8, step[states.At(i, j)] % 8);
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

    /// <summary>The links with the probability of each among all paths through the band (forward–backward).</summary>
    public List<AlignmentLink> WithProbability(IReadOnlyList<AlignmentLink> links)
    {
        var states = new States(band, zh.Sentences.Length, en.Sentences.Length);
        var before = states.NewTable(float.NegativeInfinity);
        var after = states.NewTable(float.NegativeInfinity);
        before[0] = 0;
        after[^1] = 0;
        passes?.Next();
        Parallel.Invoke(
            () => ForEach(states, (from, to, _, score) => before[to] = LogSum(before[to], before[from] + (score / weights.Temperature))),
            () => ForEach(states, (from, to, _, score) => after[from] = LogSum(after[from], after[to] + (score / weights.Temperature)), backwards: true));
        return [.. links.Select(link => link.IsGap ? link : link with
        {
            Evidence = Evidence(link),
            Score = Sense(link) * Math.Clamp(
                MathF.Exp(before[states.At(link.ZhStart, link.EnStart)] + (Score(link.ZhStart, link.ZhCount, link.EnStart, link.EnCount) / weights.Temperature)
                    + after[states.At(link.ZhStart + link.ZhCount, link.EnStart + link.EnCount)] - before[^1]), 0f, 1f),
        })];
    }

    // The best path can be sure of a bead whose words say nothing for each other, where there is no other way: such a bead is doubtful still.
    private float Sense(AlignmentLink link) => 1 / (1 + MathF.Exp(-12 * (Evidence(link) + 0.1f)));

    private float Evidence(AlignmentLink link)
    {
        var (sum, words) = (0f, 0);
        for (var j = link.EnStart; j < link.EnStart + link.EnCount; j++)
        {
            sum += scores.Forward(link.ZhStart, j, link.ZhCount);
            words += en.Sentences[j].Length;
        }

        for (var i = link.ZhStart; i < link.ZhStart + link.ZhCount; i++)
        {
            sum += scores.Backward(i, link.EnStart, link.EnCount);
            words += zh.Sentences[i].Length;
        }

        return sum / Math.Max(1, words);
    }

    // Every step from state to state, in an order in which a state is complete before it is left (or entered, backwards).
    private void ForEach(States states, Action<int, int, byte, float> visit, bool backwards = false)
    {
        var n = zh.Sentences.Length;
        for (var row = 0; row <= n; row++)
        {
            if (!backwards)
            {
                passes?.At(row, n);
            }

            var i = backwards ? n - row : row;
            var (low, high) = (states.Low[i], states.High[i]);
            for (var column = low; column <= high; column++)
            {
                var j = backwards ? high + low - column : column;
                for (var k = 0; k <= ZhMost && i + k <= n; k++)
                {
                    var last = Math.Min(j + EnMost, states.High[i + k]);
                    for (var to = Math.Max(k == 0 ? j + 1 : j, states.Low[i + k]); to <= last; to++)
                    {
                        var score = Score(i, k, j, to - j);
                        if (!float.IsNegativeInfinity(score))
                        {
                            visit(states.At(i, j), states.At(i + k, to), (byte)((k * 8) + to - j), score);
                        }
                    }
                }
            }
        }
    }

    private static float LogSum(float a, float b)
    {
        var (high, low) = a > b ? (a, b) : (b, a);
        return high - low > 20 || float.IsNegativeInfinity(low) ? high : high + MathF.Log(1 + MathF.Exp(low - high));
    }

    // State (i, j): i Chinese and j English sentences are done. It may lie one past the cells of its row and of the row before, so that gaps
    // can always be taken.
    private sealed class States
    {
        private readonly int[] _offset;

        public States(Band band, int n, int m)
        {
            Low = new int[n + 1];
            High = new int[n + 1];
            _offset = new int[n + 2];
            for (var i = 0; i <= n; i++)
            {
                Low[i] = i == 0 ? 0 : i == n ? Math.Min(band.Low[n - 1], m) : Math.Min(band.Low[i - 1], band.Low[i]);
                High[i] = Math.Min(m, i == n ? m : i == 0 ? band.High[0] + 1 : Math.Max(band.High[i - 1], band.High[i]) + 1);
                _offset[i + 1] = _offset[i] + High[i] - Low[i] + 1;
            }
        }

        public int[] Low { get; }

        public int[] High { get; }

        public int At(int i, int j) => _offset[i] + j - Low[i];

        public float[] NewTable(float fill)
        {
            var table = new float[_offset[^1]];
            Array.Fill(table, fill);
            return table;
        }
    }
}
