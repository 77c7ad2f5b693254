using System.Globalization;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Languages.Numerals;
using Termbase.Mining;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A number in the Chinese of a gloss that the English has otherwise. See <c>GlossNumberMismatch.md</c>.</summary>
public sealed partial class GlossNumberMismatch : DocumentRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB339", "gloss-number-mismatch", "括注中的数字与英文不符", "A number in a gloss that the English has otherwise", Severity.Error);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        Words(document, context);
        var told = new HashSet<(int Block, int At)>();
        foreach (var pair in document.Pairs.Where(static p => p.Confidence >= 0.5 && p.En.Any(char.IsAsciiDigit) && p.Zh.Any(IsDigit)))
        {
            // One number on each side: what belongs to what is then plain. Numerals in idioms and names have no digits.
            var chinese = NumeralReader.Read(pair.Zh, NumeralLanguage.Chinese);
            var english = NumeralReader.Read(pair.En, NumeralLanguage.English);
            if (chinese.Length != 1 || english.Length != 1 || !chinese[0].HasDigits || !english[0].HasDigits || chinese[0].Kind != english[0].Kind || IsAddend(pair))
            {
                continue;
            }

            if (QuantityMatcher.Compare(chinese, english).FirstOrDefault(static m => m.Confidence >= 0.8) is not null && !Rounds(chinese[0], english[0], chinese[0].Span.Of(pair.Zh), english[0].Span.Of(pair.En)))
            {
                told.Add(((pair.EnBlock ?? pair.Block).Index, pair.EnSpan.Start + english[0].Span.Start));
                context.Report(
                    pair.EnLocation, $"{chinese[0].Span.Of(pair.Zh)} in {pair.Zh} is not {english[0].Span.Of(pair.En)} (\"{pair.En}\")",
                    f => f with { Zh = [pair.Zh], En = [pair.En], Identity = $"{pair.Zh}|{pair.En}" });
            }
        }

        Quantities(document, told, context);
    }

    // "15 counties and 3 cities (18个县市)": the gloss tells the sum.
    private static bool IsAddend(MinedPair pair) => Addend().IsMatch((pair.EnBlock ?? pair.Block).Text.AsSpan(0, pair.EnSpan.Start)[^Math.Min(pair.EnSpan.Start, 60)..]);

    [GeneratedRegex(@"\d (?:[\p{L}\-]+ ){1,3}and $", RegexOptions.CultureInvariant)]
    private static partial Regex Addend();

    // 九部门 beside "eight departments": numerals before what is counted, one on each side. "Eight other departments" are one less by right.
    private static void Words(LintDocument document, LintContext context)
    {
        foreach (var pair in document.Pairs.Where(static p => p.Confidence >= 0.5 && !p.Zh.Any(IsDigit) && p.Zh.Length <= 20))
        {
            if (Layout().IsMatch(pair.Zh))
            {
                Layouts(pair, context);
                continue;
            }

            if (Hundreds(pair, context))
            {
                continue;
            }

            var chinese = CountedZh().Matches(pair.Zh);
            var english = CountedEn().Matches(pair.En);
            if (chinese.Count == 0 && english.Count == 1 && StartEn().IsMatch(pair.En))
            {
                chinese = SayingZh().Matches(pair.Zh);
            }

            if (chinese.Count != 1 || english.Count != 1 || Others().IsMatch(pair.En) || Numerals().Count(pair.Zh) > chinese[0].Groups["n"].Length)
            {
                continue;
            }

            var (mine, said) = (Number(chinese[0].Groups["n"].Value), RoundedAmount.Whole(english[0].Groups["n"].Value));
            if (mine > 1 && said is > 1 && mine != said)
            {
                context.Report(
                    pair.EnLocation, $"{chinese[0].Value} in {pair.Zh} is not \"{english[0].Groups["n"].Value}\" (\"{pair.En}\")",
                    f => f with { Zh = [pair.Zh], En = [pair.En], Identity = $"{pair.Zh}|{pair.En}" });
            }
        }
    }

    // 百村示范 beside "Thousand Villages".
    private static bool Hundreds(MinedPair pair, LintContext context)
    {
        var mine = HundredZh().Match(pair.Zh);
        var said = HundredEn().Matches(pair.En);
        if (!mine.Success || said.Count != 1)
        {
            return false;
        }

        var (zh, en) = (mine.Groups["n"].Value, said[0].Value);
        if (en.Contains("hundred", StringComparison.OrdinalIgnoreCase) == (zh == "百") && en.StartsWith("ten", StringComparison.OrdinalIgnoreCase) == (zh == "万"))
        {
            return true;
        }

        context.Report(pair.EnLocation, $"{zh} in {pair.Zh} is not \"{en}\" (\"{pair.En}\")", f => f with { Zh = [pair.Zh], En = [pair.En], Identity = $"{pair.Zh}|{pair.En}" });
        return true;
    }

    [GeneratedRegex(@"^[""“]?(?<n>[百千万])(?=[\p{IsCJKUnifiedIdeographs}-[一二两三四五六七八九十百千万亿]]{1,6}[""”]?)(?!.*[一二两三四五六七八九十百千万亿])", RegexOptions.CultureInvariant)]
    private static partial Regex HundredZh();

    [GeneratedRegex(@"\b(?:ten[ -]thousand|(?:hundred|thousand)s?)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HundredEn();

    private static int Number(string zh)
    {
        const string digits = "零一二三四五六七八九";
        var ten = zh.IndexOf('十', StringComparison.Ordinal);
        int Digit(char c) => c == '两' ? 2 : digits.IndexOf(c, StringComparison.Ordinal);
        return ten < 0 ? (zh.Length == 1 ? Digit(zh[0]) : 0) : (ten == 0 ? 10 : 10 * Digit(zh[ten - 1])) + (ten + 1 < zh.Length ? Digit(zh[^1]) : 0);
    }

    [GeneratedRegex("(?<![第一二三四五六七八九十百千万初])(?<n>[一二两三四五六七八九]?十[一二三四五六七八九]?|[二两三四五六七八九])(?:个)?(?:部门|部委|省|市|县|年|所|家|座|批|级|类|阶段|步走|大领域|大工程|大行动|大任务|项工程|项任务|项行动)", RegexOptions.CultureInvariant)]
    private static partial Regex CountedZh();

    [GeneratedRegex(@"\b(?<n>" + RoundedAmount.Pattern + @")\b", RegexOptions.CultureInvariant)]
    private static partial Regex CountedEn();

    // 一轴四区 beside "one axis and three zones": as many numerals, not the same.
    private static void Layouts(MinedPair pair, LintContext context)
    {
        var mine = Numerals().Matches(pair.Zh).Select(static m => Number(m.Value)).ToList();
        var said = CountedEn().Matches(pair.En).Select(static m => RoundedAmount.Whole(m.Groups["n"].Value) ?? 0).ToList();
        var wrong = mine.Count == said.Count ? said.FindIndex(n => !mine.Contains(n)) : -1;
        if (wrong >= 0 && !Others().IsMatch(pair.En))
        {
            context.Report(
                pair.EnLocation, $"the numbers of {pair.Zh} are not those of \"{pair.En}\"",
                f => f with { Zh = [pair.Zh], En = [pair.En, CountedEn().Matches(pair.En)[wrong].Value], Identity = $"{pair.Zh}|{pair.En}" });
        }
    }

    [GeneratedRegex(@"^[""“]?(?:[一二两三四五六七八九十][\p{IsCJKUnifiedIdeographs}-[一二两三四五六七八九十百千万亿]]{1,2}){2,4}[""”]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Layout();

    // 五优联动: a saying of counted things, whose English begins with their number too.
    [GeneratedRegex(@"^[""“]?(?<n>[二两三四五六七八九])(?=\p{IsCJKUnifiedIdeographs}{1,5}[""”]?$)", RegexOptions.CultureInvariant)]
    private static partial Regex SayingZh();

    [GeneratedRegex(@"^(?:[Tt]he )?[""“‘']?" + RoundedAmount.Pattern + @"[ \-]\p{L}", RegexOptions.CultureInvariant)]
    private static partial Regex StartEn();

    [GeneratedRegex(@"\b(?:other|others|more|further|another|additional|half)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Others();

    [GeneratedRegex("[一二两三四五六七八九十百千万亿]", RegexOptions.CultureInvariant)]
    private static partial Regex Numerals();

    private static bool IsDigit(char c) => char.IsAsciiDigit(c) || c is >= '０' and <= '９';
}
