using System.Globalization;
using System.Net;
using System.Text;

namespace Termbase.Alignment;

/// <summary>An alignment as a page to look through: self-contained HTML, two columns, doubtful pairs and gaps marked. Thread-safe.</summary>
public static class ReviewPage
{
    private const string Head = "<table><thead><tr><th class=\"s\">score</th><th lang=\"zh\">中文</th><th>English</th></tr></thead><tbody>\n";

    private const string Style = """
        body{font:16px/1.5 system-ui,sans-serif;margin:2em auto;max-width:80em;padding:0 1em;color:#222;background:#fff}
        table{border-collapse:collapse;width:100%;table-layout:fixed}td,th{vertical-align:top;padding:.4em .6em;border-top:1px solid #ddd;text-align:left}
        .s{width:4.5em;font-variant-numeric:tabular-nums;color:#666}.n{color:#999;font-size:.75em;margin-right:.4em}
        tr.doubt{background:#fff4d6}tr.gap{background:#f2f2f2;color:#555}
        @media(prefers-color-scheme:dark){body{background:#181818;color:#ddd}td,th{border-color:#333}tr.doubt{background:#3a3010}tr.gap{background:#242424;color:#aaa}}
        """;

    /// <summary>Whether a text is such a page.</summary>
    public static bool IsOne(string html) => html.Contains(Head, StringComparison.Ordinal);

    /// <summary>The page.</summary>
    public static string Write(BitextAlignment alignment)
    {
        var title = $"{Path.GetFileName(alignment.Zh.Path)} · {Path.GetFileName(alignment.En.Path)}";
        var doubtful = alignment.Links.Count(static l => !l.IsGap && l.Score < ReviewTable.Doubtful);
        var html = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>");
        html.Append(Encode(title)).Append("</title><style>\n").Append(Style).Append("\n</style></head><body>\n<h1>").Append(Encode(title)).Append("</h1>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p>{alignment.Links.Count(static l => !l.IsGap)} pairs, {doubtful} doubtful (marked), {alignment.Links.Count(static l => l.IsGap)} sentences without counterpart (grey).</p>\n");
        html.Append(Head);
        foreach (var link in alignment.Links)
        {
            var kind = link.IsGap ? " class=\"gap\"" : link.Score < ReviewTable.Doubtful ? " class=\"doubt\"" : "";
            var score = link.IsGap ? "" : (Math.Floor(link.Score * 100) / 100).ToString("0.00", CultureInfo.InvariantCulture);
            html.Append(CultureInfo.InvariantCulture, $"<tr{kind}><td class=\"s\">{score}{Reason(link)}</td><td lang=\"zh\">");
            Cells(html, alignment.Zh, link.ZhStart, link.ZhCount);
            html.Append("</td><td lang=\"en\">");
            Cells(html, alignment.En, link.EnStart, link.EnCount);
            html.Append("</td></tr>\n");
        }

        return html.Append("</tbody></table>\n</body></html>\n").ToString();
    }

    private static string Reason(AlignmentLink link) => ReviewTable.Mark(link).Replace("?", "", StringComparison.Ordinal).Trim() is { Length: > 0 } why && !link.IsGap
        ? $"<br><small>{why}</small>" : "";

    private static void Cells(StringBuilder html, AlignedText text, int start, int count)
    {
        for (var i = start; i < start + count; i++)
        {
            html.Append(CultureInfo.InvariantCulture, $"<span class=\"n\">{i + 1}</span>{Encode(text.Sentences[i].Text)} ");
        }
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
