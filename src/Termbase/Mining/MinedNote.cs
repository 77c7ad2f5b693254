using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Mining;

/// <summary>A footnote or translator's note with the phrase that it explains. Immutable.</summary>
public sealed record MinedNote
{
    /// <summary>Number or sign of its marker.</summary>
    public required string Number { get; init; }

    /// <summary>Its text, healed.</summary>
    public required string Text { get; init; }

    /// <summary>The English phrase to which its marker is attached; empty where no marker was found.</summary>
    public required string Anchor { get; init; }

    /// <summary>Where that phrase stands, or null.</summary>
    public SourceLocation? AnchorLocation { get; init; }

    /// <summary>Where the note's text stands.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>The Chinese terms in it, in order, each once.</summary>
    public ImmutableArray<string> Chinese { get; init; } = [];

    /// <summary>Those of them that the note declares to be synonyms ("and its synonym 社会资金"), in order.</summary>
    public ImmutableArray<string> Synonyms { get; init; } = [];
}
