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

    // A bead of more different words says little about each; the rest of it is not learned from.
    private const int MostWords = 256;

    /// <summary>What is known, changed and added to by what the beads show. A pair that stands together in one bead alone is not learned.</summary>
    public static WordRelations Learn(TextTokens zh, TextTokens en, WordRelations known, IReadOnlyList<AlignmentLink> links, float trust)
    {
        var beads = links.Where(static l => !l.IsGap).Select(l => (Zh: Words(zh.Sentences, l.ZhStart, l.ZhCount), En: Words(en.Sentences, l.EnStart, l.EnCount))).ToList();
        var (seenZh, seenEn) = (new int[zh.Words.Count], new int[en.Words.Count]);
        foreach (var (zhWords, enWords) in beads)
        {
            Count(zhWords, seenZh);
            Count(enWords, seenEn);
        }

        var together = new Dictionary<long, int>();
        foreach (var (zhWords, enWords) in beads)
        {
            foreach (var z in zhWords)
            {
                // A word of one bead alone is not learned, so most of the pairs need no counting.
                for (var b = 0; b < enWords.Length && seenZh[z] > 1; b++)
                {
                    if (seenEn[enWords[b]] > 1)
                    {
                        CollectionsMarshal.GetValueRefOrAddDefault(together, Key(z, enWords[b]), out _)++;
                    }
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
        var table = new Dictionary<long, Cell>(prior.Count);
        foreach (var (pair, p) in prior)
        {
            table[Key(pair.Zh, pair.En)] = new Cell { Forward = p.Forward, Backward = p.Backward, PriorForward = p.Forward, PriorBackward = p.Backward };
        }

        foreach (var (pair, count) in together)
        {
            if (count > 1 && (double)count * beads.Count > 2.0 * seenZh[Zh(pair)] * seenEn[En(pair)])
            {
                table.TryAdd(pair, new Cell { Forward = Fresh, Backward = Fresh });
            }
        }

        var cells = beads.ConvertAll(b => Cells(b.Zh, b.En, table));
        for (var round = 0; round < Rounds; round++)
        {
            Round(beads, cells, zh, en, table);
            foreach (var (pair, cell) in table)
            {
                cell.Forward = ((trust * cell.PriorForward) + cell.CountForward) / (trust + seenZh[Zh(pair)]);
                cell.Backward = ((trust * cell.PriorBackward) + cell.CountBackward) / (trust + seenEn[En(pair)]);
            }
        }

        var builder = new WordRelations.Builder(zh.Words.Count, en.Words.Count);
        foreach (var (pair, cell) in table)
        {
            if (cell.Forward > 1e-3f || cell.Backward > 1e-3f)
            {
                builder.Add(Zh(pair), En(pair), cell.Forward, cell.Backward);
            }
        }

        return builder.Build();
    }

    // For each pair of words of a bead that may translate each other: their places in it and their cell.
    private static (byte Z, byte E, Cell Cell)[] Cells(int[] zhWords, int[] enWords, Dictionary<long, Cell> table)
    {
        var cells = new List<(byte, byte, Cell)>();
        for (var a = 0; a < Math.Min(zhWords.Length, MostWords); a++)
        {
            for (var b = 0; b < Math.Min(enWords.Length, MostWords); b++)
            {
                if (table.TryGetValue(Key(zhWords[a], enWords[b]), out var cell))
                {
                    cells.Add(((byte)a, (byte)b, cell));
                }
            }
        }

        return [.. cells];
    }

    private static void Round(List<(int[] Zh, int[] En)> beads, List<(byte Z, byte E, Cell Cell)[]> cells, TextTokens zh, TextTokens en, Dictionary<long, Cell> table)
    {
        foreach (var cell in table.Values)
        {
            cell.CountForward = cell.CountBackward = 0;
        }

        Span<float> sumZh = stackalloc float[MostWords];
        Span<float> sumEn = stackalloc float[MostWords];
        for (var bead = 0; bead < beads.Count; bead++)
        {
            var (zhWords, enWords) = beads[bead];
            sumZh.Clear();
            sumEn.Clear();
            foreach (var (a, b, cell) in cells[bead])
            {
                sumEn[b] += cell.Forward;
                sumZh[a] += cell.Backward;
            }

            foreach (var (a, b, cell) in cells[bead])
            {
                // What is left to chance counts as one more word on the other side.
                var forward = cell.Forward / (sumEn[b] + (en.Frequency[enWords[b]] * zhWords.Length));
                var backward = cell.Backward / (sumZh[a] + (zh.Frequency[zhWords[a]] * enWords.Length));
                cell.CountForward += forward * backward;
                cell.CountBackward += forward * backward;
            }
        }
    }

    // Two numbers as one. Odd and large, so that keys of neighbouring words do not fall on each other in a hash table (which a shift would make them).
    private const long Factor = 1_000_003;

    private static long Key(int zh, int en) => (zh * Factor * 4) + en;

    private static int Zh(long key) => (int)(key / (Factor * 4));

    private static int En(long key) => (int)(key % (Factor * 4));

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
