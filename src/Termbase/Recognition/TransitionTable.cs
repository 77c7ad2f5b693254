using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Termbase.Recognition;

/// <summary>
/// A map from (state, symbol) to state in one open hash table: built in one pass whatever the order, saved and loaded as it lies in
/// memory. A bit set small enough for the cache answers most look-ups that find nothing. Filled by one thread,
/// sealed, then read by any number.
/// </summary>
internal sealed class TransitionTable
{
    private const ulong Spread = 0x9E3779B97F4A7C15UL;

    private Slot[] _slots;
    private ulong[] _present = [0];
    private int _shift;
    private int _presentShift = 58;
    private int _count;

    public TransitionTable(int expected = 16)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, expected));
        _slots = new Slot[size];
        _shift = 64 - BitOperations.Log2((uint)size);
    }

    private TransitionTable(Slot[] slots, ulong[] present, int count)
    {
        (_slots, _present, _count) = (slots, present, count);
        _shift = 64 - BitOperations.Log2((uint)slots.Length);
        _presentShift = 58 - BitOperations.Log2((uint)present.Length);
    }

    public int Count => _count;

    public static ulong Key(int state, int symbol) => ((ulong)(uint)(state + 1) << 32) | (uint)symbol;

    /// <summary>The value, or -1. The key must not be 0. Of a sealed table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ulong key)
    {
        var hash = key * Spread;
        var bit = hash >> _presentShift;
        return (_present[bit >> 6] & (1UL << (int)bit)) == 0 ? -1 : Probe(key, hash);
    }

    /// <summary>The value that the key has, or gets now.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int GetOrAdd(ulong key, int value)
    {
        var slots = _slots;
        var at = (int)((key * Spread) >> _shift);
        while (slots[at].Key != 0)
        {
            if (slots[at].Key == key)
            {
                return slots[at].Value;
            }

            at = (at + 1) & (slots.Length - 1);
        }

        slots[at] = new Slot(key, value);
        if (++_count > slots.Length / 3 * 2)
        {
            Grow();
        }

        return value;
    }

    /// <summary>Ends filling.</summary>
    public void Seal()
    {
        _present = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, _count / 8))];
        _presentShift = 58 - BitOperations.Log2((uint)_present.Length);
        foreach (ref readonly var slot in _slots.AsSpan())
        {
            if (slot.Key != 0)
            {
                var bit = (slot.Key * Spread) >> _presentShift;
                _present[bit >> 6] |= 1UL << (int)bit;
            }
        }
    }

    public void Save(BlobWriter writer)
    {
        writer.Write(_count);
        writer.Write(_slots);
        writer.Write(_present);
    }

    /// <summary>Reads what <see cref="Save"/> wrote. Every value is below the number of entries, and a look-up ends.</summary>
    public static TransitionTable Load(BlobReader reader)
    {
        var count = reader.ReadInt32();
        var slots = reader.Read<Slot>();
        var present = reader.Read<ulong>();
        BlobReader.Require(BitOperations.IsPow2(slots.Length) && slots.Length is >= 16 and <= 1 << 28 && count >= 0 && count < slots.Length);
        BlobReader.Require(BitOperations.IsPow2(present.Length) && present.Length <= 1 << 26);
        var used = 0;
        foreach (ref readonly var slot in slots.AsSpan())
        {
            used += slot.Key != 0 ? 1 : 0;
            BlobReader.Require(slot.Key == 0 || (uint)slot.Value < (uint)count);
        }

        // So one place at least is free, where a probe stops.
        BlobReader.Require(used == count);
        return new TransitionTable(slots, present, count);
    }

    private int Probe(ulong key, ulong hash)
    {
        var slots = _slots;
        var at = (int)(hash >> _shift);
        while (true)
        {
            ref var slot = ref slots[at];
            if (slot.Key == key)
            {
                return slot.Value;
            }

            if (slot.Key == 0)
            {
                return -1;
            }

            at = (at + 1) & (slots.Length - 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Grow()
    {
        var slots = _slots;
        _slots = new Slot[slots.Length * 2];
        _shift--;
        foreach (ref var slot in slots.AsSpan())
        {
            if (slot.Key != 0)
            {
                var at = (int)((slot.Key * Spread) >> _shift);
                while (_slots[at].Key != 0)
                {
                    at = (at + 1) & (_slots.Length - 1);
                }

                _slots[at] = slot;
            }
        }
    }

    // 12 bytes, so that key and value come with one line of the cache.
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private readonly struct Slot(ulong key, int value)
    {
        public readonly ulong Key = key;
        public readonly int Value = value;
    }
}
