using System.Globalization;
using Termbase.Reporting;

namespace Termbase.Cli.Rendering;

/// <summary>A <see cref="BarChart"/> on a terminal: a line a bar, in eighths of a cell.</summary>
internal static class BarText
{
    private const int LongestLabel = 30;
    private const string Eighths = "▏▎▍▌▋▊▉";

    public static void Write(CliConsole console, BarChart chart)
    {
        if (chart.Longest <= 0)
        {
            return;
        }

        var ansi = new Ansi(console.Color);
        console.Out.WriteLine();
        console.Out.WriteLine($"{ansi.Bold(chart.Title)}{(chart.Remark.Length > 0 ? ansi.Dim($" ({chart.Remark})") : "")}");
        var labels = Math.Min(LongestLabel, chart.Rows.Max(static r => DisplayWidth.Of(r.Label)));
        var room = Math.Clamp(console.Width - labels - 18, 10, 50);
        foreach (var row in chart.Rows)
        {
            for (var part = 0; part < row.Parts.Length; part++)
            {
                var label = part == 0 ? Cut(row.Label) : "";
                var series = chart.Series.IsEmpty ? "" : $" {chart.Series[part]}";
                var longest = chart.Rows.Max(static r => r.Parts.Max());
                var bar = Bar(row.Parts[part] / longest * room);
                console.Out.WriteLine($"  {DisplayWidth.Pad(label, labels)} {(part % 2 == 0 ? ansi.Cyan(bar) : ansi.Green(bar))} {row.Parts[part].ToString("N0", CultureInfo.InvariantCulture)}{ansi.Dim(series)}");
            }
        }
    }

    private static string Bar(double cells)
    {
        var eighths = (int)Math.Round(cells * 8);
        return new string('█', eighths / 8) + (eighths % 8 > 0 ? Eighths[(eighths % 8) - 1] : "");
    }

    private static string Cut(string label)
    {
        var cut = label;
        while (DisplayWidth.Of(cut) > LongestLabel - 1)
        {
            cut = cut[..^(char.IsLowSurrogate(cut[^1]) ? 2 : 1)];
        }

        return cut.Length == label.Length || DisplayWidth.Of(label) <= LongestLabel ? label : cut + "…";
    }
}
