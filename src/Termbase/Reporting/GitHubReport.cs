using System.Globalization;
using Termbase.Linting;

namespace Termbase.Reporting;

/// <summary>
/// Annotations of GitHub Actions: one workflow command a line (<c>::warning file=…,line=…::message</c>), escaped as its toolkit does.
/// Thread-safe.
/// </summary>
public static class GitHubReport
{
    /// <summary>Writes a line for each finding.</summary>
    public static void Write(TextWriter output, ReportContext report)
    {
        foreach (var finding in report.Findings)
        {
            var at = finding.Location;
            var level = finding.Severity switch
            {
                Severity.Error => "error",
                Severity.Warning => "warning",
                _ => "notice",
            };
            var place = at.Line == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $",line={at.Line},endLine={at.EndLine},col={at.Column},endColumn={at.EndColumn}");
            var advice = finding.Suggestion.Length > 0 ? $" (write: {finding.Suggestion})" : "";
            output.Write($"::{level} file={Property(at.Path)}{place},title={Property($"{finding.Rule.Code} {finding.Rule.Name}")}::{Data(finding.Message + advice)}\n");
        }
    }

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
