using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Mining;

/// <summary>One place where a candidate was found. Immutable.</summary>
/// <param name="Location">Where the Chinese stands.</param>
/// <param name="Kind">The shape.</param>
/// <param name="Context">The text around it, on one line, at most about 160 characters.</param>
public sealed record CandidatePlace(SourceLocation Location, GlossKind Kind, string Context);

/// <summary>A Chinese term with an English one, out of all the places where they were found together: what a person is asked to judge. Immutable.</summary>
public sealed record MinedCandidate
{
    /// <summary>The Chinese.</summary>
    public required string Zh { get; init; }

    /// <summary>The English, in the spelling found most often.</summary>
    public required string En { get; init; }

    /// <summary>What kind of English term it seems to be.</summary>
    public TermType Type { get; init; }

    /// <summary>All places, in reading order; at least one.</summary>
    public required ImmutableArray<CandidatePlace> Places { get; init; }

    /// <summary>The best confidence of the places, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>The evidence for the boundary in that place.</summary>
    public ImmutableArray<string> Reasons { get; init; } = [];
}
