namespace Termbase.Matching;

/// <summary>How a workspace scores matches (<c>[match]</c> of <c>termbase.toml</c>). Immutable.</summary>
public sealed record MatchSettings
{
    /// <summary>The published penalties; characters for Chinese, words for English.</summary>
    public static MatchSettings Default { get; } = new();

    /// <summary>What is taken off.</summary>
    public MatchPenalties Penalties { get; init; } = MatchPenalties.Default;

    /// <summary>Unit of comparison of the Chinese sides.</summary>
    public TokenUnit ZhUnit { get; init; } = TokenUnit.Characters;

    /// <summary>Unit of comparison of the English sides.</summary>
    public TokenUnit EnUnit { get; init; } = TokenUnit.Words;

    /// <summary>Unit of comparison of a side.</summary>
    public TokenUnit UnitOf(bool isZh) => isZh ? ZhUnit : EnUnit;
}
