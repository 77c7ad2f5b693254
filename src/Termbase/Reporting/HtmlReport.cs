using System.Globalization;
using System.Net;
using System.Text;
using Termbase.Linting;

namespace Termbase.Reporting;

/// <summary>
/// One HTML page that needs nothing else: counts, a chart by rule, filters by severity, rule, file and text (kept in the address, so
/// that a view can be sent to somebody), and each finding with its context, both languages side by side. It reads without scripts too.
/// Thread-safe.
/// </summary>
public static class HtmlReport
{
    private const int RelatedShown = 4;
    private const int BarsShown = 12;
    private const int PathShown = 40;

    /// <summary>Writes the page.</summary>
    public static void Write(TextWriter output, ReportContext report)
    {
        var title = FormattableString.Invariant($"Termbase lint: {report.Findings.Count} findings");
        output.Write($"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n<style>\n{Asset("report.css")}</style>\n</head>\n<body>\n");
        Header(output, report);
        output.Write("<main id=\"findings\">\n");
        var number = 0;
        foreach (var file in report.Findings.GroupBy(static f => f.Location.Path, StringComparer.Ordinal))
        {
            output.Write($"<section data-file=\"{E(file.Key)}\">\n<h2>{E(file.Key)} <small>{file.Count()}</small></h2>\n");
            foreach (var finding in file)
            {
                Finding(output, report, finding, ++number);
            }

            output.Write("</section>\n");
        }

        output.Write(report.Findings.Count == 0 ? "<p class=\"none\">Nothing found.</p>\n" : "<p class=\"none\" hidden>No finding fits these filters.</p>\n");
        output.Write("</main>\n<footer>");
        output.Write(FormattableString.Invariant($"{report.Files} files, {report.Suppressed.Count} findings allowed in the text, {report.Known.Count} known from the baseline. Termbase {E(report.Version)}"));
        output.Write($"</footer>\n<script>\n{Asset("report.js")}</script>\n</body>\n</html>\n");
    }

    private static void Header(TextWriter output, ReportContext report)
    {
        var summary = report.Summary;
        output.Write("<header>\n<h1>Termbase lint</h1>\n<form id=\"filters\">\n<fieldset>");
        foreach (var (name, count) in new[] { ("error", summary.Error), ("warning", summary.Warning), ("info", summary.Info) })
        {
            output.Write(FormattableString.Invariant($"<label class=\"sev {name}\"><input type=\"checkbox\" name=\"sev\" value=\"{name}\" checked> {name} <b>{count}</b></label>"));
        }

        output.Write("</fieldset>\n<select name=\"rule\" aria-label=\"rule\"><option value=\"\">all rules</option>");
        foreach (var rule in report.Findings.GroupBy(static f => f.Rule.Code, StringComparer.Ordinal).OrderBy(static g => g.Key, StringComparer.Ordinal))
        {
            output.Write($"<option value=\"{E(rule.Key)}\">{E(Called(rule.First().Rule))} ({rule.Count()})</option>");
        }

        output.Write("</select>\n<select name=\"file\" aria-label=\"file\"><option value=\"\">all files</option>");
        foreach (var file in report.Findings.GroupBy(static f => f.Location.Path, StringComparer.Ordinal))
        {
            output.Write($"<option value=\"{E(file.Key)}\" title=\"{E(file.Key)}\">{E(Short(file.Key))} ({file.Count()})</option>");
        }

        output.Write("</select>\n<input type=\"search\" name=\"q\" placeholder=\"text, 中文\" aria-label=\"text\">\n<button type=\"reset\">clear filters</button>\n<output id=\"shown\"></output>\n</form>\n</header>\n");
        Chart(output, report);
    }

    /// <summary>A bar for each rule, longest first, divided by severity; a click filters.</summary>
    private static void Chart(TextWriter output, ReportContext report)
    {
        var rules = report.Findings.GroupBy(static f => f.Rule.Code, StringComparer.Ordinal).OrderByDescending(static g => g.Count()).ThenBy(static g => g.Key, StringComparer.Ordinal).ToList();
        if (rules.Count == 0)
        {
            return;
        }

        Bars(output, rules.GetRange(0, Math.Min(rules.Count, BarsShown)), rules[0].Count());
        if (rules.Count > BarsShown)
        {
            // The first finding should not stand below the first screen.
            var rest = rules.GetRange(BarsShown, rules.Count - BarsShown);
            output.Write(FormattableString.Invariant($"<details class=\"more\"><summary>{rest.Count} more rules, {rest.Sum(static g => g.Count())} findings</summary>\n"));
            Bars(output, rest, rules[0].Count());
            output.Write("</details>\n");
        }
    }

    private static void Bars(TextWriter output, List<IGrouping<string, Finding>> rules, int longest)
    {
        const int Row = 22, Left = 230, Width = 320;
        output.Write(FormattableString.Invariant($"<svg class=\"chart rules\" viewBox=\"0 0 {Left + Width + 60} {rules.Count * Row}\" role=\"img\" aria-label=\"findings by rule\">\n"));
        for (var i = 0; i < rules.Count; i++)
        {
            var rule = rules[i].First().Rule;
            output.Write(FormattableString.Invariant($"<a href=\"#rule={E(Uri.EscapeDataString(rule.Code))}\"><title>{E(rule.En)} · {E(rule.Zh)}</title><rect class=\"row\" x=\"0\" y=\"{i * Row}\" width=\"{Left + Width + 60}\" height=\"{Row}\"/><text x=\"{Left - 8}\" y=\"{(i * Row) + 15}\" text-anchor=\"end\">{E(Called(rule))}</text>"));
            double x = Left;
            foreach (var severity in new[] { Severity.Error, Severity.Warning, Severity.Info })
            {
                var width = rules[i].Count(f => f.Severity == severity) * (double)Width / longest;
                if (width > 0)
                {
                    output.Write(FormattableString.Invariant($"<rect class=\"{Level(severity)}\" x=\"{x:0.#}\" y=\"{(i * Row) + 4}\" width=\"{Math.Max(1, width):0.#}\" height=\"{Row - 8}\"/>"));
                    x += width;
                }
            }

            output.Write(FormattableString.Invariant($"<text x=\"{x + 6:0.#}\" y=\"{(i * Row) + 15}\">{rules[i].Count()}</text></a>\n"));
        }

        output.Write("</svg>\n");
    }

    private static void Finding(TextWriter output, ReportContext report, Finding finding, int number)
    {
        var level = Level(finding.Severity);
        output.Write(FormattableString.Invariant($"<article id=\"f{number}\" class=\"{level}\" data-sev=\"{level}\" data-rule=\"{E(finding.Rule.Code)}\">\n"));
        output.Write($"<p class=\"head\"><span class=\"level\">{level}</span> <span class=\"place\">{E(Place(finding))}</span> <a class=\"rule\" href=\"#rule={E(Uri.EscapeDataString(finding.Rule.Code))}\" title=\"{E(finding.Rule.En)} · {E(finding.Rule.Zh)}\">{E(Called(finding.Rule))}</a></p>\n");
        output.Write($"<p class=\"message\">{E(finding.Message)}</p>\n");
        HtmlContext.Write(output, report, finding);
        if (finding.Suggestion.Length > 0)
        {
            output.Write($"<p class=\"write\">write: <ins>{E(finding.Suggestion)}</ins></p>\n");
        }

        // What stands on the other side of the unit is marked there.
        var related = finding.Related.RemoveAll(static r => r.InOtherSide is not null);
        if (!HtmlRenderings.Write(output, report, finding) && !related.IsEmpty)
        {
            Related(output, finding with { Related = related });
        }

        output.Write("</article>\n");
    }

    private static void Related(TextWriter output, Finding finding)
    {
        var open = finding.Related.Length <= RelatedShown ? " open" : "";
        output.Write(FormattableString.Invariant($"<details{open}><summary>{finding.Related.Length} other {(finding.Related.Length == 1 ? "place" : "places")}</summary><ul>"));
        foreach (var related in finding.Related)
        {
            // The file is named where it is another one.
            var place = related.Location.Path == finding.Location.Path && related.Location.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{related.Location.Line}:{related.Location.Column}") : related.Location.ToString();
            output.Write($"<li><span class=\"place\">{E(place)}</span> {E(related.Message)}</li>");
        }

        output.Write("</ul></details>\n");
    }

    // The end of a long path tells most.
    private static string Short(string path) => path.Length <= PathShown ? path : "…" + path[^PathShown..];

    private static string Place(Finding finding)
    {
        var at = finding.Location;
        var place = at.Line == 0 ? "whole file" : string.Create(CultureInfo.InvariantCulture, $"{at.Line}:{at.Column}");
        return finding.Unit.Length > 0 ? $"{place}, unit {finding.Unit}, {finding.Side}" : place;
    }

    // A user's own rule has its name in its code.
    private static string Called(RuleInfo rule) => rule.Code.EndsWith(rule.Name, StringComparison.Ordinal) ? rule.Code : $"{rule.Code} {rule.Name}";

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };

    internal static string E(string text) => WebUtility.HtmlEncode(text);

    internal static string Asset(string name)
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream($"reporting/{name}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
