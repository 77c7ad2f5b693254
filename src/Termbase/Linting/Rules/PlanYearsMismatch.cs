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

        Ends(document, context);
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

    // "By the end of the 13th Five-Year Plan period in 2021": a plan ends in its last year and begins in its first.
    private static void Ends(LintDocument document, LintContext context)
    {
        foreach (var block in document.Document.Blocks.Where(static b => b.Kind is not BlockKind.Code && b.Text.Contains("Five", StringComparison.Ordinal)))
        {
            foreach (var match in AtItsEdge().Matches(block.Text).Concat(YearFirst().Matches(block.Text)))
            {
                var (plan, year) = (Number(match.Groups["plan"].Value), Parse(match.Groups["year"].Value));
                if (plan <= 0)
                {
                    continue;
                }

                var (first, last) = PlanYears.Of(plan);
                var isStart = match.Groups["edge"].Value.ToLowerInvariant() is "start" or "beginning" or "first year" or "opening year" or "outset";
                if (year != (isStart ? first : last))
                {
                    var right = (isStart ? first : last).ToString(CultureInfo.InvariantCulture);
                    context.Report(
                        document, block, new TextSpan(match.Groups["year"].Index, 4),
                        string.Create(CultureInfo.InvariantCulture, $"plan number {plan} {(isStart ? "begins" : "ends")} in {right}, not in {year}"), f => f with { En = [match.Value], Suggestion = right });
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

    [GeneratedRegex(@"\b(?<plan>\d{1,2}(?:st|nd|rd|th)|[A-Z][a-z]+th|First|Second|Third) Five[- ]Year (?:Plan|Program)(?:me)?[""”]?(?: [Pp]eriod)?(?:,? ?[\[(]|,? (?:from |between |running from |which (?:runs|ran|covers|covered) (?:the years )?(?:from )?|covering (?:the years )?)|, |(?<=[Pp]eriod) )(?:20\d\d年)?(?<from>(?:19|20)\d\d) ?(?:[-–—]|to|through|and|until) ?(?<to>(?:19|20)\d\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex WithYears();

    [GeneratedRegex(@"\b(?<edge>end|close|conclusion|last year|final year|start|beginning|first year|opening year|outset) of the (?<plan>\d{1,2}(?:st|nd|rd|th)|[A-Z][a-z]+th|First|Second|Third) Five[- ]Year (?:Plan|Program)(?:me)?(?: [Pp]eriod)?(?:,? (?:in|by|which is|that is,|i\.e\.,?) |,? ?[\[(]|, )(?:the year )?(?<year>(?:19|20)\d\d)\b(?! ?[-–—/]| (?:to|through|until|and) (?:19|20)\d\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AtItsEdge();

    [GeneratedRegex(@"\b(?:[Bb]y|[Ii]n|[Uu]ntil) (?:the end of )?(?<year>(?:19|20)\d\d),? ?\(?(?:at |which (?:is|marks|will be) |when |i\.e\.,? )?the (?<edge>end|close|conclusion|last year|final year|start|beginning|first year|opening year) of the (?<plan>\d{1,2}(?:st|nd|rd|th)|[A-Z][a-z]+th|First|Second|Third) Five[- ]Year (?:Plan|Program)", RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"[""“]?十([一二三四五六七八九])五[""”]?(?:规划|计划|时期|期间)?", RegexOptions.CultureInvariant)]
    private static partial Regex Chinese();

    [GeneratedRegex(@"\b(?<plan>\d{1,2}(?:st|nd|rd|th)|[A-Z][a-z]+th) Five[- ]Year", RegexOptions.CultureInvariant)]
    private static partial Regex English();
}
