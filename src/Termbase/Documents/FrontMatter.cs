using System.Collections.Frozen;

namespace Termbase.Documents;

/// <summary>The labels under which published translations give their title, source and people.</summary>
internal static class FrontMatter
{
    // How far behind a label the next one may stand, in blocks, and how far from the top the first.
    private const int Reach = 12;
    private const int Top = 60;

    private static readonly FrozenDictionary<string, string> Labels = new[]
    {
        "Title", "Original Title", "Source", "Author", "Authors", "Publisher", "Publication", "Date", "Publication Date", "Date Published", "Translation Date",
        "Date Translated", "Translator", "Translators", "Editor", "Editors", "Reviewer", "Series", "Document", "Issuing Body", "Issued By",
        "标题", "题目", "来源", "作者", "译者", "编辑", "审校", "日期", "发布日期", "翻译日期", "出版", "发文机关",
    }.ToFrozenDictionary(label => label, StringComparer.OrdinalIgnoreCase);

    /// <summary>The label that a whole line is, with or without a colon; else null.</summary>
    public static string? LabelOf(string line) =>
        line.Length <= 24 && Labels.TryGetValue(line.TrimEnd(':', '：', ' '), out var label) ? label : null;

    /// <summary>The label that a line begins with ("Title: …") and the length of it with its colon and spaces; else null.</summary>
    public static (string Label, int Length)? InlineLabel(string line)
    {
        // Markdown sets the label off: **Title:** … and **Title**: …
        var colon = line.AsSpan(0, Math.Min(line.Length, 28)).IndexOfAny(':', '：');
        if (colon <= 0 || !Labels.TryGetValue(line[..colon].Trim().Trim('*', '_'), out var label))
        {
            return null;
        }

        var length = colon + 1;
        while (length < line.Length && line[length] is ' ' or '\t' or '*' or '_')
        {
            length++;
        }

        return length < line.Length ? (label, length) : null;
    }

    /// <summary>
    /// For each of a document's lines the label it stands under, "" for none. One label alone is no front matter; the last label has one value.
    /// </summary>
    /// <param name="lines">The lines that are not empty, and whether an empty one stands before each.</param>
    public static string[] Assign(IReadOnlyList<(string Text, bool AfterBlank)> lines)
    {
        var labels = new string[lines.Count];
        Array.Fill(labels, "");
        var found = new List<int>();
        for (var i = 0; i < lines.Count && (found.Count == 0 ? i < Top : i <= found[^1] + Reach); i++)
        {
            if (LabelOf(lines[i].Text.TrimStart('#', ' ', '*').TrimEnd('*', ' ')) is not null || InlineLabel(lines[i].Text) is not null)
            {
                found.Add(i);
            }
        }

        if (found.Count < 2)
        {
            return labels;
        }

        for (var n = 0; n < found.Count; n++)
        {
            var text = lines[found[n]].Text;
            var inline = InlineLabel(text);
            var label = inline?.Label ?? LabelOf(text.TrimStart('#', ' ', '*').TrimEnd('*', ' '))!;
            var next = n + 1 < found.Count ? found[n + 1] : lines.Count;
            for (var i = found[n]; i < next; i++)
            {
                // The value of the last label is what stands right under it.
                var start = inline is null ? found[n] + 1 : found[n];
                if (n + 1 == found.Count && i > start && lines[i].AfterBlank)
                {
                    break;
                }

                labels[i] = label;
            }
        }

        return labels;
    }
}
