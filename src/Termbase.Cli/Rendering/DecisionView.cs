using Termbase.Workspaces.Merging;

namespace Termbase.Cli.Rendering;

/// <summary>Decisions by date and person, as lines or JSON.</summary>
internal static class DecisionView
{
    public static void Write(TextWriter output, IEnumerable<Decision> decisions)
    {
        foreach (var group in decisions.GroupBy(static d => (d.Date, d.By)))
        {
            output.WriteLine($"{(group.Key.Date.Length > 0 ? group.Key.Date : "undated")}  {(group.Key.By.Length > 0 ? group.Key.By : "unknown")}");
            foreach (var decision in group)
            {
                var what = decision.What.Length > 0 ? $" [{decision.What}{(decision.IsCurrent ? "" : ", replaced since")}]" : " [replaced since]";
                output.WriteLine($"  {decision.Concept} {decision.Zh} → {decision.En}{what}{(decision.Reason.Length > 0 ? ": " + decision.Reason : "")}");
            }
        }
    }

    public static void WriteJson(TextWriter output, IEnumerable<Decision> decisions) => JsonOutput.Write(output, json =>
    {
        json.WriteStartArray();
        foreach (var decision in decisions)
        {
            json.WriteStartObject();
            json.Member("date", decision.Date);
            json.Member("by", decision.By);
            json.Member("concept", decision.Concept);
            json.WriteString("zh", decision.Zh);
            json.WriteString("en", decision.En);
            json.Member("status", decision.What);
            json.Member("reason", decision.Reason);
            json.WriteBoolean("current", decision.IsCurrent);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
