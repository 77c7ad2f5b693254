using Termbase.Model;

namespace Termbase.Workspaces.Merging;

/// <summary>Files as lines for <c>git diff</c>: one line for each rendering or unit, so that a diff shows what was decided rather than commas.</summary>
public static class TextConversion
{
    /// <summary>The rows of a glossary file as lines, in the order of the file.</summary>
    public static IEnumerable<string> Glossary(string text)
    {
        var table = new GlossaryTable(text);
        return table.Rows.Select(row => Line(table, row));
    }

    /// <summary>A unit as a line.</summary>
    public static string Unit(TranslationUnit unit)
    {
        var (by, on) = (unit.ChangedBy.Length > 0 ? unit.ChangedBy : unit.CreatedBy, unit.Changed ?? unit.Created);
        return OneLine(string.Join(' ', new[]
        {
            unit.Id, MemoryMerge.Label(unit), unit.Status == UnitStatus.Unknown ? "" : $"[{unit.Status.ToString().ToLowerInvariant()}]", by,
            on?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "", unit.Document,
        }.Where(static s => s.Length > 0)));
    }

    private static string Line(GlossaryTable table, TableRow row)
    {
        if (table.Kind != TableKind.Terms)
        {
            return OneLine(string.Join("; ", table.Csv.Header.Where(c => row[c].Length > 0).Select(c => $"{c}: {row[c]}")));
        }

        string[] said = ["concept", "zh", "en", "when", "status", "by", "date"];
        var decision = string.Join(' ', new[] { $"[{(row["status"].Length > 0 ? row["status"] : "proposed")}]", row["by"], row["date"] }.Where(static s => s.Length > 0));
        var rest = table.Csv.Header.Where(c => row[c].Length > 0 && Array.IndexOf(said, c) < 0).Select(c => $"; {c}: {row[c]}");
        return OneLine($"{row["concept"]} {GlossaryTable.Label(table.Kind, row)} {decision}{string.Concat(rest)}".Trim());
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
