using System.Collections.Immutable;

namespace Termbase.Matching;

/// <summary>What the bands are called: for machines (stable) and for people. Immutable.</summary>
public static class MatchBandNames
{
    /// <summary>All bands, best first.</summary>
    public static ImmutableArray<(MatchBand Band, string Name, string Title)> All { get; } =
    [
        (MatchBand.Context, "context", "context (101-102)"),
        (MatchBand.Exact, "100", "100"),
        (MatchBand.RepetitionWithin, "repetition", "repetition"),
        (MatchBand.RepetitionAcross, "repetition-across", "repetition, other file"),
        (MatchBand.From95, "95-99", "95-99"),
        (MatchBand.From85, "85-94", "85-94"),
        (MatchBand.From75, "75-84", "75-84"),
        (MatchBand.From50, "50-74", "50-74"),
        (MatchBand.New, "new", "new"),
    ];
}
