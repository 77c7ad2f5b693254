using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>"such as … etc.": one 等 rendered twice. See <c>DoubledEtc.md</c>.</summary>
public sealed partial class DoubledEtc : DocumentRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB334", "doubled-etc", "“等”重复译出", "\"such as\" and \"etc.\" around one list", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        foreach (var block in document.Document.Blocks.Where(static b => b.Kind is not (BlockKind.Code or BlockKind.FrontMatter)))
        {
            foreach (Match match in Doubled().Matches(block.Text))
            {
                var open = match.Groups["open"];
                var close = match.Groups["close"];
                context.Report(
                    document, block, TextSpan.FromBounds(close.Index, close.Index + close.Length), $"\"{open.Value}\" says already what \"{close.Value}\" says",
                    f => f with { En = [open.Value, close.Value] });
            }
        }
    }

    // Nothing that ends the list may stand between: a stop, a bracket other than a gloss, a verb of the main clause behind a comma.
    [GeneratedRegex(
        @"\b(?<open>such as|for example|e\.g\.|including|and other)(?: |, )(?:[(（][^()（）]*[\u4E00-\u9FFF][^()（）]*[)）]|(?!\b(?:such as|including|will|must|shall|should|which|that|we|is|are)\b)[^.;:()""“”])*?(?:, |,? and |\s)(?<close>etc\.?|and so on|and so forth|and the like)(?!\w)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Doubled();
}
