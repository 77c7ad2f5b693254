using System.Collections.Immutable;
using Termbase.Documents;
using Termbase.Model;

namespace Termbase.Mining;

/// <summary>
/// Finds Chinese terms with the English that they gloss in published translations. Where the English begins is decided by
/// <see cref="BoundaryScorer"/>, then again with what the documents as a whole and the termbase say. Linear in the length. Thread-safe.
/// </summary>
public static class GlossMiner
{
    /// <summary>All pairs, in reading order; Chinese with no English beside it has an empty <see cref="MinedPair.En"/>.</summary>
    public static ImmutableArray<MinedPair> Mine(Document document) => Mine([document]);

    /// <summary>As for one document; documents mined together are evidence for each other.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="termbase">Known pairs; a doubtful boundary follows them. Null or empty for none.</param>
    public static ImmutableArray<MinedPair> Mine(IReadOnlyList<Document> documents, Glossary? termbase = null)
    {
        var found = new List<FoundGloss>();
        foreach (var document in documents)
        {
            found.AddRange(new GlossFinder(document).Run());
        }

        Occurrences.Weigh(documents, found, termbase);
        return [.. found.SelectMany(g => g.Pairs())];
    }
}
