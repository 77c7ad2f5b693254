using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Termbase.Model;

namespace Termbase.Workspaces.Quality;

/// <summary>A source that has several translations, which are all kept.</summary>
/// <param name="Source">The source, as it stands the first time.</param>
/// <param name="Targets">The different translations, in order of first use, with the number of units and the first place.</param>
public sealed record DivergentSource(string Source, ImmutableArray<(string Target, int Units, SourceLocation? Place)> Targets);

/// <summary>Units with the same texts that became one.</summary>
/// <param name="Kept">The unit that stands.</param>
/// <param name="Copies">How many there were.</param>
public sealed record MergedDuplicate(TranslationUnit Kept, int Copies);

/// <summary>
/// Merges units that are the same pair, apart from width and spacing, with the same inline codes, direction, client and confidentiality. Two passes over
/// the units, which are read anew for each; memory grows by about 100 bytes a different pair, and holds units only between the first and the last copy of a
/// pair. Not thread-safe.
/// </summary>
public sealed class Deduplication
{
    private readonly Func<IEnumerable<TranslationUnit>> _read;
    private readonly Dictionary<UInt128, int> _copies = [];
    private readonly Dictionary<ulong, (ulong Target, bool Diverges)> _sources = [];
    private readonly Dictionary<ulong, (string Source, Dictionary<ulong, (string Text, int Units, SourceLocation? Place)> Targets, List<ulong> Order)> _divergent = [];
    private readonly List<MergedDuplicate> _merged = [];
    private readonly int _listed;

    /// <summary>Over units that <paramref name="read"/> gives, the same each time. At most <paramref name="listed"/> merged pairs are kept for a report.</summary>
    public Deduplication(Func<IEnumerable<TranslationUnit>> read, int listed = int.MaxValue) => (_read, _listed) = (read, listed);

    /// <summary>Units read in the first pass.</summary>
    public long Read { get; private set; }

    /// <summary>Different pairs: what is left.</summary>
    public long Kept => _copies.Count;

    /// <summary>Pairs that stood more than once.</summary>
    public long Repeated { get; private set; }

    /// <summary>Units that were merged into another one.</summary>
    public long Removed => Read - Kept;

    /// <summary>Sources with several translations; complete after the second pass.</summary>
    public IEnumerable<DivergentSource> Divergent => _divergent.Values.Select(static d => new DivergentSource(
        d.Source, [.. d.Order.Select(t => (d.Targets[t].Text, d.Targets[t].Units, d.Targets[t].Place))]));

    /// <summary>Number of sources with several translations.</summary>
    public long DivergentCount { get; private set; }

    /// <summary>The merged pairs, the first of them; complete after the second pass.</summary>
    public IReadOnlyList<MergedDuplicate> Merged => _merged;

    /// <summary>The first pass: counts.</summary>
    public void Count(Action<long>? progress = null, CancellationToken cancellation = default)
    {
        foreach (var unit in _read())
        {
            if ((++Read & 0xFFF) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Invoke(Read);
            }

            var copies = ++CollectionsMarshal.GetValueRefOrAddDefault(_copies, UnitKeys.Pair(unit), out _);
            Repeated += copies == 2 ? 1 : 0;
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_sources, SourceKey(unit), out var exists);
            var target = UnitKeys.Strict(unit.Target);
            if (!exists)
            {
                known = (target, false);
            }
            else if (known.Target != target && !known.Diverges)
            {
                known.Diverges = true;
                DivergentCount++;
            }
        }
    }

    /// <summary>The second pass: the units that are left. A merged pair comes where its last copy stood.</summary>
    public IEnumerable<TranslationUnit> Units(Action<long>? progress = null, CancellationToken cancellation = default)
    {
        _merged.Clear();
        _divergent.Clear();
        var open = new Dictionary<UInt128, (TranslationUnit Unit, int Seen)>();
        long read = 0;
        foreach (var unit in _read())
        {
            if ((++read & 0xFFF) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Invoke(read);
            }

            Diverge(unit);
            var key = UnitKeys.Pair(unit);
            var copies = _copies.GetValueOrDefault(key, 1);
            if (copies == 1)
            {
                yield return unit;
                continue;
            }

            ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(open, key, out var exists);
            group = (exists ? UnitMerger.Merge(group.Unit, unit) : unit, group.Seen + 1);
            if (group.Seen == copies)
            {
                open.Remove(key, out var whole);
                if (_merged.Count < _listed)
                {
                    _merged.Add(new MergedDuplicate(whole.Unit, copies));
                }

                yield return whole.Unit;
            }
        }
    }

    private static ulong SourceKey(TranslationUnit unit) => UnitKeys.Strict(unit.Source) ^ (unit.ZhIsSource ? 0 : ulong.MaxValue);

    private void Diverge(TranslationUnit unit)
    {
        var key = SourceKey(unit);
        if (!_sources.GetValueOrDefault(key).Diverges || (_divergent.Count >= _listed && !_divergent.ContainsKey(key)))
        {
            return;
        }

        if (!_divergent.TryGetValue(key, out var entry))
        {
            _divergent.Add(key, entry = (unit.Source.Segment.ToDisplay(), [], []));
        }

        var target = UnitKeys.Strict(unit.Target);
        if (!entry.Targets.TryGetValue(target, out var told))
        {
            entry.Order.Add(target);
            told = (unit.Target.Segment.ToDisplay(), 0, unit.Location);
        }

        entry.Targets[target] = told with { Units = told.Units + 1 };
    }
}
