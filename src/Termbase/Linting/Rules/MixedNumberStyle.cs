using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>Percent, money, dates or long numbers written in two ways. See <c>MixedNumberStyle.md</c>.</summary>
public sealed partial class MixedNumberStyle : DocumentRule
{
    // Each with a piece of which every match holds one, told apart by '|'.
    private static readonly ImmutableArray<ImmutableArray<(string Name, Regex Pattern, SearchValues<string> Signs)>> Families =
    [
        [("5%", PercentSign(), Signs("%")), ("5 percent", PercentWord(), Signs(" percent")), ("5 per cent", PerCent(), Signs(" per cent"))],
        [("5%", PercentSign(), Signs("%")), ("5 %", PercentApart(), Signs("%"))],
        [("5 million RMB", AmountRmb(), Signs("RMB|CNY")), ("RMB 5 million", RmbAmount(), Signs("RMB|CNY")), ("5 million yuan", AmountYuan(), Signs(" yuan")), ("¥5 million", YenSign(), Signs("¥|￥"))],
        [(DateStyle, MonthFirst(), Signs(Months[3..^1])), ("1 May 2020", DayFirst(), Signs(Months[3..^1])), ("2020/5/1", Slashed(), Signs("/"))],
        [("12,000", Grouped(), Signs(",")), ("12000", Ungrouped(), Signs("0|1|2|3|4|5|6|7|8|9"))],
        [("$5 million", Dollar(), Signs("$")), ("US$5 million", UsDollar(), Signs("$")), ("USD 5 million", Usd(), Signs("USD")), ("5 million dollars", DollarWord(), Signs("dollars"))],
        [("5 kilometers", Kilometers(), Signs("kilomet")), ("5 km", Km(), Signs("km"))],
        [("5 square meters", SquareMeters(), Signs("square met")), ("5 m²", SquareM(), Signs("m²|m2|sqm|sq"))],
        [("5 tons", Tons(), Signs("tons")), ("5 tonnes", Tonnes(), Signs("tonnes"))],
        [("14th Five-Year Plan", OrdinalDigits(), Signs(" Five")), ("Fourteenth Five-Year Plan", OrdinalWord(), Signs(" Five"))],
        [("Five-Year Plan", FiveYear(), Signs("Five-Year")), ("Five Year Plan", FiveYearOpen(), Signs("Five Year"))],
    ];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB336", "mixed-number-style", "数字、百分比、货币或日期写法不一", "Numbers, percent, money or dates in two styles", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        // The front matter and notes follow the house; what is compared is the text.
        var blocks = document.Document.Blocks.Where(static b => b.Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.TableRow or BlockKind.Heading).ToList();
        Dotted(blocks, document, context);
        var dated = document.Document.Blocks.Where(static b => b.Kind is BlockKind.FrontMatter).Concat(blocks).ToList();
        foreach (var family in Families)
        {
            var styles = family
                .Select(style => (style.Name, Places: (family[0].Name == DateStyle ? dated : blocks).Where(b => b.Text.AsSpan().ContainsAny(style.Signs)).SelectMany(b => style.Pattern.Matches(b.Text).Select(m => (Block: b, Span: new TextSpan(m.Index, m.Length)))).ToList()))
                .Where(static s => s.Places.Count > 0).OrderBy(static s => s.Places.Count).ToList();
            if (styles.Count < 2)
            {
                continue;
            }

            var (block, span) = styles[0].Places[0];
            if (block.Kind == BlockKind.FrontMatter)
            {
                continue;
            }

            context.Report(
                document, block, span,
                "written in several ways: " + string.Join(", ", styles.AsEnumerable().Reverse().Select(static s => string.Create(CultureInfo.InvariantCulture, $"as \"{s.Name}\" ×{s.Places.Count}"))),
                f => f with
                {
                    En = [.. styles.Select(static s => s.Places[0].Span.Of(s.Places[0].Block.Text))],
                    Identity = family[0].Name,
                    Related = [.. styles.SelectMany(static s => s.Places).Skip(1).Take(40).Select(p => new RelatedPlace(document.Document.Locate(p.Block, p.Span), $"here \"{p.Span.Of(p.Block.Text)}\""))],
                });
        }
    }

    // "68.500 employees": nobody is a fraction, so the dot parts thousands.
    private static void Dotted(List<Block> blocks, LintDocument document, LintContext context)
    {
        foreach (var block in blocks.Where(static b => b.Text.Contains('.', StringComparison.Ordinal)))
        {
            foreach (var match in DottedCount().EnumerateMatches(block.Text))
            {
                var span = new TextSpan(match.Index, match.Length);
                var number = span.Of(block.Text);
                context.Report(document, block, span, $"\"{number}\" has a dot where thousands have a comma", f => f with { En = [number], Suggestion = number.Replace('.', ',') });
            }
        }
    }

    [GeneratedRegex(@"(?<![\d.,$€£¥])[1-9]\d{0,2}(?:\.\d{3})+(?= (?:new |rural |local |more |other )?(?:employees|people|persons|workers|staff|students|teachers|residents|households|families|farmers|villages|enterprises|companies|firms|schools|patients|beds|visitors|tourists|patents|soldiers|officers|members|users|vehicles|ships)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex DottedCount();

    private const string DateStyle = "May 1, 2020";

    private static SearchValues<string> Signs(string either) => SearchValues.Create(either.Split('|'), StringComparison.Ordinal);

    private const string Months = "(?:January|February|March|April|May|June|July|August|September|October|November|December)";

    [GeneratedRegex(@"\b\d[\d.,]*%", RegexOptions.CultureInvariant)]
    private static partial Regex PercentSign();

    [GeneratedRegex(@"\b\d[\d.,]* %", RegexOptions.CultureInvariant)]
    private static partial Regex PercentApart();

    [GeneratedRegex(@"\b\d[\d.,]* percent\b(?!age)", RegexOptions.CultureInvariant)]
    private static partial Regex PercentWord();

    [GeneratedRegex(@"\b\d[\d.,]* per cent\b", RegexOptions.CultureInvariant)]
    private static partial Regex PerCent();

    [GeneratedRegex(@"\b\d[\d.,]*(?: (?:million|billion|trillion))? (?:RMB|CNY)\b", RegexOptions.CultureInvariant)]
    private static partial Regex AmountRmb();

    [GeneratedRegex(@"\b(?:RMB|CNY) ?\d[\d.,]*(?: (?:million|billion|trillion))?", RegexOptions.CultureInvariant)]
    private static partial Regex RmbAmount();

    [GeneratedRegex(@"\b\d[\d.,]*(?: (?:million|billion|trillion))? yuan\b", RegexOptions.CultureInvariant)]
    private static partial Regex AmountYuan();

    [GeneratedRegex(@"[¥￥] ?\d[\d.,]*(?: (?:million|billion|trillion))?", RegexOptions.CultureInvariant)]
    private static partial Regex YenSign();

    [GeneratedRegex(@"\b" + Months + @" \d{1,2}, \d{4}\b", RegexOptions.CultureInvariant)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"\b\d{1,2} " + Months + @",? \d{4}\b", RegexOptions.CultureInvariant)]
    private static partial Regex DayFirst();

    // No part of an address.
    [GeneratedRegex(@"(?<![\w/.\-])(?:19|20)\d\d/\d{1,2}/\d{1,2}(?![\w/\-])", RegexOptions.CultureInvariant)]
    private static partial Regex Slashed();

    [GeneratedRegex(@"(?<![\d.,])\d{2,3}(?:,\d{3})+(?![\d,])", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"(?<![A-Z.]\s?\\?)\$ ?\d", RegexOptions.CultureInvariant)]
    private static partial Regex Dollar();

    [GeneratedRegex(@"\b(?:US|U\.S\.) ?\\?\$ ?\d[\d.,]*", RegexOptions.CultureInvariant)]
    private static partial Regex UsDollar();

    [GeneratedRegex(@"\bUSD ?\d[\d.,]*|\b\d[\d.,]*(?: million| billion)? USD\b", RegexOptions.CultureInvariant)]
    private static partial Regex Usd();

    [GeneratedRegex(@"\b\d[\d.,]*(?: million| billion)? (?:US |U\.S\. )?dollars\b", RegexOptions.CultureInvariant)]
    private static partial Regex DollarWord();

    [GeneratedRegex(@"\b\d[\d.,]* (?:square )?kilomet(?:er|re)s?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Kilometers();

    [GeneratedRegex(@"\b\d[\d.,]* ?(?:sq\.? ?)?km\b", RegexOptions.CultureInvariant)]
    private static partial Regex Km();

    [GeneratedRegex(@"\b\d[\d.,]* (?:million )?square met(?:er|re)s?\b", RegexOptions.CultureInvariant)]
    private static partial Regex SquareMeters();

    [GeneratedRegex(@"\b\d[\d.,]* ?(?:m²|m2|sqm|sq\.? ?m)\b", RegexOptions.CultureInvariant)]
    private static partial Regex SquareM();

    [GeneratedRegex(@"\b\d[\d.,]*(?: million| billion)? (?:metric )?tons\b", RegexOptions.CultureInvariant)]
    private static partial Regex Tons();

    [GeneratedRegex(@"\b\d[\d.,]*(?: million| billion)? (?:metric )?tonnes\b", RegexOptions.CultureInvariant)]
    private static partial Regex Tonnes();

    [GeneratedRegex(@"\b\d{1,2}(?:st|nd|rd|th) Five[- ]Year\b", RegexOptions.CultureInvariant)]
    private static partial Regex OrdinalDigits();

    [GeneratedRegex(@"\b(?:Tenth|Eleventh|Twelfth|Thirteenth|Fourteenth|Fifteenth) Five[- ]Year\b", RegexOptions.CultureInvariant)]
    private static partial Regex OrdinalWord();

    [GeneratedRegex(@"\bFive-Year (?:Plan|Program)\b", RegexOptions.CultureInvariant)]
    private static partial Regex FiveYear();

    [GeneratedRegex(@"\bFive Year (?:Plan|Program)\b", RegexOptions.CultureInvariant)]
    private static partial Regex FiveYearOpen();

    // Five digits and more: years and numbers of laws have four; codes stand with letters or signs.
    [GeneratedRegex(@"(?<=[a-z,] |\()\d{5,7}(?= (?:[a-z]{3,}|mu|km|kg)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Ungrouped();
}
