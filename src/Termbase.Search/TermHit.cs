using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Search;

/// <summary>How a term was found, best first.</summary>
public enum MatchKind
{
    /// <summary>The whole term (width, case, script, plural aside).</summary>
    Exact,

    /// <summary>By the whole reading or the start of one of its syllables.</summary>
    Pinyin,

    /// <summary>Part of the term.</summary>
    Part,

    /// <summary>Nothing else was found, and it is spelled nearly so.</summary>
    Fuzzy,
}

/// <summary>A concept that a lookup found. Immutable.</summary>
/// <param name="Concept">The concept, whole, as it was indexed.</param>
/// <param name="Matched">The renderings that matched best.</param>
/// <param name="Kind">How.</param>
/// <param name="Score">0 to 1: the share of the term that the query covers; only comparable within a kind.</param>
/// <param name="SourceTitles">Titles of the documents that the evidence names, by source id.</param>
public sealed record TermHit(
    Concept Concept, ImmutableArray<Rendering> Matched, MatchKind Kind, double Score, IReadOnlyDictionary<string, string> SourceTitles);
