using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Languages;
using Termbase.Mining;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>One Chinese type of document under two English ones in the titles of a document. See <c>MixedDocumentType.md</c>.</summary>
public sealed partial class MixedDocumentType : DocumentRule
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
        Itself(document, context);
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

    // "these Guidelines" in what its title calls Opinions. Another document's type stands in a title before it.
    private static void Itself(LintDocument document, LintContext context)
    {
        var blocks = document.Document.Blocks;
        var title = blocks.FirstOrDefault(static b => b.Kind == BlockKind.FrontMatter && b.Label.Equals("Title", StringComparison.OrdinalIgnoreCase) && !b.Text.Equals(b.Label, StringComparison.OrdinalIgnoreCase) && b.Text.Any(char.IsAsciiLetterLower))?.Text
            ?? blocks.FirstOrDefault(static b => b.Kind == BlockKind.Heading && b.Text.Length > 15)?.Text;
        var own = title is null ? [] : HeadsOf(title);
        if (own.Count == 0)
        {
            return;
        }

        var named = own.ToHashSet(StringComparer.Ordinal);
        foreach (var block in blocks.Where(static b => b.Kind is BlockKind.Paragraph or BlockKind.ListItem))
        {
            var at = 0;
            foreach (Match match in This().Matches(block.Text))
            {
                named.UnionWith(HeadsOf(block.Text[at..match.Index]));
                at = match.Index + match.Length;
                if (EnglishForm.Stem(match.Groups["type"].Value.ToLowerInvariant()) is var type && English.Contains(type) && !own.Contains(type) && (!named.Contains(type) || OwnGloss().IsMatch(block.Text, match.Index + match.Length)))
                {
                    context.Report(
                        document, block, new TextSpan(match.Index, match.Length), $"\"{match.Value}\": the title says \"{string.Join(' ', title!.Split(' ').Where(w => own.Contains(EnglishForm.Stem(w.ToLowerInvariant()))).Distinct())}\"",
                        f => f with { En = [match.Value, title!] });
                    named.Add(type);
                }
            }

            named.UnionWith(HeadsOf(Division().Replace(block.Text[at..], "")));
        }
    }

    [GeneratedRegex(@"\b(?:[Tt]his|[Tt]hese|[Tt]he [Pp]resent) (?:(?:Guiding|Action|Implementation|Implementing|Work|Development|Provisional|Interim) )?(?<type>\p{Lu}[a-z]+)(?! \p{Lu})\b", RegexOptions.CultureInvariant)]
    private static partial Regex This();

    // (本办法): the document itself, whatever else was named before.
    [GeneratedRegex(@"\G[”""]? ?[(（][“""]?本(?:办法|规定|条例|细则|意见|通知|方案|规划|计划|纲要|决定|指南|标准)[”""]?[)）]", RegexOptions.CultureInvariant)]
    private static partial Regex OwnGloss();

    // Provisions that are a chapter, not a document.
    [GeneratedRegex(@"\b(?:General|Supplementary|Supplemental|Final|Miscellaneous|Other|Additional|Transitional|Concluding|Common|Penal|Special|Basic) (?:Provisions|Rules|Regulations|Stipulations|Measures|Standards)(?=[.:]?$)", RegexOptions.CultureInvariant)]
    private static partial Regex Division();

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
