namespace Termbase.Matching;

/// <summary>One direction of a mapped index: its units by length and their signatures. Valid while the mapping is held.</summary>
internal sealed unsafe class IndexSide(byte* start, DirectionSections sections, TokenUnit unit)
{
    private readonly byte* _columns = start + sections.Columns.Offset;

    public TokenUnit Unit { get; } = unit;

    public ReadOnlySpan<BlockInfo> Blocks => new(start + sections.Blocks.Offset, (int)(sections.Blocks.Length / sizeof(BlockInfo)));

    public ReadOnlySpan<int> Order => new(start + sections.Order.Offset, (int)(sections.Order.Length / sizeof(int)));

    public ReadOnlySpan<LengthGroup> Groups => new(start + sections.Groups.Offset, (int)(sections.Groups.Length / sizeof(LengthGroup)));

    public byte* Columns(in BlockInfo block) => _columns + block.Offset;

    /// <summary>Tokens of the unit at a place of the order.</summary>
    public int LengthAt(int position)
    {
        var groups = Groups;
        var low = 0;
        var high = groups.Length;
        while (high - low > 1)
        {
            var middle = (low + high) >>> 1;
            (low, high) = groups[middle].Start <= position ? (middle, high) : (low, middle);
        }

        return groups[low].Length;
    }

    /// <summary>The first block whose longest unit has at least so many tokens; the number of blocks if none.</summary>
    public int FirstBlock(int length)
    {
        var blocks = Blocks;
        var low = 0;
        var high = blocks.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = blocks[middle].Longest < length ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
