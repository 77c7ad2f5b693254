using System.Globalization;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>The title of an issued document that is not italic where others are. See <c>UprightTitle.md</c>.</summary>
public sealed class UprightTitle : DocumentRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB351", "upright-title", "文件名未用斜体", "The title of an issued document not in italics", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        // Text without italics (most PDF text) says nothing of them; where most titles are upright, that is the style.
        var titles = document.Reading.Titles;
        var italic = titles.Count(static t => t.IsItalic);
        var upright = titles.Where(static t => !t.IsItalic).ToList();
        if (italic < 2 || upright.Count == 0 || upright.Count > italic)
        {
            return;
        }

        foreach (var group in upright.GroupBy(static t => EnglishForm.Of(t.Text).Key, StringComparer.Ordinal))
        {
            var title = group.First();
            context.Report(
                document, title.Block, title.Span, string.Create(CultureInfo.InvariantCulture, $"\"{title.Text}\" is not in italics; {italic} other titles are"),
                f => f with
                {
                    En = [title.Text],
                    Zh = title.Zh.Length > 0 ? [title.Zh] : [],
                    Identity = title.Text,
                    Related = [.. group.Skip(1).Select(t => new RelatedPlace(document.Document.Locate(t.Block, t.Span), "here"))],
                });
        }
    }
}
