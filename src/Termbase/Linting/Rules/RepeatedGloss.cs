using System.Globalization;
using Termbase.Documents;
using Termbase.Mining;

namespace Termbase.Linting.Rules;

/// <summary>The same Chinese glossed again with the same English. See <c>RepeatedGloss.md</c>.</summary>
public sealed class RepeatedGloss : DocumentRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB341", "repeated-gloss", "重复加注中文", "The same Chinese given again", Severity.Info);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        // A table, a note and the front matter are read by themselves.
        var body = document.Reading.Uses.Where(static u => u.Pair is var p && p.Kind is GlossKind.Paren or GlossKind.Quoted && p.Block.Kind is BlockKind.Paragraph or BlockKind.ListItem && p.En.Length > 0)
            .GroupBy(static u => (u.Key, u.Form.Key), static u => u.Pair).Where(static g => g.Count() > 1);
        foreach (var group in body)
        {
            var (second, count) = (group.ElementAt(1), group.Count());
            context.Report(
                second.ZhLocation, string.Create(CultureInfo.InvariantCulture, $"{second.Zh} is given with \"{second.En}\" {count} times; the first is enough"),
                f => f with
                {
                    Zh = [second.Zh],
                    En = [second.En],
                    Identity = $"{second.Zh}|{second.En}",
                    Related = [.. group.Where(p => !ReferenceEquals(p, second)).Select(static p => new RelatedPlace(p.ZhLocation, "here"))],
                });
        }
    }
}
