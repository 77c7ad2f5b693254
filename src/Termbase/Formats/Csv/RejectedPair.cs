using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Formats.Csv;

/// <summary>One row of <c>rejected.csv</c>: a pair that a person refused, so that mining does not offer it again. Immutable.</summary>
public sealed record RejectedPair
{
    /// <summary>The Chinese.</summary>
    public required string Zh { get; init; }

    /// <summary>The English.</summary>
    public required string En { get; init; }

    /// <summary>Why it was refused.</summary>
    public string Reason { get; init; } = "";

    /// <summary>When (yyyy-MM-dd).</summary>
    public string Date { get; init; } = "";

    /// <summary>Who refused it.</summary>
    public string By { get; init; } = "";

    /// <summary>Cells of columns this version does not know.</summary>
    public ImmutableSortedDictionary<string, string> Extra { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Where the row stands.</summary>
    public SourceLocation? Location { get; init; }
}
