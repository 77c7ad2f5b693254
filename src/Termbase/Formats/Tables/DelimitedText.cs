using System.Globalization;
using System.Text;
using Termbase.Formats.Csv;
using Termbase.Model;

namespace Termbase.Formats.Tables;

/// <summary>Rows of a delimited text: the delimiter is found out; comma and semicolon with quotes (RFC 4180), tab and bar without.</summary>
internal static class DelimitedText
{
    /// <summary>The sound rows, the header among them; the text is held in memory.</summary>
    internal static IEnumerable<TableRow> Rows(TextReader reader, string path, char? separator, ReadLog log)
    {
        var text = reader.ReadToEnd().TrimStart('\uFEFF');
        var said = separator ?? (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4 ? text[4] : null);
        var sign = said ?? Detect(text);
        return sign == '|' || (sign == '\t' && !IsQuoted(text, sign)) ? Plain(text, sign) : Quoted(text, sign, path, log);
    }

    // Spreadsheets quote tab-separated cells that hold breaks, other programs mean every quote: it is quoting where that, and only that,
    // gives a table of one width.
    private static bool IsQuoted(string text, char sign)
    {
        int width = 0, cells = 1, at = 0;
        var needsQuotes = false;
        while (at < text.Length)
        {
            if (text[at] == '"')
            {
                var end = EndOfQuoted(text, at);
                if (end < 0 || (end < text.Length && text[end] != sign && text[end] is not ('\r' or '\n')))
                {
                    return false;
                }

                needsQuotes |= text.AsSpan((at + 1)..(end - 1)).IndexOfAny('"', '\n', sign) >= 0;
                at = end;
            }

            var next = text.AsSpan(at).IndexOfAny(sign, '\n');
            at = next < 0 ? text.Length : at + next + 1;
            if (next >= 0 && text[at - 1] == sign)
            {
                cells++;
                continue;
            }

            width = width == 0 ? cells : width;
            if (cells > width)
            {
                return false;
            }

            cells = 1;
        }

        return needsQuotes;
    }

    // Behind the closing quote of a cell that begins with one, or -1.
    private static int EndOfQuoted(string text, int start)
    {
        for (var at = start + 1; text.IndexOf('"', at) is var quote && quote >= 0; at = quote + 2)
        {
            if (quote + 1 == text.Length || text[quote + 1] != '"')
            {
                return quote + 1;
            }
        }

        return -1;
    }

    /// <summary>Takes surrounding quotes off a cell of an unquoted format, as spreadsheets put them into tab-separated text.</summary>
    internal static string Unquote(string cell) =>
        cell.Length >= 2 && cell[0] == '"' && cell[^1] == '"' && cell[1..^1].Replace("\"\"", "", StringComparison.Ordinal).Contains('"', StringComparison.Ordinal) is false
            ? cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal)
            : cell;

    // What stands in quoted cells parts nothing; where quotes are only quotes, the lines are looked at as they are.
    private static char Detect(string text) => Detect(WithoutQuotedCells(text), '\0') is var sign and not '\0' ? sign : Detect(text, ',');

    private static char Detect(string text, char otherwise)
    {
        var lines = text.Split('\n', 30, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(static l => l[0] != '#').Take(20).ToList();
        foreach (var sign in (ReadOnlySpan<char>)['\t', ',', ';', '|'])
        {
            if (lines.Count > 0 && lines.Count(l => l.Contains(sign, StringComparison.Ordinal)) >= 0.8 * lines.Count)
            {
                return sign;
            }
        }

        return otherwise;
    }

    private static string WithoutQuotedCells(string text)
    {
        const int Enough = 1 << 16;
        var bare = new StringBuilder();
        var isClosed = true;
        for (var at = 0; at < text.Length && bare.Length < Enough; at++)
        {
            if (isClosed && text[at] == '"' && (at == 0 || text[at - 1] is '\t' or ',' or ';' or '|' or '\n'))
            {
                var end = EndOfQuoted(text, at);
                isClosed = end >= 0;
                at = isClosed ? end : at;
            }

            if (at < text.Length)
            {
                bare.Append(text[at]);
            }
        }

        return bare.ToString();
    }

    private static IEnumerable<TableRow> Plain(string text, char sign)
    {
        var number = 0;
        using var reader = new StringReader(text);
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Trim().Length > 0 && line[0] != '#' && !line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
            {
                yield return new TableRow(Array.ConvertAll(line.Split(sign), static c => Unquote(c.Trim())), number);
            }
        }
    }

    private static IEnumerable<TableRow> Quoted(string text, char sign, string path, ReadLog log)
    {
        using var reader = new StringReader(text);
        var skipped = 1;
        var line = reader.ReadLine();
        for (; line is not null && (line.Trim().Length == 0 || line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)); skipped++)
        {
            line = reader.ReadLine();
        }

        if (line is null)
        {
            yield break;
        }

        // A header may itself be broken over lines; such a file is read by numbers.
        var header = CsvTable.SplitLine(line, sign);
        yield return new TableRow(header, skipped);
        var names = header.Select(static (_, i) => i.ToString(CultureInfo.InvariantCulture)).ToArray();

        // Rows are counted by the one who reads the table; a refused one counts here.
        var own = new ReadLog(problem => Pass(problem));
        foreach (var row in new CsvTable(reader, path, names, sign, skipped).Rows(own))
        {
            yield return new TableRow(row.Cells, row.Line);
        }

        void Pass(ReadProblem problem)
        {
            if (problem.Outcome == ProblemOutcome.Refused)
            {
                log.CountRead();
            }

            log.Report(problem);
        }
    }
}
