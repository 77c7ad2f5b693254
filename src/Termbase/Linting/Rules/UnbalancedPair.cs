using Termbase.Documents;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A bracket or double quote without its partner. See <c>UnbalancedPair.md</c>.</summary>
public sealed class UnbalancedPair : DocumentRule
{
    // A bracket may close in a later paragraph, but not far below.
    private const int Reach = 3;

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB203", "unbalanced-pair", "括号或引号不成对", "A bracket or quote without its partner", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        var loose = document.Document.Blocks.Where(static b => b.Kind != BlockKind.Code)
            .SelectMany(static b => PairScan.Loose(b.Text), static (block, at) => (Block: block, At: at, Sign: block.Text[at])).ToList();
        var paired = new HashSet<int>();
        for (var i = 0; i < loose.Count; i++)
        {
            if (PairScan.CloserOf(loose[i].Sign) is { } closer && !paired.Contains(i))
            {
                var partner = i + 1;
                while (partner < loose.Count && loose[partner].Block.Index - loose[i].Block.Index <= Reach && loose[partner].Sign != closer)
                {
                    partner++;
                }

                if (partner < loose.Count && loose[partner].Sign == closer && loose[partner].Block.Index - loose[i].Block.Index <= Reach && !paired.Contains(partner) && loose[partner].Block.Index > loose[i].Block.Index)
                {
                    paired.UnionWith([i, partner]);
                }
            }
        }

        for (var i = 0; i < loose.Count; i++)
        {
            var (block, at, sign) = loose[i];

            // A quotation over several paragraphs is opened anew in each and closed in the last.
            var next = document.Document.Blocks.ElementAtOrDefault(block.Index + 1)?.Text ?? "";
            if (paired.Contains(i) || (sign is '“' or '"' && next.StartsWith(sign)))
            {
                continue;
            }

            context.Report(document, block, new TextSpan(at, 1), sign switch
            {
                '"' => "a straight quote too many or too few in this paragraph",
                _ when PairScan.CloserOf(sign) is { } closer => $"“{sign}” is not closed: “{closer}” is missing",
                _ => $"“{sign}” closes nothing that was opened",
            });
        }
    }
}
