using System.Text;
using Termbase.Formats.Csv;
using Termbase.Model;

namespace Termbase.Formats.Tables;

/// <summary>
/// A CSV or TSV termbase: reads any order of columns, told by the header, by the user or by the script of the cells; writes the columns of
/// a glossary file. Stateless and thread-safe.
/// </summary>
public sealed class DelimitedTermFormat(char separator) : ITermFormat
{
    /// <inheritdoc/>
    public string Name => separator == '\t' ? "terms-tsv" : "csv";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = separator == '\t' ? [".tsv", ".tab"] : [".csv"];

    /// <inheritdoc/>
    public TermFields Carries => TermFields.Row;

    /// <inheritdoc/>
    public IEnumerable<Concept> Read(Stream stream, string path, TermReadOptions options, ReadLog log)
    {
        var text = TextFile.OpenReader(stream, path, log);
        if (separator == ',' && options.Columns.Count == 0)
        {
            // A glossary of our own knows more (types, ranges of cells) than a table that is guessed at.
            var whole = text.ReadToEnd();
            var header = CsvTable.SplitLine(whole.TrimStart('\uFEFF').Split('\n', 2)[0].TrimEnd('\r'), ',');
            if (header.Count(h => GlossaryFile.Columns.Contains(h, StringComparer.OrdinalIgnoreCase)) >= 3 && header.Contains("zh") && header.Contains("en"))
            {
                return new Glossary(GlossaryFile.Read(new StringReader(whole), path, log)).Concepts;
            }

            text = new StringReader(whole);
        }

        return TermTable.Read(DelimitedText.Rows(text, path, separator == '\t' ? '\t' : null, log), path, options, log);
    }

    /// <inheritdoc/>
    public long Write(Stream stream, IEnumerable<Concept> concepts, TermWriteOptions options)
    {
        var rows = concepts.SelectMany(c =>
        {
            TermFieldCheck.Report(c, Carries, options.Losses);
            return c.Renderings;
        }).ToList();
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 14, leaveOpen: true) { NewLine = "\n" };
        if (separator == ',')
        {
            GlossaryFile.Write(writer, rows);
            return rows.Count;
        }

        var extra = rows.SelectMany(static r => r.Extra.Keys).Distinct(StringComparer.Ordinal).ToList();
        WriteLine(writer, GlossaryFile.Columns.Concat(extra));
        foreach (var row in rows)
        {
            WriteLine(writer, GlossaryFile.Columns.Select(c => GlossaryFile.Cell(row, c)).Concat(extra.Select(e => row.Extra.GetValueOrDefault(e, ""))));
        }

        return rows.Count;
    }

    private static void WriteLine(TextWriter writer, IEnumerable<string> cells) => writer.WriteLine(string.Join('\t', cells.Select(FlatCell.Of)));
}
