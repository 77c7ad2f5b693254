using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Termbase.Formats;
using Termbase.Formats.Csv;
using Termbase.Model;

namespace Termbase.Office;

/// <summary>Writes the workbook sheet by sheet as a stream: inline strings, so that no table of strings has to be held.</summary>
internal static class XlsxWriter
{
    private static readonly string[] Statuses = ["preferred", "admitted", "deprecated", "superseded", "proposed", "forbidden"];

    internal static void Write(Stream stream, List<Concept> concepts, TermWriteOptions options)
    {
        var rows = concepts.SelectMany(static c => c.Renderings).ToList();
        var extra = rows.SelectMany(static r => r.Extra.Keys).Distinct(StringComparer.Ordinal).ToList();
        var domains = rows.Select(static r => r.Domain).Where(static d => d.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        string[] columns = [.. GlossaryFile.Columns, .. extra];

        // The package must seek; the target need not.
        using var memory = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var styles = book.AddNewPart<WorkbookStylesPart>("styles");
            styles.Stylesheet = Styles();
            var first = book.AddNewPart<WorksheetPart>("renderings");
            Sheet(first, columns, rows.Select(r => columns.Select(c => GlossaryFile.Columns.Contains(c) ? GlossaryFile.Cell(r, c) : r.Extra.GetValueOrDefault(c, "")).ToArray()), rows.Count, options, Lists(columns, rows.Count, domains.Count));
            var second = book.AddNewPart<WorksheetPart>("concepts");
            string[] summary = ["concept", "Chinese", "English", "status", "domain", "definition", "note", "evidence"];
            Sheet(second, summary, concepts.Select(Summary), concepts.Count, options, null);
            var third = book.AddNewPart<WorksheetPart>("lists");
            var length = Math.Max(Statuses.Length, domains.Count);
            Sheet(third, ["status", "domain"], Enumerable.Range(0, length).Select(i => new[] { i < Statuses.Length ? Statuses[i] : "", i < domains.Count ? domains[i] : "" }), length, options, null);
            var last = Column(columns.Length - 1);
            book.Workbook = new Workbook(
                new Sheets(
                    new Sheet { Name = "Renderings", SheetId = 1, Id = "renderings" },
                    new Sheet { Name = "Concepts", SheetId = 2, Id = "concepts" },
                    new Sheet { Name = "Lists", SheetId = 3, Id = "lists", State = SheetStateValues.Hidden }),
                new DefinedNames(new DefinedName($"Renderings!$A$1:${last}${Number(rows.Count + 1)}") { Name = "_xlnm._FilterDatabase", LocalSheetId = 0, Hidden = true }));
            book.Workbook.Save();
        }

        memory.Position = 0;
        memory.CopyTo(stream);
    }

    private static string[] Summary(Concept concept) =>
    [
        concept.Id,
        Joined(concept, static r => r.Zh), Joined(concept, static r => r.En),
        string.Join('|', concept.Renderings.DistinctBy(static r => r.En).Select(static r => GlossaryFile.Cell(r, "status"))),
        concept.Domain, concept.Definition, concept.Note,
        string.Join('\n', concept.Evidence.Select(static e => string.Join(", ", new[] { e.Document, e.Locator }.Where(static s => s.Length > 0)))),
    ];

    private static string Joined(Concept concept, Func<Rendering, string> cell) => string.Join('|', concept.Renderings.Select(cell).Distinct(StringComparer.Ordinal));

    private static DataValidations? Lists(string[] columns, int rows, int domains)
    {
        var last = Number(Math.Max(rows + 500, 1000));
        var validations = new DataValidations();
        List("status", "A", Statuses.Length);
        List("domain", "B", domains);
        validations.Count = (uint)validations.ChildElements.Count;
        return validations.Count == 0 ? null : validations;

        void List(string column, string from, int count)
        {
            if (count > 0)
            {
                var at = Column(Array.IndexOf(columns, column));
                validations.Append(new DataValidation(new Formula1($"Lists!${from}$2:${from}${Number(count + 1)}"))
                {
                    Type = DataValidationValues.List,
                    AllowBlank = true,
                    ShowErrorMessage = true,

                    // A new domain may be typed in; a new status may not.
                    ErrorStyle = column == "status" ? DataValidationErrorStyleValues.Stop : DataValidationErrorStyleValues.Warning,
                    SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{at}2:{at}{last}" },
                });
            }
        }
    }

    private static void Sheet(WorksheetPart part, string[] columns, IEnumerable<string[]> rows, int count, TermWriteOptions options, DataValidations? validations)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(columns.Select(static (c, i) => new Column
        {
            Min = (uint)i + 1,
            Max = (uint)i + 1,
            CustomWidth = true,
            Width = c is "zh" or "en" or "Chinese" or "English" or "definition" or "note" or "evidence" ? 32 : 14,
        })));
        writer.WriteStartElement(new SheetData());
        Row(writer, columns, 1, style: 1, options);
        var number = 2;
        foreach (var row in rows)
        {
            Row(writer, row, number++, style: 0, options);
        }

        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter { Reference = $"A1:{Column(columns.Length - 1)}{Number(count + 1)}" });
        if (validations is not null)
        {
            writer.WriteElement(validations);
        }

        writer.WriteEndElement();
    }

    private static void Row(OpenXmlWriter writer, string[] cells, int number, uint style, TermWriteOptions options)
    {
        writer.WriteStartElement(new Row { RowIndex = (uint)number });
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].Length == 0)
            {
                continue;
            }

            var text = XlsxText.Encode(cells[i]);
            if (text.Length > XlsxText.Longest)
            {
                options.Losses?.Add("text beyond 32,767 characters of a cell", cells[0]);
                text = text[..(char.IsHighSurrogate(text[XlsxText.Longest - 1]) ? XlsxText.Longest - 1 : XlsxText.Longest)];
            }

            writer.WriteElement(new Cell(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }))
            {
                CellReference = Column(i) + Number(number),
                DataType = CellValues.InlineString,
                StyleIndex = style,
            });
        }

        writer.WriteEndElement();
    }

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 49, FontId = 1, ApplyFont = true, ApplyNumberFormat = true }));

    private static string Column(int index)
    {
        var name = "";
        for (var n = index + 1; n > 0; n = (n - 1) / 26)
        {
            name = (char)('A' + ((n - 1) % 26)) + name;
        }

        return name;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
