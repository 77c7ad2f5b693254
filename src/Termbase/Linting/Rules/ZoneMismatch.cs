using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Languages;
using Termbase.Mining;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A zone, park, base or belt whose English is that of another kind. See <c>ZoneMismatch.md</c>.</summary>
public sealed partial class ZoneMismatch : DocumentRule
{
    // What a zone is for: the endings of its Chinese (the longest first) and the stems that its English has one of.
    private static readonly (string[] Zh, string[] En)[] Purposes =
    [
        (["自由贸易试验区", "自贸试验区", "自由贸易区", "自由贸易港", "自贸区", "自贸港"], ["free trade", "free-trade", "FTZ", "FTA", "FTP"]),
        (["综合保税区", "保税港区", "保税物流园区", "保税区", "综保区"], ["bonded"]),
        (["高新技术产业开发区", "高新技术产业园区", "高新技术开发区", "高新区"], ["high-tech", "high tech", "hi-tech", "high-technology", "high technology", "high and new", "new and high"]),
        (["经济技术开发区", "经济开发区", "经开区"], ["economic"]),
        (["示范区", "示范园区", "示范基地", "示范园"], ["demonstration", "demo ", "model", "exemplar", "showcase"]),
        (["先行示范区", "先行区", "先导区"], ["pilot", "pioneer", "lead", "vanguard", "precursor", "first", "forerunner", "trailblaz", "advance", "early"]),
        (["试验区", "试点区", "实验区"], ["pilot", "experiment", "trial", "test"]),
    ];

    // What it is: the heads of English that may stand for it; the heads of the others may not.
    private static readonly (string[] Zh, string[] En)[] Kinds =
    [
        (["基地"], ["base", "center", "hub", "site"]), (["园区"], ["park", "zone", "area"]), (["产业园", "科技园", "工业园", "物流园", "创业园", "示范园", "生态园"], ["park", "garden"]),
        (["经济带", "产业带", "示范带"], ["belt"]), (["走廊"], ["corridor"]), (["城市群"], ["cluster", "agglomeration", "group"]), (["都市圈"], ["area", "circle", "region"]),
        (["新区"], ["area", "district", "zone"]), (["开发区", "高新区", "经开区"], ["zone", "area", "district", "park"]), (["示范区", "试验区", "先行区", "合作区", "集聚区", "功能区", "核心区", "保税区", "自贸区"], ["zone", "area", "district", "region", "cluster", "core"]),
    ];

    private static readonly string[] Heads = ["base", "park", "zone", "area", "belt", "corridor", "district", "cluster"];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB355", "zone-mismatch", "园区种类与中文不符", "A zone, park or base that is another kind in the Chinese", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        Purposed(document, context);
        foreach (var pair in document.Pairs.Where(static p => p.En.Length > 0 && p.Confidence >= (char.IsUpper(p.En[0]) ? 0.35 : 0.7) && Han.Count(p.Zh) <= 30))
        {
            var zh = ChineseScript.ToSimplified(string.Concat(pair.Zh.Where(Han.IsHan)));
            if ((OtherPurpose(zh, pair.En) ?? OtherKind(zh, pair.En)) is { } why)
            {
                context.Report(pair.EnLocation, $"{why}: {pair.Zh} is glossed as \"{pair.En}\"", f => f with { Zh = [pair.Zh], En = [pair.En], Identity = $"{pair.Zh}|{pair.En}" });
            }
        }
    }

    // "the demonstration zone for cross-strait trade (两岸贸易试验区)": the gloss is of the zone, though what is near is its purpose.
    private static void Purposed(LintDocument document, LintContext context)
    {
        foreach (var block in document.Document.Blocks.Where(static b => b.Kind is BlockKind.Paragraph or BlockKind.ListItem && b.Text.AsSpan().IndexOfAny('区', '基') >= 0))
        {
            foreach (Match match in ZoneFor().Matches(block.Text))
            {
                var zh = ChineseScript.ToSimplified(match.Groups["zh"].Value);
                var en = match.Groups["en"];
                var whole = new TextSpan(en.Index, en.Length);
                if (!ZoneWord().IsMatch(match.Groups["rest"].Value) && !document.Pairs.Any(p => ReferenceEquals(p.Block, block) && p.EnSpan.Overlaps(whole) && p.Confidence >= 0.7 && p.ZhSpan.Overlaps(new TextSpan(match.Groups["zh"].Index, 1))) && OtherPurpose(zh, $"{en.Value} {match.Groups["rest"].Value}") is { } why)
                {
                    context.Report(document, block, whole, $"{why}: {zh} is glossed as \"{en.Value}\"", f => f with { Zh = [match.Groups["zh"].Value], En = [en.Value], Identity = $"{zh}|{en.Value}" });
                }
            }
        }
    }

    [GeneratedRegex(@"\b(?<en>(?:demonstration|pilot|experimental|trial|test|bonded|free trade|high-tech|model) (?:zones?|parks?|areas?|bases?|districts?)) (?:for|of|in|on) (?<rest>[^()（）.;,]{3,80}) [(（](?<zh>\p{IsCJKUnifiedIdeographs}{4,30})[)）]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ZoneFor();

    // Only English that says another purpose; a short name that says none is no mistake.
    private static string? OtherPurpose(string zh, string english)
    {
        var mine = Array.Find(Purposes, p => p.Zh.Any(z => zh.EndsWith(z, StringComparison.Ordinal)));
        if (mine.Zh is null || Has(english, mine.En))
        {
            return null;
        }

        // 国家高新区示范区: every purpose that the Chinese names is its own.
        var other = Array.Find(Purposes, p => p != mine && Has(english, p.En) && !p.Zh.Any(z => zh.Contains(z, StringComparison.Ordinal)) && !(p.En[0] == "economic" && zh.Contains("经济", StringComparison.Ordinal))
            && !zh.Contains("试点", StringComparison.Ordinal));
        return other.Zh is null || !ZoneWord().IsMatch(english) ? null : $"{mine.Zh[^1]} is \"{mine.En[0].Trim()}\", not \"{Array.Find(other.En, e => Has(english, [e]))!.Trim()}\"";
    }

    private static string? OtherKind(string zh, string english)
    {
        var mine = Array.Find(Kinds, k => k.Zh.Any(z => zh.EndsWith(z, StringComparison.Ordinal)));
        if (mine.Zh is null || mine.En.Any(e => Equivalents.HasStem(english, e)) || english.All(static c => !char.IsAsciiLetterLower(c)))
        {
            return null;
        }

        // "Bonds of the X Park": the word before "of" counts where it is a kind of zone, else the last one.
        var words = Words().Matches(english).Select(static m => m.Value.ToLowerInvariant().TrimEnd('s')).ToList();
        var link = words.FindIndex(static w => w is "of" or "for" or "in");
        var head = words.Count == 0 ? "" : link > 0 && Heads.Contains(words[link - 1], StringComparer.Ordinal) ? words[link - 1] : words[^1];
        return Heads.Contains(head, StringComparer.Ordinal) ? $"{Array.Find(mine.Zh, z => zh.EndsWith(z, StringComparison.Ordinal))} is a {mine.En[0]}, not a {head}" : null;
    }

    private static bool Has(string english, string[] stems) => stems.Any(s => english.Contains(s, s.All(char.IsAsciiLetterUpper) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"\b(?:zones?|parks?|areas?|bases?|ports?|districts?|regions?|gardens?)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ZoneWord();

    [GeneratedRegex(@"[\p{L}\-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
