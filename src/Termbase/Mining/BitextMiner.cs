using System.Collections.Immutable;
using Termbase.Documents;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Mining;

/// <summary>
/// Finds terms in translation units: glosses of the English side, confirmed by the Chinese side, and terms without gloss by what stands
/// together in several units. Holds the units' text in memory. Stateless and thread-safe.
/// </summary>
public static class BitextMiner
{
    // How far a confidence goes up where the Chinese side has the gloss, and what is left of it where it has not.
    private const double Confirmed = 0.4;
    private const double Unconfirmed = 0.6;

    /// <summary>The candidates: glosses in the order of the units, then terms without gloss, the surest first.</summary>
    /// <param name="units">The units of one or more bitexts.</param>
    /// <param name="termbase">Known pairs; a doubtful boundary follows them. Null or empty for none.</param>
    public static ImmutableArray<MinedCandidate> Mine(IEnumerable<TranslationUnit> units, Glossary? termbase = null)
    {
        var all = units.ToList();
        var texts = all.ConvertAll(static u => (Zh: u.Zh.Segment.Text, En: u.En.Segment.Text));
        var glosses = Glosses(all, texts, termbase);
        var known = glosses.Select(static g => Normalizer.Key(g.Zh)).ToHashSet(StringComparer.Ordinal);
        var result = ImmutableArray.CreateBuilder<MinedCandidate>();
        result.AddRange(glosses);
        foreach (var term in BitextTerms.Find(texts).Where(t => !known.Contains(Normalizer.Key(t.Zh))))
        {
            result.Add(new MinedCandidate
            {
                Zh = term.Zh,
                En = term.En,
                Type = Candidates.TypeOf(term.Zh, term.En),
                Places = [.. term.Units.Select(u => new CandidatePlace(Place(all[u]), GlossKind.Bitext, Candidates.OneLine(texts[u].Zh, 0, 80) + " / " + Candidates.OneLine(texts[u].En, 0, 120)))],
                Confidence = term.Confidence,
                Reasons = [.. term.Reasons],
            });
        }

        return result.DrainToImmutable();
    }

    private static SourceLocation Place(TranslationUnit unit) => unit.Zh.Location ?? unit.Location ?? SourceLocation.File(unit.Document);

    private static ImmutableArray<MinedCandidate> Glosses(List<TranslationUnit> units, List<(string Zh, string En)> texts, Glossary? termbase)
    {
        var places = new Dictionary<Document, int>();
        for (var i = 0; i < units.Count; i++)
        {
            if (Han.Contains(texts[i].En))
            {
                places.Add(PlainTextReader.Read(new SourceText(units[i].Document, texts[i].En)), i);
            }
        }

        var pairs = GlossMiner.Mine([.. places.Keys], termbase).Select(pair => Confirm(pair, texts[places[pair.Document]].Zh));
        return Candidates.Merge(pairs, pair => Place(units[places[pair.Document]]));
    }

    private static MinedPair Confirm(MinedPair pair, string zh)
    {
        var there = Normalizer.Key(zh).Contains(Normalizer.Key(pair.Zh), StringComparison.Ordinal);
        return pair with
        {
            Confidence = there ? pair.Confidence + ((1 - pair.Confidence) * Confirmed) : pair.Confidence * Unconfirmed,
            Reasons = [.. pair.Reasons, there ? "stands in the Chinese side" : "not in the Chinese side"],
        };
    }
}
