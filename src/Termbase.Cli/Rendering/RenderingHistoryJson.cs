using Termbase.Workspaces;

namespace Termbase.Cli.Rendering;

/// <summary><c>decide --format json</c>: the renderings with entry and places.</summary>
internal static class RenderingHistoryJson
{
    public static void Write(TextWriter output, RenderingHistory history) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("zh", history.Zh);
        json.WriteStartArray("renderings");
        foreach (var row in history.Rows)
        {
            json.WriteStartObject();
            json.WriteString("en", row.En);
            if (row.Entry is { } entry)
            {
                json.WritePropertyName("entry");
                ConceptJson.WriteRendering(json, entry);
            }

            json.WriteStartArray("places");
            foreach (var use in row.Uses)
            {
                json.WriteStartObject();
                json.WriteString("document", use.Document);
                json.Member("issued", history.Sources.GetValueOrDefault(use.Document)?["date_issued"] ?? "");
                json.Member("publisher", history.Sources.GetValueOrDefault(use.Document)?["publisher"] ?? "");
                json.Member("locator", use.Locator);
                json.Member("kind", use.Kind);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
