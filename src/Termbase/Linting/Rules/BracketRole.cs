using System.Globalization;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Mining;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A gloss in square brackets, or an insertion of the translator in round ones. See <c>BracketRole.md</c>.</summary>
public sealed partial class BracketRole : DocumentRule
{
    private static readonly (string Name, Regex Pattern)[] Insertions = [("years of a plan", PlanYears()), ("converted amounts", Converted())];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB353", "bracket-role", "译者补注与括注的括号混用", "Square and round brackets with their roles exchanged", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        Glosses(document, context);
        var blocks = document.Document.Blocks.Where(static b => b.Kind is not (BlockKind.Code or BlockKind.FrontMatter or BlockKind.Heading)).ToList();
        foreach (var block in blocks)
        {
            foreach (Match match in Translator().Matches(block.Text))
            {
                context.Report(document, block, new TextSpan(match.Index, match.Length), "what the translator adds stands in square brackets", f => f with { En = [match.Value] });
            }
        }

        // One kind of insertion in both brackets: the translator's are the square ones.
        foreach (var (name, pattern) in Insertions)
        {
            var places = blocks.SelectMany(b => pattern.Matches(b.Text).Where(m => !b.Emphasis.Any(e => e.Overlaps(new TextSpan(m.Index, m.Length)))).Select(m => (Block: b, Match: m.Groups["in"]))).ToLookup(static p => p.Match.Value[0]);
            if (places['['].Any() && places['('].Any())
            {
                var (block, match) = places['('].First();
                context.Report(
                    document, block, new TextSpan(match.Index, match.Length),
                    string.Create(CultureInfo.InvariantCulture, $"{name} in round brackets ×{places['('].Count()}, in square ones ×{places['['].Count()}"),
                    f => f with
                    {
                        En = [match.Value],
                        Identity = name,
                        Related = [.. places['('].Skip(1).Select(p => new RelatedPlace(document.Document.Locate(p.Block, new TextSpan(p.Match.Index, p.Match.Length)), "here"))],
                    });
            }
        }
    }

    // Where glosses stand in round brackets as a rule.
    private static void Glosses(LintDocument document, LintContext context)
    {
        var pairs = document.Pairs.Where(static p => p.En.Length > 0 && p.Kind is GlossKind.Paren or GlossKind.Quoted or GlossKind.Note or GlossKind.Title or GlossKind.List)
            .Select(p => (Pair: p, Level: document.Reading.Levels(p.Block)[p.ZhSpan.Start])).Where(static p => p.Level >= 0).ToList();
        var square = pairs.Where(p => p.Pair.Block.Text[p.Level] == '[' && !p.Pair.Block.Text.AsSpan(0, p.Level).TrimEnd().EndsWith("《")
            && document.Reading.Levels(p.Pair.Block)[p.Level] < 0 && IsGlossAlone(p.Pair, p.Level)).ToList();
        var round = pairs.Count(static p => p.Pair.Block.Text[p.Level] is '(' or '（');
        if (square.Count == 0 || round < 3 || square.Count * 3 > round)
        {
            return;
        }

        foreach (var (pair, _) in square)
        {
            context.Report(
                pair.ZhLocation, string.Create(CultureInfo.InvariantCulture, $"the gloss {pair.Zh} stands in square brackets; {round} others in round ones"),
                f => f with { Zh = [pair.Zh], En = [pair.En], Identity = $"{pair.Zh}|{pair.En}" });
        }
    }

    // An insertion that explains with a Chinese word in it is the translator's own.
    // Round brackets inside the gloss or its English ask for square ones around it.
    private static bool IsGlossAlone(MinedPair pair, int open) =>
        pair.ZhSpan.Start - open <= 2 && pair.Zh.IndexOfAny(['(', '（']) < 0 && pair.Block.Text.AsSpan(0, open).TrimEnd() is var before && !before.EndsWith(")") && !before.EndsWith("）");

    [GeneratedRegex(@"\((?:sic\b|(?:[Tt]ranslator|[Tt]rans\.|[Ee]ditor)['’]?s?[’']? [Nn]ote|T\.?N\.?:|[Nn]ote (?:by|from) the translator|[Aa]dded by the translator|[Ii]nserted by the translator)[^)]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Translator();

    [GeneratedRegex(@"Five[- ]Year Plan(?:ning)?[""”]?(?: [Pp]eriod)?,? ?(?<in>[\[(](?:19|20)\d\d ?(?:[-–—]|to) ?(?:19|20)?\d\d[\])])", RegexOptions.CultureInvariant)]
    private static partial Regex PlanYears();

    [GeneratedRegex(@"(?<=\d[\d.,]* (?:(?:thousand|million|billion|trillion) )?(?:RMB|yuan|CNY|renminbi) ?|(?:RMB|CNY|¥) ?\d[\d.,]*(?: (?:thousand|million|billion|trillion))? ?)(?<in>[\[(](?:approximately |about |around |roughly |some |≈ ?|~ ?)?(?:USD ?|US ?\\?\$ ?|U\.S\. ?\\?\$ ?|\\?\$ ?)\d[^\])]{0,40}[\])])", RegexOptions.CultureInvariant)]
    private static partial Regex Converted();
}
