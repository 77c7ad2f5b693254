using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A short title ("the Opinions") that was never declared. See <c>UndeclaredShortTitle.md</c>.</summary>
public sealed partial class UndeclaredShortTitle : DocumentRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB352", "undeclared-short-title", "文件简称未作说明", "A short title that was not declared", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        var blocks = document.Document.Blocks;
        var declared = blocks.Where(static b => MayDeclare(b.Text)).SelectMany(static b => Declared().Matches(b.Text)).Select(static m => Key(m.Groups["short"].Value)).ToHashSet(StringComparer.Ordinal);
        var own = blocks.Where(static b => b.Kind is BlockKind.FrontMatter && b.Label == "Title" || b.Kind == BlockKind.Heading && b.Level == 1)
            .Concat(blocks.Take(1).Where(static b => b.Text.Length < 200 && !b.Text.EndsWith('.'))).SelectMany(static b => IssuedTitle.TypesOf(b.Text)).ToHashSet(StringComparer.Ordinal);
        var body = blocks.LastOrDefault(static b => b.Kind == BlockKind.FrontMatter)?.Index ?? -1;
        var titles = document.Reading.Titles.Where(t => t.Block.Index > body).ToList();
        var uses = blocks.Where(b => b.Index > body && b.Kind is BlockKind.Paragraph or BlockKind.ListItem && b.Index > body)
            .SelectMany(static b => Short().Matches(b.Text).Select(m => (Block: b, Short: m.Groups["short"])))
            .Where(u => !declared.Contains(Key(u.Short.Value)) && !own.Contains(TypeOf(u.Short.Value)) && !titles.Exists(t => ReferenceEquals(t.Block, u.Block) && t.Span.Overlaps(new TextSpan(u.Short.Index, u.Short.Length))))
            .GroupBy(static u => u.Short.Value, StringComparer.Ordinal);
        Modified(document, declared, titles, body, context);
        foreach (var use in uses)
        {
            // "The Notice" right behind its full title is plain English; of two notices nobody knows which is meant.
            var (block, span) = (use.First().Block, new TextSpan(use.First().Short.Index, use.First().Short.Length));
            var full = titles.Where(t => IssuedTitle.TypesOf(t.Text).Contains(TypeOf(use.Key), StringComparer.Ordinal)).Select(static t => (t, Key: EnglishForm.Of(t.Text).Key)).DistinctBy(static t => t.Key).ToList();
            var isNear = full.Count == 1 && full[0].t.Block.Index <= block.Index && full[0].t.Block.Index >= block.Index - 1;
            if (isNear)
            {
                continue;
            }

            context.Report(
                document, block, span,
                full.Count switch
                {
                    0 => $"\"the {use.Key}\" stands for a title that is not given",
                    1 => $"\"the {use.Key}\" was not declared as a short title of \"{full[0].t.Text}\"",
                    _ => string.Create(CultureInfo.InvariantCulture, $"\"the {use.Key}\" may stand for {full.Count} titles and was not declared"),
                },
                f => f with
                {
                    En = [use.Key],
                    Identity = use.Key,
                    Related = [.. use.Skip(1).Select(u => new RelatedPlace(document.Document.Locate(u.Block, new TextSpan(u.Short.Index, u.Short.Length)), "here"))],
                });
        }
    }

    // A capital behind a quote, or one of the words: nothing else declares.
    private static bool MayDeclare(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny(Words))
        {
            return true;
        }

        while (text.IndexOfAny(Quotes) is >= 0 and var at)
        {
            text = text[(at + 1)..];
            if (text.Length > 0 && char.IsUpper(text.StartsWith("the ") && text.Length > 4 ? text[4] : text[0]))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly SearchValues<string> Words = SearchValues.Create(["hereinafter", "hereafter", "referred to as", "abbreviated as"], StringComparison.Ordinal);

    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“'‘*");

    // "the Assessment Measures" for a longer title that has these words, two paragraphs away and more.
    private static void Modified(LintDocument document, HashSet<string> declared, List<IssuedTitle> titles, int body, LintContext context)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        var own = document.Document.Blocks.Where(b => b.Kind is BlockKind.Heading or BlockKind.FrontMatter || (b.Index == body + 1 && !b.Text.EndsWith('.'))).Select(static b => b.Text).Concat(document.Pairs.Select(static p => p.En)).Where(static t => Issued().IsMatch(t)).ToList();
        foreach (var block in document.Document.Blocks.Where(b => b.Index > body && b.Kind is BlockKind.Paragraph or BlockKind.ListItem && b.Index > body))
        {
            foreach (Match match in ShortWithModifier().Matches(block.Text))
            {
                var name = match.Groups["short"];
                var words = name.Value.Split(' ');
                var span = new TextSpan(name.Index, name.Length);
                if (declared.Contains(Key(name.Value)) || titles.Exists(t => ReferenceEquals(t.Block, block) && t.Span.Overlaps(span)) || titles.Exists(t => Key(t.Text) == Key(name.Value)))
                {
                    continue;
                }

                var full = titles.Where(t => t.Block.Index < block.Index && t.Text.Split(' ').Length >= words.Length + 3 && words.All(w => t.Text.Contains(w, StringComparison.Ordinal))).DistinctBy(static t => Key(t.Text)).ToList();
                if (full.Count == 0 && Issued().IsMatch(name.Value) && !titles.Exists(t => t.Text.Contains(words[^2], StringComparison.Ordinal)) && !own.Exists(o => words.All(w => o.Contains(w, StringComparison.Ordinal))) && told.Add(name.Value))
                {
                    context.Report(document, block, span, $"\"the {name.Value}\" stands for a title that is not given", f => f with { En = [name.Value], Identity = name.Value });
                    continue;
                }

                if (full.Count == 1 && full[0].Block.Index < block.Index - 1 && told.Add(name.Value))
                {
                    context.Report(
                        document, block, span, $"\"the {name.Value}\" was not declared as a short title of \"{full[0].Text}\"",
                        f => f with { En = [name.Value], Identity = name.Value, Related = [new RelatedPlace(document.Document.Locate(full[0].Block, full[0].Span), "the title")] });
                }
            }
        }
    }

    // Papers of Chinese bodies; what other countries and treaties call so is known by that name, and "the General Provisions" are a chapter.
    [GeneratedRegex(@"^(?!.*\b(?:International|European|Federal|Basel|Geneva|Hague|Vienna|Paris|Montreal|Paris|Health|World|General|Supplementary|Final|Miscellaneous|Penal|Transitional|Additional|Other|Central|State|Council|Committee|Government|Ministry|Court|Public|Official|Preventive|New|Old|Current|Draft|Revised|Trial|Above|Following|Said|First|Second|Third)\b).*\b(?:Opinions|Circular|Measures|Provisions|Regulations|Guidelines)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Issued();

    private static string TypeOf(string shortTitle) => shortTitle.Split(' ')[^1].TrimEnd('s');

    private static string Key(string title) => EnglishForm.Of(title).Key;

    [GeneratedRegex(@"(?:hereinafter|hereafter|henceforth|below|referred to as|abbreviated|shortened|called|known as|简称|[(（\[])[^()（）.;]{0,40}?[""“'‘*](?:the )?(?<short>\p{Lu}[\p{L}\- ]{2,60})[""”'’*]|(?:hereinafter|hereafter|referred to as|abbreviated as) (?:the )?(?<short>\p{Lu}[\p{L}\-]+(?: \p{Lu}[\p{L}\-]+)*)", RegexOptions.CultureInvariant)]
    private static partial Regex Declared();

    [GeneratedRegex(@"\b[Tt]he (?<short>(?:Guiding |Implementation |Action |Implementing |Interim |Special )?(?:Opinions|Notice|Circular|Measures|Regulations|Provisions|Decision|Guidelines|Outline|Action Plan|Implementation Plan|Rules))(?! (?:on|of|for|to|Concerning|Regarding)\b| \p{Lu}|[-’']|[""”]? ?[(（][^()]*\p{IsCJKUnifiedIdeographs})(?=[\p{P}\s]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Short();

    [GeneratedRegex(@"\b[Tt]he (?<short>(?!Guiding |Implementation |Action |Implementing |Interim |Special |Five)\p{Lu}[a-z]+(?:[ -]\p{Lu}[a-z]+){0,3} (?:Opinions|Notice|Circular|Measures|Regulations|Provisions|Decision|Guidelines|Outline|Rules|Plan|Scheme|Program|Programme))(?! (?:on|of|for|to|Concerning|Regarding)\b| \p{Lu}|[-’']|[""”]? ?[(（][^()]*\p{IsCJKUnifiedIdeographs})(?=[\p{P}\s]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex ShortWithModifier();
}
