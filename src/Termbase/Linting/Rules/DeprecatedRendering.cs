using Termbase.Linting.Bitext;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A rendering that the termbase no longer wants. See <c>DeprecatedRendering.md</c>.</summary>
public sealed class DeprecatedRendering : UnitRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB402", "deprecated-rendering", "使用了已弃用的译名", "A rendering that the termbase has given up", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintUnit unit, LintContext context)
    {
        var uses = TermUses.Of(context);
        foreach (var use in uses.Of(unit))
        {
            // A word that is banned everywhere is another rule's matter.
            foreach (var (span, row) in use.Wrong.Where(static w => w.Row.Check != CheckMode.Ban))
            {
                var preferred = uses.Preferred(use);
                var better = preferred is null ? "" : unit.Unit.ZhIsSource ? preferred.En : preferred.Zh;
                var written = span.Of(unit.Reading.Target.Text);
                context.Report(
                    unit, unit.Unit.Target, span,
                    better.Length > 0 ? $"\"{written}\" is no longer used for {use.Term}: write \"{better}\"" : $"\"{written}\" is no longer used for {use.Term}",
                    finding => (finding with
                    {
                        Zh = [row.Zh],
                        En = [row.En],
                        Suggestion = better,
                        Edit = better.Length > 0 ? new TextEdit(span, better, IsSafe: false) : null,
                    }).Beside(unit, unit.Reading.Source, use.Places[0]),
                    use.IsInWords ? Severity.Info : null);
            }
        }
    }
}
