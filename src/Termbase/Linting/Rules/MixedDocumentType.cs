using System.Collections.Frozen;
using System.Globalization;
using Termbase.Languages;
using Termbase.Mining;

namespace Termbase.Linting.Rules;

/// <summary>One Chinese type of document under two English ones in the titles of a document. See <c>MixedDocumentType.md</c>.</summary>
public sealed class MixedDocumentType : DocumentRule
{
    // The longest ending counts: 指导意见 has an English of its own.
    private static readonly string[] Types =
        ["指导意见", "实施细则", "规划纲要", "意见", "规划", "计划", "方案", "纲要", "办法", "条例", "规定", "细则", "通知", "决定", "公告", "指南", "目录", "标准", "要点"];

    private static readonly FrozenSet<string> English = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "opinion", "guideline", "view", "suggestion", "plan", "program", "programme", "scheme", "proposal", "outline", "measure", "method", "procedure", "regulation", "rule", "provision",
        "stipulation", "ordinance", "notice", "circular", "notification", "decision", "announcement", "guide", "catalog", "catalogue", "directory", "standard", "planning", "roadmap", "blueprint", "framework", "approach");

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB358", "mixed-document-type", "同一文种译名不一", "One type of document under two English names", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        var titles = document.Pairs.Where(static p => p.En.Length > 0 && (p.Kind == GlossKind.Title || p.Zh.Contains('《', StringComparison.Ordinal)))
            .Select(static p => (Pair: p, Type: TypeOf(p.Zh), Heads: HeadsOf(p.En)))
            .Where(static t => t.Type is not null && t.Heads.Count == 1)
            .GroupBy(static t => t.Type!, StringComparer.Ordinal);
        foreach (var type in titles)
        {
            var heads = type.GroupBy(static t => t.Heads[0], StringComparer.Ordinal).OrderByDescending(static g => g.Select(static t => t.Pair.Zh).Distinct(StringComparer.Ordinal).Count()).ToList();
            foreach (var other in heads.Skip(1))
            {
                // One title in two forms is reported as that.
                var pair = other.First().Pair;
                context.Report(
                    pair.EnLocation,
                    $"{type.Key} is \"{other.Key}\" here, elsewhere \"{heads[0].Key}\" ×{heads[0].Count().ToString(CultureInfo.InvariantCulture)}: \"{pair.En}\", \"{heads[0].First().Pair.En}\"",
                    f => f with
                    {
                        Zh = [type.Key, pair.Zh],
                        En = [pair.En, heads[0].First().Pair.En],
                        Identity = $"{type.Key}|{other.Key}|{heads[0].Key}",
                        Related = [.. other.Skip(1).Concat(heads[0]).Select(static t => new RelatedPlace(t.Pair.EnLocation, $"here \"{t.Pair.En}\""))],
                    });
            }
        }
    }

    private static string? TypeOf(string zh)
    {
        var text = ChineseScript.ToSimplified(zh).TrimEnd('》', '”', '"', ')', '）', ' ');
        var bracket = text.LastIndexOfAny(['(', '（']);
        text = bracket > 4 ? text[..bracket].TrimEnd() : text;
        var found = Array.Find(Types, t => text.EndsWith(t, StringComparison.Ordinal));

        // 规划和远景目标纲要 is two types in one title.
        return found is null || Types.Any(t => t.Length == 2 && !found.Contains(t, StringComparison.Ordinal) && text.LastIndexOf(t, StringComparison.Ordinal) is > 0 and var at && at + 8 > text.Length) ? null : found;
    }

    private static List<string> HeadsOf(string english) =>
    [
        .. english.Split([' ', ',', '(', ')', '"', '“', '”', '*'], StringSplitOptions.RemoveEmptyEntries).Where(static w => char.IsUpper(w[0]))
            .Select(static w => EnglishForm.Stem(w.ToLowerInvariant())).Where(English.Contains).Distinct(StringComparer.Ordinal),
    ];
}
