namespace Termbase.Workspaces.Merging;

/// <summary>How a merge decides. Immutable.</summary>
public sealed record MergeOptions
{
    /// <summary>Conflicts are left for a person.</summary>
    public static MergeOptions Default { get; } = new();

    /// <summary>What happens with conflicts.</summary>
    public MergePolicy Policy { get; init; } = MergePolicy.Ask;

    /// <summary>In how many places a Chinese term was seen with an English one; asked under <see cref="MergePolicy.Evidence"/> only.</summary>
    public Func<string, string, int> EvidenceOf { get; init; } = static (_, _) => 0;

    /// <summary>What the three inputs are called in messages: mine, theirs, base.</summary>
    public (string Mine, string Theirs, string Base) Names { get; init; } = ("mine", "theirs", "base");
}
