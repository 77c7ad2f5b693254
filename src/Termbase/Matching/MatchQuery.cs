using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Matching;

/// <summary>A segment to be looked up. Immutable.</summary>
public sealed record MatchQuery
{
    /// <summary>The segment.</summary>
    public required Segment Segment { get; init; }

    /// <summary>Whether it is Chinese, to be compared with the Chinese sides; else with the English ones.</summary>
    public required bool IsZh { get; init; }

    /// <summary>The segment before it in its document, or empty.</summary>
    public string Previous { get; init; } = "";

    /// <summary>The segment after it, or empty.</summary>
    public string Next { get; init; } = "";

    /// <summary>The client it is translated for, or empty.</summary>
    public string Client { get; init; } = "";

    /// <summary>A query for a plain text, whose language is told from its characters.</summary>
    public static MatchQuery Of(string text) => new() { Segment = Segment.Plain(text), IsZh = Han.Contains(text) };
}
