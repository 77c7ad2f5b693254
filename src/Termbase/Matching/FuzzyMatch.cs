using System.Collections.Immutable;

namespace Termbase.Matching;

/// <summary>A unit that is like the query. Immutable.</summary>
public sealed record FuzzyMatch
{
    /// <summary>
    /// The similarity less the penalties; 101 where it is 100 and the segment before or after is the same too, 102 where both are.
    /// Print it rounded down (<see cref="Percent"/>).
    /// </summary>
    public required double Score { get; init; }

    /// <summary>Distance and length it comes from.</summary>
    public required SimilarityResult Similarity { get; init; }

    /// <summary>Why the score is not the similarity, and what else differs.</summary>
    public required MatchReason Reasons { get; init; }

    /// <summary>The unit.</summary>
    public required MemoryUnit Unit { get; init; }

    /// <summary>Further units with the same texts, best first: where else the pair comes from.</summary>
    public ImmutableArray<MemoryUnit> Also { get; init; } = [];

    /// <summary>The score as it is shown: rounded down.</summary>
    public int Percent => (int)Math.Floor(Score);
}
