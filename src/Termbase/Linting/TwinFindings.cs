namespace Termbase.Linting;

/// <summary>One decision is one finding: where two rules tell of the same place that the same two wordings are one, the first of them does. Stateless.</summary>
internal static class TwinFindings
{
    /// <summary>The findings, in order, without those that another rule tells too; of two the graver stays, of two as grave the one of the lower code.</summary>
    public static List<Finding> Without(List<Finding> findings)
    {
        var twins = findings.Where(static f => f.Unit.Length == 0 && f.En.Length >= 2)
            .GroupBy(static f => (f.Location, Wordings: string.Join('|', f.En.Select(static e => e.ToLowerInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))))
            .Where(static g => g.DistinctBy(static f => f.Rule.Code).Skip(1).Any())
            .SelectMany(static g => g.OrderByDescending(static f => f.Severity).ThenBy(static f => f.Rule.Code, StringComparer.Ordinal).Skip(1))
            .ToHashSet(ReferenceEqualityComparer.Instance);
        return twins.Count == 0 ? findings : findings.FindAll(f => !twins.Contains(f));
    }
}
