using Termbase.Model;
using Termbase.Search;

namespace Termbase.Cli.Rendering;

/// <summary><c>lookup --format json</c>: an array of concepts, fields without a value left out.</summary>
internal static class ConceptJson
{
    public static void Write(TextWriter output, IReadOnlyList<TermHit> hits) => JsonOutput.Write(output, json =>
    {
        json.WriteStartArray();
        foreach (var hit in hits)
        {
            json.WriteStartObject();
            json.WriteString("id", hit.Concept.Id);
            json.WriteString("match", hit.Kind.ToString().ToLowerInvariant());
            json.Member("domain", hit.Concept.Domain);
            json.Member("definition", hit.Concept.Definition);
            json.Member("note", hit.Concept.Note);
            json.WriteStartArray("terms");
            foreach (var r in hit.Concept.Renderings)
            {
                WriteRendering(json, r);
            }

            json.WriteEndArray();
            json.WriteStartArray("evidence");
            foreach (var e in hit.Concept.Evidence)
            {
                json.WriteStartObject();
                json.WriteString("zh", e.Zh);
                json.WriteString("en", e.En);
                json.WriteString("document", e.Document);
                json.Member("title", hit.SourceTitles.GetValueOrDefault(e.Document, ""));
                json.Member("locator", e.Locator);
                json.Member("kind", e.Kind);
                json.Member("date", e.Date);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    internal static void WriteRendering(System.Text.Json.Utf8JsonWriter json, Model.Rendering r)
    {
        json.WriteStartObject();
        json.WriteString("zh", r.Zh);
        json.WriteString("en", r.En);
        json.WriteString("status", r.Status.ToString().ToLowerInvariant());
        json.Member("zhType", r.ZhType is TermType.Full ? "" : r.ZhType.ToString().ToLowerInvariant());
        json.Member("enType", r.EnType is TermType.Full ? "" : r.EnType.ToString().ToLowerInvariant());
        json.Member("when", string.Join('|', r.When));
        json.Member("check", r.Check is CheckMode.Default ? "" : r.Check.ToString().ToLowerInvariant());
        json.Member("pos", r.Pos);
        json.Member("region", r.Region);
        json.Member("note", r.Note);
        json.Member("by", r.By);
        json.Member("date", r.Date);
        json.WriteEndObject();
    }
}
