using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Mining;
using Termbase.Model;

namespace Termbase.Linting;

/// <summary>The English title of an issued document where it stands in running text. Immutable.</summary>
/// <param name="Block">The block.</param>
/// <param name="Span">In the block's text.</param>
/// <param name="Text">The title.</param>
/// <param name="Zh">The Chinese beside it; empty if none.</param>
/// <param name="IsItalic">Whether the original sets it off.</param>
internal sealed partial record IssuedTitle(Block Block, TextSpan Span, string Text, string Zh, bool IsItalic)
{
    /// <summary>The words that say what kind of document it is, in the plural or singular of their use.</summary>
    public const string Types = "Opinions?|Notice|Circular|Measures|Regulations|Provisions|Decision|Guidelines|Outline|Rules|Plan|Program|Programme|Scheme|Announcement|Catalog|Catalogue|Action Plan|Methods";

    /// <summary>
    /// All titles in paragraphs, items and notes, in order: what stands beside 《…》, what is set off and names a type, and what is written
    /// as a title ("Opinions on Strengthening …").
    /// </summary>
    public static List<IssuedTitle> In(LintDocument document)
    {
        var glossed = document.Pairs.Where(static p => p.En.Length > 0 && p.EnBlock is null && p.Block.Kind is not BlockKind.FrontMatter && (p.Kind == GlossKind.Title || p.Zh.Contains('《', StringComparison.Ordinal)) && p.En.Any(char.IsAsciiLetterUpper))
            .ToLookup(static p => p.Block.Index);
        var titles = new List<IssuedTitle>();
        foreach (var block in document.Document.Blocks.Where(static b => b.Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Note))
        {
            var found = new List<IssuedTitle>();
            // The pair may take a verb along or leave the head out; the title is what is written as one, or begins with a capital.
            var written = Written().Matches(block.Text);
            foreach (var pair in glossed[block.Index])
            {
                var whole = written.FirstOrDefault(m => new TextSpan(m.Index, m.Length).Overlaps(pair.EnSpan));
                var capital = pair.EnSpan.Of(block.Text).AsSpan().IndexOfAnyInRange('A', 'Z');
                var span = TextSpan.FromBounds(whole?.Index ?? pair.EnSpan.Start + Math.Max(0, capital), pair.EnSpan.End);
                found.Add(new IssuedTitle(block, span, span.Of(block.Text), pair.Zh, IsSetOff(block, span)));
            }

            foreach (var span in block.Emphasis.Where(e => HasType().IsMatch(e.Of(block.Text)) && !found.Exists(t => t.Span.Overlaps(e))))
            {
                found.Add(new IssuedTitle(block, span, span.Of(block.Text), "", true));
            }

            foreach (Match match in written)
            {
                var span = new TextSpan(match.Index, match.Length);
                if (!found.Exists(t => t.Span.Overlaps(span)))
                {
                    found.Add(new IssuedTitle(block, span, match.Value, "", IsSetOff(block, span)));
                }
            }

            titles.AddRange(found.OrderBy(static t => t.Span.Start));
        }

        return titles;
    }

    /// <summary>The types that a title names, in the singular.</summary>
    public static ImmutableArray<string> TypesOf(string title) => [.. HasType().Matches(title).Select(static m => m.Value.Split(' ')[^1].TrimEnd('s')).Distinct(StringComparer.Ordinal)];

    private static bool IsSetOff(Block block, TextSpan span) => block.Emphasis.Any(e => e.Overlaps(span));

    [GeneratedRegex(@"\b(?:" + Types + @")\b", RegexOptions.CultureInvariant)]
    private static partial Regex HasType();

    // Opinions on Strengthening Rural Care; Several Measures for Promoting …: capitals up to the first plain word.
    [GeneratedRegex(@"\b(?:(?:Several|Guiding|Implementation|Implementing|Interim|Provisional|Administrative|Joint|Detailed) )*(?:Opinions|Notice|Circular|Measures|Regulations|Provisions|Decision|Guidelines|Rules|Outline) (?:on|for|Concerning|Regarding|of) (?:(?:the|a|an|of|and|for|in|on|to|with|by|under|from) )*\p{Lu}[\p{L}\-’']+(?:,? (?:(?:the|a|an|of|and|for|in|on|to|with|by|under|from) )*\p{Lu}[\p{L}\-’']+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
