using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Termbase.Linting;
using Termbase.Model;

namespace Termbase.Reporting;

/// <summary>
/// The JSON of <c>lint</c>, version 1: other programs read it, so a field keeps its name and meaning, and a field without a value
/// is left out. Chinese stands as it is, lines end in LF. Thread-safe.
/// </summary>
public static class JsonReport
{
    private static readonly JsonReportContext Context = new(new JsonSerializerOptions
    {
        // Not for HTML, so nothing needs escaping but what JSON itself asks for.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        NewLine = "\n",
    });

    /// <summary>Writes the report, ending with a line end. Findings keep their order.</summary>
    public static void Write(TextWriter output, IReadOnlyList<Finding> findings, ReportSummary summary)
    {
        var report = new JsonLintReport(
            1,
            [.. findings.Select(ToJson)],
            new JsonLintSummary(summary.Error, summary.Warning, summary.Info, summary.Files));
        output.Write(JsonSerializer.Serialize(report, Context.JsonLintReport));
        output.Write('\n');
    }

    private static JsonFinding ToJson(Finding finding) => new()
    {
        Rule = finding.Rule.Code,
        Name = finding.Rule.Name,
        Severity = finding.Severity switch
        {
            Linting.Severity.Error => "error",
            Linting.Severity.Warning => "warning",
            _ => "info",
        },
        Path = finding.Location.Path,
        Line = Number(finding.Location, finding.Location.Line),
        Column = Number(finding.Location, finding.Location.Column),
        EndLine = Number(finding.Location, finding.Location.EndLine),
        EndColumn = Number(finding.Location, finding.Location.EndColumn),
        Message = finding.Message,
        Zh = finding.Zh.IsEmpty ? null : [.. finding.Zh],
        En = finding.En.IsEmpty ? null : [.. finding.En],
        Unit = Text(finding.Unit),
        Side = Text(finding.Side),
        Suggestion = Text(finding.Suggestion),
        Related = finding.Related.IsEmpty
            ? null
            : [.. finding.Related.Select(static p => new JsonRelated(
                p.Location.Path, Number(p.Location, p.Location.Line), Number(p.Location, p.Location.Column), p.Message))],
        Fingerprint = Text(finding.Fingerprint),
    };

    private static string? Text(string value) => value.Length == 0 ? null : value;

    // A finding about a file as a whole has no line.
    private static int? Number(SourceLocation location, int value) => location.Line == 0 ? null : value;
}

internal sealed record JsonLintReport(int Version, JsonFinding[] Findings, JsonLintSummary Summary);

internal sealed record JsonLintSummary(int Error, int Warning, int Info, int Files);

internal sealed record JsonRelated(string Path, int? Line, int? Column, string Message);

internal sealed record JsonFinding
{
    public required string Rule { get; init; }

    public required string Name { get; init; }

    public required string Severity { get; init; }

    public required string Path { get; init; }

    public int? Line { get; init; }

    public int? Column { get; init; }

    public int? EndLine { get; init; }

    public int? EndColumn { get; init; }

    public required string Message { get; init; }

    public string[]? Zh { get; init; }

    public string[]? En { get; init; }

    public string? Unit { get; init; }

    public string? Side { get; init; }

    public string? Suggestion { get; init; }

    public JsonRelated[]? Related { get; init; }

    public string? Fingerprint { get; init; }
}

[JsonSerializable(typeof(JsonLintReport))]
internal sealed partial class JsonReportContext : JsonSerializerContext;
