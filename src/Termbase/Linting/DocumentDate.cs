using Termbase.Documents;

namespace Termbase.Linting;

/// <summary>When a translated document was issued, as far as it says so itself. Thread-safe.</summary>
internal static class DocumentDate
{
    // Best first. The date of the translation says nothing of the document.
    private static readonly string[] Labels =
        ["Publication Date", "Date Published", "Date", "发布日期", "日期", "Issued By", "Issuing Body", "发文机关", "Publication", "Document", "Source", "来源", "Publisher", "出版"];

    // "Issued on May 3, 2016" stands near the top.
    private const int Top = 25;

    /// <summary>The first day of the month of issue, or null where the document tells none.</summary>
    public static DateOnly? Of(Document document)
    {
        var front = document.Blocks.Where(static b => b.Kind == BlockKind.FrontMatter).ToLookup(static b => b.Label, StringComparer.OrdinalIgnoreCase);
        foreach (var label in Labels)
        {
            if (front[label].Select(static b => BodyRegistry.Month(b.Text)).FirstOrDefault(static d => d is not null) is { } date)
            {
                return date;
            }
        }

        return document.Blocks.Take(Top).Where(static b => b.Kind is BlockKind.Paragraph or BlockKind.ListItem && b.Text.Length < 240 && IsAboutIssue(b.Text))
            .Select(static b => BodyRegistry.Month(b.Text)).FirstOrDefault(static d => d is not null);
    }

    private static bool IsAboutIssue(string text) =>
        text.Contains("issued", StringComparison.OrdinalIgnoreCase) || text.Contains("promulgated", StringComparison.OrdinalIgnoreCase) || text.Contains("adopted", StringComparison.OrdinalIgnoreCase)
        || text.Contains("published", StringComparison.OrdinalIgnoreCase) || text.Contains("released", StringComparison.OrdinalIgnoreCase) || text.Contains("印发", StringComparison.Ordinal) || text.Contains("发布", StringComparison.Ordinal);
}
