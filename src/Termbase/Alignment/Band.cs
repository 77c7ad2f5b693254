namespace Termbase.Alignment;

/// <summary>For each Chinese sentence the English sentences that are tried against it: <c>Low[i]</c> to <c>High[i]</c> inclusive, both never falling.</summary>
internal sealed class Band
{
    private readonly long[] _offset;

    public Band(int[] low, int[] high)
    {
        (Low, High) = (low, high);
        _offset = new long[low.Length + 1];
        for (var i = 0; i < low.Length; i++)
        {
            _offset[i + 1] = _offset[i] + Math.Max(0, high[i] - low[i] + 1);
        }
    }

    public int[] Low { get; }

    public int[] High { get; }

    /// <summary>Number of cells.</summary>
    public long Cells => _offset[^1];

    /// <summary>Number of a cell within the band.</summary>
    public int Cell(int i, int j) => (int)(_offset[i] + j - Low[i]);

    public bool Has(int i, int j) => j >= Low[i] && j <= High[i];

    /// <summary>Everything against everything.</summary>
    public static Band Full(int zh, int en) => new(new int[zh], [.. Enumerable.Repeat(en - 1, zh)]);
}
