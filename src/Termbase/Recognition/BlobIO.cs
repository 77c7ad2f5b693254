using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Termbase.Recognition;

/// <summary>Writes arrays of plain numbers as they lie in memory, each with its length before it, and a checksum of all at the end.</summary>
internal sealed class BlobWriter(Stream stream)
{
    private ulong _sum;

    public void Write<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Write(values.Length);
        Append(MemoryMarshal.AsBytes(values));
    }

    public void Write<T>(T[] values)
        where T : unmanaged => Write<T>(values.AsSpan());

    public void Write(int value) => Append(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in value)));

    public void Write(ulong value) => Append(MemoryMarshal.AsBytes(new ReadOnlySpan<ulong>(in value)));

    public void End() => Write(_sum);

    private void Append(ReadOnlySpan<byte> bytes)
    {
        _sum = Checksum.Add(_sum, bytes);
        stream.Write(bytes);
    }
}

/// <summary>
/// Reads what <see cref="BlobWriter"/> wrote. Nothing is allocated that the stream does not hold; what is wrong is an
/// <see cref="InvalidDataException"/>.
/// </summary>
internal sealed class BlobReader(Stream stream)
{
    private ulong _sum;

    /// <summary>Throws where something does not hold that the writer saw to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Require(bool holds)
    {
        if (!holds)
        {
            Refuse();
        }
    }

    public T[] Read<T>()
        where T : unmanaged
    {
        var length = ReadInt32();
        Require(length >= 0 && (long)length * Unsafe.SizeOf<T>() <= Math.Min(int.MaxValue, stream.Length - stream.Position));
        var values = GC.AllocateUninitializedArray<T>(length);
        Fill(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    public int ReadInt32()
    {
        var value = 0;
        Fill(MemoryMarshal.AsBytes(new Span<int>(ref value)));
        return value;
    }

    public ulong ReadUInt64()
    {
        var value = 0UL;
        Fill(MemoryMarshal.AsBytes(new Span<ulong>(ref value)));
        return value;
    }

    /// <summary>Compares the checksum; nothing may follow it.</summary>
    public void End(bool checks = true)
    {
        var sum = _sum;
        Require((ReadUInt64() == sum || !checks) && stream.Position == stream.Length);
    }

    private static void Refuse() => throw new InvalidDataException("The term cache is damaged.");

    private void Fill(Span<byte> bytes)
    {
        Require(stream.Length - stream.Position >= bytes.Length);
        stream.ReadExactly(bytes);
        _sum = Checksum.Add(_sum, bytes);
    }
}

/// <summary>A checksum against damage, not against malice: eight bytes a step, and each step can be undone, so one changed word always shows.</summary>
internal static class Checksum
{
    private const ulong Odd = 0x9E3779B97F4A7C15UL;

    public static ulong Add(ulong sum, ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            sum = Step(sum, word);
        }

        foreach (var rest in bytes[(words.Length * sizeof(ulong))..])
        {
            sum = Step(sum, rest);
        }

        return Step(sum, (ulong)bytes.Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Step(ulong sum, ulong word)
    {
        sum = (sum ^ word) * Odd;
        return sum ^ (sum >> 32);
    }
}
