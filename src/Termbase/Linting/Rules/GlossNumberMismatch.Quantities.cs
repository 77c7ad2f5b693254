using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Languages.Numerals;
using Termbase.Model;

namespace Termbase.Linting.Rules;

// (五万元以上十万元以下), ("自2023年2月1日起施行"): amounts, dates and spans of time in a gloss, beside those of the sentence before it.
public sealed partial class GlossNumberMismatch
{
    private const int Sentence = 240;

    private static void Quantities(LintDocument document, HashSet<(int Block, int At)> told, LintContext context)
    {
        foreach (var block in document.Document.Blocks.Where(static b => b.Kind is not BlockKind.Code && b.Text.AsSpan().ContainsAny('岁', '号')))
        {
            Numbered(document, block, context);
        }

        foreach (var block in document.Document.Blocks.Where(static b => b.Kind is not (BlockKind.Code or BlockKind.FrontMatter) && b.Text.AsSpan().IndexOfAny('(', '（') >= 0))
        {
            foreach (Match gloss in Gloss().Matches(block.Text))
            {
                var chinese = NumeralReader.Read(gloss.Groups["zh"].Value, NumeralLanguage.Chinese);
                if (chinese.IsEmpty)
                {
                    continue;
                }

                var from = Math.Max(0, gloss.Index - Sentence);
                var before = block.Text[from..gloss.Index];

                // Back to the end of the sentence before, or to the gloss before, which has numbers of its own.
                var start = 0;
                foreach (var end in Boundary().EnumerateMatches(before))
                {
                    start = end.Index + end.Length;
                }

                var sentence = before[start..];
                var english = NumeralReader.Read(sentence, NumeralLanguage.English);
                if ((OtherFigure(chinese, english, sentence) ?? OtherUnit(chinese, english, sentence) ?? OtherDirection(gloss.Groups["zh"].Value, sentence)) is { } figure && told.Add((block.Index, from + start + figure.Start)))
                {
                    context.Report(
                        document, block, new TextSpan(from + start + figure.Start, figure.Length), $"{gloss.Groups["zh"].Value} is not {figure.Of(sentence)}",
                        f => f with { Zh = [gloss.Groups["zh"].Value], En = [figure.Of(sentence)] });
                    continue;
                }

                foreach (var kinds in chinese.Select(Class).Where(static c => c.Length > 0).Distinct(StringComparer.Ordinal).ToList())
                {
                    var mine = chinese.Where(q => Class(q) == kinds).SelectMany(Ends).ToList();
                    var theirs = english.Where(q => Class(q) == kinds).SelectMany(Ends).TakeLast(mine.Count).ToList();
                    var wrong = theirs.FindLast(t => !mine.Exists(m => Agree(m, t) || Rounds(m, t, m.Span.Of(gloss.Groups["zh"].Value), t.Span.Of(sentence))));
                    if (wrong is not null && !IsShared(wrong, english) && !(kinds == "percent" && english.Any(q => Class(q) == kinds && mine.Exists(m => Agree(m, q)))) && mine.Exists(m => !theirs.Exists(t => Agree(m, t))) && told.Add((block.Index, from + start + wrong.Span.Start)))
                    {
                        var other = mine.Find(m => !theirs.Exists(t => Agree(m, t)))!;
                        var words = wrong.Span.Of(sentence);
                        context.Report(
                            document, block, new TextSpan(from + start + wrong.Span.Start, wrong.Span.Length),
                            $"{other.Span.Of(gloss.Groups["zh"].Value)} in {gloss.Groups["zh"].Value} is not {words}",
                            f => f with { Zh = [gloss.Groups["zh"].Value], En = [words] });
                    }
                }
            }
        }
    }

    // "90 yuan, of which each pays one-third (30元)".
    private static bool IsShared(Quantity amount, ImmutableArray<Quantity> english) =>
        amount.Kind is QuantityKind.Money && english.Any(q => q.Span.Start >= amount.Span.End && q.Kind is QuantityKind.Fraction or QuantityKind.Percent);

    // "1.5 million mu (15万亩)": a gloss that is a figure and little more, right behind the figure in the sentence.
    private static TextSpan? OtherFigure(ImmutableArray<Quantity> chinese, ImmutableArray<Quantity> english, string before)
    {
        if (chinese is not [{ HasDigits: true, Kind: QuantityKind.Cardinal or QuantityKind.Measure, Span.Start: <= 1 } mine] || Class(mine).Length > 0 || english.LastOrDefault() is not { HasDigits: true } said
            || said.Kind != mine.Kind || said.Unit?.Id != mine.Unit?.Id || !FewWords().IsMatch(before.AsSpan(said.Span.End)))
        {
            return null;
        }

        // Of several figures the gloss may be the sum, but not their tenfold.
        var isAlone = english.Count(static q => q.Kind is QuantityKind.Cardinal or QuantityKind.Measure) == 1;
        return QuantityMatcher.Compare(chinese, [said]).Any(static m => m.Confidence >= 0.8) && (isAlone || IsPowerOfTen(mine.Value.ToDouble() / said.Value.ToDouble())) ? said.Span : null;
    }

    private static bool IsPowerOfTen(double ratio) => ratio > 0 && Math.Abs(Math.Log10(ratio) - Math.Round(Math.Log10(ratio))) < 1e-9;

    [GeneratedRegex(@"^(?:[ -][a-z]+){0,5} ?$", RegexOptions.CultureInvariant)]
    private static partial Regex FewWords();

    // What can be compared without doubt: money of one currency, dates as exact as each other, spans of time in one unit.
    private static string Class(Quantity quantity) => quantity.Kind switch
    {
        QuantityKind.Money => $"money {quantity.Currency ?? "CNY"}",
        QuantityKind.Date when quantity.Calendar is { Month: not null, Day: not null } => "date",
        QuantityKind.Month when quantity.Calendar is { Month: not null, Year: not null } => "month",
        QuantityKind.Measure when quantity.Upper is null && quantity.Unit?.Id is "d" or "h" or "month" or "year" => $"time {quantity.Unit.Id}",
        QuantityKind.Fraction => "fraction",
        QuantityKind.Percent => "percent",
        _ => "",
    };

    // 五万元以上十万元以下 is a range.
    private static Quantity[] Ends(Quantity quantity) => quantity is { Kind: QuantityKind.Money, Upper: { } upper } ? [quantity with { Upper = null }, quantity with { Value = upper, Upper = null }] : [quantity];

    private static bool Agree(Quantity a, Quantity b) =>
        a.Calendar is { } mine && b.Calendar is { } theirs
            ? mine.Month == theirs.Month && (mine.Day == theirs.Day || mine.Day is null || theirs.Day is null) && (mine.Year == theirs.Year || mine.Year is null || theirs.Year is null)
            : a.Value == b.Value || Math.Abs(a.Value.ToDouble() - b.Value.ToDouble()) <= 1e-9 * Math.Abs(a.Value.ToDouble());

    [GeneratedRegex(@" ?[(（][""“]?(?<zh>(?=[^()（）]*[\d一二三四五六七八九十百千万亿〇零两半])(?=[^()（）]*[\p{IsCJKUnifiedIdeographs}℃℉])[^()（）A-Za-z;；\[\]]{2,60}?)[""”]?(?:[;；][^()（）]{0,60})?[)）]", RegexOptions.CultureInvariant)]
    private static partial Regex Gloss();

    [GeneratedRegex(@"[.!?;]['’”""]* (?=\p{Lu})|[)）]", RegexOptions.CultureInvariant)]
    private static partial Regex Boundary();
}
