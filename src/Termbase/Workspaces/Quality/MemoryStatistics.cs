using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Termbase.Languages;
using Termbase.Matching;
using Termbase.Model;

namespace Termbase.Workspaces.Quality;

/// <summary>Counts the units of a memory by what they say of themselves. Units come one by one; memory grows with the number of documents only. Not thread-safe.</summary>
public sealed class MemoryStatistics
{
    /// <summary>What units are counted under that do not say.</summary>
    public const string Unsaid = "not said";

    // Upper ends of the classes of length, inclusive; the last class is open.
    private static readonly int[] s_ends = [5, 10, 20, 30, 40, 60, 80, 120];

    private readonly Dictionary<string, long> _years = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _documents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _domains = new(StringComparer.Ordinal);
    private readonly long[] _origins = new long[Enum.GetValues<UnitOrigin>().Length];
    private readonly long[] _statuses = new long[Enum.GetValues<UnitStatus>().Length];
    private readonly long[] _zhLengths = new long[s_ends.Length + 1];
    private readonly long[] _enLengths = new long[s_ends.Length + 1];

    /// <summary>Units.</summary>
    public long Units { get; private set; }

    /// <summary>Those that leave in no export unless asked for.</summary>
    public long Confidential { get; private set; }

    /// <summary>汉字 of all Chinese sides.</summary>
    public long Han { get; private set; }

    /// <summary>Words of all English sides.</summary>
    public long EnglishWords { get; private set; }

    /// <summary>By origin, the commonest first.</summary>
    public ImmutableArray<KeyValuePair<string, long>> Origins => Named<UnitOrigin>(_origins);

    /// <summary>By status, the commonest first.</summary>
    public ImmutableArray<KeyValuePair<string, long>> Statuses => Named<UnitStatus>(_statuses);

    /// <summary>By the year of the last change, else of creation; earliest first, those without a date last.</summary>
    public ImmutableArray<KeyValuePair<string, long>> Years => [.. _years.OrderBy(static y => y.Key, StringComparer.Ordinal)];

    /// <summary>By document, the largest first.</summary>
    public ImmutableArray<KeyValuePair<string, long>> Documents => Ranked(_documents);

    /// <summary>By domain, the largest first.</summary>
    public ImmutableArray<KeyValuePair<string, long>> Domains => Ranked(_domains);

    /// <summary>By length: Chinese sides in 汉字, English sides in words.</summary>
    public ImmutableArray<(string Length, long Zh, long En)> Lengths =>
        [.. Enumerable.Range(0, s_ends.Length + 1).Select(i => (NameOf(i), _zhLengths[i], _enLengths[i]))];

    /// <summary>Counts a unit.</summary>
    public void Add(TranslationUnit unit)
    {
        Units++;
        Confidential += unit.Confidential ? 1 : 0;
        _origins[(int)unit.Origin]++;
        _statuses[(int)unit.Status]++;
        Count(_years, (unit.Changed ?? unit.Created)?.UtcDateTime.Year.ToString("0000", CultureInfo.InvariantCulture) ?? "");
        Count(_documents, unit.Document);
        Count(_domains, unit.Domain);
        var han = Languages.Han.Count(unit.Zh.Segment.Text);
        var words = TextCount.Of(unit.En.Segment.Text).Words;
        Han += han;
        EnglishWords += words;
        _zhLengths[ClassOf(han)]++;
        _enLengths[ClassOf(words)]++;
    }

    private static void Count(Dictionary<string, long> counts, string key) =>
        CollectionsMarshal.GetValueRefOrAddDefault(counts, key.Length == 0 ? Unsaid : key, out _)++;

    private static ImmutableArray<KeyValuePair<string, long>> Ranked(Dictionary<string, long> counts) =>
        [.. counts.OrderByDescending(static c => c.Value).ThenBy(static c => c.Key, StringComparer.Ordinal)];

    private static ImmutableArray<KeyValuePair<string, long>> Named<T>(long[] counts)
        where T : struct, Enum =>
        [.. Enum.GetNames<T>().Zip(counts).Where(static c => c.Second > 0)
            .Select(static (c, i) => KeyValuePair.Create(c.First is "Unknown" ? Unsaid : c.First.ToLowerInvariant(), c.Second))
            .OrderByDescending(static c => c.Value).ThenBy(static c => c.Key, StringComparer.Ordinal)];

    private static int ClassOf(long length)
    {
        var at = Array.FindIndex(s_ends, end => length <= end);
        return at < 0 ? s_ends.Length : at;
    }

    private static string NameOf(int at) => string.Create(
        CultureInfo.InvariantCulture, $"{(at == 0 ? 0 : s_ends[at - 1] + 1)}{(at == s_ends.Length ? " and more" : $"-{s_ends[at]}")}");
}
