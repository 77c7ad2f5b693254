namespace Termbase.Workspaces.Merging;

/// <summary>One thing as base, first and second file have it; null where a file lacks it.</summary>
internal sealed record Aligned<T>(T? Base, T? Mine, T? Theirs)
    where T : class;

/// <summary>
/// Finds which records of three files are the same thing. Keys go from strict to loose; a record is paired once, equal keys in file order,
/// so that duplicates within a file stay duplicates.
/// </summary>
internal static class RecordAligner
{
    /// <summary>
    /// The records in the order of <paramref name="mine"/>, then those of the second file that the first lacks, then those that both lack.
    /// A key of null pairs with nothing.
    /// </summary>
    public static List<Aligned<T>> Align<T>(IReadOnlyList<T> origin, IReadOnlyList<T> mine, IReadOnlyList<T> theirs, IReadOnlyList<Func<T, string?>> keys)
        where T : class
    {
        var mineOf = Pair(origin, mine, keys);
        var theirsOf = Pair(origin, theirs, keys);
        var newMine = mine.Where(r => !mineOf.ContainsValue(r)).ToList();
        var newTheirs = theirs.Where(r => !theirsOf.ContainsValue(r)).ToList();
        var added = Pair(newMine, newTheirs, keys);
        var originOf = Reverse(mineOf);
        var result = new List<Aligned<T>>(mine.Count + newTheirs.Count);
        foreach (var record in mine)
        {
            result.Add(originOf.TryGetValue(record, out var from)
                ? new Aligned<T>(from, record, theirsOf.GetValueOrDefault(from))
                : new Aligned<T>(null, record, added.GetValueOrDefault(record)));
        }

        var taken = added.Values.ToHashSet<T>(ReferenceEqualityComparer.Instance);
        var back = Reverse(theirsOf);
        foreach (var record in theirs)
        {
            var from = back.TryGetValue(record, out var o) ? o : null;
            if (from is null ? !taken.Contains(record) : !mineOf.ContainsKey(from))
            {
                result.Add(new Aligned<T>(from, null, record));
            }
        }

        result.AddRange(origin.Where(r => !mineOf.ContainsKey(r) && !theirsOf.ContainsKey(r)).Select(static r => new Aligned<T>(r, null, null)));
        return result;
    }

    private static Dictionary<T, T> Reverse<T>(Dictionary<T, T> pairs)
        where T : class
    {
        var back = new Dictionary<T, T>(pairs.Count, ReferenceEqualityComparer.Instance);
        foreach (var (left, right) in pairs)
        {
            back.Add(right, left);
        }

        return back;
    }

    private static Pairing<T> Pair<T>(IReadOnlyList<T> left, IReadOnlyList<T> right, IReadOnlyList<Func<T, string?>> keys)
        where T : class
    {
        var pairs = new Pairing<T>();
        var used = new HashSet<T>(ReferenceEqualityComparer.Instance);
        foreach (var key in keys)
        {
            var free = new Dictionary<string, Queue<T>>(StringComparer.Ordinal);
            foreach (var record in right.Where(r => !used.Contains(r)))
            {
                if (key(record) is { } name)
                {
                    (free.TryGetValue(name, out var queue) ? queue : free[name] = new Queue<T>()).Enqueue(record);
                }
            }

            foreach (var record in left.Where(l => !pairs.ContainsKey(l)))
            {
                if (key(record) is { } name && free.TryGetValue(name, out var queue) && queue.TryDequeue(out var other))
                {
                    pairs.Add(record, other);
                    used.Add(other);
                }
            }
        }

        return pairs;
    }

    private sealed class Pairing<T>() : Dictionary<T, T>(ReferenceEqualityComparer.Instance)
        where T : class
    {
        private readonly HashSet<T> _values = new(ReferenceEqualityComparer.Instance);

        public new void Add(T key, T value)
        {
            base.Add(key, value);
            _values.Add(value);
        }

        public new bool ContainsValue(T value) => _values.Contains(value);
    }
}
