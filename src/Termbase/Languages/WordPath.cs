using System.Numerics;

namespace Termbase.Languages;

/// <summary>
/// Cuts runs of Han characters into words: the path of the greatest probability where each word has its own (unigrams, dynamic programming).
/// A character that is no word of the list stands alone. Immutable and thread-safe.
/// </summary>
internal sealed class WordPath
{
    // A node for each beginning of a word; node 0 is the empty one. The child of a node by a character is found in a table of open addressing.
    private readonly ulong[] _keys;
    private readonly int[] _children;
    private readonly float[] _cost;
    private readonly int _shift;
    private readonly int _longest;
    private readonly float _unknown;

    /// <param name="counts">Words with how often each occurs.</param>
    public WordPath(IEnumerable<KeyValuePair<string, double>> counts)
    {
        var all = counts.ToList();
        var total = Math.Log(all.Sum(static c => c.Value) + 1);
        _longest = all.Count == 0 ? 1 : Math.Min(8, all.Max(static c => c.Key.Length));
        _unknown = (float)total + 2;
        var size = BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, 2 * all.Sum(static c => c.Key.Length)));
        (_keys, _children, _shift) = (new ulong[size], new int[size], 64 - BitOperations.Log2(size));
        var cost = new List<float> { float.NaN };
        foreach (var (word, count) in all)
        {
            var node = 0;
            foreach (var c in word)
            {
                var key = Key(node, c);
                var slot = Slot(key);
                if (_keys[slot] == 0)
                {
                    (_keys[slot], _children[slot]) = (key, cost.Count);
                    cost.Add(float.NaN);
                }

                node = _children[slot];
            }

            cost[node] = (float)(total - Math.Log(count));
        }

        _cost = [.. cost];
    }

    /// <summary>Adds the words of a run to a list.</summary>
    public void Segment(string run, List<string> words)
    {
        Span<float> best = run.Length < MostOnStack ? stackalloc float[run.Length + 1] : new float[run.Length + 1];
        Span<int> from = run.Length < MostOnStack ? stackalloc int[run.Length + 1] : new int[run.Length + 1];
        best.Fill(float.MaxValue);
        best[0] = 0;
        for (var start = 0; start < run.Length; start++)
        {
            var node = 0;
            var known = false;
            for (var end = start + 1; end <= run.Length && end - start <= _longest; end++)
            {
                var key = Key(node, run[end - 1]);
                var slot = Slot(key);
                if (_keys[slot] == 0)
                {
                    break;
                }

                node = _children[slot];
                if (!float.IsNaN(_cost[node]))
                {
                    Reach(start, end, _cost[node], best, from);
                    known |= end == start + 1;
                }
            }

            if (!known)
            {
                Reach(start, start + 1, _unknown, best, from);
            }
        }

        var at = words.Count;
        for (var end = run.Length; end > 0; end = from[end])
        {
            words.Add(run[from[end]..end]);
        }

        words.Reverse(at, words.Count - at);
    }

    private const int MostOnStack = 256;

    // Of two ways that cost the same, the one that was found first stays: that with the longer last word.
    private static void Reach(int start, int end, float cost, Span<float> best, Span<int> from)
    {
        if (best[start] + cost < best[end])
        {
            (best[end], from[end]) = (best[start] + cost, start);
        }
    }

    private static ulong Key(int node, char c) => ((ulong)(uint)node << 16) | c | (1UL << 63);

    // The slot of a key, or the empty one where it would be.
    private int Slot(ulong key)
    {
        var slot = (int)((key * 0x9E3779B97F4A7C15UL) >> _shift);
        while (_keys[slot] != key && _keys[slot] != 0)
        {
            slot = (slot + 1) & (_keys.Length - 1);
        }

        return slot;
    }
}
