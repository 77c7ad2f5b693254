using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Termbase.Linting;

/// <summary>A body of state with the names it bears and the months in which it bore them. Immutable.</summary>
/// <param name="Zh">Its full Chinese name and its short ones.</param>
/// <param name="En">Its English name and its other ones.</param>
/// <param name="IsLocal">Whether provinces, cities and counties each have one: its name stands behind theirs.</param>
/// <param name="From">First month; the least value where it is not known or does not matter.</param>
/// <param name="Until">Month in which it gave up the name; the greatest value where it still bears it.</param>
/// <param name="Successor">The Chinese name of what took its place; empty if none.</param>
internal sealed record Body(ImmutableArray<string> Zh, ImmutableArray<string> En, bool IsLocal, DateOnly From, DateOnly Until, string Successor);

/// <summary>The registry of bodies (<c>glossary/registry/bodies.csv</c>, part of the program). Thread-safe.</summary>
internal static partial class BodyRegistry
{
    private static readonly ImmutableArray<Body> All = Load();

    private static readonly FrozenDictionary<string, Body> Chinese = All.SelectMany(static b => b.Zh, static (b, zh) => (zh, b)).ToFrozenDictionary(static x => x.zh, static x => x.b, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Body> English = All.SelectMany(static b => b.En, static (b, en) => (en, b)).ToFrozenDictionary(static x => x.en, static x => x.b, StringComparer.Ordinal);

    private static readonly SearchValues<string> AnyName = SearchValues.Create([.. English.Keys], StringComparison.Ordinal);

    /// <summary>The English names of the registry in a text, the longest first, where they are not part of a longer one.</summary>
    public static IEnumerable<Match> NamesIn(string text) => text.AsSpan().ContainsAny(AnyName) ? Names.Matches(text) : [];

    private static Regex Names { get; } = new(
        $@"(?<![\p{{L}}\-])(?:{string.Join('|', English.Keys.OrderByDescending(static n => n.Length).ThenBy(static n => n, StringComparer.Ordinal).Select(Regex.Escape))})(?! (?:and|&|of) (?!Ministry|National|State|General|China|Central|Commission|Bureau|Department|Office|Municipal|Provincial)\p{{Lu}}|[\p{{L}}\-])",
        RegexOptions.CultureInvariant);

    public static Body? OfChinese(string zh) => Chinese.GetValueOrDefault(zh);

    public static Body? OfEnglish(string en) => English.GetValueOrDefault(en);

    /// <summary>The first month that a text names ("July 8, 2021", "July 2021", 2021年7月8日), or null.</summary>
    public static DateOnly? Month(string text)
    {
        if (EnglishDate().Match(text) is { Success: true } en)
        {
            return new DateOnly(Number(en.Groups["y"].Value), 1 + Array.IndexOf(Months, en.Groups["m"].Value[..3]), 1);
        }

        return NumericDate().Match(text) is { Success: true } zh && Number(zh.Groups["m"].Value) is >= 1 and <= 12 and var month ? new DateOnly(Number(zh.Groups["y"].Value), month, 1) : null;
    }

    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    private static ImmutableArray<Body> Load() =>
    [
        .. LintData.Csv("bodies").Select(static r => new Body(
            [r[0], .. Split(r[1])], [r[2], .. Split(r[3])],
            r[4] == "local", r[5].Length > 0 ? Date(r[5]) : DateOnly.MinValue, r[6].Length > 0 ? Date(r[6]) : DateOnly.MaxValue, r[7])),
    ];

    private static string[] Split(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries);

    private static DateOnly Date(string month) => DateOnly.ParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b(?:\d{1,2} )?(?<m>January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2})?,? (?<y>(?:19|20)\d\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishDate();

    [GeneratedRegex(@"(?<![\d/])(?<y>(?:19|20)\d\d)(?:年|-|\.)(?<m>\d{1,2})(?![\d/])", RegexOptions.CultureInvariant)]
    private static partial Regex NumericDate();
}
