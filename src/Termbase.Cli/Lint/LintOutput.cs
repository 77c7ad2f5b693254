using System.Text;
using Termbase.Cli.Rendering;
using Termbase.Formats;
using Termbase.Reporting;

namespace Termbase.Cli.Lint;

/// <summary>Writes the report in the format asked for, to standard output or a file.</summary>
internal static class LintOutput
{
    public static void Write(CliConsole console, ReportContext report, string format, string? file)
    {
        if (file is null or "-")
        {
            Write(console, console.Out, report, format);
            return;
        }

        OutputFile.KeepInput(console, file);
        AtomicFile.Write(console.FullPath(file), stream =>
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
            Write(console with { Out = writer, Color = false }, writer, report, format);
        });
        console.Say($"{file}: written ({format}).");
    }

    private static void Write(CliConsole console, TextWriter output, ReportContext report, string format)
    {
        switch (format)
        {
            case "json":
                JsonReport.Write(output, report.Findings, report.Summary);
                break;
            case "sarif":
                SarifReport.Write(output, report);
                break;
            case "github":
                GitHubReport.Write(output, report);
                break;
            case "junit":
                JUnitReport.Write(output, report);
                break;
            case "html":
                HtmlReport.Write(output, report);
                break;
            default:
                var text = new TextReport(console, report.TextOf);
                foreach (var finding in report.Findings)
                {
                    text.Write(finding);
                }

                text.WriteSummary(report.Findings, report.Files);
                if (report.Known.Count + report.Suppressed.Count > 0)
                {
                    console.Say(FormattableString.Invariant($"{report.Suppressed.Count} allowed in the text, {report.Known.Count} known from the baseline."));
                }

                break;
        }
    }
}
