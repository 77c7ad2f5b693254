using System.Collections.Immutable;

namespace Termbase.Linting;

/// <summary>The table of equivalents (<c>Data/equivalents.tsv</c>). Thread-safe.</summary>
internal static class Equivalents
{
    private static readonly ILookup<string, (string Key, ImmutableArray<string> Values)> Rows =
        LintData.Rows("equivalents").ToLookup(static r => r[0], static r => (r[1], r[2].Split('|').ToImmutableArray()), StringComparer.Ordinal);

    public static IEnumerable<(string English, ImmutableArray<string> Chinese)> OfEnglish { get; } = [.. Rows["en"]];

    public static IEnumerable<(string Chinese, ImmutableArray<string> English)> OfChinese { get; } = [.. Rows["zh"]];

    public static IEnumerable<(string English, ImmutableArray<string> Chinese)> OfBodies { get; } = [.. Rows["org"]];

    public static IEnumerable<(string Chinese, ImmutableArray<string> English)> Fixed { get; } = [.. Rows["fixed"]];

    public static IEnumerable<(string Chinese, ImmutableArray<string> Right)> Typos { get; } = [.. Rows["typo"]];

    public static IEnumerable<string> OfficialNames { get; } = [.. Rows["official"].Select(static r => r.Key)];

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
