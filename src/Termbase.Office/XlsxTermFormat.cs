using Termbase.Formats;
using Termbase.Formats.Tables;
using Termbase.Model;

namespace Termbase.Office;

/// <summary>
/// A termbase as a workbook, for people who live in spreadsheets: a sheet of renderings with the columns of a glossary file (header,
/// frozen row, filter, lists of allowed values for status and domain) and a sheet with one row a concept. Reads any sheet whose header or
/// cells tell the Chinese and the English. Stateless and thread-safe.
/// </summary>
public sealed class XlsxTermFormat : ITermFormat
{
    /// <inheritdoc/>
    public string Name => "xlsx";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".xlsx"];

    /// <inheritdoc/>
    public TermFields Carries => TermFields.Row;

    /// <inheritdoc/>
    public IEnumerable<Concept> Read(Stream stream, string path, TermReadOptions options, ReadLog log) =>
        TermTable.Read(XlsxReader.Rows(stream, path, log), path, options, log);

    /// <inheritdoc/>
    public long Write(Stream stream, IEnumerable<Concept> concepts, TermWriteOptions options)
    {
        var all = concepts.ToList();
        foreach (var concept in all)
        {
            TermFieldCheck.Report(concept, Carries, options.Losses);
        }

        XlsxWriter.Write(stream, all, options);
        return all.Sum(static c => (long)c.Renderings.Length);
    }
}
