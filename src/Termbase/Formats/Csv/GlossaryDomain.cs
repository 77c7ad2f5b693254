using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Formats.Csv;

/// <summary>One row of <c>domains.csv</c>: a subject field that glossary rows may name. Immutable.</summary>
public sealed record GlossaryDomain
{
    /// <summary>The id that the column <c>domain</c> names.</summary>
    public required string Id { get; init; }

    /// <summary>Its Chinese name.</summary>
    public string Zh { get; init; } = "";

    /// <summary>Its English name.</summary>
    public string En { get; init; } = "";

    /// <summary>What belongs to it.</summary>
    public string Note { get; init; } = "";

    /// <summary>Cells of columns this version does not know.</summary>
    public ImmutableSortedDictionary<string, string> Extra { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Where the row stands.</summary>
    public SourceLocation? Location { get; init; }
}
