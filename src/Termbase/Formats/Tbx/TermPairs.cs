using Termbase.Model;

namespace Termbase.Formats.Tbx;

/// <summary>
/// Which Chinese and English terms of an entry are renderings of each other. TBX keeps the terms of a concept side by side and no pairs; where we
/// write them, an English term refers to its Chinese ones (<c>crossReference</c> to the id of a term of the same entry). Thread-safe.
/// </summary>
internal static class TermPairs
{
    /// <summary>A term as far as pairing goes: its rank (0 is best, as <see cref="RankOf"/>), whether it is a short form or an acronym, its id, and the ids that it refers to.</summary>
    internal sealed record Side(int Rank, bool IsShort, string Id, IReadOnlyCollection<string> Targets);

    /// <summary>
    /// The pairs, by place in both lists, Chinese first. What the terms refer to decides; without that the main Chinese term goes with every English
    /// one, and each further Chinese term with the main English one, a short form with a short form. So no term is lost and none is multiplied.
    /// </summary>
    internal static List<(int Zh, int En)> Of(IReadOnlyList<Side> zh, IReadOnlyList<Side> en, out bool isSaid)
    {
        var pairs = new SortedSet<(int Zh, int En)>();
        for (var e = 0; e < en.Count; e++)
        {
            for (var z = 0; z < zh.Count; z++)
            {
                if (zh[z].Id.Length > 0 && en[e].Targets.Contains(zh[z].Id))
                {
                    pairs.Add((z, e));
                }
            }
        }

        isSaid = pairs.Count > 0;
        var (mainZh, mainEn) = (Best(zh), Best(en));
        for (var e = 0; e < en.Count; e++)
        {
            if (!pairs.Any(p => p.En == e))
            {
                pairs.Add((mainZh, e));
            }
        }

        for (var z = 0; z < zh.Count; z++)
        {
            if (!pairs.Any(p => p.Zh == z))
            {
                pairs.Add((z, zh[z].IsShort ? Enumerable.Range(0, en.Count).Where(e => en[e].IsShort).DefaultIfEmpty(mainEn).MinBy(e => en[e].Rank) : mainEn));
            }
        }

        return [.. pairs];
    }

    /// <summary>Preferred before admitted, then what nobody judged, then what must not be used.</summary>
    internal static int RankOf(TermStatus? status) => status switch
    {
        TermStatus.Preferred => 0,
        TermStatus.Admitted => 1,
        null or TermStatus.Proposed => 2,
        _ => 3,
    };

    // The full form names the concept, of equals the first.
    private static int Best(IReadOnlyList<Side> terms) =>
        Enumerable.Range(0, terms.Count).MinBy(i => (terms[i].Rank > 2 ? 2 : 0) + (terms[i].IsShort ? 1 : 0) + (terms[i].Rank * 0.1));
}
