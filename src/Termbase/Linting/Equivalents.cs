using System.Buffers;
using System.Collections.Immutable;

namespace Termbase.Linting;

/// <summary>The table of equivalents (<c>Data/equivalents.tsv</c>). Thread-safe.</summary>
internal static class Equivalents
{
    private static readonly ILookup<string, (string Key, ImmutableArray<string> Values)> Rows =
        LintData.Rows("equivalents").ToLookup(static r => r[0], static r => (r[1], r[2].Split('|').ToImmutableArray()), StringComparer.Ordinal);

    public static ImmutableArray<(string English, ImmutableArray<string> Chinese)> OfEnglish { get; } = [.. Rows["en"]];

    public static ImmutableArray<(string Chinese, ImmutableArray<string> English)> OfChinese { get; } = [.. Rows["zh"]];

    public static ImmutableArray<(string English, ImmutableArray<string> Chinese)> OfBodies { get; } = [.. Rows["org"]];

    public static ImmutableArray<(string Chinese, ImmutableArray<string> English)> Fixed { get; } = [.. Rows["fixed"]];

    public static ImmutableArray<(string Chinese, ImmutableArray<string> Right)> Typos { get; } = [.. Rows["typo"]];

    public static IEnumerable<string> OfficialNames { get; } = [.. Rows["official"].Select(static r => r.Key)];

    private static readonly ImmutableArray<ulong> Initials = [.. OfEnglish.Select(static e => 1UL << Initial(e.English))];

    private static readonly SearchValues<string> AllTypos = SearchValues.Create([.. Typos.Select(static t => t.Chinese)], StringComparison.Ordinal);

    /// <summary>Whether any of <see cref="Typos"/> stands in Chinese.</summary>
    public static bool HasTypo(string chinese) => chinese.AsSpan().ContainsAny(AllTypos);

    /// <summary>The rows of <see cref="OfEnglish"/> of which English has the stem (<see cref="HasStem"/>), in order.</summary>
    public static IEnumerable<(string English, ImmutableArray<string> Chinese)> StemsIn(string english)
    {
        // How its words begin rules out most rows.
        var there = 0UL;
        for (var at = 0; at + 1 < english.Length; at++)
        {
            there |= at == 0 || !char.IsLetter(english[at - 1]) ? 1UL << Initial(english.AsSpan(at)) : 0;
        }

        for (var i = 0; i < OfEnglish.Length; i++)
        {
            if ((Initials[i] & there) != 0 && HasStem(english, OfEnglish[i].English))
            {
                yield return OfEnglish[i];
            }
        }
    }

    // 0 to 63, by the first two letters.
    private static int Initial(ReadOnlySpan<char> word) => ((char.ToUpperInvariant(word[0]) * 7) + char.ToUpperInvariant(word[1])) & 63;

    private static bool EndsAt(string english, int at) => at == english.Length || !char.IsLetter(english[at]);

    /// <summary>Whether English holds a word that begins so, letter case apart.</summary>
    public static bool HasStem(string english, string stem)
    {
        for (var at = english.IndexOf(stem, StringComparison.OrdinalIgnoreCase); at >= 0; at = english.IndexOf(stem, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if ((at == 0 || !char.IsLetter(english[at - 1])) && (stem.Length > 3 || EndsAt(english, at + stem.Length) || (english[at + stem.Length] is 's' && EndsAt(english, at + stem.Length + 1))))
            {
                return true;
            }
        }

        return false;
    }
}
