namespace Termbase.Recognition;

/// <summary>What happens to terms that stand inside or across others.</summary>
public enum NestedTerms
{
    /// <summary>The longest term at the leftmost place; nothing inside it.</summary>
    Longest,

    /// <summary>Every term, inside and across others too.</summary>
    All,
}

/// <summary>What counts as an occurrence of a term. Immutable.</summary>
public sealed record MatchPolicy
{
    /// <summary>Longest match, segmentation evidence, the term's own letter case.</summary>
    public static MatchPolicy Default { get; } = new();

    /// <summary>Terms inside terms.</summary>
    public NestedTerms Nested { get; init; } = NestedTerms.Longest;

    /// <summary>Whether Chinese matches that cut words are left out (研究生 in 研究生命).</summary>
    public bool SegmentationEvidence { get; init; } = true;

    /// <summary>Whether letter case follows the term's own form (AI is not ai); else case says nothing.</summary>
    public bool CaseByTerm { get; init; } = true;

    /// <summary>Whether plural, singular and verb forms count as the English term.</summary>
    public bool Inflection { get; init; } = true;

    /// <summary>Whether <see cref="StandIns"/> counts pronouns (it, they, 其, 该) as standing for a term.</summary>
    public bool ToleratePronouns { get; init; }

    /// <summary>Whether <see cref="StandIns"/> counts the bare head of a term ("the Commission") as standing for it.</summary>
    public bool TolerateEllipsis { get; init; }
}
