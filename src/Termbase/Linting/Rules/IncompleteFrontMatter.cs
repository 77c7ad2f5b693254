using System.Globalization;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A published translation whose front matter lacks something. See <c>IncompleteFrontMatter.md</c>.</summary>
public sealed partial class IncompleteFrontMatter : DocumentRule
{
    private static readonly (string Name, string[] Labels, Severity? AtMost)[] Wanted =
    [
        ("source", ["Source", "Publisher", "来源"], null), ("translation date", ["Translation Date", "Date Translated", "翻译日期"], null),
        ("translator", ["Translator", "Translators", "译者"], null), ("editor", ["Editor", "Editors", "Reviewer", "Reviewers", "Proofreader", "编辑", "审校", "校对"], null),
        ("author", ["Author", "Authors", "Issuing Body", "Issuing Authority", "Issued By", "Issuer", "Promulgated By", "作者", "发文机关", "发布机关"], Severity.Info),
    ];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB335", "incomplete-front-matter", "译文信息不全", "Front matter that lacks something", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        var blocks = document.Document.Blocks.Where(static b => b.Kind == BlockKind.FrontMatter && b.Label.Length > 0).ToList();
        var labels = blocks.Select(static b => b.Label).ToHashSet(StringComparer.OrdinalIgnoreCase);

        // A translation tells its title and who, when or from what it was made; other documents are not asked.
        var title = blocks.Where(static b => b.Label is "Title" or "Original Title" or "标题" or "题目").ToList();
        if (title.Count == 0 || Wanted[..3].Count(w => Array.Exists(w.Labels, labels.Contains)) < 2)
        {
            return;
        }

        var first = title.Find(b => !string.Equals(b.Text, b.Label, StringComparison.OrdinalIgnoreCase)) ?? title[0];
        var there = blocks.DistinctBy(static b => b.Label, StringComparer.OrdinalIgnoreCase).ToList();
        // One gap is one thing to fill, told where it would be filled: below the last field.
        if (Wanted.Where(w => !Array.Exists(w.Labels, labels.Contains)).ToList() is { Count: > 0 } lacks)
        {
            var names = lacks.ConvertAll(static w => w.Name);
            context.Report(
                document, there[^1], new TextSpan(0, there[^1].Text.Length), $"the front matter names no {Joined(names)}, only {string.Join(", ", there.Select(static b => b.Label))}",
                f => f with { En = [.. names], Identity = string.Join(", ", names), Related = [.. there[..^1].Select(b => new RelatedPlace(document.Document.Locate(b, new TextSpan(0, b.Text.Length)), b.Label))] },
                lacks.Exists(static w => w.AtMost is null) ? null : Severity.Info);
        }

        Empty(document, blocks, context);
        Dates(document, blocks, context);
        Order(document, blocks, context);
        if (!title.Exists(static b => Han.Contains(b.Text)))
        {
            context.Report(document, first, new TextSpan(0, first.Text.Length), "the title is not given in Chinese", f => f with { En = ["title"], Identity = "title" });
        }
    }

    private static string Joined(List<string> names) => names.Count == 1 ? names[0] : $"{string.Join(", ", names[..^1])} or {names[^1]}";

    // A label with nothing under it, or with what was to be filled in later.
    private static void Empty(LintDocument document, List<Block> blocks, LintContext context)
    {
        foreach (var field in blocks.GroupBy(static b => b.Label, StringComparer.OrdinalIgnoreCase))
        {
            var values = field.Where(b => !b.Text.Trim(' ', ':', '：', '*', '_').Equals(b.Label, StringComparison.OrdinalIgnoreCase)).ToList();
            if (values.TrueForAll(static b => Blank().IsMatch(b.Text)))
            {
                var block = values.Count > 0 ? values[0] : field.First();
                context.Report(document, block, new TextSpan(0, block.Text.Length), $"nothing is given under \"{field.Key}\"", f => f with { En = [field.Key], Identity = $"{field.Key} empty" });
            }
        }
    }

    [GeneratedRegex(@"^[\W_]*(?:(?:TBD|TBC|TODO|XX+|to be (?:added|filled in|confirmed|determined))[\W_]*)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Blank();

    // Nothing is translated before it is issued.
    private static void Order(LintDocument document, List<Block> blocks, LintContext context)
    {
        if (DocumentDate.Of(document.Document) is not { } issued || blocks.Find(static b => b.Label is "Translation Date" or "Date Translated" && BodyRegistry.Month(b.Text) is not null) is not { } block)
        {
            return;
        }

        if (Days(block.Text).FirstOrDefault() is var translated && translated != default
            && blocks.Where(b => !ReferenceEquals(b, block) && b.Label is "Source" or "Publication Date" or "Date").SelectMany(static b => Days(b.Text)).Where(d => d.Year == translated.Year && d.Month == translated.Month && d > translated).ToList() is [var later, ..])
        {
            context.Report(document, block, new TextSpan(0, block.Text.Length), string.Create(CultureInfo.InvariantCulture, $"translated before {later:MMMM d, yyyy}, which the source gives"), f => f with { En = [block.Text] });
        }
        else if (BodyRegistry.Month(block.Text) < issued)
        {
            context.Report(document, block, new TextSpan(0, block.Text.Length), string.Create(CultureInfo.InvariantCulture, $"translated before the document was issued ({issued:MMMM yyyy})"), f => f with { En = [block.Text] });
        }
    }

    private static IEnumerable<DateOnly> Days(string text) =>
        Date().Matches(text).Select(static m => DateOnly.TryParse(m.Value, CultureInfo.InvariantCulture, out var day) && !m.Value.Contains('/', StringComparison.Ordinal) ? day : default).Where(static d => d != default);

    // Dates of the front matter in one form; what stands in an address is no date of it.
    private static void Dates(LintDocument document, List<Block> blocks, LintContext context)
    {
        var forms = blocks.Where(static b => !b.Label.EndsWith("Title", StringComparison.Ordinal)).SelectMany(static b => Date().Matches(b.Text).Select(m => (Block: b, Match: m, Form: m.Groups.Keys.First(k => k.Length > 1 && m.Groups[k].Success))))
            .GroupBy(static d => d.Form, StringComparer.Ordinal).OrderByDescending(static g => g.Count()).ToList();
        foreach (var (block, match, _) in forms.Skip(1).Select(static g => g.First()))
        {
            context.Report(
                document, block, new TextSpan(match.Index, match.Length), $"a date in another form than \"{forms[0].First().Match.Value}\"",
                f => f with { En = [match.Value, forms[0].First().Match.Value], Identity = match.Value });
        }
    }

    private const string Months = "(?:January|February|March|April|May|June|July|August|September|October|November|December)";

    [GeneratedRegex(@"(?<![/\d\-])(?:(?<monthfirst>" + Months + @" \d{1,2}, \d{4})|(?<dayfirst>\d{1,2} " + Months + @",? \d{4})|(?<iso>\d{4}-\d{2}-\d{2})|(?<short>(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.? \d{1,2}, \d{4})|(?<slashed>\d{1,2}/\d{1,2}/\d{4}))(?![/\d\-])", RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
