using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Workspaces.Merging;

/// <summary>Who decided what when: the rows' own decisions, those that a merge overruled, and the evidence of kind <c>decision</c>.</summary>
public static class DecisionHistory
{
    /// <summary>All decisions, oldest first, those without a date at the start; each once.</summary>
    public static ImmutableArray<Decision> Of(Glossary glossary)
    {
        var reasons = glossary.Evidence.Where(static e => e.Kind == "decision").ToLookup(static e => (e.Date, e.By, e.Zh, e.En));
        var told = new HashSet<(string, string, string, string)>();
        var all = new List<Decision>();
        foreach (var row in glossary.Renderings)
        {
            if (row.By.Length > 0)
            {
                told.Add((row.Date, row.By, row.Zh, row.En));
                all.Add(new Decision(row.Date, row.By, row.Concept, row.Zh, row.En, row.Status.ToString().ToLowerInvariant(), Reason(row.Date, row.By, row), true));
            }

            foreach (var (date, by, what) in OverruledDecisions.Read(row.Extra.GetValueOrDefault(OverruledDecisions.Column, "")))
            {
                told.Add((date, by, row.Zh, row.En));
                all.Add(new Decision(date, by, row.Concept, row.Zh, row.En, what, Reason(date, by, row), false));
            }
        }

        all.AddRange(glossary.Evidence.Where(e => e.Kind == "decision" && told.Add((e.Date, e.By, e.Zh, e.En)))
            .Select(static e => new Decision(e.Date, e.By, e.Concept, e.Zh, e.En, "", e.Locator, false)));
        return [.. all.OrderBy(static d => d.Date, StringComparer.Ordinal).ThenBy(static d => d.By, StringComparer.Ordinal)];

        string Reason(string date, string by, Rendering row) =>
            reasons[(date, by, row.Zh, row.En)].Select(static e => e.Locator).FirstOrDefault(static r => r.Length > 0) ?? "";
    }
}
