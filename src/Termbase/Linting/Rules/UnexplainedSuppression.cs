namespace Termbase.Linting.Rules;

/// <summary>A comment that allows findings and does not say why. See <c>UnexplainedSuppression.md</c>.</summary>
public sealed class UnexplainedSuppression : SuppressionRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB902", "unexplained-suppression", "豁免注释未说明理由", "A comment that allows findings without a reason", Severity.Info);

    /// <inheritdoc/>
    public override void Check(IReadOnlyList<SuppressionUse> uses, LintContext context)
    {
        foreach (var use in uses.Where(static u => u.Suppression is { Verb: not "allow-end", Mistake.Length: 0, Reason.Length: 0 }))
        {
            var rules = string.Join(", ", use.Suppression.Rules);
            context.Report(
                use.Suppression.Location,
                $"say why {rules} is allowed here: “termbase: {use.Suppression.Verb} {rules}: reason”",
                finding => finding with { Identity = $"{use.Suppression.Verb} {rules}" });
        }
    }
}
