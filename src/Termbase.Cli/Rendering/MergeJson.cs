using Termbase.Workspaces.Merging;

namespace Termbase.Cli.Rendering;

/// <summary>The report of a merge as JSON.</summary>
internal static class MergeJson
{
    public static void Write(TextWriter output, MergeReport report) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("records", report.Records);
        json.WriteNumber("open", report.Open);
        json.WriteStartArray("changes");
        foreach (var change in report.Changes)
        {
            json.WriteStartObject();
            json.WriteString("side", change.Side);
            json.WriteString("kind", change.Kind);
            json.Member("concept", change.Concept);
            json.WriteString("label", change.Label);
            json.Member("cell", change.Cell);
            json.Member("before", change.Before);
            json.Member("after", change.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("conflicts");
        foreach (var conflict in report.Conflicts)
        {
            json.WriteStartObject();
            json.WriteString("kind", conflict.Kind);
            json.Member("concept", conflict.Concept);
            json.WriteString("label", conflict.Label);
            json.Member("cell", conflict.Cell);
            json.Member("base", conflict.Base);
            json.WriteString("mine", conflict.Mine);
            json.WriteString("theirs", conflict.Theirs);
            json.WriteString("resolution", conflict.Resolution);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("duplicates");
        foreach (var duplicate in report.Duplicates)
        {
            json.WriteStartObject();
            json.WriteString("kind", duplicate.Kind);
            json.WriteString("first", duplicate.First);
            json.WriteString("second", duplicate.Second);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (var note in report.Notes)
        {
            json.WriteStringValue(note);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
