using System.Collections.Immutable;
using Termbase.Formats.Xliff.Checks;

namespace Termbase.Formats.Xliff.Mending;

/// <summary>A change of one tag that leaves the text between the tags alone.</summary>
/// <param name="Node">The element; its start tag is changed.</param>
/// <param name="What">For people: what is changed, and into what.</param>
/// <param name="Attributes">Attributes with their new value; null takes one off.</param>
internal sealed record TagEdit(CheckNode Node, string What, params ImmutableArray<(string Name, string? Value)> Attributes)
{
    /// <summary>Another name for the element, in both its tags.</summary>
    internal string? Rename { get; init; }

    /// <summary>The element is empty and is left out as a whole.</summary>
    internal bool Drops { get; init; }

    /// <summary>Something that was said is no longer there.</summary>
    internal bool IsLoss { get; init; }
}
