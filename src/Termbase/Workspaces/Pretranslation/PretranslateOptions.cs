using Termbase.Matching;

namespace Termbase.Workspaces.Pretranslation;

/// <summary>Which translations a pretranslation may replace.</summary>
public enum Overwrite
{
    /// <summary>None.</summary>
    None,

    /// <summary>Drafts: fuzzy entries, states that ask for work.</summary>
    Drafts,

    /// <summary>Every one that may be changed.</summary>
    All,
}

/// <summary>How files are pretranslated. Immutable.</summary>
public sealed record PretranslateOptions
{
    /// <summary>The least score that is used, 50 to 102.</summary>
    public double Min { get; init; } = 75;

    /// <summary>How many matches at most travel with a segment, where the format has a place for them; from 1.</summary>
    public int Max { get; init; } = 1;

    /// <summary>Which translations may be replaced.</summary>
    public Overwrite Overwrite { get; init; }

    /// <summary>The client, or empty: units made for another one score less.</summary>
    public string Client { get; init; } = "";

    /// <summary>What differences other than those of the text cost.</summary>
    public MatchPenalties Penalties { get; init; } = MatchPenalties.Default;
}
