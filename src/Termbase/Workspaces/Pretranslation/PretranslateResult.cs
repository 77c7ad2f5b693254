using System.Collections.Immutable;
using Termbase.Matching;

namespace Termbase.Workspaces.Pretranslation;

/// <summary>What a pretranslation found and did. Immutable.</summary>
/// <param name="Bands">Segments by the band of the match that filled them; <see cref="MatchBand.New"/> are those without one.</param>
/// <param name="Existing">Segments that had a translation, left as they were.</param>
/// <param name="Locked">Segments that may not be changed.</param>
/// <param name="Drafts">Of those filled, how many a person has to look at.</param>
/// <param name="CodesLeft">Of those filled, how many lack inline codes that a person has to set.</param>
/// <param name="OtherLanguages">Segments that are not between Chinese and English.</param>
public sealed record PretranslateResult(
    ImmutableSortedDictionary<MatchBand, long> Bands, long Existing, long Locked, long Drafts, long CodesLeft, long OtherLanguages)
{
    /// <summary>Nothing.</summary>
    public static PretranslateResult Empty { get; } = new(ImmutableSortedDictionary<MatchBand, long>.Empty, 0, 0, 0, 0, 0);

    /// <summary>Segments that got a translation.</summary>
    public long Filled => Bands.Where(static b => b.Key != MatchBand.New).Sum(static b => b.Value);

    /// <summary>All segments.</summary>
    public long Segments => Bands.Values.Sum() + Existing + Locked + OtherLanguages;

    /// <summary>Two files together.</summary>
    public static PretranslateResult operator +(PretranslateResult a, PretranslateResult b) => new(
        a.Bands.SetItems(b.Bands.Select(p => KeyValuePair.Create(p.Key, p.Value + a.Bands.GetValueOrDefault(p.Key)))),
        a.Existing + b.Existing, a.Locked + b.Locked, a.Drafts + b.Drafts, a.CodesLeft + b.CodesLeft, a.OtherLanguages + b.OtherLanguages);

    /// <summary>The same as <c>+</c>.</summary>
    public static PretranslateResult Add(PretranslateResult left, PretranslateResult right) => left + right;
}
