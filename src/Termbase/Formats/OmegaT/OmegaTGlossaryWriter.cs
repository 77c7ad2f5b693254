using Termbase.Model;

namespace Termbase.Formats.OmegaT;

/// <summary>
/// Writes a glossary as OmegaT reads it: tab-separated, UTF-8 said by a first comment line, one rendering a line (source, target,
/// comment), nothing quoted. OmegaT shows every entry as a suggestion, so only what may be used is written. Stateless and thread-safe.
/// </summary>
public static class OmegaTGlossaryWriter
{
    /// <summary>
    /// Writes preferred and admitted renderings, with <paramref name="proposed"/> also those that nobody judged; returns their number. <paramref name="onProblem"/> hears of each that OmegaT would lose
    /// (a term that starts with <c>#</c> is a comment to it). The writer is left open and should write UTF-8 without byte order mark.
    /// </summary>
    public static int Write(TextWriter writer, IEnumerable<Rendering> renderings, bool zhFirst = true, Action<Rendering, string>? onProblem = null, bool proposed = false)
    {
        writer.Write("# Glossary in tab-separated format -*- coding: utf-8 -*-\n");
        var count = 0;
        foreach (var row in renderings.Where(r => (r.IsAcceptable || (proposed && r.Status == TermStatus.Proposed)) && r.Check != CheckMode.Ban))
        {
            var (zh, en) = (Cell(row.Zh), Cell(row.En));
            var (source, target) = zhFirst ? (zh, en) : (en, zh);
            if (source.Length == 0 || target.Length == 0 || source[0] == '#')
            {
                onProblem?.Invoke(row, source.Length > 0 && source[0] == '#' ? "starts with #, which OmegaT takes for a comment; left out" : "a side is empty; left out");
                continue;
            }

            writer.Write($"{source}\t{target}\t{Cell(Comment(row))}\n");
            count++;
        }

        return count;
    }

    private static string Comment(Rendering row)
    {
        string[] parts =
        [
            row.Status == TermStatus.Admitted ? "admitted" : "",
            row.When.IsEmpty ? "" : "with " + string.Join(" | ", row.When),
            row.Definition,
            row.Note,
        ];
        return string.Join("; ", parts.Where(static p => p.Length > 0));
    }

    private static string Cell(string text) =>
        Csv.CsvOutput.Clean(text).ReplaceLineEndings(" ").Replace('\t', ' ').Replace('\v', ' ').Trim();
}
