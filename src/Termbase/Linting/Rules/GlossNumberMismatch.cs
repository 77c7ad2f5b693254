using Termbase.Languages.Numerals;
using Termbase.Mining;

namespace Termbase.Linting.Rules;

/// <summary>A number in the Chinese of a gloss that the English has otherwise. See <c>GlossNumberMismatch.md</c>.</summary>
public sealed class GlossNumberMismatch : DocumentRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB339", "gloss-number-mismatch", "括注中的数字与英文不符", "A number in a gloss that the English has otherwise", Severity.Error);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        foreach (var pair in document.Pairs.Where(static p => p.Confidence >= 0.5 && p.En.Any(char.IsAsciiDigit) && p.Zh.Any(IsDigit)))
        {
            // One number on each side: what belongs to what is then plain. Numerals in idioms and names have no digits.
            var chinese = NumeralReader.Read(pair.Zh, NumeralLanguage.Chinese);
            var english = NumeralReader.Read(pair.En, NumeralLanguage.English);
            if (chinese.Length != 1 || english.Length != 1 || !chinese[0].HasDigits || !english[0].HasDigits || chinese[0].Kind != english[0].Kind)
            {
                continue;
            }

            if (QuantityMatcher.Compare(chinese, english).FirstOrDefault(static m => m.Confidence >= 0.8) is not null)
            {
                context.Report(
                    pair.EnLocation, $"{chinese[0].Span.Of(pair.Zh)} in {pair.Zh} is not {english[0].Span.Of(pair.En)} (\"{pair.En}\")",
                    f => f with { Zh = [pair.Zh], En = [pair.En], Identity = $"{pair.Zh}|{pair.En}" });
            }
        }
    }

    private static bool IsDigit(char c) => char.IsAsciiDigit(c) || c is >= '０' and <= '９';
}
