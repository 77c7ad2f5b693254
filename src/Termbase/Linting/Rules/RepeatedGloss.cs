using System.Globalization;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Mining;

namespace Termbase.Linting.Rules;

/// <summary>The same Chinese glossed again with the same English. See <c>RepeatedGloss.md</c>.</summary>
public sealed partial class RepeatedGloss : DocumentRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB341", "repeated-gloss", "重复加注中文", "The same Chinese given again", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        // A foreword and an annex are read by themselves too, and may want it again.
        var front = document.Document.Blocks.LastOrDefault(static b => b.Kind == BlockKind.FrontMatter)?.Index ?? -1;
        var annex = document.Document.Blocks.FirstOrDefault(b => b.Index > front && b.Text.Length < 200 && Annex().IsMatch(b.Text))?.Index ?? int.MaxValue;

        // A table, a note and the front matter are read by themselves.
        var body = document.Reading.Uses.Where(static u => u.Pair is var p && p.Kind is GlossKind.Paren or GlossKind.Quoted && p.Block.Kind is BlockKind.Paragraph or BlockKind.ListItem && p.En.Length > 0)
            .GroupBy(static u => (u.Key, u.Form.Key), static u => u.Pair).Where(static g => g.Count() > 1);
        var chinese = document.Reading.Uses.Select(static u => (u.Form.Key, Zh: u.Key)).Distinct().ToLookup(static u => u.Key, static u => u.Zh, StringComparer.Ordinal);
        foreach (var group in body)
        {
            // Where another Chinese has the same English, the gloss tells the two apart.
            if (chinese[group.Key.Item2].Any(zh => zh != group.Key.Item1))
            {
                continue;
            }

            var (second, count) = (group.ElementAt(1), group.Count());
            context.Report(
                second.ZhLocation, string.Create(CultureInfo.InvariantCulture, $"{second.Zh} is given with \"{second.En}\" {count} times; the first is enough"),
                f => f with
                {
                    Zh = [second.Zh],
                    En = [second.En],
                    Identity = $"{second.Zh}|{second.En}",
                    Related = [.. group.Where(p => !ReferenceEquals(p, second)).Select(static p => new RelatedPlace(p.ZhLocation, "here"))],
                },
                group.Count(p => p.Block.Index > front && p.Block.Index < annex) > 1 ? null : Severity.Info);
        }
    }

    [GeneratedRegex(@"^(?:Attachment|Annex|Appendix)(?: [\dA-Z]{1,3})?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Annex();
}
