namespace Termbase.Alignment;

/// <summary>
/// Finds sentences that surely belong together by words that are rare in both texts, and from the chain of them the band that the exact search
/// looks at. Nearly linear in the length of the texts; sections that one text lacks bend the band, they do not break it.
/// </summary>
internal static class AnchorFinder
{
    private const int Margin = 12;
    private const int Neighbours = 3;
    private const int Widest = 300;
    private const float LeastScore = 7f;
    private const int KeptForSentence = 2;

    /// <summary>The band around the chain of anchors.</summary>
    public static Band FindBand(TextTokens zh, TextTokens en, WordRelations relations)
    {
        var (n, m) = (zh.Sentences.Length, en.Sentences.Length);
        if ((long)n * m <= 10_000)
        {
            return Band.Full(n, m);
        }

        return Around(Chain(Candidates(zh, en, relations), m), n, m);
    }

    /// <summary>Pairs of sentences that share words rare in both texts, the best few for each Chinese sentence.</summary>
    /// <param name="zh">The Chinese.</param>
    /// <param name="en">The English.</param>
    /// <param name="relations">Which words translate each other.</param>
    /// <param name="zhAllowed">For each Chinese sentence -1 if it is left out; null to take all.</param>
    /// <param name="enAllowed">The same of the English.</param>
    internal static List<(int Zh, int En, float Score)> Candidates(TextTokens zh, TextTokens en, WordRelations relations, int[]? zhAllowed = null, int[]? enAllowed = null)
    {
        // Rare: in a handful of sentences, whatever the length of the text.
        const int Most = 12;
        var postings = new List<int>?[en.Words.Count];
        for (var j = 0; j < en.Sentences.Length; j++)
        {
            foreach (var e in en.Sentences[j])
            {
                if (en.DocumentFrequency[e] <= Most && enAllowed?[j] is not -1)
                {
                    (postings[e] ??= []).Add(j);
                }
            }
        }

        var result = new List<(int, int, float)>();
        var scores = new Dictionary<int, float>();
        for (var i = 0; i < zh.Sentences.Length; i++)
        {
            scores.Clear();
            if (zhAllowed?[i] is -1)
            {
                continue;
            }

            foreach (var z in zh.Sentences[i])
            {
                if (zh.DocumentFrequency[z] > Most)
                {
                    continue;
                }

                foreach (var (e, probability) in relations.ZhToEn[z])
                {
                    if (postings[e] is not { } places || probability < 0.02f)
                    {
                        continue;
                    }

                    var gain = MathF.Log(1 + (0.02f * probability / en.Frequency[e])) + 1;
                    foreach (var j in places)
                    {
                        scores[j] = scores.GetValueOrDefault(j) + Math.Min(4, gain);
                    }
                }
            }

            foreach (var (j, score) in scores.Where(static s => s.Value >= LeastScore).OrderByDescending(static s => s.Value).ThenBy(static s => s.Key).Take(KeptForSentence))
            {
                result.Add((i, j, score));
            }
        }

        return result;
    }

    // The chain of greatest total score in which both sides rise: greatest prefix by a Fenwick tree over the English.
    internal static List<(int Zh, int En)> Chain(List<(int Zh, int En, float Score)> candidates, int m)
    {
        var tree = new (float Score, int Candidate)[m + 1];
        Array.Fill(tree, (0f, -1));
        var total = new float[candidates.Count];
        var previous = new int[candidates.Count];
        for (var start = 0; start < candidates.Count;)
        {
            var end = start;
            for (; end < candidates.Count && candidates[end].Zh == candidates[start].Zh; end++)
            {
                var best = (Score: 0f, Candidate: -1);
                for (var at = candidates[end].En; at > 0; at -= at & -at)
                {
                    best = tree[at].Score > best.Score ? tree[at] : best;
                }

                (total[end], previous[end]) = (best.Score + candidates[end].Score, best.Candidate);
            }

            for (; start < end; start++)
            {
                for (var at = candidates[start].En + 1; at <= m; at += at & -at)
                {
                    if (total[start] > tree[at].Score)
                    {
                        tree[at] = (total[start], start);
                    }
                }
            }
        }

        var chain = new List<(int, int)>();
        for (var at = total.Length == 0 ? -1 : Array.IndexOf(total, total.Max()); at >= 0; at = previous[at])
        {
            chain.Add((candidates[at].Zh, candidates[at].En));
        }

        chain.Reverse();
        return chain;
    }

    // A single anchor can be wrong: the band reaches to the third one before and behind.
    internal static Band Around(List<(int Zh, int En)> chain, int n, int m)
    {
        var low = new int[n];
        var high = new int[n];
        var next = 0;
        for (var i = 0; i < n; i++)
        {
            while (next < chain.Count && chain[next].Zh <= i)
            {
                next++;
            }

            var before = next - Neighbours >= 0 ? chain[next - Neighbours] : (Zh: 0, En: 0);
            var after = next + Neighbours - 1 < chain.Count ? chain[next + Neighbours - 1] : (Zh: n - 1, En: m - 1);
            var (from, to) = (before.En - Margin, after.En + Margin);
            if (to - from > Widest)
            {
                var centre = before.En + (int)((double)(i - before.Zh) / Math.Max(1, after.Zh - before.Zh) * (after.En - before.En));
                (from, to) = (Math.Max(from, centre - (Widest / 2)), Math.Min(to, centre + (Widest / 2)));
            }

            low[i] = Math.Clamp(Math.Max(from, i == 0 ? 0 : low[i - 1]), 0, m - 1);
            high[i] = Math.Clamp(Math.Max(to, i == 0 ? 0 : high[i - 1]), low[i], m - 1);
        }

        // No step between rows that a path could not take, and both corners are in.
        low[0] = 0;
        high[n - 1] = m - 1;
        for (var i = n - 2; i >= 0; i--)
        {
            low[i] = Math.Min(low[i], low[i + 1]);
            high[i] = Math.Max(high[i], low[i + 1]);
        }

        for (var i = 1; i < n; i++)
        {
            high[i] = Math.Max(high[i], high[i - 1]);
        }

        return new Band(low, high);
    }
}
