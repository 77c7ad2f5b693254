using System.Globalization;
using System.Text;

namespace Termbase.Benchmarks.Memory;

/// <summary>The table and the picture of the memory benchmark.</summary>
internal static class MemoryReport
{
    private static readonly (string Step, string Key, string Name, string Colour)[] Times =
    [
        ("ours 70", "zh-median", "ours zh, 70, median", "#c0392b"),
        ("ours 70", "zh-p99", "ours zh, 70, p99", "#e6a59d"),
        ("ours 70", "en-median", "ours en, 70, median", "#1f5fa8"),
        ("ours 70", "en-p99", "ours en, 70, p99", "#9fbfe3"),
        ("ours 50", "zh-median", "ours zh, 50, median", "#7d3c98"),
        ("concordance", "median", "concordance, median", "#16a085"),
        ("lucene 70", "zh-median", "Lucene.Net zh, median", "#d68910"),
        ("lucene 70", "en-median", "Lucene.Net en, median", "#0e8f6e"),
        ("brute 70", "zh-median", "brute force zh, median", "#777777"),
    ];

    private static readonly (string Step, string Key, string Name, string Colour)[] Spaces =
    [
        ("ours build", "VmHWM", "ours, build, peak", "#c0392b"),
        ("ours 70", "RssAnon", "ours, query, own memory", "#1f5fa8"),
        ("ours build", "disk", "ours, on disk", "#7d3c98"),
        ("concordance build", "disk", "concordance index, on disk", "#16a085"),
        ("lucene build", "VmHWM", "Lucene.Net, build, peak", "#d68910"),
        ("lucene 70", "RssAnon", "Lucene.Net, query, own memory", "#0e8f6e"),
        ("brute 70", "VmHWM", "brute force, peak", "#777777"),
    ];

    public static string Table(List<SizeResult> results, int queries)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{queries} queries a language, half held out, half edited by 0-40 %; ms a query; one thread unless said.\n\n");
        foreach (var r in results)
        {
            text.Append(CultureInfo.InvariantCulture, $"## {r.Size:N0} units\n\n| engine | zh median | zh p99 | en median | en p99 | recall % | same best % | wrong | own memory MB |\n|---|---|---|---|---|---|---|---|---|\n");
            foreach (var step in new[] { "ours 70", "ours all", "ours 50", "lucene 70", "brute 70", "plain 70" })
            {
                if (r.Has(step))
                {
                    text.Append("| ").Append(step);
                    foreach (var key in new[] { "zh-median", "zh-p99", "en-median", "en-p99", "recall", "same-best", "wrong", "RssAnon" })
                    {
                        text.Append(" | ").Append(Show(r.Get(step, key)));
                    }

                    text.Append(" |\n");
                }
            }

            text.Append('\n');
            foreach (var language in new[] { "zh", "en" })
            {
                if (r.Get("lucene 70", language + "-median") is { } baseline && r.Get("ours 70", language + "-median") is { } ours)
                {
                    text.Append(CultureInfo.InvariantCulture, $"- {language}: median 1/{baseline / ours:0.0} of the baseline's; p99 {r.Get("ours 70", language + "-p99") / ours:0.0} x the median; at 50, p99 {r.Get("ours 50", language + "-p99") / baseline:0.00} x the baseline's median\n");
                }
            }

            if (r.Get("ours 70", "batch-1") is { } one && r.Get("ours 70", "batch-2") is { } two)
            {
                text.Append(CultureInfo.InvariantCulture, $"- all {2 * queries} queries in {one:0.0} ms on one thread, {two:0.0} ms on two: {one / two:0.00} x ({r.Get("two processes", "gain"):0.00} x with two processes); processor time {r.Get("ours 70", "batch-cpu-1"):0} and {r.Get("ours 70", "batch-cpu-2"):0} ms\n");
            }

            if (r.Get("ours build", "rate") is { } rate)
            {
                text.Append(CultureInfo.InvariantCulture, $"- build: {rate:N0} units/s, peak {r.Get("ours build", "VmHWM"):0} MB, {r.Get("ours build", "disk"):0} MB on disk for {r.Get("ours build", "text"):0} MB of text; Lucene.Net: {r.Get("lucene build", "rate"):N0} units/s, {r.Get("lucene build", "disk"):0} MB\n");
                Rest(text, r);
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static void Rest(StringBuilder text, SizeResult r)
    {
        if (r.Has("tmx build"))
        {
            text.Append(CultureInfo.InvariantCulture, $"- build from TMX ({r.Get("tmx build", "text"):0} MB): {r.Get("tmx build", "rate"):N0} units/s, peak {r.Get("tmx build", "VmHWM"):0} MB\n");
        }

        if (r.Has("concordance build"))
        {
            var all = r.Get("ours build", "disk") + r.Get("concordance build", "disk");
            text.Append(CultureInfo.InvariantCulture, $"- concordance index: {r.Get("concordance build", "rate"):N0} units/s, {r.Get("concordance build", "rate") / r.Get("bare build", "rate"):0.00} x Lucene.Net alone ({r.Get("bare build", "rate"):N0}); peak {r.Get("concordance build", "VmHWM"):0} MB\n");
            text.Append(CultureInfo.InvariantCulture, $"- on disk, all together: {all:0} MB, {all / r.Get("ours build", "text"):0.00} x the text\n");
            text.Append(CultureInfo.InvariantCulture, $"- concordance, first 100 hits shown: median {Show(r.Get("concordance", "median"))}, p90 {Show(r.Get("concordance", "p90"))}, max {Show(r.Get("concordance", "max"))} ms; {r.Get("concordance", "equal")} of {r.Get("concordance", "queries")} counts as by a linear scan (median {Show(r.Get("concordance", "scan-median"))} ms)\n");
        }
    }

    /// <summary>Two plots side by side, both axes logarithmic.</summary>
    public static string Plot(List<SizeResult> results)
    {
        var svg = new StringBuilder("""<svg xmlns="http://www.w3.org/2000/svg" width="1180" height="460" font-family="sans-serif" font-size="12"><rect width="1180" height="460" fill="white"/>""");
        Panel(svg, results, Times, 60, "time a lookup (ms)", 0.001, 1000);
        Panel(svg, results, Spaces, 650, "memory and disk (MB)", 1, 10_000);
        return svg.Append("</svg>\n").ToString();
    }

    private static void Panel(StringBuilder svg, List<SizeResult> results, (string Step, string Key, string Name, string Colour)[] lines, int left, string title, double low, double high)
    {
        const int Width = 300;
        const int Height = 360;
        const int Top = 50;
        var minSize = Math.Log10(results.Min(static r => r.Size));
        var maxSize = Math.Max(minSize + 1, Math.Log10(results.Max(static r => r.Size)));
        double X(double size) => left + (Width * (Math.Log10(size) - minSize) / (maxSize - minSize));
        double Y(double value) => Top + (Height * (1 - ((Math.Log10(Math.Clamp(value, low, high)) - Math.Log10(low)) / (Math.Log10(high) - Math.Log10(low)))));

        svg.Append(CultureInfo.InvariantCulture, $"<text x='{left}' y='30' font-weight='bold'>{title} against units in the memory</text>");
        for (var value = low; value <= high * 1.01; value *= 10)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<line x1='{left}' x2='{left + Width}' y1='{Y(value):0.0}' y2='{Y(value):0.0}' stroke='#ddd'/><text x='{left - 6}' y='{Y(value) + 4:0.0}' text-anchor='end'>{value:0.###}</text>");
        }

        foreach (var r in results)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x='{X(r.Size):0.0}' y='{Top + Height + 20}' text-anchor='middle'>{r.Size:N0}</text>");
        }

        var label = Top + 10;
        foreach (var (step, key, name, colour) in lines)
        {
            var points = results.Where(r => r.Get(step, key) is > 0).Select(r => (X: X(r.Size), Y: Y(r.Get(step, key)!.Value))).ToList();
            if (points.Count == 0)
            {
                continue;
            }

            svg.Append(CultureInfo.InvariantCulture, $"<polyline fill='none' stroke='{colour}' stroke-width='2' points='{string.Join(' ', points.Select(static p => FormattableString.Invariant($"{p.X:0.0},{p.Y:0.0}")))}'/>");
            foreach (var (x, y) in points)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<circle cx='{x:0.0}' cy='{y:0.0}' r='3' fill='{colour}'/>");
            }

            svg.Append(CultureInfo.InvariantCulture, $"<line x1='{left + Width + 14}' x2='{left + Width + 34}' y1='{label - 4}' y2='{label - 4}' stroke='{colour}' stroke-width='2'/><text x='{left + Width + 40}' y='{label}'>{name}</text>");
            label += 20;
        }
    }

    private static string Show(double? value) => value is { } v ? v.ToString(v >= 100 ? "0" : v >= 10 ? "0.0" : "0.000", CultureInfo.InvariantCulture) : "";
}
