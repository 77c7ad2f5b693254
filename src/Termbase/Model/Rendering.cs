using System.Collections.Immutable;

namespace Termbase.Model;

/// <summary>
/// One row of a glossary file: a Chinese term with one English term, and what was decided about it.
/// Rows that share <see cref="Concept"/> are one concept. Immutable; holds lists, so compare by content of the
/// fields you need.
/// </summary>
public sealed record Rendering
{
    /// <summary>Opaque id of the concept, given by the tool.</summary>
    public required string Concept { get; init; }

    /// <summary>The Chinese term, as written.</summary>
    public required string Zh { get; init; }

    /// <summary>Kind of the Chinese term.</summary>
    public TermType ZhType { get; init; }

    /// <summary>The English term, as written.</summary>
    public required string En { get; init; }

    /// <summary>Kind of the English term.</summary>
    public TermType EnType { get; init; }

    /// <summary>What was decided.</summary>
    public TermStatus Status { get; init; }

    /// <summary>The status as the file spelled it where that differs (<c>forbidden</c>); written back as it was.</summary>
    public string? StatusAsWritten { get; init; }

    /// <summary>Chinese collocates: the row applies only where one stands in the same clause. Empty: always.</summary>
    public ImmutableArray<string> When { get; init; } = [];

    /// <summary>How lint treats it.</summary>
    public CheckMode Check { get; init; }

    /// <summary>Subject field, an id of <c>domains.csv</c>; empty if none.</summary>
    public string Domain { get; init; } = "";

    /// <summary>Part of speech (noun, verb, adjective, adverb, other); empty if not said.</summary>
    public string Pos { get; init; } = "";

    /// <summary>Region where the Chinese is used (CN, TW, HK, SG); empty: everywhere.</summary>
    public string Region { get; init; } = "";

    /// <summary>Pinyin where it cannot be computed (names, polyphones); else empty.</summary>
    public string Pinyin { get; init; } = "";

    /// <summary>Definition; empty if none.</summary>
    public string Definition { get; init; } = "";

    /// <summary>Translator's note; empty if none.</summary>
    public string Note { get; init; } = "";

    /// <summary>Related concepts (ids or terms joined by <c>|</c>); empty if none.</summary>
    public string See { get; init; } = "";

    /// <summary>Client for whom it holds; empty: all.</summary>
    public string Client { get; init; } = "";

    /// <summary>Who decided; a row without it is never enforced.</summary>
    public string By { get; init; } = "";

    /// <summary>When it was decided (yyyy-MM-dd), as written.</summary>
    public string Date { get; init; } = "";

    /// <summary>Cells of columns this version does not know, by header, kept and written back.</summary>
    public ImmutableSortedDictionary<string, string> Extra { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Where the row stands.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>Whether lint may insist on it: somebody decided, and it is not merely proposed.</summary>
    public bool IsEnforced => By.Length > 0 && Status != TermStatus.Proposed && Check != CheckMode.Off;

    /// <summary>Whether the English may be used: preferred or admitted.</summary>
    public bool IsAcceptable => Status is TermStatus.Preferred or TermStatus.Admitted;
}
