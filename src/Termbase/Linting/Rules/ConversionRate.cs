using System.Globalization;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>Amounts converted at rates that no single rate explains, rounding allowed for. See <c>ConversionRate.md</c>.</summary>
public sealed partial class ConversionRate : DocumentRule
{
    // Of three and more, one that stands alone against the rest; of two nobody can say which is wrong.
    private const double Tolerance = 0.01;

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB337", "conversion-rate", "货币换算汇率不一", "An amount converted at another rate", Severity.Error);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        var declared = document.Document.Blocks.Select(static b => Declared().Match(b.Text)).FirstOrDefault(static m => m.Success);
        var amounts = new List<(Block Block, TextSpan Span, double Low, double High)>();
        foreach (var block in document.Document.Blocks.Where(static b => b.Kind is not BlockKind.Code))
        {
            foreach (Match match in Conversion().Matches(block.Text))
            {
                // The amount of the text is what it says; what was computed from it is rounded.
                var yuan = RoundedAmount.Of(match.Groups["yuan"].Value, match.Groups["yuanunit"].Value).Value;
                var (dollar, halfDollar) = RoundedAmount.Of(match.Groups["dollar"].Value, match.Groups["dollarunit"].Value);
                if (yuan > 0 && dollar > halfDollar)
                {
                    amounts.Add((block, new TextSpan(match.Index, match.Length), yuan / (dollar + halfDollar), yuan / (dollar - halfDollar)));
                }
            }
        }

        if (amounts.Count == 0)
        {
            return;
        }

        var (low, high) = declared is null ? Agreed(amounts) : Interval(declared);
        foreach (var (block, span, from, to) in amounts.Where(a => a.High < low * (1 - Tolerance) || a.Low > high * (1 + Tolerance)))
        {
            context.Report(
                document, block, span,
                string.Create(CultureInfo.InvariantCulture, $"converted at {from:0.00} to {to:0.00}, elsewhere at {(low + high) / 2:0.00}"), f => f with { En = [span.Of(block.Text)] });
        }
    }

    // The rate on which most agree, if more than half do.
    private static (double Low, double High) Agreed(List<(Block Block, TextSpan Span, double Low, double High)> amounts)
    {
        var best = amounts.Select(static a => a.Low).Select(rate => (Rate: rate, Count: amounts.Count(a => a.Low <= rate && rate <= a.High))).MaxBy(static r => r.Count);
        return amounts.Count >= 3 && 2 * best.Count > amounts.Count ? (best.Rate, amounts.Where(a => a.Low <= best.Rate && best.Rate <= a.High).Min(static a => a.High)) : (0, double.MaxValue);
    }

    private static (double Low, double High) Interval(Match declared)
    {
        var (rate, half) = RoundedAmount.Of(declared.Groups["rate"].Value, "");
        return (rate - half, rate + half);
    }

    [GeneratedRegex(@"(?:(?:RMB|CNY|¥) ?(?<yuan>(?<!\d)\d[\d.,]{0,30})(?: (?<yuanunit>thousand|million|billion|trillion))?|(?<yuan>(?<!\d)\d[\d.,]{0,30})(?: (?<yuanunit>thousand|million|billion|trillion))? (?:RMB|yuan|CNY|Chinese yuan|renminbi)(?: Renminbi| RMB)?) ?[\[(](?:approximately |about |around |roughly |some |nearly |over |≈ ?|~)*(?:USD ?|US ?\\?\$ ?|U\.S\. ?\\?\$ ?|\\?\$ ?)(?<dollar>\d[\d.,]*)(?: (?<dollarunit>thousand|million|billion|trillion))?(?: USD| U\.S\. dollars| US dollars)?[\])]", RegexOptions.CultureInvariant)]
    private static partial Regex Conversion();

    [GeneratedRegex(@"(?:U\.S\. ?|US ?)?\\?\$ ?1 ?(?:≈|=|equals|is about) ?(?:RMB ?|¥ ?)?(?<rate>\d+\.\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Declared();
}
