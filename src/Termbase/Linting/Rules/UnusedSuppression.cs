namespace Termbase.Linting.Rules;

/// <summary>A comment that allows what is not there. See <c>UnusedSuppression.md</c>.</summary>
public sealed class UnusedSuppression : SuppressionRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB901", "unused-suppression", "豁免注释未起作用", "A comment that allows nothing", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(IReadOnlyList<SuppressionUse> uses, LintContext context)
    {
        foreach (var use in uses.Where(static u => u is { Count: 0, HasRun: true } && u.Suppression is { Verb: not "allow-end", Mistake.Length: 0 }))
        {
            var rules = string.Join(", ", use.Suppression.Rules);
            context.Report(
                use.Suppression.Location,
                $"nothing here for {rules}: {(use.Suppression.Verb == "allow" ? "take the comment out, or write allow-next-line if the next line is meant" : "take the comment out")}",
                finding => finding with { Identity = $"{use.Suppression.Verb} {rules}" });
        }
    }
}
