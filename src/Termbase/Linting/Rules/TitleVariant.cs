using System.Collections.Immutable;
using Termbase.Documents;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>The title of an issued document that stands later in other words. See <c>TitleVariant.md</c>.</summary>
public sealed class TitleVariant : DocumentRule
{
    // Words for types of documents and words that change places when a title is translated anew.
    private static readonly string[][] Exchanged =
    [
        ["opinion", "guideline", "view", "suggestion"], ["plan", "program", "scheme", "outline", "planning", "proposal"], ["measure", "method", "rule", "regulation", "provision", "procedure", "stipulation"],
        ["notice", "circular", "notification"], ["strengthen", "reinforce", "enhance", "consolidate"], ["promote", "advance", "boost", "drive"], ["accelerate", "quicken", "expedite"],
        ["management", "administration", "administrative"], ["implementation", "implement", "execution"], ["elderly", "senior", "aged"], ["mid", "medium"], ["construction", "building", "development"],
        ["improve", "perfect", "enhance"], ["deepen", "further"], ["work", "task"], ["trial", "interim", "provisional"],
    ];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB359", "title-variant", "同一文件两种英文题名", "One issued document under two English titles", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        Head(document, context);
        var titles = document.Reading.Titles.Select(static t => (Title: t, Words: Words(t.Text))).Where(static t => t.Words.Count >= 3).ToList();
        var glossed = titles.Where(static t => t.Title.Zh.Length > 0).DistinctBy(static t => t.Title.Zh).ToList();
        var own = glossed.Select(static t => EnglishForm.Of(t.Title.Text).Key).ToHashSet(StringComparer.Ordinal);
        foreach (var group in titles.Where(t => t.Title.Zh.Length == 0 && !own.Contains(EnglishForm.Of(t.Title.Text).Key)).GroupBy(static t => EnglishForm.Of(t.Title.Text).Key, StringComparer.Ordinal))
        {
            var (title, words) = group.First();
            if (glossed.Find(g => IsVariant(g.Words, words)) is { Title: { } other })
            {
                context.Report(
                    document, title.Block, title.Span, $"\"{title.Text}\" seems to be {other.Zh}, glossed as \"{other.Text}\"",
                    f => f with
                    {
                        Zh = [other.Zh],
                        En = [title.Text, other.Text],
                        Suggestion = other.Text,
                        Identity = $"{other.Zh}|{title.Text}",
                        Related = [new RelatedPlace(document.Document.Locate(other.Block, other.Span), $"glossed as \"{other.Text}\""), .. group.Skip(1).Select(t => new RelatedPlace(document.Document.Locate(t.Title.Block, t.Title.Span), "here"))],
                    });
            }
        }
    }

    // The title of the front matter, and the title at the head of the text behind it.
    private static void Head(LintDocument document, LintContext context)
    {
        var blocks = document.Document.Blocks;
        var front = blocks.LastOrDefault(static b => b.Kind == BlockKind.FrontMatter)?.Index ?? -1;
        var title = blocks.FirstOrDefault(static b => b.Kind == BlockKind.FrontMatter && b.Label is "Title" or "Document" && !b.Text.TrimEnd(':', ' ').Equals(b.Label, StringComparison.OrdinalIgnoreCase) && b.Text.Any(char.IsAsciiLetterLower));
        if (title is null)
        {
            return;
        }

        var mine = Words(English(title.Text));
        foreach (var block in blocks.Skip(front + 1).Take(3).Where(static b => b.Kind is BlockKind.Paragraph or BlockKind.Heading && b.Text.Length is > 15 and < 300 && b.Text[^1] is not ('.' or ':' or ';') && char.IsUpper(b.Text[0])))
        {
            var theirs = Words(English(block.Text));
            var common = mine.Intersect(theirs, StringComparer.Ordinal).Count();

            // "Notice on Issuing the Plan …" in one place and the plan alone in the other are no variants: one has all words of the other.
            if (common >= 3 && 2 * common >= Math.Min(mine.Count, theirs.Count) && common < mine.Count && common < theirs.Count)
            {
                context.Report(
                    document, block, new TextSpan(0, block.Text.Length), $"the title is \"{English(title.Text)}\" in the front matter",
                    f => f with { En = [block.Text, English(title.Text)], Identity = block.Text, Related = [new RelatedPlace(document.Document.Locate(title, new TextSpan(0, title.Text.Length)), "in the front matter")] });
                return;
            }
        }
    }

    private static string English(string text) => Array.FindIndex([.. text], Languages.Han.IsHan) is > 0 and var at ? text[..at].TrimEnd(' ', '(', '（', '《', '/', '\n', '\r') : text;

    // The same words in another order or form, or exchanged for words of one meaning; another subject is another document.
    private static bool IsVariant(List<string> a, List<string> b)
    {
        var mine = a.Except(b, StringComparer.Ordinal).ToList();
        var theirs = b.Except(a, StringComparer.Ordinal).ToList();
        return mine.Count <= 2 && theirs.Count <= 2 && a.Count - mine.Count >= 2 && mine.Count == theirs.Count
            && mine.TrueForAll(m => theirs.Exists(t => Array.Exists(Exchanged, e => e.Contains(m, StringComparer.Ordinal) && e.Contains(t, StringComparer.Ordinal)) || (m.Length > 4 && t.Length > 4 && m.AsSpan().CommonPrefixLength(t) >= Math.Min(m.Length, t.Length) - 3)));
    }

    private static List<string> Words(string title) =>
    [
        .. title.ToLowerInvariant().Split([' ', ',', '-', '–', '"', '“', '”', '(', ')', '*', '\'', '’'], StringSplitOptions.RemoveEmptyEntries)
            .Where(static w => w is not ("the" or "a" or "an" or "of" or "and" or "for" or "on" or "in" or "to" or "with" or "by" or "s" or "concerning" or "regarding"))
            .Select(EnglishForm.Stem).Select(static w => w.EndsWith("ing", StringComparison.Ordinal) && w.Length > 6 ? w[..^3] : w).Distinct(StringComparer.Ordinal),
    ];
}
