using System.Buffers;
using System.Collections.Immutable;
using Termbase.Languages;
using Termbase.Languages.Numerals;

namespace Termbase.Linting.Bitext;

/// <summary>
/// 一 before a classifier is mostly an article. It stands against another number only where the two count the same: 一名学生, "two students".
/// Stateless.
/// </summary>
internal static class LoneOne
{
    // Below this confidence a "one" may be an article; what a number without counterpart is worth.
    private const double Article = 0.25;
    private const double Alone = 0.5;

    // How far behind a number the name of what it counts may stand.
    private const int HanBehind = 8;
    private const int WordsBehind = 4;
    private const float Usual = 0.05f;

    private static readonly SearchValues<char> Signs = SearchValues.Create("，。；、,.;:：（(");

    /// <summary>The mismatches, those of an article and another number taken apart: the other number stays, alone.</summary>
    public static ImmutableArray<NumeralMismatch> Apart(ImmutableArray<NumeralMismatch> found, UnitReading unit)
    {
        if (!found.Any(Pairs))
        {
            return found;
        }

        return [.. found.Select(m => !Pairs(m) || CountTheSame(m, unit) ? m
            : IsArticle(m.Source!) ? m with { Reason = NumeralMismatchReason.Added, Source = null, Confidence = m.Target!.Confidence * Alone }
            : m with { Reason = NumeralMismatchReason.Missing, Target = null, Confidence = m.Source!.Confidence * Alone })];
    }

    private static bool Pairs(NumeralMismatch mismatch) =>
        mismatch is { Reason: NumeralMismatchReason.Value, Source: { } source, Target: { } target } && IsArticle(source) != IsArticle(target);

    private static bool IsArticle(Quantity quantity) =>
        quantity is { Kind: QuantityKind.Cardinal, HasDigits: false, Unit: null, Upper: null } && quantity.Value == 1 && quantity.Confidence <= Article;

    private static bool CountTheSame(NumeralMismatch mismatch, UnitReading unit)
    {
        var (zh, en) = ReferenceEquals(unit.Zh, unit.Source) ? (mismatch.Source!, mismatch.Target!) : (mismatch.Target!, mismatch.Source!);
        var lexicon = BilingualLexicon.Instance;
        var stems = BilingualTokens.English(Behind(unit.En.Masked, en.Span.End, 60)).Where(static t => char.IsLetter(t[0])).Take(WordsBehind).Select(lexicon.StemOf).Where(static s => s >= 0).ToList();
        return BilingualTokens.Chinese(Behind(unit.Zh.Masked, zh.Span.End + 1, HanBehind), lexicon.Segment)
            .Any(word => stems.Exists(stem => lexicon.Gives(word, stem, Usual) && lexicon.StemFrequency(stem) < Usual));
    }

    // Up to the next sign.
    private static string Behind(string text, int at, int length)
    {
        var rest = text.AsSpan(Math.Min(at, text.Length));
        rest = rest[..Math.Min(length, rest.Length)];
        return (rest.IndexOfAny(Signs) is >= 0 and var end ? rest[..end] : rest).ToString();
    }
}
