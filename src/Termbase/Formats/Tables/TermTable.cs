using System.Collections.Immutable;
using System.Globalization;
using Termbase.Formats.Csv;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Formats.Tables;

/// <summary>
/// Rows of any table of terms as concepts. A row is a concept unless a column says which it belongs to; synonyms in a cell are joined by
/// <c>|</c>. Stateless.
/// </summary>
internal static class TermTable
{
    private const int Sample = 200;

    /// <summary>Reads a table whose first row may be a header.</summary>
    /// <exception cref="InputException">It is not clear which columns hold the Chinese and the English.</exception>
    internal static IEnumerable<Concept> Read(IEnumerable<TableRow> rows, string path, TermReadOptions options, ReadLog log)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            yield break;
        }

        var (columns, names, body) = Columns(all, path, options, log);
        var made = new List<Rendering>();
        foreach (var row in body)
        {
            log.CountRead();
            made.AddRange(Renderings(row, columns, names, path, log));
        }

        foreach (var concept in made.GroupBy(static r => r.Concept, StringComparer.Ordinal))
        {
            yield return new Concept { Id = concept.Key, Renderings = [.. concept] };
        }
    }

    /// <summary>Which columns of a table hold what, their names, and the rows that are not the header.</summary>
    /// <exception cref="InputException">It is not clear which columns hold the Chinese and the English.</exception>
    internal static (TermColumns Columns, string[] Names, IEnumerable<TableRow> Body) Columns(List<TableRow> all, string path, TermReadOptions options, ReadLog log)
    {
        var first = all[0].Cells;
        var header = Array.ConvertAll(first, static c => c.Trim());
        var hasHeader = header.Count(static c => TermColumns.Role(c) is not null || c.ToLowerInvariant() is "source" or "target" or "src" or "tgt" or "term" or "translation" or "原文" or "译文") >= 2;
        var names = hasHeader ? header : [.. header.Select(static (_, i) => (i + 1).ToString(CultureInfo.InvariantCulture))];
        var body = hasHeader ? all.GetRange(1, all.Count - 1) : all;
        if (!hasHeader && options.Columns.Values.Any(c => header.Contains(c, StringComparer.OrdinalIgnoreCase)))
        {
            (names, body, hasHeader) = (header, all.GetRange(1, all.Count - 1), true);
        }

        var columns = options.Columns.Count > 0 ? TermColumns.Asked(names, options.Columns, path) : TermColumns.ByHeader(hasHeader ? header : []);
        if (!columns.IsWhole)
        {
            columns = TermColumns.ByScript(names, columns, body.Take(Sample).ToList());
        }

        if (!columns.IsWhole)
        {
            throw new InputException(
                SourceLocation.AtLine(path, all[0].Line),
                $"which columns hold the terms? found: {string.Join(", ", names.Take(20))}; say it with --columns zh=COLUMN,en=COLUMN (header or number)");
        }

        if (options.Columns.Count > 0 || !(names.Contains("zh") && names.Contains("en")))
        {
            log.Note(SourceLocation.AtLine(path, all[0].Line), "", "columns", "read as " + columns.Describe(names, hasHeader));
        }

        return (columns, names, body.Where(static r => r.Cells.Any(static c => c.Trim().Length > 0)));
    }

    private static IEnumerable<Rendering> Renderings(TableRow row, TermColumns columns, string[] names, string path, ReadLog log)
    {
        var place = SourceLocation.AtLine(path, row.Line);
        string[] zh = Split(columns.Cell(row, "zh")), en = Split(columns.Cell(row, "en"));
        var statuses = IsYes(columns.Cell(row, "forbidden")) ? ["forbidden"] : columns.Cell(row, "status").Split('|', StringSplitOptions.TrimEntries);
        var fault = zh.Length == 0 ? ("empty-zh", "the Chinese cell is empty")
            : en.Length == 0 ? ("empty-en", "the English cell is empty")
            : !zh.Any(static z => Han.Contains(z)) ? ("no-chinese", $"'{zh[0]}' holds no Chinese character (columns swapped? --columns zh=…,en=…)")
            : Array.Find(statuses, static s => Status(s) is null) is { } bad ? ("bad-status", $"status '{bad}' is not known; use preferred, admitted, deprecated, superseded, proposed or forbidden")
            : default;
        if (fault.Item1 is not null)
        {
            log.Refuse(place, zh.FirstOrDefault() ?? en.FirstOrDefault() ?? "", fault.Item1, fault.Item2);
            yield break;
        }

        var extra = columns.Rest.Where(c => c.Index < row.Cells.Length && row.Cells[c.Index].Trim().Length > 0)
            .DistinctBy(static c => c.Name)
            .ToImmutableSortedDictionary(static c => c.Name, c => row.Cells[c.Index].Trim(), StringComparer.Ordinal);
        var domain = columns.Cell(row, "domain");
        var id = columns.Cell(row, "concept") is { Length: > 0 } said ? said : ConceptId.For(zh[0], domain);
        foreach (var chinese in zh)
        {
            for (var i = 0; i < en.Length; i++)
            {
                var status = statuses.Length == en.Length ? statuses[i] : statuses[0];
                yield return new Rendering
                {
                    Concept = id,
                    Zh = chinese,
                    ZhType = Kind(columns.Cell(row, "zh_type")),
                    En = en[i],
                    EnType = Kind(columns.Cell(row, "en_type")),
                    Status = Status(status)!.Value,
                    StatusAsWritten = status.Equals("forbidden", StringComparison.OrdinalIgnoreCase) ? "forbidden" : null,
                    When = [.. Split(columns.Cell(row, "when"))],
                    Check = EnumWord.Parse<CheckMode>(columns.Cell(row, "check")) ?? CheckMode.Default,
                    Domain = domain,
                    Pos = columns.Cell(row, "pos"),
                    Region = columns.Cell(row, "region"),
                    Pinyin = columns.Cell(row, "pinyin"),
                    Definition = columns.Cell(row, "definition"),
                    Note = columns.Cell(row, "note"),
                    See = columns.Cell(row, "see"),
                    Client = columns.Cell(row, "client"),
                    By = columns.Cell(row, "by"),
                    Date = columns.Cell(row, "date"),
                    Extra = extra,
                    Location = place,
                };
            }
        }
    }

    private static bool IsYes(string cell) => cell.ToLowerInvariant() is "yes" or "true" or "1" or "x" or "是";

    private static string[] Split(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The status that a word means, also those of UTX; null where it is none.</summary>
    internal static TermStatus? Status(string word) => word.Trim().ToLowerInvariant() switch
    {
        "" => TermStatus.Proposed,
        "approved" => TermStatus.Preferred,
        "provisional" => TermStatus.Proposed,
        "non-standard" => TermStatus.Admitted,
        "首选" or "推荐" or "bevorzugt" => TermStatus.Preferred,
        "允许" or "可用" or "许用" or "zugelassen" or "erlaubt" => TermStatus.Admitted,
        "禁用" or "禁止" or "不推荐" or "not recommended" or "verboten" => TermStatus.Deprecated,
        "废弃" or "淘汰" or "旧称" or "veraltet" => TermStatus.Superseded,
        "建议" or "待定" or "待审" or "vorgeschlagen" => TermStatus.Proposed,
        var other => Tbx.TbxNames.Status(other),
    };

    private static TermType Kind(string word) =>
        EnumWord.Parse<TermType>(word) ?? Tbx.TbxNames.Kind(word) ?? TermType.Full;
}
