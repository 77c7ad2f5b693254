using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Termbase.Formats;
using Termbase.Formats.Tables;
using Termbase.Model;

namespace Termbase.Office;

/// <summary>The rows of the sheet of terms: the one called Renderings, else the first with two filled columns. Read as a stream, whatever made the file.</summary>
internal static class XlsxReader
{
    // A sheet has at most this many columns; a reference beyond is a broken or hostile file.
    private const int MostColumns = 16384;
    private const long MostCharacters = 200_000_000;

    /// <exception cref="InputException">No workbook.</exception>
    internal static List<TableRow> Rows(Stream stream, string path, ReadLog log)
    {
        try
        {
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            memory.Position = 0;
            using var document = SpreadsheetDocument.Open(memory, false, new OpenSettings { MaxCharactersInPart = MostCharacters });
            if (document.WorkbookPart is not { } book)
            {
                throw new InputException(SourceLocation.File(path), "is no workbook");
            }

            var shared = Shared(book);
            var dates = DateStyles(book);
            var sheets = book.Workbook?.Descendants<Sheet>().Where(static s => s.Id?.Value is not null).ToList() ?? [];
            List<TableRow> found = [];
            foreach (var sheet in sheets.OrderBy(static s => s.Name?.Value is "Renderings" ? 0 : 1))
            {
                if (book.TryGetPartById(sheet.Id!.Value!, out var part) && part is WorksheetPart worksheet)
                {
                    found = Sheet(worksheet, shared, dates);
                    if (found.Any(static r => r.Cells.Count(static c => c.Trim().Length > 0) >= 2))
                    {
                        break;
                    }
                }
            }

            foreach (var other in sheets.Where(static s => s.Name?.Value is not ("Renderings" or "Concepts" or "Lists")).Skip(1))
            {
                log.Note(SourceLocation.File(path), "", "other-sheet", $"the sheet '{other.Name?.Value}' is not read");
            }

            return found;
        }
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or InvalidDataException or System.Xml.XmlException or ArgumentException or FormatException or NotSupportedException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new InputException(SourceLocation.File(path), "is no workbook (.xlsx) that can be read: " + e.Message.ReplaceLineEndings(" "), e);
        }
    }

    private static List<TableRow> Sheet(WorksheetPart part, List<string> shared, HashSet<uint> dates)
    {
        var rows = new List<TableRow>();
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Row) && reader.IsStartElement && reader.LoadCurrentElement() is Row row)
            {
                var cells = new List<string>();
                foreach (var cell in row.Elements<Cell>())
                {
                    var at = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : cells.Count;
                    if (at is < 0 or >= MostColumns)
                    {
                        continue;
                    }

                    while (cells.Count <= at)
                    {
                        cells.Add("");
                    }

                    cells[at] = Value(cell, shared, dates);
                }

                if (cells.Exists(static c => c.Length > 0))
                {
                    rows.Add(new TableRow([.. cells], row.RowIndex?.Value is { } number and < int.MaxValue ? (int)number : rows.Count + 1));
                }
            }
        }

        // Trailing empty cells are not written by spreadsheets.
        return rows;
    }

    private static string Value(Cell cell, List<string> shared, HashSet<uint> dates)
    {
        if (cell.DataType?.Value == CellValues.InlineString)
        {
            return XlsxText.Decode(cell.InlineString is { } inline ? Plain(inline) : "");
        }

        var value = cell.CellValue?.Text ?? "";
        if (cell.DataType?.Value == CellValues.SharedString)
        {
            return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count ? shared[index] : "";
        }

        if (cell.DataType?.Value == CellValues.Date && DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var date))
        {
            return date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        if (cell.DataType is null && cell.StyleIndex?.Value is { } style && dates.Contains(style)
            && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var day) && day is > 0 and < 2_958_466)
        {
            return DateTime.FromOADate(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        return XlsxText.Decode(value);
    }

    private static List<string> Shared(WorkbookPart book)
    {
        var shared = new List<string>();
        if (book.SharedStringTablePart is not { } part)
        {
            return shared;
        }

        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement && reader.LoadCurrentElement() is { } item)
            {
                shared.Add(XlsxText.Decode(Plain(item)));
            }
        }

        return shared;
    }

    // Readings over the characters (rPh) are no text of the cell.
    private static string Plain(OpenXmlElement item)
    {
        var text = new StringBuilder();
        foreach (var piece in item.Descendants<Text>().Where(static t => t.Parent is not PhoneticRun))
        {
            text.Append(piece.Text);
        }

        return text.ToString();
    }

    // Built-in date formats are 14 to 22, those of Chinese 27 to 36 and 50 to 58 (ECMA-376 §18.8.30); own ones hold a year.
    private static HashSet<uint> DateStyles(WorkbookPart book)
    {
        var sheet = book.WorkbookStylesPart?.Stylesheet;
        var own = sheet?.NumberingFormats?.Elements<NumberingFormat>()
            .Where(static f => f.FormatCode?.Value?.Contains('y', StringComparison.OrdinalIgnoreCase) == true)
            .Select(static f => f.NumberFormatId?.Value ?? 0).ToHashSet() ?? [];
        return sheet?.CellFormats?.Elements<CellFormat>().Select(static (f, i) => (Id: f.NumberFormatId?.Value ?? 0, Index: (uint)i))
            .Where(f => f.Id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 50 and <= 58) || own.Contains(f.Id)).Select(static f => f.Index).ToHashSet() ?? [];
    }

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var c in reference.TakeWhile(char.IsAsciiLetter).Take(4))
        {
            column = (column * 26) + (char.ToUpperInvariant(c) - 'A' + 1);
        }

        return column - 1;
    }
}
