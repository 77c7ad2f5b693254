using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Termbase.Languages;

namespace Termbase.Linting;

/// <summary>
/// Provinces and large cities with their English names, and names that are not read by pinyin. From <c>Data/places.tsv</c>: Chinese short name,
/// kind (province, city, other), English forms. Thread-safe.
/// </summary>
internal static class PlaceNames
{
    private static readonly ImmutableArray<Place> Table = Load();

    private static readonly FrozenSet<string> English = Table.SelectMany(static p => p.English).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static ImmutableArray<Place> All => Table;

    private static readonly SearchValues<string> Chinese = SearchValues.Create([.. Table.Select(static p => p.Zh)], StringComparison.Ordinal);

    /// <summary>Whether Chinese holds the name of any place.</summary>
    public static bool StandIn(string chinese) => chinese.AsSpan().ContainsAny(Chinese);

    public static bool IsPlace(string english) => English.Contains(english);

    private static ImmutableArray<Place> Load() =>
    [
        .. LintData.Rows("places").Select(static row =>
        {
            var english = row.Length > 2 && row[2].Length > 0 ? row[2].Split('|') : [Capital(Romanization.Pinyin(row[0]))];
            return new Place(row[0], row[1], [.. english]);
        }),
    ];

    private static string Capital(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];
}

/// <summary>A place. Immutable.</summary>
/// <param name="Zh">Short name, without 省 or 市.</param>
/// <param name="Kind">province, city or other.</param>
/// <param name="English">Its English names.</param>
internal sealed record Place(string Zh, string Kind, ImmutableArray<string> English);
