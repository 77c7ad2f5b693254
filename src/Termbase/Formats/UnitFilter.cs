using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Formats;

/// <summary>
/// Which units an export takes. An empty list asks for nothing, so the default filter takes every unit but the confidential ones.
/// Immutable and thread-safe.
/// </summary>
public sealed record UnitFilter
{
    /// <summary>Domains, compared without letter case; empty: all.</summary>
    public ImmutableArray<string> Domains { get; init; } = [];

    /// <summary>Clients, compared without letter case; empty: all.</summary>
    public ImmutableArray<string> Clients { get; init; } = [];

    /// <summary>Statuses; empty: all.</summary>
    public ImmutableArray<UnitStatus> Statuses { get; init; } = [];

    /// <summary>Origins; empty: all.</summary>
    public ImmutableArray<UnitOrigin> Origins { get; init; } = [];

    /// <summary>A piece of text that the Chinese or the English must contain, without letter case; empty: any.</summary>
    public string Query { get; init; } = "";

    /// <summary>Whether confidential units pass.</summary>
    public bool IncludeConfidential { get; init; }

    /// <summary>Whether a unit passes.</summary>
    public bool Passes(TranslationUnit unit) =>
        (IncludeConfidential || !unit.Confidential)
        && (Domains.IsEmpty || Domains.Contains(unit.Domain, StringComparer.OrdinalIgnoreCase))
        && (Clients.IsEmpty || Clients.Contains(unit.Client, StringComparer.OrdinalIgnoreCase))
        && (Statuses.IsEmpty || Statuses.Contains(unit.Status))
        && (Origins.IsEmpty || Origins.Contains(unit.Origin))
        && (Query.Length == 0
            || unit.Zh.Segment.Text.Contains(Query, StringComparison.OrdinalIgnoreCase)
            || unit.En.Segment.Text.Contains(Query, StringComparison.OrdinalIgnoreCase));

    /// <summary>The units that pass, one by one; <paramref name="withheld"/> is called with each confidential unit kept back.</summary>
    public IEnumerable<TranslationUnit> Apply(IEnumerable<TranslationUnit> units, Action<TranslationUnit>? withheld = null)
    {
        var open = this with { IncludeConfidential = true };
        foreach (var unit in units)
        {
            if (Passes(unit))
            {
                yield return unit;
            }
            else if (withheld is not null && unit.Confidential && open.Passes(unit))
            {
                withheld(unit);
            }
        }
    }
}
