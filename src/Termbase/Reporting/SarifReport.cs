using System.Text.Encodings.Web;
using System.Text.Json;
using Termbase.Linting;
using Termbase.Model;

namespace Termbase.Reporting;

/// <summary>
/// SARIF 2.1.0 (OASIS): results with stable fingerprints, the rules with their pages, related places, fixes, and what is suppressed in
/// the text or known from a baseline as suppressed results. Columns are Unicode code points. Thread-safe.
/// </summary>
public static class SarifReport
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// <summary>Writes the report, ending with a line end.</summary>
    public static void Write(TextWriter output, ReportContext report)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            Run(json, report);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write(System.Text.Encoding.UTF8.GetString(memory.GetBuffer(), 0, (int)memory.Length));
        output.Write('\n');
    }

    private static void Run(Utf8JsonWriter json, ReportContext report)
    {
        var rules = report.Rules.Select(static r => r.Code).ToList();
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "Termbase");
        if (report.Version.Length > 0)
        {
            json.WriteString("version", report.Version);
        }

        json.WriteStartArray("rules");
        foreach (var rule in report.Rules)
        {
            Rule(json, rule);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("columnKind", "unicodeCodePoints");
        json.WriteStartArray("results");
        foreach (var finding in report.Findings)
        {
            Result(json, report, finding, rules, "");
        }

        foreach (var finding in report.Suppressed)
        {
            Result(json, report, finding, rules, "inSource");
        }

        foreach (var finding in report.Known)
        {
            Result(json, report, finding, rules, "external");
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Rule(Utf8JsonWriter json, RuleInfo rule)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Code);
        json.WriteString("name", rule.Name);
        Message(json, "shortDescription", rule.En);
        if (RuleCatalog.Page(rule) is { } page)
        {
            json.WriteStartObject("help");
            json.WriteString("text", page);
            json.WriteString("markdown", page);
            json.WriteEndObject();
        }

        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", Level(rule.Severity));
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("zh", rule.Zh);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Result(Utf8JsonWriter json, ReportContext report, Finding finding, List<string> rules, string suppression)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule.Code);
        if (rules.IndexOf(finding.Rule.Code) is >= 0 and var index)
        {
            json.WriteNumber("ruleIndex", index);
        }

        json.WriteString("level", Level(finding.Severity));
        Message(json, "message", finding.Message);
        json.WriteStartArray("locations");
        Location(json, finding.Location, finding.Unit, "");
        json.WriteEndArray();
        if (!finding.Related.IsEmpty)
        {
            json.WriteStartArray("relatedLocations");
            foreach (var related in finding.Related)
            {
                Location(json, related.Location, "", related.Message);
            }

            json.WriteEndArray();
        }

        json.WriteStartObject("partialFingerprints");
        json.WriteString("termbase/v1", finding.Fingerprint);
        json.WriteEndObject();
        Fix(json, report, finding);
        if (suppression.Length > 0)
        {
            json.WriteStartArray("suppressions");
            json.WriteStartObject();
            json.WriteString("kind", suppression);
            if (finding.Suppression is { Reason.Length: > 0 } comment)
            {
                json.WriteString("justification", comment.Reason);
            }

            json.WriteEndObject();
            json.WriteEndArray();
        }

        Properties(json, finding);
        json.WriteEndObject();
    }

    private static void Properties(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject("properties");
        foreach (var (name, terms) in new[] { ("zh", finding.Zh), ("en", finding.En) })
        {
            if (!terms.IsEmpty)
            {
                json.WriteStartArray(name);
                foreach (var term in terms)
                {
                    json.WriteStringValue(term);
                }

                json.WriteEndArray();
            }
        }

        foreach (var (name, value) in new[] { ("unit", finding.Unit), ("side", finding.Side), ("suggestion", finding.Suggestion) })
        {
            if (value.Length > 0)
            {
                json.WriteString(name, value);
            }
        }

        json.WriteEndObject();
    }

    // Only for documents: an edit in a unit counts from the start of its text, which is no place in the file.
    private static void Fix(Utf8JsonWriter json, ReportContext report, Finding finding)
    {
        if (finding.Edit is not { } edit || finding.InSegment is not null || report.TextOf(finding.Location.Path) is not { } text)
        {
            return;
        }

        json.WriteStartArray("fixes");
        json.WriteStartObject();
        Message(json, "description", finding.Suggestion.Length > 0 ? $"write “{finding.Suggestion}”" : "mend it");
        json.WriteStartArray("artifactChanges");
        json.WriteStartObject();
        Artifact(json, finding.Location.Path);
        json.WriteStartArray("replacements");
        json.WriteStartObject();
        Region(json, "deletedRegion", text.Locate(edit.Span));
        json.WriteStartObject("insertedContent");
        json.WriteString("text", edit.Replacement);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Location(Utf8JsonWriter json, SourceLocation place, string unit, string message)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        Artifact(json, place.Path);
        if (place.Line > 0)
        {
            Region(json, "region", place);
        }

        json.WriteEndObject();
        if (unit.Length > 0)
        {
            json.WriteStartArray("logicalLocations");
            json.WriteStartObject();
            json.WriteString("name", unit);
            json.WriteString("kind", "element");
            json.WriteEndObject();
            json.WriteEndArray();
        }

        if (message.Length > 0)
        {
            Message(json, "message", message);
        }

        json.WriteEndObject();
    }

    private static void Artifact(Utf8JsonWriter json, string path)
    {
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Uri(path));
        json.WriteEndObject();
    }

    private static void Region(Utf8JsonWriter json, string name, SourceLocation place)
    {
        json.WriteStartObject(name);
        json.WriteNumber("startLine", place.Line);
        json.WriteNumber("startColumn", Math.Max(1, place.Column));
        json.WriteNumber("endLine", Math.Max(place.Line, place.EndLine));
        json.WriteNumber("endColumn", Math.Max(1, place.EndColumn));
        json.WriteEndObject();
    }

    private static void Message(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    // A relative reference where the path is one; each part escaped.
    private static string Uri(string path) =>
        Path.IsPathRooted(path)
            ? new Uri(path).AbsoluteUri
            : string.Join('/', path.Replace('\\', '/').Split('/').Select(System.Uri.EscapeDataString));

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
