using System.Runtime.InteropServices;

namespace Termbase.Matching;

/// <summary>A 128-bit hash by which equal units are known; the same in every run. Not for security.</summary>
internal struct ContentHash
{
    private ulong _a = 0x9E3779B97F4A7C15;
    private ulong _b = 0xC2B2AE3D27D4EB4F;

    public ContentHash()
    {
    }

    public readonly UInt128 Value => new(Mix(_a, 0xE7037ED1A0B428DB), Mix(_b, 0x8EBC6AF09C88C6E3));

    public void Add(ulong value)
    {
        _a = Mix(_a ^ value, 0xA0761D6478BD642F);
        _b = Mix(_b + value, 0x589965CC75374CC3) ^ value;
    }

    public void Add(string text)
    {
        Add((ulong)text.Length);
        AddRest(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        Add((ulong)bytes.Length);
        AddRest(bytes);
    }

    private void AddRest(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= 8)
        {
            Add(MemoryMarshal.Read<ulong>(bytes));
            bytes = bytes[8..];
        }

        var rest = 0UL;
        foreach (var b in bytes)
        {
            rest = (rest << 8) | b;
        }

        Add(rest);
    }

    private static ulong Mix(ulong x, ulong by)
    {
        var high = Math.BigMul(x, by, out var low);
        return high ^ low ^ x;
    }
}
