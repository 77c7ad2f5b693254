using System.Collections.Immutable;

namespace Termbase.Model;

/// <summary>One row of <c>evidence.csv</c>: a place where a rendering was seen, or a note or definition taken from.</summary>
public sealed record Evidence
{
    /// <summary>Concept id; empty where the pair is no entry.</summary>
    public string Concept { get; init; } = "";

    /// <summary>The Chinese as found.</summary>
    public required string Zh { get; init; }

    /// <summary>The English as found.</summary>
    public required string En { get; init; }

    /// <summary>Source id (<c>sources.csv</c>).</summary>
    public required string Document { get; init; }

    /// <summary>The place, for a person: "line 54", "p. 4, n. 2".</summary>
    public string Locator { get; init; } = "";

    /// <summary>A few words of the Chinese around it.</summary>
    public string QuoteZh { get; init; } = "";

    /// <summary>A few words of the English around it.</summary>
    public string QuoteEn { get; init; } = "";

    /// <summary>gloss | note | definition | title | decision.</summary>
    public string Kind { get; init; } = "gloss";

    /// <summary>When it was recorded (yyyy-MM-dd).</summary>
    public string Date { get; init; } = "";

    /// <summary>Who recorded it.</summary>
    public string By { get; init; } = "";

    /// <summary>Cells of columns this version does not know, by header, kept and written back.</summary>
    public ImmutableSortedDictionary<string, string> Extra { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Where the row stands.</summary>
    public SourceLocation? Location { get; init; }
}
