using System.Globalization;
using System.Runtime.CompilerServices;
using Termbase.Documents;
using Termbase.Linting;
using Termbase.Model;
using static Termbase.Reporting.HtmlReport;

namespace Termbase.Reporting;

/// <summary>The renderings of a term by document, the oldest first: a row for each wording, a column for each file, counts with their lines. Thread-safe.</summary>
internal static class HtmlRenderings
{
    private const int LinesShown = 12;

    /// <summary>Whether the finding compares wordings, so that there is a table.</summary>
    public static bool Compares(Finding finding) => !finding.Related.IsEmpty && finding.Related.All(static r => r.Words.Length > 0 && r.InOtherSide is null);

    /// <summary>Writes the table; false where the finding does not compare wordings.</summary>
    public static bool Write(TextWriter output, ReportContext report, Finding finding)
    {
        if (!Compares(finding))
        {
            return false;
        }

        var own = report.TextOf(finding.Location.Path) is { } source ? source.SpanOf(finding.Location).Of(source.Text).ReplaceLineEndings(" ") : "";
        var uses = finding.Related.Select(static r => (r.Words, r.Location)).Prepend((own, finding.Location)).Where(static u => u.Item1.Length > 0).ToList();
        var files = uses.Select(static u => u.Item2.Path).Distinct(StringComparer.Ordinal)
            .OrderBy(file => DateOf(report, file), StringComparer.Ordinal).ThenBy(static file => file, StringComparer.Ordinal).ToList();
        output.Write("<table class=\"renderings\"><thead><tr>");
        output.Write($"<th>{E(string.Join(" / ", finding.Zh.Length == 1 ? finding.Zh : finding.En.Length == 1 ? finding.En : []))}</th>");
        foreach (var file in files)
        {
            var date = DateOf(report, file);
            output.Write($"<th title=\"{E(file)}\">{E(Path.GetFileName(file))}{(date.Length > 0 ? $"<br><small>{date}</small>" : "")}</th>");
        }

        output.Write("</tr></thead><tbody>");
        foreach (var wording in uses.GroupBy(static u => u.Item1.ToUpperInvariant(), StringComparer.Ordinal).OrderByDescending(static g => g.Count()))
        {
            output.Write($"<tr><th>{E(wording.First().Item1)}</th>");
            foreach (var file in files)
            {
                var lines = wording.Where(u => u.Item2.Path == file).Select(static u => u.Item2.Line).Order().ToList();
                var shown = string.Join(", ", lines.Take(LinesShown).Select(static l => l.ToString(CultureInfo.InvariantCulture)));
                output.Write(lines.Count == 0
                    ? "<td class=\"zero\">–</td>"
                    : FormattableString.Invariant($"<td><b>{lines.Count}</b> <small>{(lines.Count == 1 ? "line" : "lines")} {shown}{(lines.Count > LinesShown ? ", …" : "")}</small></td>"));
            }

            output.Write("</tr>");
        }

        output.Write("</tbody></table>\n");
        return true;
    }

    // A document is read again for its date, once for all findings of a report.
    private static readonly ConditionalWeakTable<SourceText, string> Dates = [];

    // Year and month of issue, as the document's front matter tells it; empty where it does not.
    private static string DateOf(ReportContext report, string file) =>
        report.TextOf(file) is not { } text ? ""
        : Dates.GetValue(text, static t => DocumentDate.Of(DocumentReader.Read(t.Path, t.Text))?.ToString("yyyy-MM", CultureInfo.InvariantCulture) ?? "");
}
