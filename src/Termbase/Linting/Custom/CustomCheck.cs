using System.Collections.Immutable;
using Termbase.Documents;
using Termbase.Model;

namespace Termbase.Linting.Custom;

/// <summary>Runs a user's own rule.</summary>
internal sealed class CustomCheck(RuleInfo info, CustomKind kind, ImmutableArray<CustomPattern> patterns, string message, bool fix) : DocumentRule
{
    public override RuleInfo Info { get; } = info;

    public override bool ReadsSegments => kind != CustomKind.Gloss;

    public override void Check(LintDocument document, LintContext context)
    {
        var places = document.Document.Blocks.Where(static b => b.Kind != BlockKind.Code);
        foreach (var pattern in patterns)
        {
            if (kind == CustomKind.Gloss)
            {
                Gloss(document, pattern, context);
                continue;
            }

            foreach (var block in places)
            {
                foreach (var span in pattern.In(block.Text))
                {
                    Report(document, block, span, pattern.Item, context);
                }
            }
        }
    }

    private void Report(LintDocument document, Block block, TextSpan span, CustomItem item, LintContext context)
    {
        var found = span.Of(block.Text);
        var write = char.IsUpper(found[0]) && item.Write.Length > 0 && !item.Find.Any(char.IsUpper)
            ? char.ToUpperInvariant(item.Write[0]) + item.Write[1..]
            : item.Write;
        if (kind == CustomKind.Substitute && string.Equals(found, write, StringComparison.Ordinal))
        {
            return;
        }

        var text = message.Length > 0 ? message
            : kind == CustomKind.Forbid ? $"“{found}” is not used here"
            : write.Length > 0 ? $"“{found}”: write “{write}”"
            : $"“{found}”: leave it out";
        context.Report(document, block, span, text, finding => finding with
        {
            Suggestion = write,
            Edit = kind == CustomKind.Substitute ? LintContext.Edit(block, span, write, fix) : null,
        });
    }

    // At first use in running text: the Chinese must stand in the bracket behind it.
    private void Gloss(LintDocument document, CustomPattern pattern, LintContext context)
    {
        foreach (var block in document.Document.Blocks.Where(static b => b.Kind is BlockKind.Paragraph or BlockKind.ListItem))
        {
            foreach (var span in pattern.In(block.Text))
            {
                var behind = block.Text.AsSpan(span.End).TrimStart("\"”’' ");
                var close = behind.IndexOfAny(')', '）');
                if (behind.Length == 0 || behind[0] is not ('(' or '（') || close < 0 || !behind[..close].Contains(pattern.Item.Write, StringComparison.Ordinal))
                {
                    context.Report(
                        document, block, span,
                        message.Length > 0 ? message : $"“{span.Of(block.Text)}” wants ({pattern.Item.Write}) behind it at its first use",
                        finding => finding with { Zh = [pattern.Item.Write], En = [pattern.Item.Find], Suggestion = $"{span.Of(block.Text)} ({pattern.Item.Write})" });
                }

                return;
            }
        }
    }
}
