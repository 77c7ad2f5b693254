using System.Numerics;
using System.Runtime.InteropServices;

namespace Termbase.Matching;

/// <summary>
/// A check over the body of an index file, eight words at a time, several GB/s: it tells a damaged file from a sound one, and is no
/// protection against intent. Not thread-safe.
/// </summary>
internal sealed class BodyCheck
{
    /// <summary>What is added must be a multiple of this; sections are.</summary>
    public const int Step = 64;

    private readonly ulong[] _lanes = [1, 2, 3, 4, 5, 6, 7, 8];

    public ulong Value
    {
        get
        {
            var sum = 0xCBF29CE484222325UL;
            foreach (var lane in _lanes)
            {
                sum = (BitOperations.RotateLeft(sum, 23) ^ lane) * 0x9E3779B97F4A7C15UL;
            }

            return sum;
        }
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % Step != 0)
        {
            throw RecordReader.Damaged();
        }

        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        ulong a = _lanes[0], b = _lanes[1], c = _lanes[2], d = _lanes[3], e = _lanes[4], f = _lanes[5], g = _lanes[6], h = _lanes[7];
        for (var i = 0; i + 8 <= words.Length; i += 8)
        {
            a = Mix(a, words[i]);
            b = Mix(b, words[i + 1]);
            c = Mix(c, words[i + 2]);
            d = Mix(d, words[i + 3]);
            e = Mix(e, words[i + 4]);
            f = Mix(f, words[i + 5]);
            g = Mix(g, words[i + 6]);
            h = Mix(h, words[i + 7]);
        }

        (_lanes[0], _lanes[1], _lanes[2], _lanes[3], _lanes[4], _lanes[5], _lanes[6], _lanes[7]) = (a, b, c, d, e, f, g, h);
    }

    /// <summary>Over what is left of a stream.</summary>
    public static ulong Of(Stream stream)
    {
        var check = new BodyCheck();
        var buffer = new byte[1 << 20];
        for (int read; (read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0;)
        {
            check.Add(buffer.AsSpan(0, read));
        }

        return check.Value;
    }

    // Every step can be undone (xor, rotation, odd factor), so one changed word always changes the lane.
    private static ulong Mix(ulong lane, ulong word) => BitOperations.RotateLeft(lane ^ word, 29) * 0x9E3779B97F4A7C15UL;
}
