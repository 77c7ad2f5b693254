namespace Termbase.Alignment;

/// <summary>
/// Finds parts that stand elsewhere in the translation: what the alignment in order left without counterpart on both sides is aligned again,
/// run by run, where rare words call for it. Nearly linear in the length of the texts.
/// </summary>
internal sealed class MovedParts(
    TextTokens zh, TextTokens en, TextShape zhShape, TextShape enShape, WordRelations relations, BeadKinds kinds, LengthModel lengths, AlignmentWeights weights)
{
    // A link in order with a lower score may be given up for one elsewhere.
    private const double Weak = 0.3;

    // What a pair of sentences has to say for itself to be believed so far from its place: by the word, and in all (nats).
    private const double LeastEvidence = 0.12;
    private const double LeastForPart = 10;

    /// <summary>The links with those of moved parts put in, by their Chinese; what was weak there falls apart into gaps.</summary>
    public IReadOnlyList<AlignmentLink> Find(IReadOnlyList<AlignmentLink> links)
    {
        var (freeZh, freeEn) = Free(links);
        if (freeZh.Runs.Count == 0 || freeEn.Runs.Count == 0)
        {
            return links;
        }

        var tried = new Dictionary<(int Zh, int En), float>();
        foreach (var (i, j, score) in AnchorFinder.Candidates(zh, en, relations, freeZh.Of, freeEn.Of))
        {
            var pair = (freeZh.Of[i], freeEn.Of[j]);
            tried[pair] = tried.GetValueOrDefault(pair) + score;
        }

        var (usedZh, usedEn) = (new bool[freeZh.Of.Length], new bool[freeEn.Of.Length]);
        var moved = new List<AlignmentLink>();
        foreach (var ((runZh, runEn), _) in tried.OrderByDescending(static t => t.Value).ThenBy(static t => t.Key))
        {
            var part = Part(freeZh.Runs[runZh], freeEn.Runs[runEn]);
            part.RemoveAll(l => Any(usedZh, l.ZhStart, l.ZhCount) || Any(usedEn, l.EnStart, l.EnCount));
            if (part.Sum(l => l.Evidence * Words(l)) < LeastForPart)
            {
                continue;
            }

            foreach (var link in part)
            {
                Array.Fill(usedZh, true, link.ZhStart, link.ZhCount);
                Array.Fill(usedEn, true, link.EnStart, link.EnCount);
                moved.Add(link with { IsMoved = true });
            }
        }

        return moved.Count == 0 ? links : Together(links, moved, usedZh, usedEn);
    }

    private static bool Any(bool[] used, int start, int count) => used.AsSpan(start, count).Contains(true);

    private int Words(AlignmentLink link) =>
        Enumerable.Range(link.ZhStart, link.ZhCount).Sum(i => zh.Sentences[i].Length) + Enumerable.Range(link.EnStart, link.EnCount).Sum(j => en.Sentences[j].Length);

    // The runs of sentences that are free, and for each sentence the number of its run (-1 for none).
    private ((List<(int Start, int Count)> Runs, int[] Of) Zh, (List<(int Start, int Count)> Runs, int[] Of) En) Free(IReadOnlyList<AlignmentLink> links)
    {
        var (boundZh, boundEn) = (new bool[zh.Sentences.Length], new bool[en.Sentences.Length]);
        foreach (var link in links.Where(static l => !l.IsGap && l.Score >= Weak))
        {
            Array.Fill(boundZh, true, link.ZhStart, link.ZhCount);
            Array.Fill(boundEn, true, link.EnStart, link.EnCount);
        }

        return (Runs(boundZh), Runs(boundEn));
    }

    private static (List<(int Start, int Count)> Runs, int[] Of) Runs(bool[] bound)
    {
        var runs = new List<(int, int)>();
        var of = new int[bound.Length];
        for (var i = 0; i < bound.Length;)
        {
            var end = i;
            while (end < bound.Length && !bound[end])
            {
                of[end++] = runs.Count;
            }

            if (end > i)
            {
                runs.Add((i, end - i));
                i = end;
            }
            else
            {
                of[i++] = -1;
            }
        }

        return (runs, of);
    }

    private List<AlignmentLink> Part((int Start, int Count) zhRun, (int Start, int Count) enRun)
    {
        var (zhPart, enPart) = (zh.Part(zhRun.Start, zhRun.Count), en.Part(enRun.Start, enRun.Count));
        var band = AnchorFinder.FindBand(zhPart, enPart, relations);
        var search = new BeadSearch(zhPart, enPart, zhShape.Part(zhRun.Start, zhRun.Count), enShape.Part(enRun.Start, enRun.Count), new CellScores(zhPart, enPart, relations, band, weights), band, kinds, lengths, weights);
        return [.. search.WithProbability(search.Best()).Where(static l => !l.IsGap && l.Evidence >= LeastEvidence && l.Score >= Weak)
            .Select(l => l with { ZhStart = l.ZhStart + zhRun.Start, EnStart = l.EnStart + enRun.Start })];
    }

    private static List<AlignmentLink> Together(IReadOnlyList<AlignmentLink> links, List<AlignmentLink> moved, bool[] usedZh, bool[] usedEn)
    {
        var result = new List<AlignmentLink>();
        var places = moved.OrderBy(static l => l.ZhStart).ToList();
        var next = 0;
        foreach (var link in links)
        {
            while (next < places.Count && places[next].ZhStart < link.ZhStart + link.ZhCount)
            {
                result.Add(places[next++]);
            }

            if (!Any(usedZh, link.ZhStart, link.ZhCount) && !Any(usedEn, link.EnStart, link.EnCount))
            {
                result.Add(link);
                continue;
            }

            result.AddRange(link.Apart().Where(g => !Any(usedZh, g.ZhStart, g.ZhCount) && !Any(usedEn, g.EnStart, g.EnCount)));
        }

        result.AddRange(places[next..]);
        return result;
    }
}
