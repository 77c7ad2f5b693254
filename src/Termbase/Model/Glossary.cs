using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Termbase.Model;

/// <summary>
/// The termbase in memory: all concepts of the glossary files with their evidence. Immutable and thread-safe;
/// lookups here are by exact text, anything cleverer is the search index's.
/// </summary>
public sealed class Glossary
{
    private readonly FrozenDictionary<string, Concept> _byId;
    private readonly FrozenDictionary<string, ImmutableArray<Rendering>> _byZh;

    /// <summary>Groups rows into concepts; order of first appearance is kept.</summary>
    public Glossary(IEnumerable<Rendering> renderings, IEnumerable<Evidence>? evidence = null, IEnumerable<Source>? sources = null)
    {
        Renderings = [.. renderings];
        Evidence = [.. evidence ?? []];
        Sources = (sources ?? []).DistinctBy(static s => s.Id).ToFrozenDictionary(static s => s.Id, StringComparer.Ordinal);
        var evidenceOf = Evidence.ToLookup(static e => e.Concept, StringComparer.Ordinal);
        Concepts =
        [
            .. Renderings.GroupBy(static r => r.Concept, StringComparer.Ordinal)
                .Select(g => new Concept { Id = g.Key, Renderings = [.. g], Evidence = [.. evidenceOf[g.Key]] }),
        ];
        _byId = Concepts.ToFrozenDictionary(static c => c.Id, StringComparer.Ordinal);
        _byZh = Renderings.GroupBy(static r => r.Zh, StringComparer.Ordinal)
            .ToFrozenDictionary(static g => g.Key, static g => g.ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>A termbase with nothing in it.</summary>
    public static Glossary Empty { get; } = new([]);

    /// <summary>All concepts, in the order of the files.</summary>
    public ImmutableArray<Concept> Concepts { get; }

    /// <summary>All rows, in the order of the files.</summary>
    public ImmutableArray<Rendering> Renderings { get; }

    /// <summary>All evidence, also that of pairs which are no entries.</summary>
    public ImmutableArray<Evidence> Evidence { get; }

    /// <summary>Sources by id.</summary>
    public FrozenDictionary<string, Source> Sources { get; }

    /// <summary>The concept with this id, or null.</summary>
    public Concept? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Rows whose Chinese is exactly this text.</summary>
    public ImmutableArray<Rendering> ForZh(string zh) => _byZh.GetValueOrDefault(zh, []);
}
