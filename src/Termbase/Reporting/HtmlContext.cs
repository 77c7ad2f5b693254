using Termbase.Languages;
using Termbase.Linting;
using Termbase.Model;
using static Termbase.Reporting.HtmlReport;

namespace Termbase.Reporting;

/// <summary>
/// What stands around a finding: in a unit source and target side by side, in a document the terms of both languages beside the
/// passage. Thread-safe.
/// </summary>
internal static class HtmlContext
{
    private const int Around = 140;
    private const int Longest = 24;

    public static void Write(TextWriter output, ReportContext report, Finding finding)
    {
        if (finding.Unit.Length > 0)
        {
            Unit(output, finding);
            return;
        }

        var passage = Passage(report, finding.Location);
        if (!finding.Zh.IsEmpty && !finding.En.IsEmpty && !HtmlRenderings.Compares(finding))
        {
            output.Write("<div class=\"sides terms\">");
            Terms(output, "zh", finding.Zh);
            Terms(output, "en", finding.En);
            output.Write("</div>\n");
        }

        output.Write(passage.Length > 0 ? $"<blockquote>{passage}</blockquote>\n" : "");
    }

    private static void Terms(TextWriter output, string language, IReadOnlyCollection<string> terms)
    {
        output.Write($"<ul lang=\"{language}\">");
        foreach (var term in terms)
        {
            output.Write($"<li>{E(term)}</li>");
        }

        output.Write("</ul>");
    }

    private static void Unit(TextWriter output, Finding finding)
    {
        output.Write("<div class=\"sides\">");
        foreach (var (side, text) in new[] { ("source", finding.UnitSource), ("target", finding.UnitTarget) })
        {
            var marked = (side == finding.Side ? finding.InSegment : finding.Related.FirstOrDefault(static r => r.InOtherSide is not null)?.InOtherSide) is { } span && span.End <= text.Length
                ? Marked(text, span)
                : E(text);
            output.Write($"<p lang=\"{(Han.Count(text) > 0 ? "zh" : "en")}\" data-side=\"{side}\"{(side == finding.Side ? " class=\"here\"" : "")}>{marked}</p>");
        }

        output.Write("</div>\n");
    }

    private static string Passage(ReportContext report, SourceLocation place)
    {
        if (place.Line == 0 || report.TextOf(place.Path) is not { } source || place.Line > source.LineCount)
        {
            return "";
        }

        var span = source.SpanOf(place);
        var last = Math.Clamp(place.EndLine, place.Line, source.LineCount);
        var lines = TextSpan.FromBounds(source.LineSpan(place.Line).Start, Math.Max(span.End, source.LineSpan(last).End));
        var start = Math.Max(lines.Start, span.Start - Around);
        var end = Math.Min(lines.End, span.End + Around);
        (start, end) = WholeWords(source.Text, start, end, lines, span);
        var text = source.Text[start..end];
        return (start > lines.Start ? "…" : "") + Marked(text, new TextSpan(span.Start - start, span.Length)) + (end < lines.End ? "…" : "");
    }

    // A passage does not begin or end inside a word, or inside a character where the word is very long.
    private static (int Start, int End) WholeWords(string text, int start, int end, TextSpan lines, TextSpan kept)
    {
        var (from, to) = (start, end);
        while (from > lines.Start && from < kept.Start && from - start < Longest && char.IsAsciiLetterOrDigit(text[from - 1]) && char.IsAsciiLetterOrDigit(text[from]))
        {
            from++;
        }

        while (to < lines.End && to > kept.End && end - to < Longest && char.IsAsciiLetterOrDigit(text[to - 1]) && char.IsAsciiLetterOrDigit(text[to]))
        {
            to--;
        }

        return (from > 0 && char.IsLowSurrogate(text[from]) ? from - 1 : from, to < text.Length && char.IsLowSurrogate(text[to]) ? to + 1 : to);
    }

    private static string Marked(string text, TextSpan span) =>
        $"{E(text[..span.Start])}<mark>{E(span.Of(text))}</mark>{E(text[span.End..])}";
}
