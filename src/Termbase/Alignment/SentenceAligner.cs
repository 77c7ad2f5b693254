namespace Termbase.Alignment;

/// <summary>
/// Aligns the sentences of a Chinese text with those of its English translation, in order, n to m, with gaps. Evidence: a table of word
/// translations, figures, names by sound, signs, lengths, and in further rounds the words of the two texts themselves. Thread-safe.
/// </summary>
public static class SentenceAligner
{
    /// <summary>The links, gaps included, in order; every sentence is in exactly one.</summary>
    /// <param name="zh">Chinese sentences.</param>
    /// <param name="en">English sentences.</param>
    public static IReadOnlyList<AlignmentLink> Align(IReadOnlyList<string> zh, IReadOnlyList<string> en) => Align(zh, en, AlignmentWeights.Default);

    internal static IReadOnlyList<AlignmentLink> Align(IReadOnlyList<string> zh, IReadOnlyList<string> en, AlignmentWeights weights)
    {
        if (zh.Count == 0 || en.Count == 0)
        {
            return [.. zh.Select(static (_, i) => new AlignmentLink(i, 1, 0, 0, 0)), .. en.Select(static (_, j) => new AlignmentLink(0, 0, j, 1, 0))];
        }

        var enTokens = TextTokens.English(en);
        var zhTokens = TextTokens.Chinese(zh, enTokens);
        var known = WordRelations.Of(zhTokens, enTokens);
        var relations = known;
        var band = AnchorFinder.FindBand(zhTokens, enTokens, known);
        var kinds = BeadKinds.General;
        var lengths = LengthModel.Of(zhTokens, enTokens);
        for (var round = 0; ; round++)
        {
            var scores = new CellScores(zhTokens, enTokens, relations, band, weights);
            var search = new BeadSearch(zhTokens, enTokens, scores, band, kinds, lengths, weights);
            var links = search.Best();
            if (round == weights.Rounds)
            {
                return search.WithProbability(links);
            }

            kinds = BeadKinds.Of(links, 50);
            lengths = LengthModel.Of(zhTokens, enTokens, links);
            relations = LearnedLexicon.Learn(zhTokens, enTokens, known, links, weights.Trust);
        }
    }
}
