using Termbase.Model;

namespace Termbase.Cli.Lint;

/// <summary>
/// Replaces the text of a segment in the file it came from, and touches nothing else. How each bitext format writes a text, and where
/// a unit ends, is the one list here.
/// </summary>
internal static class SegmentText
{
    private static readonly Func<string, string>[] s_plain = [static t => t];

    private static readonly Func<string, string>[] s_xml =
    [
        static t => t.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal),
        static t => t.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal),
        static t => t.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal),
        static t => t.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal).Replace("'", "&apos;", StringComparison.Ordinal),
    ];

    private static readonly Func<string, string>[] s_quoted =
    [
        static t => t.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal),
    ];

    private static readonly (string[] Extensions, string[] Ends, Func<string, string>[] Encodings)[] s_formats =
    [
        ([".tmx"], ["</tuv>"], s_xml),
        ([".xlf", ".xliff", ".sdlxliff", ".mxliff", ".mqxliff"], ["</trans-unit>", "</unit>"], s_xml),
        ([".po", ".pot"], ["\n\n", "\r\n\r\n"], s_quoted),
        ([".tsv", ".tab", ".csv", ".txt"], ["\n"], s_plain),
    ];

    /// <summary>The file's text with the segment replaced; null where it does not stand there once, whole and alone.</summary>
    public static string? Replace(string path, string file, SourceLocation place, string segment, string replacement)
    {
        var extension = Path.GetExtension(path).ToLowerInvariant();
        var format = Array.Find(s_formats, f => f.Extensions.Contains(extension, StringComparer.Ordinal));
        if (format.Ends is null || place.Line == 0 || segment.Length == 0)
        {
            return null;
        }

        var start = Math.Max(0, new SourceText(path, file).SpanOf(place).Start - 1);
        var ends = format.Ends.Select(end => file.IndexOf(end, start, StringComparison.Ordinal)).Where(static at => at >= 0).ToList();
        var stop = ends.Count == 0 ? file.Length : ends.Min();
        foreach (var encode in format.Encodings)
        {
            var written = encode(segment);
            var found = Alone(file, written, start, stop).Take(2).ToList();
            if (found.Count == 1)
            {
                return string.Concat(file.AsSpan(0, found[0]), encode(replacement), file.AsSpan(found[0] + written.Length));
            }
        }

        return null;
    }

    private static IEnumerable<int> Alone(string file, string written, int start, int stop)
    {
        for (var at = file.IndexOf(written, start, StringComparison.Ordinal); at >= 0 && at + written.Length <= stop;
            at = file.IndexOf(written, at + 1, StringComparison.Ordinal))
        {
            if (IsEdge(file, at - 1) && IsEdge(file, at + written.Length))
            {
                yield return at;
            }
        }
    }

    private static bool IsEdge(string file, int at) => at < 0 || at >= file.Length || file[at] is '<' or '>' or '\t' or '\n' or '\r' or '"';
}
