namespace Termbase.Workspaces.Merging;

/// <summary>
/// The column <c>history</c>: decisions that a later or stronger one replaced, as <c>2025-03-01 wang: admitted</c>, joined by <c> | </c>.
/// </summary>
internal static class OverruledDecisions
{
    public const string Column = "history";
    private const string Separator = " | ";
    private const string Undated = "undated";

    public static string Entry(string date, string by, string what) =>
        $"{(date.Length > 0 ? Clean(date) : Undated)} {Clean(by)}: {(what.Length > 0 ? Clean(what) : "proposed")}";

    /// <summary>Both lists as one, each decision once, oldest first.</summary>
    public static string Union(string a, string b) =>
        a == b || b.Length == 0 ? a
        : a.Length == 0 ? b
        : string.Join(Separator, Split(a).Union(Split(b), StringComparer.Ordinal).Order(StringComparer.Ordinal));

    public static IEnumerable<(string Date, string By, string What)> Read(string cell)
    {
        foreach (var entry in Split(cell))
        {
            var space = entry.IndexOf(' ', StringComparison.Ordinal);
            var colon = entry.LastIndexOf(": ", StringComparison.Ordinal);
            if (space > 0 && colon > space)
            {
                var date = entry[..space];
                yield return (date == Undated ? "" : date, entry[(space + 1)..colon], entry[(colon + 2)..]);
            }
        }
    }

    private static string[] Split(string cell) => cell.Split(Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Clean(string text) => text.Replace('|', '/').ReplaceLineEndings(" ").Trim();
}
