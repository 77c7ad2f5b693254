using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Termbase.Matching;

/// <summary>A stretch of a column: the bits of 64 to 512 units.</summary>
internal interface ILane<TSelf>
    where TSelf : unmanaged, ILane<TSelf>
{
    static abstract TSelf Ones { get; }

    static abstract TSelf And(TSelf a, TSelf b);

    static abstract TSelf Or(TSelf a, TSelf b);

    static abstract TSelf Xor(TSelf a, TSelf b);
}

internal readonly struct Lane64(ulong value) : ILane<Lane64>
{
    private readonly ulong _value = value;

    public static Lane64 Ones => new(ulong.MaxValue);

    public static Lane64 And(Lane64 a, Lane64 b) => new(a._value & b._value);

    public static Lane64 Or(Lane64 a, Lane64 b) => new(a._value | b._value);

    public static Lane64 Xor(Lane64 a, Lane64 b) => new(a._value ^ b._value);
}

internal readonly struct Lane128(Vector128<ulong> value) : ILane<Lane128>
{
    private readonly Vector128<ulong> _value = value;

    public static Lane128 Ones => new(Vector128<ulong>.AllBitsSet);

    public static Lane128 And(Lane128 a, Lane128 b) => new(a._value & b._value);

    public static Lane128 Or(Lane128 a, Lane128 b) => new(a._value | b._value);

    public static Lane128 Xor(Lane128 a, Lane128 b) => new(a._value ^ b._value);
}

internal readonly struct Lane256(Vector256<ulong> value) : ILane<Lane256>
{
    private readonly Vector256<ulong> _value = value;

    public static Lane256 Ones => new(Vector256<ulong>.AllBitsSet);

    public static Lane256 And(Lane256 a, Lane256 b) => new(a._value & b._value);

    public static Lane256 Or(Lane256 a, Lane256 b) => new(a._value | b._value);

    public static Lane256 Xor(Lane256 a, Lane256 b) => new(a._value ^ b._value);
}

internal readonly struct Lane512(Vector512<ulong> value) : ILane<Lane512>
{
    private readonly Vector512<ulong> _value = value;

    public static Lane512 Ones => new(Vector512<ulong>.AllBitsSet);

    public static Lane512 And(Lane512 a, Lane512 b) => new(a._value & b._value);

    public static Lane512 Or(Lane512 a, Lane512 b) => new(a._value | b._value);

    public static Lane512 Xor(Lane512 a, Lane512 b) => new(a._value ^ b._value);
}

/// <summary>Widths at which <see cref="SignatureScan"/> can run; the results are the same.</summary>
internal enum LaneWidth
{
    Scalar = 64,
    Vector128 = 128,
    Vector256 = 256,
    Vector512 = 512,
}

/// <summary>Which units of a block have at least so many of the query's columns set.</summary>
internal static unsafe class SignatureScan
{
    private const int MaxLevels = 32;

    /// <summary>The widest that this machine does in hardware.</summary>
    public static LaneWidth Best { get; } =
        Vector512.IsHardwareAccelerated ? LaneWidth.Vector512
        : Vector256.IsHardwareAccelerated ? LaneWidth.Vector256
        : Vector128.IsHardwareAccelerated ? LaneWidth.Vector128
        : LaneWidth.Scalar;

    /// <summary>Sets in <paramref name="mask"/> (8 words) the units of the block with <paramref name="need"/> or more of the columns.</summary>
    /// <param name="block">The block's columns.</param>
    /// <param name="columns">The query's columns, repeated where tokens share one.</param>
    /// <param name="need">The least count; where it is not positive every unit is set.</param>
    /// <param name="mask">Bit <c>i % 64</c> of word <c>i / 64</c> is unit <c>i</c> of the block.</param>
    /// <param name="next">The block to be fetched meanwhile; may be <paramref name="block"/> itself.</param>
    /// <param name="width">How wide to compute.</param>
    public static void Run(byte* block, ReadOnlySpan<int> columns, int need, ulong* mask, byte* next, LaneWidth width)
    {
        if (need <= 0)
        {
            new Span<ulong>(mask, 8).Fill(ulong.MaxValue);
            return;
        }

        if (Sse.IsSupported && next != block)
        {
            foreach (var column in columns)
            {
                Sse.Prefetch0(next + ((long)column * Signature.ColumnBytes));
            }
        }

        switch (width)
        {
            case LaneWidth.Vector512:
                Run<Lane512>(block, columns, need, (Lane512*)mask);
                break;
            case LaneWidth.Vector256:
                Run<Lane256>(block, columns, need, (Lane256*)mask);
                break;
            case LaneWidth.Vector128:
                Run<Lane128>(block, columns, need, (Lane128*)mask);
                break;
            default:
                Run<Lane64>(block, columns, need, (Lane64*)mask);
                break;
        }
    }

    private static void Run<T>(byte* block, ReadOnlySpan<int> columns, int need, T* mask)
        where T : unmanaged, ILane<T>
    {
        var levels = BitOperations.Log2((uint)columns.Length) + 1;
        if (need > columns.Length)
        {
            new Span<byte>(mask, Signature.ColumnBytes).Clear();
            return;
        }

        var high = stackalloc T[MaxLevels];
        fixed (int* first = columns)
        {
            for (var lane = 0; lane < Signature.ColumnBytes / sizeof(T); lane++)
            {
                Count(block + (lane * sizeof(T)), first, columns.Length, high, levels);
                mask[lane] = AtLeast(high, levels, need);
            }
        }
    }

    // The number of set columns of each unit, as a binary number whose digit i is in high[i]: carry-save adders over eight columns at
    // a time (Harley and Seal's population count, here across memory instead of within a word).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Count<T>(byte* at, int* columns, int count, T* high, int levels)
        where T : unmanaged, ILane<T>
    {
        T ones = default;
        T twos = default;
        T fours = default;
        for (var level = 3; level < levels; level++)
        {
            high[level] = default;
        }

        var i = 0;
        for (; i + 8 <= count; i += 8)
        {
            ones = Add(ones, Load<T>(at, columns[i]), Load<T>(at, columns[i + 1]), out var twosA);
            ones = Add(ones, Load<T>(at, columns[i + 2]), Load<T>(at, columns[i + 3]), out var twosB);
            twos = Add(twos, twosA, twosB, out var foursA);
            ones = Add(ones, Load<T>(at, columns[i + 4]), Load<T>(at, columns[i + 5]), out twosA);
            ones = Add(ones, Load<T>(at, columns[i + 6]), Load<T>(at, columns[i + 7]), out twosB);
            twos = Add(twos, twosA, twosB, out var foursB);
            fours = Add(fours, foursA, foursB, out var carry);
            for (var level = 3; level < levels; level++)
            {
                var digit = high[level];
                high[level] = T.Xor(digit, carry);
                carry = T.And(digit, carry);
            }
        }

        for (; i < count; i++)
        {
            var carry = Load<T>(at, columns[i]);
            ones = Half(ones, ref carry);
            twos = Half(twos, ref carry);
            fours = Half(fours, ref carry);
            for (var level = 3; level < levels; level++)
            {
                high[level] = Half(high[level], ref carry);
            }
        }

        high[0] = ones;
        high[1] = twos;
        high[2] = fours;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T AtLeast<T>(T* digits, int levels, int need)
        where T : unmanaged, ILane<T>
    {
        // From the lowest digit up: equal so far counts as reached.
        var reached = T.Ones;
        for (var level = 0; level < levels; level++)
        {
            reached = ((need >> level) & 1) == 1 ? T.And(digits[level], reached) : T.Or(digits[level], reached);
        }

        return reached;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Load<T>(byte* at, int column)
        where T : unmanaged => Unsafe.ReadUnaligned<T>(at + ((long)column * Signature.ColumnBytes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Add<T>(T a, T b, T c, out T carry)
        where T : unmanaged, ILane<T>
    {
        var half = T.Xor(a, b);
        carry = T.Or(T.And(a, b), T.And(half, c));
        return T.Xor(half, c);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Half<T>(T digit, ref T carry)
        where T : unmanaged, ILane<T>
    {
        var sum = T.Xor(digit, carry);
        carry = T.And(digit, carry);
        return sum;
    }
}
