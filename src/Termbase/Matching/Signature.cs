namespace Termbase.Matching;

/// <summary>
/// The lower bound that spares most units a comparison. A segment is the set of pairs (token, how often it came before); each pair
/// sets one bit of <c>width</c>. A pair of the query whose bit is not set in the unit is a token that the unit lacks, so the number
/// of such pairs never exceeds the edit distance, whatever collides. The bits stand column by column for 512 units at a time, so a
/// query reads one cache line per token for 512 units, and counts with bit-sliced adders.
/// </summary>
internal static class Signature
{
    /// <summary>Units in a block.</summary>
    public const int BlockUnits = 512;

    /// <summary>Bytes of a column.</summary>
    public const int ColumnBytes = BlockUnits / 8;

    // 12 bits a token leave about one in twelve tokens that a unit lacks to look as if it had them.
    private const int BitsPerToken = 12;
    private const int MinWidth = 128;
    private const int MaxWidth = 8192;

    /// <summary>Columns of a block whose longest unit has this many tokens.</summary>
    public static int WidthFor(int longest) =>
        (int)(Math.Clamp((long)longest * BitsPerToken, MinWidth, MaxWidth) + 63) & ~63;

    /// <summary>The column of the pair (token, how often it came before).</summary>
    public static int Column(ushort symbol, int occurrence, int width)
    {
        var x = (symbol * 0x9E3779B1u) + ((uint)occurrence * 0x85EBCA6Bu) + 0x27D4EB2Fu;
        x ^= x >> 15;
        x *= 0x2C1B3C6D;
        x ^= x >> 12;
        x *= 0x297A2D39;
        return (int)(((ulong)x * (uint)width) >> 32);
    }

    /// <summary>Fills in how often each symbol came before; <paramref name="counts"/> is all zero before and after.</summary>
    public static void Occurrences(ReadOnlySpan<ushort> symbols, Span<ushort> occurrences, ushort[] counts)
    {
        for (var i = 0; i < symbols.Length; i++)
        {
            occurrences[i] = counts[symbols[i]]++;
        }

        foreach (var symbol in symbols)
        {
            counts[symbol] = 0;
        }
    }
}
