namespace Termbase.Linting.Bitext;

/// <summary>Where a segment was seen: number of its file in the run, line, number of its unit.</summary>
internal readonly record struct SeenAt(int File, int Line, int Unit);

/// <summary>
/// For each key the values it was seen with, their counts, and the first place of each: all as 64-bit hashes, so that memory does not grow with the
/// length of the segments. A distinct key takes at most 56 bytes, each further value of a key 32. Not thread-safe.
/// </summary>
internal sealed class VariantTable
{
    private const double MaxLoad = 0.8;
    private const double Growth = 1.25;

    private Slot[] _slots = new Slot[1024];
    private int _keys;
    private Slot[] _more = new Slot[256];
    private int _moreCount = 1;

    /// <summary>Number of distinct keys.</summary>
    public int Count => _keys;

    /// <summary>Bytes that the table holds.</summary>
    public long Bytes => (_slots.LongLength + _more.LongLength) * System.Runtime.CompilerServices.Unsafe.SizeOf<Slot>();

    /// <summary>Counts one occurrence. Returns whether the key had been seen with another value only.</summary>
    public bool Add(ulong key, ulong value, SeenAt place)
    {
        if (_keys + 1 > _slots.Length * MaxLoad)
        {
            Grow();
        }

        ref var slot = ref Find(_slots, key);
        if (slot.Count == 0)
        {
            slot = new Slot { Key = key, Value = (uint)value, Count = 1, File = place.File, Line = place.Line, Unit = place.Unit };
            _keys++;
            return false;
        }

        ref var at = ref slot;
        while (at.Value != (uint)value)
        {
            if (at.Next == 0)
            {
                at.Next = _moreCount;
                Append(new Slot { Key = key, Value = (uint)value, Count = 1, File = place.File, Line = place.Line, Unit = place.Unit });
                return true;
            }

            at = ref _more[at.Next];
        }

        at.Count++;
        return false;
    }

    /// <summary>Keys that were seen with several values: the values in the order in which they came.</summary>
    public IEnumerable<(ulong Key, List<(int Count, SeenAt First, uint Value)> Values)> Several()
    {
        foreach (var slot in _slots)
        {
            if (slot.Count > 0 && slot.Next != 0)
            {
                var values = new List<(int, SeenAt, uint)>();
                for (var at = slot; ; at = _more[at.Next])
                {
                    values.Add((at.Count, new SeenAt(at.File, at.Line, at.Unit), at.Value));
                    if (at.Next == 0)
                    {
                        break;
                    }
                }

                yield return (slot.Key, values);
            }
        }
    }

    // The upper bits choose the place, so that any size will do.
    private static ref Slot Find(Slot[] slots, ulong key)
    {
        var at = (int)Math.BigMul(key, (ulong)slots.Length, out _);
        while (slots[at].Count != 0 && slots[at].Key != key)
        {
            at = at + 1 == slots.Length ? 0 : at + 1;
        }

        return ref slots[at];
    }

    private void Append(Slot slot)
    {
        if (_moreCount == _more.Length)
        {
            Array.Resize(ref _more, (int)(_more.Length * Growth));
        }

        _more[_moreCount++] = slot;
    }

    private void Grow()
    {
        var larger = new Slot[(int)(_slots.Length * Growth) + 1];
        foreach (var slot in _slots)
        {
            if (slot.Count > 0)
            {
                Find(larger, slot.Key) = slot;
            }
        }

        _slots = larger;
    }

    private struct Slot
    {
        public ulong Key;
        public uint Value;
        public int Count;
        public int Line;
        public int Unit;
        public int Next;
        public int File;
    }
}
