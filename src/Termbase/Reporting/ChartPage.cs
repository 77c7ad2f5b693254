using System.Collections.Immutable;
using System.Globalization;
using static Termbase.Reporting.HtmlReport;

namespace Termbase.Reporting;

/// <summary>
/// Figures as one HTML page that needs nothing else: headline figures, charts drawn in the page (SVG), tables. Readable in light and dark, and
/// without scripts. Immutable; <see cref="Write"/> is thread-safe.
/// </summary>
public sealed record ChartPage
{
    private const int Row = 22, Left = 230, Width = 560, Right = 90;

    /// <summary>Heading and title.</summary>
    public required string Title { get; init; }

    /// <summary>A line below the heading.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>The figures to see first: name and value.</summary>
    public ImmutableArray<(string Name, string Value)> Headline { get; init; } = [];

    /// <summary>The charts and tables, in order.</summary>
    public ImmutableArray<ChartSection> Sections { get; init; } = [];

    /// <summary>A line at the foot, for example how the figures are counted.</summary>
    public string Footer { get; init; } = "";

    /// <summary>Writes the page.</summary>
    public void Write(TextWriter output)
    {
        output.Write($"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{E(Title)}</title>\n<style>\n{Asset("report.css")}{Asset("charts.css")}</style>\n</head>\n<body>\n<h1 class=\"page\">{E(Title)}</h1>\n");
        output.Write(Subtitle.Length > 0 ? $"<p class=\"subtitle\">{E(Subtitle)}</p>\n" : "");
        if (!Headline.IsEmpty)
        {
            output.Write("<dl class=\"headline\">");
            foreach (var (name, value) in Headline)
            {
                output.Write($"<div><dt>{E(name)}</dt><dd>{E(value)}</dd></div>");
            }

            output.Write("</dl>\n");
        }

        output.Write("<main>\n");
        foreach (var section in Sections)
        {
            output.Write($"<section>\n<h2>{E(section.Title)}</h2>\n");
            if (section.Chart is { } chart)
            {
                Draw(output, chart);
            }

            if (!section.Rows.IsEmpty)
            {
                Table(output, section);
            }

            output.Write("</section>\n");
        }

        output.Write($"</main>\n<footer>{E(Footer)}</footer>\n</body>\n</html>\n");
    }

    private static void Draw(TextWriter output, BarChart chart)
    {
        output.Write(chart.Remark.Length > 0 ? $"<p class=\"subtitle\">{E(chart.Remark)}</p>\n" : "");
        if (chart.Longest <= 0)
        {
            output.Write("<p class=\"subtitle\">Nothing to count.</p>\n");
            return;
        }

        if (!chart.Series.IsEmpty)
        {
            output.Write("<ul class=\"legend\">");
            for (var i = 0; i < chart.Series.Length; i++)
            {
                output.Write(FormattableString.Invariant($"<li><i class=\"s{i}\"></i>{E(chart.Series[i])}</li>"));
            }

            output.Write("</ul>\n");
        }

        output.Write(FormattableString.Invariant($"<svg class=\"chart\" viewBox=\"0 0 {Left + Width + Right} {chart.Rows.Length * Row}\" role=\"img\" aria-label=\"{E(chart.Title)}\">\n"));
        for (var i = 0; i < chart.Rows.Length; i++)
        {
            Bar(output, chart, chart.Rows[i], i * Row);
        }

        output.Write("</svg>\n");
    }

    private static void Bar(TextWriter output, BarChart chart, BarRow row, int top)
    {
        output.Write(FormattableString.Invariant($"<text x=\"{Left - 8}\" y=\"{top + 15}\" text-anchor=\"end\">{E(Short(row.Label))}<title>{E(row.Label)}</title></text>"));
        double x = Left;
        for (var part = 0; part < row.Parts.Length; part++)
        {
            var width = row.Parts[part] * Width / chart.Longest;
            if (width > 0)
            {
                var name = chart.Series.IsEmpty ? row.Label : chart.Series[part];
                output.Write(FormattableString.Invariant($"<rect class=\"s{part}\" x=\"{x:0.##}\" y=\"{top + 4}\" width=\"{Math.Max(0.5, width):0.##}\" height=\"{Row - 8}\"><title>{E(name)}: {Number(row.Parts[part])}</title></rect>"));
                x += width;
            }
        }

        output.Write(FormattableString.Invariant($"<text x=\"{x + 6:0.##}\" y=\"{top + 15}\">{Number(row.Total)}</text>\n"));
    }

    private static void Table(TextWriter output, ChartSection section)
    {
        output.Write("<div class=\"wide\"><table class=\"figures\"><thead><tr>");
        foreach (var head in section.Columns)
        {
            output.Write($"<th scope=\"col\">{E(head)}</th>");
        }

        output.Write("</tr></thead><tbody>\n");
        foreach (var row in section.Rows)
        {
            output.Write($"<tr{(row.IsTotal ? " class=\"total\"" : "")}><th scope=\"row\">{E(row.Cells[0])}</th>");
            foreach (var cell in row.Cells.Skip(1))
            {
                output.Write($"<td>{E(cell)}</td>");
            }

            output.Write("</tr>\n");
        }

        output.Write("</tbody></table></div>\n");
    }

    // A label has room for so many Latin letters or half as many Chinese characters; the whole of it is shown on hovering.
    private static string Short(string label)
    {
        var width = 0;
        for (var i = 0; i < label.Length; i++)
        {
            width += label[i] >= '\u2E80' ? 2 : 1;
            if (width > 34 && label.Length - i > 1)
            {
                return string.Concat(label.AsSpan(0, i - (char.IsLowSurrogate(label[i]) ? 1 : 0)), "…");
            }
        }

        return label;
    }

    private static string Number(double value) => value.ToString(value == Math.Floor(value) ? "N0" : "N1", CultureInfo.InvariantCulture);
}

/// <summary>A part of a <see cref="ChartPage"/>: a chart, a table, or both. Immutable.</summary>
/// <param name="Title">Its heading.</param>
public sealed record ChartSection(string Title)
{
    /// <summary>The chart, or null.</summary>
    public BarChart? Chart { get; init; }

    /// <summary>Heads of the table's columns.</summary>
    public ImmutableArray<string> Columns { get; init; } = [];

    /// <summary>The table's rows, a cell for each column.</summary>
    public ImmutableArray<(ImmutableArray<string> Cells, bool IsTotal)> Rows { get; init; } = [];

    /// <summary>A section that is only a chart.</summary>
    public static ChartSection Of(BarChart chart) => new(chart.Title) { Chart = chart };
}
