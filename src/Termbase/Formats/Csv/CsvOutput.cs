using System.Collections.Immutable;
using CsvHelper;

namespace Termbase.Formats.Csv;

/// <summary>Writes a table: comma, LF, quotes only where needed, known columns first, then the unknown ones as they stood.</summary>
internal static class CsvOutput
{
    internal static void Write<T>(
        TextWriter writer, IEnumerable<T> rows, ImmutableArray<string> known, Func<T, string, string> cell,
        Func<T, IEnumerable<KeyValuePair<string, string>>> extra)
    {
        var all = rows.ToList();
        var unknown = all.SelectMany(extra).Select(static e => e.Key).Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(c => !known.Contains(c, StringComparer.OrdinalIgnoreCase)).ToList();
        var options = new CsvWriterOptions { NewLine = "\n" };
        using var csv = CsvWriter.Create(writer, options, leaveOpen: true);
        foreach (var column in known.Concat(unknown))
        {
            csv.WriteField(Clean(column));
        }

        csv.EndRecord();
        foreach (var row in all)
        {
            foreach (var column in known)
            {
                csv.WriteField(Clean(cell(row, column)));
            }

            var cells = unknown.Count == 0 ? null : extra(row).DistinctBy(static e => e.Key, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(static e => e.Key, static e => e.Value, StringComparer.OrdinalIgnoreCase);
            foreach (var column in unknown)
            {
                csv.WriteField(Clean(cells!.GetValueOrDefault(column, "")));
            }

            csv.EndRecord();
        }

        csv.Flush();
    }

    /// <summary>NUL would make the file binary, a lone surrogate is no character: both become U+FFFD.</summary>
    internal static string Clean(string text)
    {
        var sound = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? text : string.Concat(text.EnumerateRunes().Select(static r => r.ToString()));
        return sound.Replace('\0', '\uFFFD');
    }
}
