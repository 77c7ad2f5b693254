namespace Termbase.Matching;

/// <summary>
/// Points taken off the similarity (which runs from 0 to 100). Every penalty that was applied is told with the match
/// (<see cref="FuzzyMatch.Reasons"/>). Age is shown, not penalised. Immutable.
/// </summary>
public sealed record MatchPenalties
{
    /// <summary>The published values.</summary>
    public static MatchPenalties Default { get; } = new();

    /// <summary>Nothing is taken off.</summary>
    public static MatchPenalties None { get; } = new()
    {
        Numbers = 0,
        Codes = 0,
        Machine = 0,
        Unreviewed = 0,
        LowScore = 0,
        OtherClient = 0,
        OtherScript = 0,
    };

    /// <summary>The numbers differ: 2.</summary>
    public double Numbers { get; init; } = 2;

    /// <summary>The inline codes or placeholders differ: 1.</summary>
    public double Codes { get; init; } = 1;

    /// <summary>The unit is machine translation: 10.</summary>
    public double Machine { get; init; } = 10;

    /// <summary>The unit is marked as a draft: 2. (A unit that says nothing of its status is not penalised.)</summary>
    public double Unreviewed { get; init; } = 2;

    /// <summary>The unit was aligned with a score below <see cref="LowScoreBelow"/>: 5.</summary>
    public double LowScore { get; init; } = 5;

    /// <summary>Alignment scores (0 to 1) below this are low: 0.5.</summary>
    public double LowScoreBelow { get; init; } = 0.5;

    /// <summary>The unit was made for another client than the query's (both must be named): 2.</summary>
    public double OtherClient { get; init; } = 2;

    /// <summary>One text is in Simplified, the other in Traditional characters: 2.</summary>
    public double OtherScript { get; init; } = 2;
}
