namespace Termbase.Matching;

/// <summary>Dates as the index keeps them: minutes since 2000-01-01 UTC.</summary>
internal static class StoredDate
{
    public const int None = int.MinValue;

    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly int Earliest = From(DateTimeOffset.MinValue);

    public static int From(DateTimeOffset date) => (int)Math.Clamp(Math.Floor((date - Epoch).TotalMinutes), int.MinValue + 1, int.MaxValue);

    public static DateTimeOffset? ToDate(int stored) =>
        stored == None ? null
        : stored >= Earliest ? Epoch.AddMinutes(stored)
        : throw RecordReader.Damaged();
}
