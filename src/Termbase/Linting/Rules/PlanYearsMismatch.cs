using System.Globalization;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Languages.Numerals;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A five-year plan with years that are not its own, or whose number differs from the Chinese. See <c>PlanYearsMismatch.md</c>.</summary>
public sealed partial class PlanYearsMismatch : DocumentRule
{
    private static readonly string[] Ordinals =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB332", "plan-years-mismatch", "五年规划与年份不符", "A five-year plan with other years or another number", Severity.Error);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        foreach (var block in document.Document.Blocks.Where(static b => b.Kind is not BlockKind.Code))
        {
            foreach (Match match in WithYears().Matches(block.Text))
            {
                var plan = Number(match.Groups["plan"].Value);
                var (first, last) = PlanYears.Of(Math.Max(1, plan));
                var years = (From: Parse(match.Groups["from"].Value), To: Parse(match.Groups["to"].Value));
                if (plan > 0 && years != (first, last))
                {
                    var span = TextSpan.FromBounds(match.Groups["from"].Index, match.Groups["to"].Index + match.Groups["to"].Length);
                    context.Report(
                        document, block, span,
                        string.Create(CultureInfo.InvariantCulture, $"plan number {plan} is {first}-{last}, not {span.Of(block.Text)}"),
                        f => f with { En = [match.Value], Suggestion = string.Create(CultureInfo.InvariantCulture, $"{first}-{last}") });
                }
            }
        }

        foreach (var pair in document.Pairs.Where(static p => p.En.Length > 0))
        {
            if (Chinese().Match(pair.Zh) is { Success: true } zh && English().Match(pair.En) is { Success: true } en && Number(en.Groups["plan"].Value) is > 0 and var said)
            {
                var meant = 10 + "零一二三四五六七八九".IndexOf(zh.Groups[1].Value, StringComparison.Ordinal);
                if (meant != said)
                {
                    context.Report(
                        pair.EnLocation, string.Create(CultureInfo.InvariantCulture, $"{zh.Value} is plan number {meant}, the English says {said}"),
                        f => f with { Zh = [pair.Zh], En = [pair.En], Identity = $"{pair.Zh}|{pair.En}" });
                }
            }
        }
    }

    private static int Number(string text)
    {
        var digits = new string([.. text.TakeWhile(char.IsAsciiDigit)]);
        return digits.Length > 0 ? Parse(digits) : 1 + Array.IndexOf(Ordinals, text.ToLowerInvariant());
    }

    private static int Parse(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b(?<plan>\d{1,2}(?:st|nd|rd|th)|[A-Z][a-z]+th|First|Second|Third) Five[- ]Year (?:Plan|Program)(?:me)?[""”]?(?: [Pp]eriod)?,? ?[\[(](?<from>\d{4}) ?(?:[-–—]|to) ?(?<to>\d{4})[\])]", RegexOptions.CultureInvariant)]
    private static partial Regex WithYears();

    [GeneratedRegex(@"[""“]?十([一二三四五六七八九])五[""”]?(?:规划|计划|时期|期间)?", RegexOptions.CultureInvariant)]
    private static partial Regex Chinese();

    [GeneratedRegex(@"\b(?<plan>\d{1,2}(?:st|nd|rd|th)|[A-Z][a-z]+th) Five[- ]Year", RegexOptions.CultureInvariant)]
    private static partial Regex English();
}
