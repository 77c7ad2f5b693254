using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Formats;

/// <summary>What a rewriter shall make of a unit: only what is set is changed in the file. Immutable.</summary>
public sealed record UnitChange
{
    /// <summary>The new translation, or null to leave the text.</summary>
    public Segment? Target { get; init; }

    /// <summary>The new status, or null to leave it.</summary>
    public UnitStatus? Status { get; init; }

    /// <summary>Matches that travel with the unit, best first; where <see cref="Target"/> is set, the first is where it comes from.</summary>
    public ImmutableArray<Proposal> Proposals { get; init; } = [];
}
