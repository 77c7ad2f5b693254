using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A term that the termbase wants glossed, without its Chinese at its first use. See <c>MissingGloss.md</c>.</summary>
public sealed class MissingGloss : DocumentRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB340", "missing-gloss", "首次出现未注中文", "No Chinese at the first use of a term", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        var wanted = context.Glossary.Renderings.Where(static r => r.Check == CheckMode.Gloss && r.En.Length > 0 && r.Zh.Length > 0).ToList();
        if (wanted.Count == 0)
        {
            return;
        }

        // What stands before the front matter is the foreword.
        var blocks = document.Document.Blocks;
        var body = blocks.LastOrDefault(static b => b.Kind == BlockKind.FrontMatter)?.Index ?? -1;
        var glosses = document.Reading.Uses.ToLookup(static u => u.Key, static u => u.Pair.Block, StringComparer.Ordinal);
        foreach (var row in wanted.DistinctBy(static r => (r.Zh, r.En)))
        {
            var pattern = $@"(?<![\p{{L}}\p{{N}}\-]){Regex.Escape(row.En)}(?![\p{{L}}\p{{N}}\-])";
            foreach (var block in blocks.Where(b => b.Index > body && b.Kind is BlockKind.Paragraph or BlockKind.ListItem && b.Index > body))
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
}
