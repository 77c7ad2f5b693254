using System.Globalization;
using System.Net;
using System.Text;

namespace Termbase.DevTool;

/// <summary>Terminal output, with its colours, as an SVG picture.</summary>
internal static class TerminalPicture
{
    private const double Cell = 8.4;
    private const int LineHeight = 19;

    private static readonly Dictionary<string, string> s_colours = new(StringComparer.Ordinal)
    {
        ["1"] = "#ffffff",
        ["2"] = "#8b949e",
        ["1;31"] = "#ff7b72",
        ["1;33"] = "#e3b341",
        ["32"] = "#7ee787",
        ["1;34"] = "#79c0ff",
        ["36"] = "#76e3ea",
    };

    public static string Svg(string prompt, IEnumerable<string> lines)
    {
        var rows = new List<string> { prompt };
        rows.AddRange(lines);
        var (width, height) = (900, 28 + (rows.Count * LineHeight));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"#0d1117\"/>\n");
        svg.Append("<g font-family=\"ui-monospace,'DejaVu Sans Mono','Noto Sans Mono CJK SC',Menlo,Consolas,monospace\" font-size=\"14\" fill=\"#c9d1d9\" xml:space=\"preserve\">\n");
        for (var i = 0; i < rows.Count; i++)
        {
            AppendLine(svg, rows[i], 26 + (i * LineHeight));
        }

        return svg.Append("</g>\n</svg>\n").ToString();
    }

    private static void AppendLine(StringBuilder svg, string line, int y)
    {
        var cell = 0;
        string? colour = null;
        foreach (var part in line.Split('\u001b'))
        {
            var text = part;
            if (part.StartsWith('[') && part.IndexOf('m', StringComparison.Ordinal) is > 0 and var end)
            {
                colour = s_colours.GetValueOrDefault(part[1..end]);
                text = part[(end + 1)..];
            }

            // Han takes two cells and few fonts agree with that: each run is placed by its cell.
            foreach (var (run, cells) in Runs(text))
            {
                if (!string.IsNullOrWhiteSpace(run))
                {
                    var fill = colour is null ? "" : $" fill=\"{colour}\"";
                    svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{16 + (cell * Cell):0.#}\" y=\"{y}\" textLength=\"{cells * Cell:0.#}\" lengthAdjust=\"spacingAndGlyphs\"{fill}>{WebUtility.HtmlEncode(run)}</text>\n");
                }

                cell += cells;
            }
        }
    }

    private static IEnumerable<(string Run, int Cells)> Runs(string text)
    {
        var start = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            if (i == text.Length || IsWide(text[i]) != IsWide(text[start]))
            {
                var run = text[start..i];
                yield return (run, run.Length * (IsWide(text[start]) ? 2 : 1));
                start = i;
            }
        }
    }

    private static bool IsWide(char c) => c is >= '\u2E80' and <= '\uFF60';
}
