using Termbase.Documents;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>Quotes or dashes in several styles within one document. See <c>MixedPunctuation.md</c>.</summary>
public sealed class MixedPunctuation : DocumentRule
{
    // A style this much commoner than the others is the document's own, and the others are slips.
    private const int Dominant = 4;
    private const int PlacesShown = 50;

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB204", "mixed-punctuation", "引号或破折号体例不一", "Quotes or dashes in several styles", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        var signs = document.Document.Blocks.Where(static b => b.Kind != BlockKind.Code && !b.IsQuoted)
            .SelectMany(b => PunctuationStyles.In(document, b));
        foreach (var kind in signs.GroupBy(static s => s.Kind, StringComparer.Ordinal))
        {
            var styles = kind.GroupBy(static s => s.Style, StringComparer.Ordinal).OrderByDescending(static g => g.Count()).Select(static g => g.ToList()).ToList();
            if (styles.Count < 2)
            {
                continue;
            }

            var others = styles.Skip(1).SelectMany(static s => s).ToList();
            var isSlip = styles[0].Count >= (styles[0][0].Kind.EndsWith("items", StringComparison.Ordinal) ? Dominant - 1 : Dominant) * others.Count;
            var first = styles[^1][0];
            context.Report(
                document.Document.Source.Locate(first.Place),
                $"{kind.Key} in {styles.Count} styles: {string.Join(", ", styles.Select(static s => FormattableString.Invariant($"{s[0].Style} ×{s.Count}")))}",
                finding => finding with
                {
                    Suggestion = isSlip ? styles[0][0].Style : "",
                    Related =
                    [
                        .. others.Where(o => o.Place != first.Place).Take(PlacesShown)
                            .Select(o => new RelatedPlace(document.Document.Source.Locate(o.Place), $"here {o.Style}")),
                    ],
                    Identity = $"{kind.Key} {string.Join(' ', styles.Select(static s => s[0].Style).Order(StringComparer.Ordinal))}",
                },
                isSlip ? null : Severity.Info);
        }
    }
}
