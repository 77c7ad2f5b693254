using System.Text;
using Termbase.Formats.Tables;
using Termbase.Model;

namespace Termbase.Formats.OmegaT;

/// <summary>
/// A glossary of OmegaT: source, target and comment parted by tabs (by commas in <c>.csv</c>), nothing quoted, <c>#</c> starts a comment.
/// Writing leaves out what may not be used, since OmegaT suggests every entry. Stateless and thread-safe.
/// </summary>
public sealed class OmegaTGlossaryFormat : ITermFormat
{
    /// <inheritdoc/>
    public string Name => "omegat";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".txt", ".utf8"];

    /// <inheritdoc/>
    public TermFields Carries => TermFields.Note | TermFields.Definition | TermFields.When;

    /// <inheritdoc/>
    public IEnumerable<Concept> Read(Stream stream, string path, TermReadOptions options, ReadLog log)
    {
        using var file = TextFile.OpenReader(stream, path, log);
        var whole = file.ReadToEnd().TrimStart('\uFEFF');
        if (IsTable(whole))
        {
            // What a spreadsheet saves as text: its header says what the columns are.
            foreach (var concept in TermTable.Read(DelimitedText.Rows(new StringReader(whole), path, '\t', log), path, options, log))
            {
                yield return concept;
            }

            yield break;
        }

        if (IsProse(whole))
        {
            throw new InputException(SourceLocation.File(path), "is text, not a glossary, in which most lines have a tab between source and target; its terms are found by 'termbase recognize', its faults by 'termbase lint'");
        }

        using var text = new StringReader(whole);
        var rows = new List<TableRow>();
        var tooWide = false;
        for (var line = 1; text.ReadLine() is { } content; line++)
        {
            if (content.Trim().Length > 0 && content[0] != '#')
            {
                var cells = content.Split('\t');
                if (cells.Length < 2)
                {
                    log.CountRead();
                    log.Refuse(SourceLocation.AtLine(path, line), "", "cell-count", "no tab: source, tab, target is wanted; OmegaT skips such a line");
                    continue;
                }

                if (!tooWide && cells.Skip(3).Any(static c => c.Trim().Length > 0))
                {
                    tooWide = true;
                    log.Note(SourceLocation.AtLine(path, line), "", "extra-columns", "columns behind the third are not read; OmegaT ignores them too");
                }

                rows.Add(new TableRow([.. cells.Take(3)], line));
            }
        }

        foreach (var concept in TermTable.Read(rows, path, options, log))
        {
            // The third column has no header: it is the comment.
            yield return concept with
            {
                Renderings = [.. concept.Renderings.Select(static r => r.Note.Length == 0 && r.Extra.TryGetValue("3", out var comment) ? r with { Note = comment, Extra = r.Extra.Remove("3") } : r)],
            };
        }
    }

    private static bool IsProse(string text)
    {
        var (lines, tabs) = (0, 0);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (!line.IsWhiteSpace() && line[0] != '#')
            {
                lines++;
                tabs += line.Contains('\t') ? 1 : 0;
            }
        }

        return 2 * tabs < lines;
    }

    private static bool IsTable(string text)
    {
        var header = text.Split('\n', 2)[0].Split('\t').Select(static c => DelimitedText.Unquote(c.Trim())).ToArray();
        return header.Length > 2 && TermColumns.ByHeader(header).IsWhole;
    }

    /// <inheritdoc/>
    public long Write(Stream stream, IEnumerable<Concept> concepts, TermWriteOptions options)
    {
        var rows = concepts.SelectMany(concept =>
        {
            TermFieldCheck.Report(concept, Carries | TermFields.Status, options.Losses);
            foreach (var row in concept.Renderings)
            {
                if (row.Status is TermStatus.Deprecated or TermStatus.Superseded || row.Check == CheckMode.Ban)
                {
                    options.Losses?.Add($"{row.Status.ToString().ToLowerInvariant()} terms (OmegaT would suggest them)", row.Zh, row.Location);
                }
                else if (row.Status == TermStatus.Preferred)
                {
                    options.Losses?.Add("status 'preferred' (OmegaT shows all alike)", row.Zh, row.Location, isChanged: true);
                }
            }

            return concept.Renderings;
        });
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 14, leaveOpen: true);
        return OmegaTGlossaryWriter.Write(writer, rows, options.ZhFirst, (row, why) => options.Losses?.Add("a term that " + why, row.Zh, row.Location), proposed: true);
    }
}
