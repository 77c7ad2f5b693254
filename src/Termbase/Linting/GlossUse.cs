using System.Globalization;
using Termbase.Languages;
using Termbase.Mining;

namespace Termbase.Linting;

/// <summary>A gloss in a document, with the forms by which it is compared. Immutable.</summary>
internal sealed class GlossUse(MinedPair pair, bool isPublished)
{
    public MinedPair Pair { get; } = pair;

    public bool IsPublished { get; } = isPublished;

    /// <summary>The Chinese, normalised (<see cref="TermbaseView.ChineseKey"/>).</summary>
    public string Key { get; } = TermbaseView.ChineseKey(pair.Zh);

    private string? _characters;

    /// <summary>Its Chinese characters alone, Simplified.</summary>
    public string Characters => _characters ??= ChineseScript.ToSimplified(Han.IsAll(Pair.Zh) ? Pair.Zh : string.Concat(Pair.Zh.Where(Han.IsHan)));

    public EnglishForm Form { get; } = EnglishForm.Of(pair.En);

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
