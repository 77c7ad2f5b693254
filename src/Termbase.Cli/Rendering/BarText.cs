using System.Globalization;
using Termbase.Reporting;

namespace Termbase.Cli.Rendering;

/// <summary>A <see cref="BarChart"/> on a terminal: a line a bar, in eighths of a cell; parts of a bar are not shown.</summary>
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
            console.Out.WriteLine($"  {DisplayWidth.Pad(Cut(row.Label), labels)} {ansi.Cyan(Bar(row.Total / chart.Longest * room))} {row.Total.ToString("N0", CultureInfo.InvariantCulture)}");
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
