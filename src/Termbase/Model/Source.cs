namespace Termbase.Model;

/// <summary>One row of <c>sources.csv</c>: a document that evidence is taken from. Dates are yyyy-MM-dd.</summary>
public sealed record Source
{
    /// <summary>A speaking id: <c>cset-xianning-2021</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The other cells, by column name, empty ones left out.</summary>
    public required IReadOnlyDictionary<string, string> Cells { get; init; }

    /// <summary>Where the row stands.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>The cell of a column, or the empty string.</summary>
    public string this[string column] => Cells.TryGetValue(column, out var value) ? value : "";

    /// <summary>The English title, else the Chinese one, else the id.</summary>
    public string Title => this["title_en"] is { Length: > 0 } en ? en : this["title_zh"] is { Length: > 0 } zh ? zh : Id;

    /// <summary>Whether the source must not leave the house.</summary>
    public bool Confidential => this["confidential"] is "yes" or "true" or "1";
}
