using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A comma, stop or semicolon written twice. See <c>DoubledSign.md</c>.</summary>
public sealed partial class DoubledSign : DocumentRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB206", "doubled-sign", "标点重复", "A comma, stop or semicolon written twice", Severity.Warning);

    /// <inheritdoc/>
    public override bool ReadsSegments => true;

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        foreach (var block in document.Document.Blocks.Where(static b => b.Kind != BlockKind.Code))
        {
            foreach (Match match in Doubled().Matches(block.Text))
            {
                var span = new TextSpan(match.Index, match.Length);
                var sign = match.Value[..1];
                context.Report(
                    document, block, span, $"\"{match.Value}\": one sign too many",
                    finding => finding with { Suggestion = sign, Edit = LintContext.Edit(block, span, sign, isSafe: !match.Value.Any(char.IsWhiteSpace)) });
            }
        }
    }

    // "::" opens code in some mark-up. An ellipsis has three stops; "e.g.," and "etc.;" are right, ".," only behind a word that is no abbreviation, so it is left alone.
    [GeneratedRegex(@"(?<![,;，；：、。])(?<!&#?\w{1,8})(?:([,;，；：、。])\s?\1)(?![,;，；：、。])(?<!;;(?=\w))|(?<=\p{L}{2})(?<!\.\p{L}+)\.\.(?!\.)", RegexOptions.CultureInvariant)]
    private static partial Regex Doubled();
}
