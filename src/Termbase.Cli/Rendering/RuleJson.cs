using System.Text.Json;
using Termbase.Linting;

namespace Termbase.Cli.Rendering;

/// <summary><c>rules --format json</c>.</summary>
internal static class RuleJson
{
    public static void Write(TextWriter output, IEnumerable<RuleInfo> rules) => JsonOutput.Write(output, json =>
    {
        json.WriteStartArray();
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            Members(json, rule);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>One rule, with its page (Markdown).</summary>
    public static void Write(TextWriter output, RuleInfo rule, string page) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        Members(json, rule);
        json.WriteString("page", page);
        json.WriteEndObject();
    });

    private static void Members(Utf8JsonWriter json, RuleInfo rule)
    {
        json.WriteString("code", rule.Code);
        json.WriteString("name", rule.Name);
        json.WriteString("severity", rule.Severity.ToString().ToLowerInvariant());
        json.WriteString("en", rule.En);
        json.WriteString("zh", rule.Zh);
    }
}
