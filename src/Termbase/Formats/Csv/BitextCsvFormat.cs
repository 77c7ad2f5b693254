using System.Globalization;
using System.Text;
using Termbase.Formats.Tables;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Formats.Csv;

/// <summary>
/// A bitext as a table with any delimiter and order of columns, which the header, the user or the script of the cells tells; what the other
/// columns hold stays with the unit as properties. Held in memory while it is read. Stateless and thread-safe.
/// </summary>
public sealed class BitextCsvFormat : IUnitFormat
{
    private static readonly string[] Own = ["zh", "en", "id", "document", "domain", "client", "note"];

    /// <inheritdoc/>
    public string Name => "bitext-csv";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".bitext.csv"];

    /// <summary>Which columns hold what (<see cref="TermReadOptions.Columns"/>).</summary>
    public TermReadOptions Reading { get; init; } = TermReadOptions.Default;

    /// <inheritdoc/>
    public IEnumerable<TranslationUnit> Read(Stream stream, string path, ReadLog log)
    {
        var rows = DelimitedText.Rows(TextFile.OpenReader(stream, path, log), path, null, log).ToList();
        if (rows.Count == 0)
        {
            yield break;
        }

        var (columns, names, body) = TermTable.Columns(rows, path, Reading, log);
        var number = 0;
        foreach (var row in body)
        {
            number++;
            log.CountRead();
            var place = SourceLocation.AtLine(path, row.Line);
            string zh = columns.Single(row, "zh"), en = columns.Single(row, "en");
            var (code, message) =
                zh.Length == 0 || en.Length == 0 ? ("empty-segment", "one of the two sides is empty")
                : !Han.Contains(zh) ? ("no-chinese", "the Chinese side holds no Chinese character (columns swapped? --columns zh=…,en=…)")
                : (null, "");
            if (code is not null)
            {
                log.Refuse(place, number.ToString(CultureInfo.InvariantCulture), code, message);
                continue;
            }

            var notes = columns.Cell(row, "note") is { Length: > 0 } note ? (UnitProperty[])[new UnitProperty("", note)] : [];
            var rest = columns.Rest.Where(c => c.Index < row.Cells.Length && row.Cells[c.Index].Trim().Length > 0).ToList();
            yield return new TranslationUnit
            {
                Id = columns.Cell(row, "concept"),
                Zh = new UnitSide { Language = "zh-CN", Segment = Segment.Plain(zh), Location = place },
                En = new UnitSide { Language = "en-US", Segment = Segment.Plain(en), Location = place },
                ZhIsSource = columns.IsBefore("zh", "en"),
                Document = Of("document"),
                Domain = columns.Cell(row, "domain"),
                Client = columns.Cell(row, "client"),
                Properties = [.. notes, .. rest.Where(static c => c.Name is not "document").Select(c => new UnitProperty("x-" + c.Name, row.Cells[c.Index].Trim()))],
                Number = number,
                Location = place,
            };

            string Of(string name) => rest.Find(c => c.Name == name) is { Name: not null } column ? row.Cells[column.Index].Trim() : "";
        }
    }

    /// <inheritdoc/>
    public long Write(Stream stream, IEnumerable<TranslationUnit> units, UnitWriteOptions options)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        var count = 0L;
        var rows = units.Select(unit =>
        {
            count++;
            if (unit.Zh.Segment.Codes.Length + unit.En.Segment.Codes.Length > 0)
            {
                options.OnProblem?.Invoke(unit, "inline codes cannot stand in CSV; they were left out");
            }

            return unit;
        });
        CsvOutput.Write(writer, rows, options.ZhFirst ? [.. Own] : ["en", "zh", .. Own[2..]], Cell, Extra);
        return count;
    }

    // Several props of one type share a cell.
    private static IEnumerable<KeyValuePair<string, string>> Extra(TranslationUnit unit) =>
        unit.Properties.Where(static p => !p.IsNote).GroupBy(static p => p.Type.StartsWith("x-", StringComparison.Ordinal) ? p.Type[2..] : p.Type, StringComparer.OrdinalIgnoreCase)
            .Select(static g => new KeyValuePair<string, string>(g.Key, string.Join(" | ", g.Select(static p => p.Value))));

    private static string Cell(TranslationUnit unit, string column) => column switch
    {
        "zh" => unit.Zh.Segment.Text,
        "en" => unit.En.Segment.Text,
        "id" => unit.Id,
        "document" => unit.Document,
        "domain" => unit.Domain,
        "client" => unit.Client,
        _ => string.Join("; ", unit.Properties.Where(static p => p.IsNote).Select(static p => p.Value)),
    };
}
