namespace Termbase.Linting.Rules;

/// <summary>A comment for the lint that it cannot follow. See <c>BrokenSuppression.md</c>.</summary>
public sealed class BrokenSuppression : SuppressionRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB903", "broken-suppression", "豁免注释有误", "A comment for the lint with a mistake in it", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(IReadOnlyList<SuppressionUse> uses, LintContext context)
    {
        foreach (var use in uses)
        {
            var mistake = use.Suppression.Mistake.Length > 0 ? use.Suppression.Mistake
                : use.Unknown.IsEmpty ? ""
                : $"no rule is called {string.Join(", ", use.Unknown)}; termbase rules lists them";
            if (mistake.Length > 0)
            {
                context.Report(use.Suppression.Location, mistake, finding => finding with { Identity = mistake });
            }
        }
    }
}
