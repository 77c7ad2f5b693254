using System.Text;
using Termbase.Model;

namespace Termbase.Workspaces;

/// <summary>
/// The raw text of a CSV file (RFC 4180), cut into records and cells without changing a byte, so that one cell can be changed
/// and the rest stays as it was: a review then shows the change and nothing else. Not thread-safe.
/// </summary>
internal sealed class CsvText
{
    private readonly List<CsvRow> _rows = [];
    private readonly string _newLine;
    private bool _endsWithNewLine;

    // The line of a quote that is never closed, or 0.
    private int _open;

    public CsvText(string text)
    {
        _newLine = text.IndexOf('\n', StringComparison.Ordinal) is var at && at > 0 && text[at - 1] == '\r' ? "\r\n" : "\n";
        Parse(text);
        var header = _rows.FindIndex(static r => !r.IsBlank);
        Header = header < 0 ? [] : _rows[header].Cells.ConvertAll(static c => Unquote(c).Trim());
        HeaderRow = header;
    }

    /// <summary>The text of a file.</summary>
    /// <exception cref="InputException">A quote is never closed, so that all behind it is one cell: a change could lose it.</exception>
    public static CsvText Of(string text, string path)
    {
        var csv = new CsvText(text);
        return csv._open == 0 ? csv : throw new InputException(
            SourceLocation.AtLine(path, csv._open), "a quote is opened and never closed, so that what follows is one cell; close it (or write it twice inside a quoted cell) first");
    }

    public List<string> Header { get; }

    public int HeaderRow { get; }

    /// <summary>The rows below the header that are not blank.</summary>
    public IEnumerable<CsvRow> Rows => _rows.Skip(HeaderRow + 1).Where(static r => !r.IsBlank);

    /// <summary>The value of a cell; empty where the row is short or the column missing.</summary>
    public string this[CsvRow row, string column] =>
        Column(column) is >= 0 and var at && at < row.Cells.Count ? Unquote(row.Cells[at]) : "";

    /// <summary>Changes one cell; a column that the file lacks is added to every row.</summary>
    public void Set(CsvRow row, string column, string value)
    {
        if (this[row, column] == value)
        {
            return;
        }

        var at = Require(column);
        while (row.Cells.Count <= at)
        {
            row.Cells.Add("");
        }

        row.Cells[at] = Quote(value);
    }

    /// <summary>Appends a row; returns its 1-based line.</summary>
    public int Append(IEnumerable<(string Column, string Value)> cells) => LineOf(AppendRow(cells));

    /// <summary>Appends a row without counting lines, for many rows at once.</summary>
    public CsvRow AppendRow(IEnumerable<(string Column, string Value)> cells)
    {
        var row = new CsvRow([], "");
        var filled = cells.Where(static c => c.Value.Length > 0).ToList();
        foreach (var (column, _) in filled)
        {
            Require(column);
        }

        row.Cells.AddRange(Enumerable.Repeat("", Header.Count));
        foreach (var (column, value) in filled)
        {
            row.Cells[Column(column)] = Quote(value);
        }

        if (_rows.Count > 0 && !_endsWithNewLine)
        {
            _rows[^1].End = _newLine;
        }

        row.End = _newLine;
        _endsWithNewLine = true;
        _rows.Add(row);
        return row;
    }

    /// <summary>Inserts a row with the same cells below another one.</summary>
    public CsvRow InsertCopyBelow(CsvRow row)
    {
        if (row.End.Length == 0)
        {
            row.End = _newLine;
            _endsWithNewLine = true;
        }

        var copy = new CsvRow([.. row.Cells], row.End);
        _rows.Insert(_rows.IndexOf(row) + 1, copy);
        return copy;
    }

    /// <summary>Takes a row out with its line end.</summary>
    public void Remove(CsvRow row) => _rows.Remove(row);

    /// <summary>Adds a column to every row where the file lacks it.</summary>
    public void EnsureColumn(string name) => Require(name);

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var row in _rows)
        {
            text.AppendJoin(',', row.Cells).Append(row.End);
        }

        return text.ToString();
    }

    /// <summary>The rows below the header that are not blank, with their 1-based lines.</summary>
    public IEnumerable<(CsvRow Row, int Line)> NumberedRows()
    {
        var line = 1;
        for (var i = 0; i < _rows.Count; line += _rows[i++].Lines)
        {
            if (i > HeaderRow && !_rows[i].IsBlank)
            {
                yield return (_rows[i], line);
            }
        }
    }

    public int LineOf(CsvRow row) => 1 + _rows.TakeWhile(r => r != row).Sum(static r => r.Lines);

    public static string Quote(string value) =>
        value.AsSpan().IndexOfAny(",\"\r\n") >= 0 || (value.Length > 0 && (value[0] == ' ' || value[^1] == ' '))
            ? "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
            : value;

    private static string Unquote(string raw)
    {
        var cell = raw.Trim();
        return cell.Length >= 2 && cell[0] == '"' && cell[^1] == '"'
            ? cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal)
            : cell;
    }

    private int Column(string name) => Header.FindIndex(h => string.Equals(h, name, StringComparison.OrdinalIgnoreCase));

    private int Require(string name)
    {
        if (Column(name) is >= 0 and var at)
        {
            return at;
        }

        var width = Header.Count;
        Header.Add(name);
        foreach (var row in _rows.Skip(HeaderRow).Where(static r => !r.IsBlank))
        {
            while (row.Cells.Count < width)
            {
                row.Cells.Add("");
            }

            row.Cells.Insert(width, row == _rows[HeaderRow] ? name : "");
        }

        return width;
    }

    private void Parse(string text)
    {
        var cells = new List<string>();
        var start = 0;
        var opened = 0;
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"')
            {
                // A quote inside a bare cell is text; only one at the start of a cell opens it.
                quoted = quoted ? !quoted : string.IsNullOrWhiteSpace(text[start..i]) || IsInQuoted(text, start);
                opened = quoted && string.IsNullOrWhiteSpace(text[start..i]) ? i : opened;
            }
            else if (c == ',' && !quoted)
            {
                cells.Add(text[start..i]);
                start = i + 1;
            }
            else if (c is '\n' or '\r' && !quoted)
            {
                var end = c == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? "\r\n" : c.ToString();
                cells.Add(text[start..i]);
                _rows.Add(new CsvRow(cells, end));
                cells = [];
                i += end.Length - 1;
                start = i + 1;
            }
        }

        _open = quoted ? 1 + text.AsSpan(0, opened).Count('\n') : 0;
        _endsWithNewLine = start == text.Length && cells.Count == 0;
        if (!_endsWithNewLine)
        {
            cells.Add(text[start..]);
            _rows.Add(new CsvRow(cells, ""));
        }
    }

    private static bool IsInQuoted(string text, int start)
    {
        while (start < text.Length && text[start] == ' ')
        {
            start++;
        }

        return start < text.Length && text[start] == '"';
    }
}

/// <summary>One record: its cells as they stand in the file, and its line end.</summary>
internal sealed class CsvRow(List<string> cells, string end)
{
    public List<string> Cells { get; } = cells;

    public string End { get; set; } = end;

    public bool IsBlank => Cells.Count <= 1 && (Cells.Count == 0 || string.IsNullOrWhiteSpace(Cells[0]));

    public int Lines => 1 + Cells.Sum(static c => c.Count(static x => x == '\n'));
}
