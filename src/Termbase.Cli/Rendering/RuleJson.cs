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
            json.WriteString("code", rule.Code);
            json.WriteString("name", rule.Name);
            json.WriteString("severity", rule.Severity.ToString().ToLowerInvariant());
            json.WriteString("en", rule.En);
            json.WriteString("zh", rule.Zh);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
