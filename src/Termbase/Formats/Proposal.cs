using Termbase.Model;

namespace Termbase.Formats;

/// <summary>A match out of a memory, proposed as the translation of a unit. Immutable.</summary>
/// <param name="Source">The source text of the match.</param>
/// <param name="Target">Its translation.</param>
/// <param name="Score">0 to 102 per cent; above 100 the neighbouring segments are the same too.</param>
/// <param name="Origin">Where it comes from: the name of the memory.</param>
/// <param name="IsMachine">Whether it is machine translation.</param>
public sealed record Proposal(Segment Source, Segment Target, double Score, string Origin, bool IsMachine)
{
    /// <summary>The score as it is shown: rounded down.</summary>
    public int Percent => (int)Math.Floor(Score);
}
