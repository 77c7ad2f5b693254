using System.Collections.Frozen;

namespace Termbase.Languages;

/// <summary>
/// Cuts runs of Han characters into words: the path of the greatest probability where each word has its own (unigrams, dynamic programming).
/// A character that is no word of the list stands alone. Immutable and thread-safe.
/// </summary>
internal sealed class WordPath
{
    private readonly FrozenDictionary<string, float> _cost;
    private readonly FrozenDictionary<string, float>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly int _longest;
    private readonly float _unknown;

    /// <param name="counts">Words with how often each occurs.</param>
    public WordPath(IEnumerable<KeyValuePair<string, double>> counts)
    {
        var all = counts.ToList();
        var total = Math.Log(all.Sum(static c => c.Value) + 1);
        _cost = all.ToFrozenDictionary(static c => c.Key, c => (float)(total - Math.Log(c.Value)), StringComparer.Ordinal);
        _lookup = _cost.GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = all.Count == 0 ? 1 : Math.Min(8, all.Max(static c => c.Key.Length));
        _unknown = (float)total + 2;
    }

    /// <summary>Adds the words of a run to a list.</summary>
    public void Segment(string run, List<string> words)
    {
        var best = new float[run.Length + 1];
        var from = new int[run.Length + 1];
        for (var end = 1; end <= run.Length; end++)
        {
            best[end] = float.MaxValue;
            for (var start = Math.Max(0, end - _longest); start < end; start++)
            {
                if (!_lookup.TryGetValue(run.AsSpan(start, end - start), out var cost))
                {
                    if (end - start > 1)
                    {
                        continue;
                    }

                    cost = _unknown;
                }

                if (best[start] + cost < best[end])
                {
                    (best[end], from[end]) = (best[start] + cost, start);
                }
            }
        }

        var at = words.Count;
        for (var end = run.Length; end > 0; end = from[end])
        {
            words.Add(run[from[end]..end]);
        }

        words.Reverse(at, words.Count - at);
    }
}
