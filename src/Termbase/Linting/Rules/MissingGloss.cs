using System.Buffers;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Languages;
using Termbase.Mining;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A term that the termbase wants glossed, without its Chinese at its first use. See <c>MissingGloss.md</c>.</summary>
public sealed partial class MissingGloss : DocumentRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB340", "missing-gloss", "首次出现未注中文", "No Chinese at the first use of a term", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        Late(document, context);
        var wanted = context.Glossary.Renderings.Where(static r => r.Check == CheckMode.Gloss && r.En.Length > 0 && r.Zh.Length > 0).ToList();
        if (wanted.Count == 0)
        {
            return;
        }

        // What stands before the front matter is the foreword.
        var blocks = document.Document.Blocks;
        var body = blocks.LastOrDefault(static b => b.Kind == BlockKind.FrontMatter)?.Index ?? -1;
        var glosses = document.Reading.Uses.ToLookup(static u => u.Key, static u => u.Pair.Block, StringComparer.Ordinal);
        var anyWanted = SearchValues.Create([.. wanted.Select(static r => r.En)], StringComparison.OrdinalIgnoreCase);
        var candidates = blocks.Where(b => b.Index > body && b.Kind is BlockKind.Paragraph or BlockKind.ListItem && b.Text.AsSpan().ContainsAny(anyWanted)).ToList();
        foreach (var row in wanted.DistinctBy(static r => (r.Zh, r.En)))
        {
            var pattern = $@"(?<![\p{{L}}\p{{N}}\-]){Regex.Escape(row.En)}(?![\p{{L}}\p{{N}}\-])";
            foreach (var block in candidates)
            {
                if (!block.Text.Contains(row.En, StringComparison.OrdinalIgnoreCase))
                {
                    continue;
                }

                var match = Regex.Match(block.Text, pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
                if (!match.Success)
                {
                    continue;
                }

                var at = match.Index + match.Length;
                var glossed = glosses[TermbaseView.ChineseKey(row.Zh)].Any(b => b.Index <= block.Index && b.Index > body);
                if (!glossed && !document.Document.Footnotes.Any(n => ReferenceEquals(n.AnchorBlock, block) && n.AnchorOffset == at))
                {
                    context.Report(
                        document, block, new TextSpan(match.Index, match.Length), $"first use of \"{row.En}\" without its Chinese ({row.Zh})",
                        f => f with { Zh = [row.Zh], En = [row.En], Suggestion = $"{match.Value} ({row.Zh})", Identity = row.Zh });
                }

                break;
            }
        }
    }

    // A term that the document glosses, but not where it stands first: the translator thought it needs its Chinese.
    private static void Late(LintDocument document, LintContext context)
    {
        var blocks = document.Document.Blocks;
        var front = blocks.LastOrDefault(static b => b.Kind == BlockKind.FrontMatter)?.Index ?? -1;
        var glosses = document.Pairs.Where(p => p is { Kind: GlossKind.Paren or GlossKind.List } && (p.Confidence >= Sure || (p.Confidence >= Fair && Opens(p))) && p.EnBlock is null && p.Block.Index > front && p.Block.Kind is not (BlockKind.Note or BlockKind.Heading or BlockKind.Code) && Han.IsAll(p.Zh) && p.Zh.Length >= 2)
            .Select(static p => (Pair: p, Term: Term(p))).Where(static p => IsTerm(p.Term)).GroupBy(static p => p.Term, StringComparer.OrdinalIgnoreCase).Select(static g => g.First()).ToList();
        if (glosses.Count == 0)
        {
            return;
        }

        var byWord = glosses.ToLookup(static p => FirstWord(p.Term), StringComparer.OrdinalIgnoreCase);
        var firsts = byWord.Select(static g => g.Key).ToHashSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        var told = new HashSet<MinedPair>(ReferenceEqualityComparer.Instance);
        foreach (var block in blocks.Where(b => b.Index > front && IsProse(b)))
        {
            for (int at = 0, next; at < block.Text.Length; at = next)
            {
                next = EndOfWord(block.Text, at);
                if (!char.IsLetter(block.Text[at]) || !firsts.Contains(block.Text.AsSpan(at, next - at)) || (at > 0 && (block.Text[at - 1] == '-' || char.IsNumber(block.Text[at - 1]))))
                {
                    continue;
                }

                foreach (var (pair, term) in byWord[block.Text[at..next]].Where(p => !told.Contains(p.Pair) && IsBefore(block, at, p.Pair)))
                {
                    var end = at + term.Length;
                    if (end > block.Text.Length || string.Compare(block.Text, at, term, 0, term.Length, StringComparison.OrdinalIgnoreCase) != 0 || !Behind().IsMatch(block.Text, end) || IsRunIn(block.Text, at, end) || Ahead().IsMatch(block.Text.AsSpan(0, at)[^Math.Min(at, 80)..])
                        || document.Document.Footnotes.Any(n => ReferenceEquals(n.AnchorBlock, block) && n.AnchorOffset == end) || document.Pairs.Any(p => ReferenceEquals(p.Block, block) && p.EnSpan.Overlaps(new TextSpan(at, term.Length))))
                    {
                        continue;
                    }

                    told.Add(pair);
                    end += end < block.Text.Length && block.Text[end] == 's' ? 1 : 0;
                    var words = block.Text[at..end];
                    context.Report(
                        document, block, TextSpan.FromBounds(at, end), $"\"{words}\" stands here without its Chinese ({pair.Zh}), which is given only later",
                        f => f with { Zh = [pair.Zh], En = [.. new[] { words, pair.En }.Distinct(StringComparer.OrdinalIgnoreCase)], Identity = $"{pair.Zh} late", Related = [new RelatedPlace(pair.ZhLocation, "given here")] });
                }
            }
        }
    }

    private const double Sure = 0.75;
    private const double Fair = 0.45;

    // At the beginning of a sentence nothing before it can belong to the term.
    private static bool Opens(MinedPair pair) => Label().Match(pair.En).Length is var label && label < pair.En.Length && char.IsUpper(pair.En[label]) && IsSentenceStart(pair.Block.Text.AsSpan(0, pair.EnSpan.Start + label));

    // What ends in a small letter and a space is no start; the pattern would look through all of it.
    private static bool IsSentenceStart(ReadOnlySpan<char> before) => before is not [.., >= 'a' and <= 'z', ' '] && SentenceStart().IsMatch(before);

    // As it stands inside a sentence, in the singular: "Trusted data spaces" is glossed, "a trusted data space" stands before it.
    private static string Term(MinedPair pair)
    {
        var term = pair.En;
        if (Opens(pair))
        {
            term = term[Label().Match(term).Length..];
            term = char.ToLowerInvariant(term[0]) + term[1..];
        }

        return Plural().IsMatch(term) ? term[..^1] : term;
    }

    // "Article 9 Shared dryers": the number is no part of the term.
    [GeneratedRegex(@"^(?:(?:(?:Article|Section|Item|Clause) )?(?:\d{1,3}|[IVXL]+)[.:]? (?=\p{Lu}))?", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex("(?<=[a-z]{2}(?:[bdfgklmnprtwy]|[cglrstn]e))s$", RegexOptions.CultureInvariant)]
    private static partial Regex Plural();

    [GeneratedRegex(@"(?:^|[.!?;:][”""’)]? |[。；：])(?:(?:Article|Section|Item|Clause) (?:\d{1,3}|[IVXL]+)[.:]? |[(（]?(?:\d{1,2}|[ivx]{1,4}|[a-z])[)）.] ?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceStart();

    private static bool IsProse(Block block) => block.Kind is BlockKind.Paragraph or BlockKind.ListItem && block.Text.Length > 60 && !BlockHealer.IsTitle(block.Text);

    private static bool IsBefore(Block block, int at, MinedPair pair) => block.Index < pair.Block.Index || (block.Index == pair.Block.Index && at + pair.En.Length < pair.EnSpan.Start);

    // Two words or more, no name; a single word is too common to be the term wherever it stands.
    private static bool IsTerm(string english) => english.Contains(' ', StringComparison.Ordinal) && english.Length >= 10 && english.All(static c => char.IsAsciiLetterLower(c) || c is ' ' or '-' or '&');

    private static string FirstWord(string english) => english[..EndOfWord(english, 0)];

    // Where the letters end that begin here; a sign is passed by itself.
    private static int EndOfWord(string text, int at)
    {
        var end = at + 1;
        while (char.IsLetter(text[at]) && end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return end;
    }

    // "1. Seawater desalination. Plants for seawater desalination (海水淡化) …": the heading of its paragraph.
    private static bool IsRunIn(string text, int at, int end) => text.AsSpan(end).TrimStart('s') is ['.', ..] && RunIn().IsMatch(text.AsSpan(0, at));

    [GeneratedRegex(@"^(?:[(（]?(?:\d{1,2}|[ivx]{1,4}|[a-z])[)）.:] ?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex RunIn();

    // "a design, inspection, and testing platform" is one thing, not a testing platform.
    [GeneratedRegex(@"\b(?:an? [\p{L}\-]+(?:, [\p{L}\-]+)*|(?:the|its|their) [\p{L}\-]+(?:, [\p{L}\-]+)+),? (?:and|or) $", RegexOptions.CultureInvariant)]
    private static partial Regex Ahead();

    // Not as part of a longer term.
    [GeneratedRegex(@"\G(?:s?(?=[.,;:)”""]|$)|s? (?=(?:and|or|in|on|at|to|for|of|by|with|from|as|is|are|was|were|will|shall|should|must|may|can|has|have|that|which|through|into|so|while|where|when|under|between|within|across|over|during|after|before|without|only|also|not|still|now|already|than|they|it|we|became|becomes?|grew|grows?|rose|rises?|fell|began|begins?|made|makes?|took|takes?|remains?|needs?|requires?|plays?|gives?|gave|keeps?|kept|had|be|been|being|do|does|did|[a-z]{3,}ed|but|if|because|such|including)\b))", RegexOptions.CultureInvariant)]
    private static partial Regex Behind();
}
