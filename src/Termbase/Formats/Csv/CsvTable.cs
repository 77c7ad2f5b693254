using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using Termbase.Model;

namespace Termbase.Formats.Csv;

/// <summary>A row of a table with a header: cells by column name (without letter case), the line it starts on.</summary>
internal sealed record CsvRow(CsvTable Table, string[] Cells, int Line)
{
    internal SourceLocation Location => SourceLocation.AtLine(Table.Path, Line);

    /// <summary>The cell as it stands, or empty where the file lacks the column.</summary>
    internal string Raw(string column) => Table.IndexOf(column) is var at && at >= 0 ? Cells[at] : "";

    /// <summary>The cell without white space around it.</summary>
    internal string this[string column] => Raw(column).Trim();

    /// <summary>The cells of columns that the format does not know, in the order of the file.</summary>
    internal ImmutableSortedDictionary<string, string> Extra =>
        Table.Unknown.IsEmpty
            ? ImmutableSortedDictionary<string, string>.Empty
            : ImmutableSortedDictionary.CreateRange(Table.Order, Table.Unknown.Select(c => KeyValuePair.Create(c.Name, Cells[c.Index])));
}

/// <summary>
/// Reads a delimited file (RFC 4180) with a header row: comma, semicolon or tab, columns in any order. A row whose quotes or number of
/// cells are wrong goes to the log and costs itself only, even where its quote would swallow the rows after it.
/// </summary>
internal sealed class CsvTable
{
    private readonly TextReader _reader;
    private readonly Dictionary<string, int> _index = new(StringComparer.OrdinalIgnoreCase);
    private readonly int _columns;
    private readonly char _separator;
    private readonly int _headerLine;

    /// <summary>Reads the header.</summary>
    /// <exception cref="InputException">A required column is missing.</exception>
    internal CsvTable(TextReader reader, string path, ImmutableArray<string> known, params ReadOnlySpan<string> required)
    {
        (_reader, Path) = (reader, path);
        var line = reader.ReadLine();
        for (_headerLine = 1; line is not null && (line.Trim('\uFEFF', ' ').Length == 0 || line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)); _headerLine++)
        {
            line = reader.ReadLine();
        }

        line = (line ?? "").TrimStart('\uFEFF');
        string[] header = [];
        var best = -1;
        foreach (var separator in (ReadOnlySpan<char>)[',', ';', '\t'])
        {
            var cells = SplitLine(line, separator);
            var score = cells.Count(c => known.Contains(c, StringComparer.OrdinalIgnoreCase));
            if (score > best)
            {
                (best, header, _separator) = (score, cells, separator);
            }
        }

        _columns = header.Length;
        var unknown = ImmutableArray.CreateBuilder<(string, int)>();
        for (var i = 0; i < header.Length; i++)
        {
            if (header[i].Length > 0 && !_index.TryAdd(header[i], i))
            {
                throw new InputException(SourceLocation.AtLine(path, _headerLine), $"wrong header: the column '{header[i]}' stands twice");
            }

            if (header[i].Length > 0 && !known.Contains(header[i], StringComparer.OrdinalIgnoreCase))
            {
                unknown.Add((header[i], i));
            }
        }

        Unknown = unknown.DrainToImmutable();
        Order = new FileOrder(Unknown);
        var missing = new List<string>();
        foreach (var column in required)
        {
            if (!_index.ContainsKey(column))
            {
                missing.Add(column);
            }
        }

        if (missing.Count > 0)
        {
            var found = line.Length == 0 ? "the file is empty" : "found: " + string.Join(", ", header.Select(static h => h.Length > 40 ? h[..40] + "…" : h).Take(20));
            throw new InputException(
                SourceLocation.AtLine(path, _headerLine),
                $"wrong header: no column {string.Join(", ", missing)} ({found}); the first row must name the columns: {string.Join(',', known)}");
        }
    }

    /// <summary>A table whose header and separator are known; the reader stands behind the header.</summary>
    internal CsvTable(TextReader reader, string path, string[] header, char separator, int headerLine)
    {
        (_reader, Path, _columns, _separator, _headerLine) = (reader, path, header.Length, separator, headerLine);
        for (var i = 0; i < header.Length; i++)
        {
            _index.TryAdd(header[i], i);
        }

        Unknown = [];
        Order = new FileOrder([]);
    }

    internal string Path { get; }

    internal ImmutableArray<(string Name, int Index)> Unknown { get; }

    internal IComparer<string> Order { get; }

    internal int IndexOf(string column) => _index.GetValueOrDefault(column, -1);

    /// <summary>The sound rows; every row but wholly empty ones is counted as read. The rest of the text is held in memory.</summary>
    internal IEnumerable<CsvRow> Rows(ReadLog log)
    {
        var text = _reader.ReadToEnd();
        int start = 0, linesBefore = _headerLine;
        while (start < text.Length)
        {
            // A stray quote may swallow sound rows: after a broken row reading starts anew on the line below its first.
            var brokenLine = 0;
            foreach (var row in RowsFrom(text, start, linesBefore, log, line => brokenLine = line))
            {
                yield return row;
            }

            if (brokenLine == 0)
            {
                yield break;
            }

            for (; linesBefore < brokenLine; linesBefore++)
            {
                start = NextLine(text, start);
            }
        }
    }

    private IEnumerable<CsvRow> RowsFrom(string text, int start, int linesBefore, ReadLog log, Action<int> broken)
    {
        CsvMalformedRecord? malformed = null;
        var options = new CsvReaderOptions
        {
            Separator = _separator,
            HasHeader = false,
            TrackLineNumbers = true,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            OnMalformedRecord = record => malformed = record,
        };
        using var rest = new StringReader(start == 0 ? text : text[start..]);
        using var csv = CsvReader.Create(rest, options, leaveOpen: true);
        while (csv.Read())
        {
            var line = linesBefore + (int)csv.LineNumber;
            var isBroken = malformed is { } m && m.LineNumber == csv.LineNumber;
            malformed = null;
            var cells = new string[csv.FieldCount];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = csv.GetString(i);
            }

            if (!isBroken && Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
            {
                continue;
            }

            log.CountRead();
            if (!isBroken && cells.Length >= _columns && cells.AsSpan(_columns).IndexOfAnyExcept("") < 0)
            {
                yield return new CsvRow(this, cells[.._columns], line);
                continue;
            }

            log.Refuse(
                SourceLocation.AtLine(Path, line), "", isBroken ? "broken-quotes" : "cell-count",
                isBroken
                    ? "a quote does not open or close its cell; write a quote inside a quoted cell twice"
                    : string.Create(CultureInfo.InvariantCulture, $"{cells.Length} cells where the header has {_columns}; quote a cell that holds the separator"));
            if (csv.RawRecord.IndexOfAny((byte)'\n', (byte)'\r') >= 0)
            {
                broken(line);
                yield break;
            }
        }
    }

    private static int NextLine(string text, int from)
    {
        var end = text.AsSpan(from).IndexOfAny('\n', '\r');
        return end < 0 ? text.Length
            : text[from + end] == '\r' && from + end + 1 < text.Length && text[from + end + 1] == '\n' ? from + end + 2
            : from + end + 1;
    }

    internal static string[] SplitLine(string line, char separator)
    {
        using var csv = CsvReader.Create(new StringReader(line), new CsvReaderOptions { Separator = separator, HasHeader = false });
        return csv.Read() ? [.. Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetString(i).Trim())] : [];
    }

    /// <summary>Sorts column names by their place in the file, so that they are written back in it.</summary>
    private sealed class FileOrder(ImmutableArray<(string Name, int Index)> columns) : IComparer<string>
    {
        private readonly Dictionary<string, int> _places = columns.ToDictionary(static c => c.Name, static c => c.Index, StringComparer.OrdinalIgnoreCase);

        public int Compare(string? x, string? y)
        {
            var byPlace = _places.GetValueOrDefault(x ?? "", int.MaxValue).CompareTo(_places.GetValueOrDefault(y ?? "", int.MaxValue));
            return byPlace != 0 ? byPlace : string.CompareOrdinal(x, y);
        }
    }
}
