using System.Collections.Immutable;
using System.Text;
using Termbase.Formats.Csv;
using Termbase.Model;

namespace Termbase.Formats.Tables;

/// <summary>
/// A table as MultiTerm and Trados import it: one concept a row, header row, synonyms joined by <c>|</c> in one cell, the statuses of the
/// English terms likewise. Stateless and thread-safe.
/// </summary>
public sealed class MultiTermCsvFormat : ITermFormat
{
    private static readonly ImmutableArray<string> Columns = ["Concept ID", "Chinese", "English", "English Status", "Subject", "Part of Speech", "Definition", "Note", "Customer"];

    /// <inheritdoc/>
    public string Name => "multiterm";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".multiterm.csv"];

    /// <inheritdoc/>
    public TermFields Carries =>
        TermFields.Concepts | TermFields.Status | TermFields.Domain | TermFields.Pos | TermFields.Definition | TermFields.Note | TermFields.Client;

    /// <inheritdoc/>
    public IEnumerable<Concept> Read(Stream stream, string path, TermReadOptions options, ReadLog log) =>
        TermTable.Read(DelimitedText.Rows(TextFile.OpenReader(stream, path, log), path, null, log), path, options, log);

    /// <inheritdoc/>
    public long Write(Stream stream, IEnumerable<Concept> concepts, TermWriteOptions options)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 14, leaveOpen: true) { NewLine = "\n" };
        var count = 0L;
        var rows = concepts.Select(concept =>
        {
            TermFieldCheck.Report(concept, Carries, options.Losses);
            count += concept.Renderings.Length;
            if (concept.Renderings.Any(static r => r.Zh.Contains('|', StringComparison.Ordinal) || r.En.Contains('|', StringComparison.Ordinal)))
            {
                options.Losses?.Add("a term that holds | (it parts synonyms)", concept.Id, concept.Renderings[0].Location);
            }

            return concept;
        });
        CsvOutput.Write(writer, rows, Columns, Cell, static _ => []);
        return count;
    }

    private static string Cell(Concept concept, string column) => column switch
    {
        "Concept ID" => concept.Id,
        "Chinese" => Joined(concept, static r => r.Zh),
        "English" => Joined(concept, static r => r.En),
        "English Status" => string.Join('|', concept.Renderings.DistinctBy(static r => r.En).Select(static r => GlossaryFile.Cell(r, "status"))),
        "Subject" => concept.Domain,
        "Part of Speech" => concept.Renderings.Select(static r => r.Pos).FirstOrDefault(static p => p.Length > 0) ?? "",
        "Definition" => concept.Definition,
        "Note" => Joined(concept, static r => r.Note, "; "),
        _ => concept.Renderings.Select(static r => r.Client).FirstOrDefault(static p => p.Length > 0) ?? "",
    };

    private static string Joined(Concept concept, Func<Rendering, string> cell, string by = "|") =>
        string.Join(by, concept.Renderings.Select(cell).Where(static t => t.Length > 0).Distinct(StringComparer.Ordinal));
}
