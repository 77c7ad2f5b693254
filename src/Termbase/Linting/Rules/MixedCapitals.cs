using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Mining;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A term with capitals in one place and without in another. See <c>MixedCapitals.md</c>.</summary>
public sealed partial class MixedCapitals : DocumentRule
{
    // Written in both ways by careful houses, but not by one in one text.
    private static readonly ImmutableArray<(string Piece, Regex Upper, Regex Lower)> Terms =
    [
        ("nternet", Internet(), InternetLower()), ("ouncil", Council(), CouncilLower()), ("ive-", Plan(), PlanLower()), ("iver", Delta(), DeltaLower()), ("ongress", Congress(), CongressLower()), ("overnment", Central(), CentralLower()),
    ];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB363", "mixed-capitals", "同一词语大小写不一", "A term with capitals and without", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        var blocks = document.Document.Blocks.Where(static b => b.Kind is BlockKind.Paragraph or BlockKind.ListItem).ToList();
        foreach (var (piece, upper, lower) in Terms)
        {
            var some = blocks.FindAll(b => b.Text.Contains(piece, StringComparison.Ordinal));
            var (high, low) = (Places(some, upper), Places(some, lower));
            if (high.Count > 0 && low.Count > 0)
            {
                Report(document, low.Count <= high.Count ? low : high, low.Count <= high.Count ? high : low, context);
            }
        }

        Glossed(document, blocks, context);
    }

    // "industry-education integration (产教融合)" and later "Industry-Education Integration" in the middle of a sentence.
    private static void Glossed(LintDocument document, List<Block> blocks, LintContext context)
    {
        var terms = document.Pairs.Where(static p => p is { Kind: GlossKind.Paren, Confidence: >= 0.75 } && p.EnBlock is null && p.En.Any(static c => c is ' ' or '-') && p.En.Length >= 10 && p.En.All(static c => char.IsAsciiLetterLower(c) || c is ' ' or '-'))
            .DistinctBy(static p => p.En).ToDictionary(static p => p.En, StringComparer.OrdinalIgnoreCase);
        if (terms.Count == 0)
        {
            return;
        }

        foreach (var block in blocks)
        {
            foreach (Match match in Run().Matches(block.Text))
            {
                if (terms.TryGetValue(match.Value, out var pair) && !block.Emphasis.Any(e => e.Overlaps(new TextSpan(match.Index, match.Length))) && !InQuotes(block.Text, match.Index) && !InTitle(block.Text, match) && terms.Remove(match.Value))
                {
                    Report(document, [(block, new TextSpan(match.Index, match.Length))], [(pair.Block, pair.EnSpan)], context);
                }
            }
        }
    }

    // "… Plan for the Development of Military-Civil Fusion": capitals go on before or behind a small word.
    private static bool InTitle(string text, Match match) =>
        TitleBefore().IsMatch(text.AsSpan(0, match.Index)[^Math.Min(match.Index, 60)..]) || TitleBehind().IsMatch(text, match.Index + match.Length);

    private static bool InQuotes(string text, int at) => text.AsSpan(0, at).Count('"') % 2 == 1 || text.LastIndexOf('“', at) > text.LastIndexOf('”', at);

    private static List<(Block Block, TextSpan Span)> Places(List<Block> blocks, Regex pattern) =>
        [.. blocks.SelectMany(b => pattern.Matches(b.Text).Select(m => (b, new TextSpan(m.Index, m.Length))))];

    private static void Report(LintDocument document, List<(Block Block, TextSpan Span)> few, List<(Block Block, TextSpan Span)> many, LintContext context)
    {
        var (block, span) = few[0];
        var (mine, usual) = (span.Of(block.Text), many[0].Span.Of(many[0].Block.Text));
        context.Report(
            document, block, span, string.Create(CultureInfo.InvariantCulture, $"\"{mine}\" ×{few.Count}, \"{usual}\" ×{many.Count}: with capitals and without"),
            f => f with
            {
                En = [mine, usual],
                Identity = $"{mine}|{usual}",
                Related = [.. few.Skip(1).Concat(many).Select(p => new RelatedPlace(document.Document.Locate(p.Block, p.Span), $"here \"{p.Span.Of(p.Block.Text)}\""))],
            });
    }

    // Behind a plain word, so that no sentence begins there; not before another capital, which makes a longer name.
    [GeneratedRegex(@"Internet(?<=\b[a-z]+,? Internet)(?! of\b| \p{Lu}|\+|-)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Internet();

    [GeneratedRegex(@"(?<![\p{L}.@/-])internet(?! of\b|\+)\b", RegexOptions.CultureInvariant)]
    private static partial Regex InternetLower();

    [GeneratedRegex(@"\bState Council\b", RegexOptions.CultureInvariant)]
    private static partial Regex Council();

    [GeneratedRegex(@"\b(?:state council|State council|state Council)\b", RegexOptions.CultureInvariant)]
    private static partial Regex CouncilLower();

    [GeneratedRegex(@"\b(?:\d{1,2}th|[A-Z]?[a-z]+th) Five-Year Plan\b", RegexOptions.CultureInvariant)]
    private static partial Regex Plan();

    [GeneratedRegex(@"\b(?:\d{1,2}th|[A-Z]?[a-z]+th) (?:five-year plan|Five-year plan|Five-year Plan|Five-Year plan)\b", RegexOptions.CultureInvariant)]
    private static partial Regex PlanLower();

    [GeneratedRegex(@"\b(?:Yangtze|Pearl|Yellow) River (?:Delta|Basin)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Delta();

    [GeneratedRegex(@"\b(?:Yangtze|Pearl|Yellow) River (?:delta|basin)\b|\b(?:Yangtze|Pearl|Yellow) river\b", RegexOptions.CultureInvariant)]
    private static partial Regex DeltaLower();

    [GeneratedRegex(@"\bNational People['’]s Congress\b", RegexOptions.CultureInvariant)]
    private static partial Regex Congress();

    [GeneratedRegex(@"\b(?:national people['’]s congress|National people['’]s congress|National People['’]s congress)\b", RegexOptions.CultureInvariant)]
    private static partial Regex CongressLower();

    [GeneratedRegex(@"Central Government\b(?<=\b[a-z]+ Central Government)", RegexOptions.CultureInvariant)]
    private static partial Regex Central();

    [GeneratedRegex(@"\bcentral government\b", RegexOptions.CultureInvariant)]
    private static partial Regex CentralLower();

    // What stands before is looked at behind the capital, which is what is searched for.
    [GeneratedRegex(@"\p{Lu}(?<=\b[a-z]+,? \p{Lu})[a-z]+[ -](?:\p{Lu}[a-z]+[ -]){0,4}\p{Lu}[a-z]+(?![\p{L}-]| \p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex Run();

    [GeneratedRegex(@"\p{Lu}[\p{L}\-’'""”]*,?(?: (?:of|for|and|in|on|to|the|with|a|an))+ $", RegexOptions.CultureInvariant)]
    private static partial Regex TitleBefore();

    [GeneratedRegex(@"\G(?: (?:of|for|and|in|on|to|the|with))+ \p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex TitleBehind();
}
