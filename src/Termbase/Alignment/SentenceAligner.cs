using Termbase.Recognition;

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
        Align(zh, en, TextShape.OfText(zh), TextShape.OfText(en), null, null, AlignmentWeights.Default);

    /// <summary>The same for sentences of documents: paragraphs, headings, tables and lists are kept in step.</summary>
    /// <param name="zh">Chinese sentences.</param>
    /// <param name="en">English sentences.</param>
    /// <param name="terms">The termbase, as evidence; null for none.</param>
    /// <param name="progress">Told the share that is done, 0 to 1; null for nobody.</param>
    public static IReadOnlyList<AlignmentLink> Align(
        IReadOnlyList<AlignedSentence> zh, IReadOnlyList<AlignedSentence> en, TermMatcher? terms = null, IProgress<double>? progress = null) => Align(
        [.. zh.Select(static s => s.Text)],
        [.. en.Select(static s => s.Text)],
        TextShape.Of(zh),
        TextShape.Of(en),
        terms,
        progress,
        AlignmentWeights.Default);

    private static IReadOnlyList<AlignmentLink> Align(
        IReadOnlyList<string> zh, IReadOnlyList<string> en, TextShape zhShape, TextShape enShape, TermMatcher? terms, IProgress<double>? progress, AlignmentWeights weights)
    {
        if (zh.Count == 0 || en.Count == 0)
        {
            return [.. zh.Select(static (_, i) => new AlignmentLink(i, 1, 0, 0, 0)), .. en.Select(static (_, j) => new AlignmentLink(0, 0, j, 1, 0))];
        }

        var marks = SentenceMarks.Find(zh, en, terms);
        var enTokens = TextTokens.English(en, marks.En);
        var zhTokens = TextTokens.Chinese(zh, marks.Zh, enTokens);
        var known = WordRelations.Of(zhTokens, enTokens);
        var relations = known;
        var band = AnchorFinder.FindBand(zhTokens, enTokens, known);
        var kinds = BeadKinds.General;
        var lengths = LengthModel.Of(zhTokens, enTokens);
        var passes = new Passes(progress, (2 * weights.Rounds) + 3);
        for (var round = 0; ; round++)
        {
            passes.Next();
            var scores = new CellScores(zhTokens, enTokens, relations, band, weights);
            var search = new BeadSearch(zhTokens, enTokens, zhShape, enShape, scores, band, kinds, lengths, weights, passes);
            var links = search.Best();
            if (round == weights.Rounds)
            {
                return new MovedParts(zhTokens, enTokens, zhShape, enShape, relations, kinds, lengths, weights).Find(search.WithProbability(links));
            }

            kinds = BeadKinds.Of(links, 50);
            lengths = LengthModel.Of(zhTokens, enTokens, links);
            relations = LearnedLexicon.Learn(zhTokens, enTokens, known, links, weights.Trust);
        }
    }
}
