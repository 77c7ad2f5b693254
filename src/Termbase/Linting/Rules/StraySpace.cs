using System.Text.RegularExpressions;
using Termbase.Linting.Bitext;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A space too many in the English of a unit. See <c>StraySpace.md</c>.</summary>
public sealed partial class StraySpace : UnitRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB425", "stray-space", "英文多余空格", "A space too many in the English", Severity.Info);

    /// <inheritdoc/>
    public override void Check(LintUnit unit, LintContext context)
    {
        var english = unit.Reading.En;
        foreach (Match match in Place().Matches(english.Masked))
        {
            var span = new TextSpan(match.Index, match.Length);
            var replacement = match.Groups["wide"].Success ? " " : "";
            var message = match.Groups["before"].Success ? "a space before the sign" : match.Groups["behind"].Success ? "a space behind the bracket" : "several spaces in a row";
            context.Report(unit, english.Side, span, message, finding => finding with { Edit = new TextEdit(span, replacement, IsSafe: true) });
        }
    }

    // Not before "." of a file name or ".5", nor where dots lead to a page number.
    [GeneratedRegex(@"(?<=[\p{L}\p{N}\)”""])(?<before>\x20+)(?=[,;:!?](?:\s|$)|\.(?:\s|$)|[\)\]])|(?<=[\(\[])(?<behind>\x20+)(?=[\p{L}\p{N}])|(?<=\S)(?<wide>\x20{2,})(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
