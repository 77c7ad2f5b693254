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
        var paired = Paired(loose);
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

    // Brackets that a later paragraph closes. Only the nearest sign that could close one is asked.
    private static HashSet<int> Paired(List<(Block Block, int At, char Sign)> loose)
    {
        var nearest = new int[loose.Count];
        var next = new Dictionary<char, int>();
        for (var i = loose.Count - 1; i >= 0; i--)
        {
            nearest[i] = PairScan.CloserOf(loose[i].Sign) is { } closer ? next.GetValueOrDefault(closer, -1) : -1;
            next[loose[i].Sign] = i;
        }

        var paired = new HashSet<int>();
        for (var i = 0; i < loose.Count; i++)
        {
            if (nearest[i] is >= 0 and var partner && loose[partner].Block.Index - loose[i].Block.Index is > 0 and <= Reach && !paired.Contains(i) && !paired.Contains(partner))
            {
                paired.UnionWith([i, partner]);
            }
        }

        return paired;
    }
}
