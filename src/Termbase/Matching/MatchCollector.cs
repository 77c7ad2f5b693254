using System.Collections.Immutable;

namespace Termbase.Matching;

/// <summary>Keeps the best matches of one query, pairs with the same texts together. Not thread-safe.</summary>
internal sealed class MatchCollector(double min, int max)
{
    // Above this many the list is not kept in order as it grows.
    private const int MaxSorted = 256;

    private readonly Dictionary<(string Zh, string En), Group> _byText = [];
    private readonly List<Group> _best = [];

    /// <summary>What a unit must score to be of interest: a lower one cannot be among the best any more.</summary>
    public double Least { get; private set; } = min;

    public void Add(FuzzyMatch match)
    {
        var key = (MarkedText.Of(match.Unit.Zh), MarkedText.Of(match.Unit.En));
        if (_byText.TryGetValue(key, out var group))
        {
            group.Members.Add(match);
            if (Compare(match, group.Best) < 0)
            {
                group.Best = match;
                Sort();
            }

            return;
        }

        group = new Group(key, match);
        _byText.Add(key, group);
        _best.Add(group);
        if (max <= MaxSorted)
        {
            Sort();
            if (_best.Count > max)
            {
                _byText.Remove(_best[^1].Key);
                _best.RemoveAt(_best.Count - 1);
            }
        }
    }

    public ImmutableArray<FuzzyMatch> ToMatches()
    {
        _best.Sort(static (a, b) => Compare(a.Best, b.Best));
        return [.. _best.Take(max).Select(static g => g.ToMatch())];
    }

    // Best score first; then the newest.
    private static int Compare(FuzzyMatch a, FuzzyMatch b)
    {
        var order = b.Score.CompareTo(a.Score);
        return order != 0 ? order : MemoryUnit.NewestFirst(a.Unit, b.Unit);
    }

    private void Sort()
    {
        if (max > MaxSorted)
        {
            return;
        }

        for (var i = _best.Count - 1; i > 0; i--)
        {
            for (var j = i; j > 0 && Compare(_best[j].Best, _best[j - 1].Best) < 0; j--)
            {
                (_best[j], _best[j - 1]) = (_best[j - 1], _best[j]);
            }
        }

        // A context match starts as a 100 % match, so no unit of that similarity may be passed over.
        if (_best.Count >= max)
        {
            Least = Math.Max(Least, Math.Min(100, _best[max - 1].Best.Score));
        }
    }

    private sealed class Group((string, string) key, FuzzyMatch best)
    {
        public (string, string) Key { get; } = key;

        public FuzzyMatch Best { get; set; } = best;

        public List<FuzzyMatch> Members { get; } = [best];

        public FuzzyMatch ToMatch() => Members.Count == 1
            ? Best
            : Best with
            {
                Also =
                [
                    .. Members.SelectMany(static m => m.Also.Prepend(m.Unit), static (m, unit) => (m.Score, Unit: unit)).Where(m => !ReferenceEquals(m.Unit, Best.Unit))
                        .OrderByDescending(static m => m.Score).ThenBy(static m => m.Unit, Comparer<MemoryUnit>.Create(MemoryUnit.NewestFirst)).Select(static m => m.Unit),
                ],
            };
    }
}
