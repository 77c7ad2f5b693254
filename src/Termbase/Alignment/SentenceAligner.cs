namespace Termbase.Alignment;

/// <summary>
/// Aligns the sentences of a Chinese text with those of its English translation, n to m, with gaps, in order but for parts that the
/// translation has elsewhere. Evidence: a table of word
/// translations, figures, names by sound, signs, lengths, and in further rounds the words of the two texts themselves. Thread-safe.
/// </summary>
public static class SentenceAligner
{
    /// <summary>The links, gaps included, in order of the Chinese; every sentence is in exactly one.</summary>
    /// <param name="zh">Chinese sentences.</param>
    /// <param name="en">English sentences.</param>
    public static IReadOnlyList<AlignmentLink> Align(IReadOnlyList<string> zh, IReadOnlyList<string> en) =>
        Align(zh, en, new int[zh.Count], new int[en.Count], AlignmentWeights.Default);

    /// <summary>The same for sentences that stand in paragraphs: a link that reaches over the end of one is less likely.</summary>
    internal static IReadOnlyList<AlignmentLink> Align(IReadOnlyList<AlignedSentence> zh, IReadOnlyList<AlignedSentence> en) => Align(
        [.. zh.Select(static s => s.Text)],
        [.. en.Select(static s => s.Text)],
        [.. zh.Select(static s => s.Block)],
        [.. en.Select(static s => s.Block)],
        AlignmentWeights.Default);

    internal static IReadOnlyList<AlignmentLink> Align(IReadOnlyList<string> zh, IReadOnlyList<string> en, int[] zhBlocks, int[] enBlocks, AlignmentWeights weights)
    {
        if (zh.Count == 0 || en.Count == 0)
        {
            return [.. zh.Select(static (_, i) => new AlignmentLink(i, 1, 0, 0, 0)), .. en.Select(static (_, j) => new AlignmentLink(0, 0, j, 1, 0))];
        }

        var marks = SentenceMarks.Find(zh, en, null);
        var enTokens = TextTokens.English(en, marks.En);
        var zhTokens = TextTokens.Chinese(zh, marks.Zh, enTokens);
        var known = WordRelations.Of(zhTokens, enTokens);
        var relations = known;
        var band = AnchorFinder.FindBand(zhTokens, enTokens, known);
        var kinds = BeadKinds.General;
        var lengths = LengthModel.Of(zhTokens, enTokens);
        for (var round = 0; ; round++)
        {
            var scores = new CellScores(zhTokens, enTokens, relations, band, weights);
            var search = new BeadSearch(zhTokens, enTokens, scores, band, kinds, lengths, weights) { ZhBlocks = zhBlocks, EnBlocks = enBlocks };
            var links = search.Best();
            if (round == weights.Rounds)
            {
                return new MovedParts(zhTokens, enTokens, relations, kinds, lengths, weights).Find(search.WithProbability(links));
            }

            kinds = BeadKinds.Of(links, 50);
            lengths = LengthModel.Of(zhTokens, enTokens, links);
            relations = LearnedLexicon.Learn(zhTokens, enTokens, known, links, weights.Trust);
        }
    }
}
