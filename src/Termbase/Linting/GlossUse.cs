using System.Globalization;
using System.Text.RegularExpressions;
using Termbase.Languages;
using Termbase.Mining;

namespace Termbase.Linting;

/// <summary>A gloss in a document, with the forms by which it is compared. Immutable.</summary>
internal sealed partial class GlossUse(MinedPair pair, bool isPublished)
{
    public MinedPair Pair { get; } = pair;

    public bool IsPublished { get; } = isPublished;

    /// <summary>The Chinese, normalised (<see cref="TermbaseView.ChineseKey"/>).</summary>
    public string Key { get; } = TermbaseView.ChineseKey(pair.Zh);

    private string? _characters;

    /// <summary>Its Chinese characters alone, Simplified.</summary>
    public string Characters => _characters ??= ChineseScript.ToSimplified(Han.IsAll(Pair.Zh) ? Pair.Zh : string.Concat(Pair.Zh.Where(Han.IsHan)));

    public EnglishForm Form { get; } = EnglishForm.Of(pair.En);

    /// <summary>Whether the Chinese is an amount and what it counts (312家企业, 3亿元): it says nothing of a term. 863计划 is a name.</summary>
    public bool IsFigure => Key.Length > 1 && (char.IsAsciiDigit(Key[0]) || char.IsAsciiDigit(Key[1])) && Counted().IsMatch(Key);

    [GeneratedRegex(@"^[约近超达逾]?\d[\d.,]* ?[余多]?[十百千万亿]*[余多]?(?:(?:元|亩|吨|米|公里|千米|公顷|平方|立方|千瓦|兆瓦|度|倍|岁|天|年|个?月|小时|分钟|%|％)|[家个名人户只台套所座条辆艘架批位张件次])\p{IsCJKUnifiedIdeographs}{0,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    /// <summary>The Chinese of each group with its count.</summary>
    public static string List(IEnumerable<List<GlossUse>> groups) =>
        string.Join(", ", groups.Select(static g => string.Create(CultureInfo.InvariantCulture, $"{g[0].Pair.Zh} ×{g.Count}")));
}

/// <summary>The uses with the same words, named by the commonest way to write them.</summary>
internal sealed record Wording(string Text, List<GlossUse> Uses)
{
    /// <summary>In the order of first use.</summary>
    public static List<Wording> Group(IEnumerable<GlossUse> uses) =>
    [
        .. uses.GroupBy(static use => use.Form.Key, StringComparer.Ordinal)
            .Select(static g => new Wording(g.GroupBy(static u => u.Pair.En, StringComparer.Ordinal).MaxBy(static t => t.Count())!.Key, [.. g])),
    ];

    public static string List(List<Wording> wordings) =>
        string.Join(", ", wordings.Select(static w => string.Create(CultureInfo.InvariantCulture, $"\"{w.Text}\" ×{w.Uses.Count}")));

    public RenderingRelation Worst(List<Wording> others) => others.Max(other => Uses[0].Form.CompareTo(other.Uses[0].Form));
}
