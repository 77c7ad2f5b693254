using System.Collections.Immutable;

namespace Termbase.Workspaces.Merging;

/// <summary>What a merge did, by concepts, renderings and units. Immutable; the order is that of the result.</summary>
public sealed record MergeReport
{
    /// <summary>What each side did: against the base, or, without one, what the second file brings to the first.</summary>
    public ImmutableArray<MergeChange> Changes { get; init; } = [];

    /// <summary>What the sides say differently, settled by the policy or open.</summary>
    public ImmutableArray<MergeConflict> Conflicts { get; init; } = [];

    /// <summary>Duplicates and near-duplicates of the result.</summary>
    public ImmutableArray<MergeDuplicate> Duplicates { get; init; } = [];

    /// <summary>Anything else that a person should know.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Concepts that have another id in the result: the second file's, and the one they have now.</summary>
    public ImmutableSortedDictionary<string, string> Ids { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Number of records of the result.</summary>
    public int Records { get; init; }

    /// <summary>Conflicts that are left for a person.</summary>
    public int Open => Conflicts.Count(static c => c.IsOpen);
}
