using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Termbase.Recognition;

/// <summary>
/// A map from (state, symbol) to state in one open hash table: built in one pass whatever the order, one probe per step, saved and
/// loaded as it lies in memory. Filled by one thread, then read by any number.
/// </summary>
internal sealed class TransitionTable
{
    private ulong[] _keys;
    private int[] _values;
    private int _shift;
    private int _count;

    public TransitionTable(int expected = 16)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, expected + (expected / 2)));
        (_keys, _values) = (new ulong[size], new int[size]);
        _shift = 64 - BitOperations.Log2((uint)size);
    }

    private TransitionTable(ulong[] keys, int[] values, int count)
    {
        (_keys, _values, _count) = (keys, values, count);
        _shift = 64 - BitOperations.Log2((uint)keys.Length);
    }

    public int Count => _count;

    public static ulong Key(int state, int symbol) => ((ulong)(uint)(state + 1) << 32) | (uint)symbol;

    /// <summary>The value, or -1. The key must not be 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ulong key)
    {
        var keys = _keys;
        var slot = (int)((key * 0x9E3779B97F4A7C15UL) >> _shift);
        while (true)
        {
            var found = keys[slot];
            if (found == key)
            {
                return _values[slot];
            }

            if (found == 0)
            {
                return -1;
            }

            slot = (slot + 1) & (keys.Length - 1);
        }
    }

    /// <summary>The value that the key has, or gets now.</summary>
    public int GetOrAdd(ulong key, int value)
    {
        var slot = (int)((key * 0x9E3779B97F4A7C15UL) >> _shift);
        while (_keys[slot] != 0)
        {
            if (_keys[slot] == key)
            {
                return _values[slot];
            }

            slot = (slot + 1) & (_keys.Length - 1);
        }

        (_keys[slot], _values[slot]) = (key, value);
        if (++_count > _keys.Length / 4 * 3)
        {
            Grow();
        }

        return value;
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(_count);
        BlobIO.Write(writer, _keys);
        BlobIO.Write(writer, _values);
    }

    public static TransitionTable Load(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        var keys = BlobIO.Read<ulong>(reader);
        var values = BlobIO.Read<int>(reader);
        if (keys.Length != values.Length || !BitOperations.IsPow2(keys.Length) || keys.Length < 16 || count < 0 || count > keys.Length / 4 * 3)
        {
            throw new InvalidDataException("The term cache is damaged.");
        }

        return new TransitionTable(keys, values, count);
    }

    private void Grow()
    {
        var (keys, values) = (_keys, _values);
        (_keys, _values) = (new ulong[keys.Length * 2], new int[keys.Length * 2]);
        _shift--;
        _count = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] != 0)
            {
                GetOrAdd(keys[i], values[i]);
            }
        }
    }
}

/// <summary>Arrays of plain numbers as they lie in memory (little-endian), with their length before them.</summary>
internal static class BlobIO
{
    public static void Write<T>(BinaryWriter writer, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values));
    }

    public static void Write<T>(BinaryWriter writer, T[] values)
        where T : unmanaged => Write(writer, (ReadOnlySpan<T>)values);

    public static T[] Read<T>(BinaryReader reader)
        where T : unmanaged
    {
        var length = reader.ReadInt32();
        if (length < 0 || (long)length * Unsafe.SizeOf<T>() > 1L << 31)
        {
            throw new InvalidDataException("The term cache is damaged.");
        }

        var values = GC.AllocateUninitializedArray<T>(length);
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
