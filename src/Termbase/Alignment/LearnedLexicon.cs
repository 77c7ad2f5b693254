using System.Runtime.InteropServices;

namespace Termbase.Alignment;

/// <summary>
/// The words that two texts translate by each other, learned from a first alignment of them: IBM Model 1 in both directions, begun with what
/// is known and held to it by so many sentences' worth of trust.
/// </summary>
internal static class LearnedLexicon
{
    private const int Rounds = 3;
    private const float Fresh = 1e-3f;

    /// <summary>What is known, changed and added to by what the beads show. A pair that stands together in one bead alone is not learned.</summary>
    public static WordRelations Learn(TextTokens zh, TextTokens en, WordRelations known, IReadOnlyList<AlignmentLink> links, float trust)
    {
        var beads = links.Where(static l => !l.IsGap).Select(l => (Zh: Words(zh.Sentences, l.ZhStart, l.ZhCount), En: Words(en.Sentences, l.EnStart, l.EnCount))).ToList();
        var (seenZh, seenEn) = (new int[zh.Words.Count], new int[en.Words.Count]);
        var together = new Dictionary<(int Zh, int En), int>();
        foreach (var (zhWords, enWords) in beads)
        {
            Count(zhWords, seenZh);
            Count(enWords, seenEn);
            foreach (var z in zhWords)
            {
                foreach (var e in enWords)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(together, (z, e), out _)++;
                }
            }
        }

        var prior = new Dictionary<(int Zh, int En), (float Forward, float Backward)>();
        for (var z = 0; z < zh.Words.Count; z++)
        {
            foreach (var (e, p) in known.ZhToEn[z])
            {
                prior[(z, e)] = (p, 0);
            }
        }

        for (var e = 0; e < en.Words.Count; e++)
        {
            foreach (var (z, p) in known.EnToZh[e])
            {
                CollectionsMarshal.GetValueRefOrAddDefault(prior, (z, e), out _).Backward = p;
            }
        }

        // Candidates: known pairs, and pairs seen together more than once and more often than by chance.
        var table = new Dictionary<(int Zh, int En), Cell>(prior.Count);
        foreach (var (pair, p) in prior)
        {
            table[pair] = new Cell { Forward = p.Forward, Backward = p.Backward, PriorForward = p.Forward, PriorBackward = p.Backward };
        }

        foreach (var (pair, count) in together)
        {
            if (count > 1 && (double)count * beads.Count > 2.0 * seenZh[pair.Zh] * seenEn[pair.En] && !table.ContainsKey(pair))
            {
                table[pair] = new Cell { Forward = Fresh, Backward = Fresh };
            }
        }

        for (var round = 0; round < Rounds; round++)
        {
            Round(beads, zh, en, table);
            foreach (var (pair, cell) in table)
            {
                cell.Forward = ((trust * cell.PriorForward) + cell.CountForward) / (trust + seenZh[pair.Zh]);
                cell.Backward = ((trust * cell.PriorBackward) + cell.CountBackward) / (trust + seenEn[pair.En]);
            }
        }

        var builder = new WordRelations.Builder(zh.Words.Count, en.Words.Count);
        foreach (var ((z, e), cell) in table)
        {
            if (cell.Forward > 1e-3f || cell.Backward > 1e-3f)
            {
                builder.Add(z, e, cell.Forward, cell.Backward);
            }
        }

        return builder.Build();
    }

    private static void Round(List<(int[] Zh, int[] En)> beads, TextTokens zh, TextTokens en, Dictionary<(int Zh, int En), Cell> table)
    {
        foreach (var cell in table.Values)
        {
            cell.CountForward = cell.CountBackward = 0;
        }

        var cells = new List<(int Z, int E, Cell Cell)>();
        foreach (var (zhWords, enWords) in beads)
        {
            cells.Clear();
            var (sumEn, sumZh) = (new float[enWords.Length], new float[zhWords.Length]);
            for (var a = 0; a < zhWords.Length; a++)
            {
                for (var b = 0; b < enWords.Length; b++)
                {
                    if (table.TryGetValue((zhWords[a], enWords[b]), out var cell))
                    {
                        cells.Add((a, b, cell));
                        sumEn[b] += cell.Forward;
                        sumZh[a] += cell.Backward;
                    }
                }
            }

            foreach (var (a, b, cell) in cells)
            {
                // What is left to chance counts as one more word on the other side.
                var forward = cell.Forward / (sumEn[b] + (en.Frequency[enWords[b]] * zhWords.Length));
                var backward = cell.Backward / (sumZh[a] + (zh.Frequency[zhWords[a]] * enWords.Length));
                cell.CountForward += forward * backward;
                cell.CountBackward += forward * backward;
            }
        }
    }

    private static int[] Words(int[][] sentences, int start, int count) =>
        count == 1 ? sentences[start] : [.. sentences.Skip(start).Take(count).SelectMany(static s => s).Distinct()];

    private static void Count(int[] words, int[] counts)
    {
        foreach (var word in words)
        {
            counts[word]++;
        }
    }

    private sealed class Cell
    {
        public float Forward;
        public float Backward;
        public float PriorForward;
        public float PriorBackward;
        public float CountForward;
        public float CountBackward;
    }
}
