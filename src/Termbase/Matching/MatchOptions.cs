namespace Termbase.Matching;

/// <summary>What matches are wanted. Immutable.</summary>
public sealed record MatchOptions
{
    /// <summary>70 and above, the five best.</summary>
    public static MatchOptions Default { get; } = new();

    /// <summary>The least score, after penalties, 1 to 100.</summary>
    public double Min { get; init; } = 70;

    /// <summary>How many at most; <see cref="int.MaxValue"/> for every unit at or above <see cref="Min"/>.</summary>
    public int Max { get; init; } = 5;

    /// <summary>What is taken off.</summary>
    public MatchPenalties Penalties { get; init; } = MatchPenalties.Default;
}
