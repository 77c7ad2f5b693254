namespace Termbase.Alignment;

/// <summary>
/// How well single sentences are explained by groups on the other side: for each cell (i, j) of a band the log-likelihood ratio of English
/// sentence j given Chinese i … i+k-1 (k up to <see cref="ZhMost"/>), and of Chinese i given English j … j+l-1 (l up to <see cref="EnMost"/>).
/// A mixture of IBM Model 1 and chance, so that a bead's score is the sum over its sentences and beads of any shape compare.
/// </summary>
internal sealed class CellScores
{
    public const int ZhMost = 4;
    public const int EnMost = 6;

    private readonly Band _band;
    private readonly float[] _forward;
    private readonly float[] _backward;

    public CellScores(TextTokens zh, TextTokens en, WordRelations relations, Band band, AlignmentWeights weights)
    {
        _band = band;
        _forward = new float[band.Cells * ZhMost];
        _backward = new float[band.Cells * EnMost];
        var n = zh.Sentences.Length;
        var m = en.Sentences.Length;
        var gain = new Gain(weights);
        InParts(n, (start, end) => Forwards(zh, en, relations, gain, start, end));
        InParts(m, (start, end) => Backwards(zh, en, relations, gain, start, end));
    }

    private void Forwards(TextTokens zh, TextTokens en, WordRelations relations, Gain gain, int start, int end)
    {
        var (n, band) = (zh.Sentences.Length, _band);
        var share = new float[en.Words.Count];
        for (var i = start; i < end; i++)
        {
            var size = 0;
            for (var k = 0; k < ZhMost && i + k < n; k++)
            {
                size += Spread(zh.Sentences[i + k], relations.ZhToEn, share, 1);
                for (var j = band.Low[i]; j <= band.High[i]; j++)
                {
                    _forward[(band.Cell(i, j) * ZhMost) + k] = gain.Of(en.Sentences[j], share, en.Frequency, size);
                }
            }

            for (var k = 0; k < ZhMost && i + k < n; k++)
            {
                Spread(zh.Sentences[i + k], relations.ZhToEn, share, 0);
            }
        }

    }

    private void Backwards(TextTokens zh, TextTokens en, WordRelations relations, Gain gain, int start, int end)
    {
        var (n, m, band) = (zh.Sentences.Length, en.Sentences.Length, _band);
        var share = new float[zh.Words.Count];
        var (first, last) = (0, -1);
        for (var j = start; j < end; j++)
        {
            while (last + 1 < n && band.Low[last + 1] <= j)
            {
                last++;
            }

            while (first < n && band.High[first] < j)
            {
                first++;
            }

            var size = 0;
            for (var l = 0; l < EnMost && j + l < m; l++)
            {
                size += Spread(en.Sentences[j + l], relations.EnToZh, share, 1);
                for (var i = first; i <= last; i++)
                {
                    _backward[(band.Cell(i, j) * EnMost) + l] = gain.Of(zh.Sentences[i], share, zh.Frequency, size);
                }
            }

            for (var l = 0; l < EnMost && j + l < m; l++)
            {
                Spread(en.Sentences[j + l], relations.EnToZh, share, 0);
            }
        }
    }

    // Rows are independent of each other: on two cores in half the time.
    private static void InParts(int count, Action<int, int> part)
    {
        const int Rows = 256;
        Parallel.For(0, (count + Rows - 1) / Rows, k => part(k * Rows, Math.Min(count, (k + 1) * Rows)));
    }

    /// <summary>English sentence j given the Chinese group of <paramref name="zhCount"/> from i on.</summary>
    public float Forward(int i, int j, int zhCount) => _forward[(_band.Cell(i, j) * ZhMost) + zhCount - 1];

    /// <summary>Chinese sentence i given the English group of <paramref name="enCount"/> from j on.</summary>
    public float Backward(int i, int j, int enCount) => _backward[(_band.Cell(i, j) * EnMost) + enCount - 1];

    // Adds what the words give to the shares of the other side's words (or, by 0, clears them).
    private static int Spread(int[] sentence, Relation[][] relations, float[] share, float by)
    {
        foreach (var word in sentence)
        {
            foreach (var (other, probability) in relations[word])
            {
                share[other] = by == 0 ? 0 : share[other] + probability;
            }
        }

        return sentence.Length;
    }

    private sealed class Gain(AlignmentWeights weights)
    {
        private readonly float _unmatched = MathF.Log(weights.Noise);

        public float Of(int[] sentence, float[] share, float[] frequency, int size)
        {
            var sum = 0f;
            var scale = (1 - weights.Noise) / Math.Max(1, size);
            foreach (var word in sentence)
            {
                var given = share[word];
                sum += given == 0 ? _unmatched : Math.Min(weights.Most, MathF.Log(weights.Noise + (scale * given / frequency[word])));
            }

            return sum;
        }
    }
}
