using System.Collections.Immutable;

namespace Termbase.Model;

/// <summary>An entry: what several terms in both languages stand for. Immutable; compare by <see cref="Id"/>.</summary>
public sealed record Concept
{
    /// <summary>Opaque id.</summary>
    public required string Id { get; init; }

    /// <summary>Its renderings, in the order of the files.</summary>
    public required ImmutableArray<Rendering> Renderings { get; init; }

    /// <summary>Where its renderings were seen.</summary>
    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    /// <summary>The first non-empty definition.</summary>
    public string Definition => First(static r => r.Definition);

    /// <summary>The first non-empty translator's note.</summary>
    public string Note => First(static r => r.Note);

    /// <summary>The first non-empty domain.</summary>
    public string Domain => First(static r => r.Domain);

    /// <summary>The first rendering that is preferred, else the first one.</summary>
    public Rendering Head => Renderings.FirstOrDefault(static r => r.Status == TermStatus.Preferred) ?? Renderings[0];

    private string First(Func<Rendering, string> cell) =>
        Renderings.Select(cell).FirstOrDefault(static value => value.Length > 0) ?? "";
}
