using System.Collections.Immutable;
using System.Globalization;
using Termbase.Languages.Numerals;

namespace Termbase.Alignment;

/// <summary>What speaks against two documents being a text and its whole translation: numbers that differ, little that corresponds. Thread-safe.</summary>
public static class AlignmentDoubts
{
    // A pair whose numbers differ is one to look at, whatever its words say.
    private const double MostWhereNumbersDiffer = 0.49;
    private const double LeastCovered = 0.6;
    private const int Few = 3;

    /// <summary>The doubts as sentences for people, the documents as a whole; empty where there are none.</summary>
    public static ImmutableArray<string> Of(BitextAlignment alignment)
    {
        var doubts = ImmutableArray.CreateBuilder<string>();
        var links = alignment.Links.Where(static l => !l.IsGap).ToList();
        foreach (var (text, covered) in new[]
        {
            (alignment.Zh, links.Sum(static l => l.ZhCount)),
            (alignment.En, links.Sum(static l => l.EnCount)),
        })
        {
            if (covered < text.Sentences.Length * LeastCovered && text.Sentences.Length - covered > Few)
            {
                doubts.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{text.Path}: only {covered} of {text.Sentences.Length} sentences have a counterpart; the other document seems to be a summary, an excerpt or another edition"));
            }
        }

        var differ = links.Count(static l => l.NumbersDiffer);
        if (differ >= Few && differ * 10 >= links.Count)
        {
            doubts.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{alignment.En.Path}: numbers differ in {differ} of {links.Count} pairs; it seems to translate another edition of {alignment.Zh.Path}. These pairs are marked doubtful"));
        }
        else if (differ > 0)
        {
            doubts.Add(string.Create(CultureInfo.InvariantCulture, $"{alignment.En.Path}: numbers differ in {differ} {(differ == 1 ? "pair, which is" : "pairs, which are")} marked doubtful"));
        }

        return doubts.DrainToImmutable();
    }

    /// <summary>The links, those marked whose numbers differ.</summary>
    internal static IEnumerable<AlignmentLink> Marked(IEnumerable<AlignmentLink> links, AlignedText zh, AlignedText en)
    {
        foreach (var link in links)
        {
            if (link.IsGap)
            {
                yield return link;
                continue;
            }

            var (zhText, enText) = (BitextAlignment.ZhText(zh, link), BitextAlignment.EnText(en, link));
            var (zhLabel, enLabel) = (TextShape.Label(zhText), TextShape.Label(enText));
            var differ = (zhLabel.Length > 0 && enLabel.Length > 0 && zhLabel != enLabel)
                || QuantityMatcher.Compare(NumeralReader.Read(zhText, NumeralLanguage.Chinese), NumeralReader.Read(enText, NumeralLanguage.English))
                    .Any(m => m.Confidence >= QuantityMatcher.DefaultThreshold && !IsUnitOfCounting(m, zhText));
            yield return differ ? link with { NumbersDiffer = true, Score = Math.Min(link.Score, MostWhereNumbersDiffer) } : link;
        }
    }

    // 金额（万元）, "Amount (10,000 yuan)": the head of a column, where Chinese has a unit and English a number.
    private static bool IsUnitOfCounting(NumeralMismatch mismatch, string zh) => mismatch is { Reason: NumeralMismatchReason.Added, Target: { } added }
        && ((added.Value == 10_000 && zh.Contains('万', StringComparison.Ordinal)) || (added.Value == 100_000_000 && zh.Contains('亿', StringComparison.Ordinal)));
}
