using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Linting;

/// <summary>
/// What somebody decided, by normalised Chinese: the rows that lint may insist on. Immutable and thread-safe.
/// </summary>
internal sealed class TermbaseView
{
    private readonly FrozenDictionary<string, ImmutableArray<(Rendering Row, EnglishForm Form)>> _decided;
    private readonly FrozenSet<string> _off;
    private readonly ILookup<string, string> _concepts;

    public TermbaseView(Glossary glossary)
    {
        _decided = glossary.Renderings.Where(static r => r.IsEnforced)
            .GroupBy(static r => ChineseKey(r.Zh), StringComparer.Ordinal)
            .ToFrozenDictionary(static g => g.Key, static g => g.Select(static r => (r, EnglishForm.Of(r.En))).ToImmutableArray(), StringComparer.Ordinal);
        _off = glossary.Renderings.Where(static r => r.Check == CheckMode.Off).Select(static r => ChineseKey(r.Zh)).ToFrozenSet(StringComparer.Ordinal);
        _concepts = glossary.Renderings.ToLookup(static r => ChineseKey(r.Zh), static r => r.Concept, StringComparer.Ordinal);
    }

    /// <summary>
    /// Equal for the same Chinese: width, Simplified and Traditional, quotes, title marks and inner spaces apart.
    /// </summary>
    public static string ChineseKey(string zh)
    {
        var folded = ChineseScript.ToSimplified(Normalizer.Key(zh));
        return string.Concat(folded.Where(static c =>
            !char.IsWhiteSpace(c)
            && c is not ('"' or '\'' or '《' or '》' or '〈' or '〉' or '「' or '」' or '『' or '』')
            && char.GetUnicodeCategory(c) is not (UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation)));
    }

    /// <summary>Whether the Chinese is shown but never linted (<c>check</c> = off).</summary>
    public bool IsOff(string chineseKey) => _off.Contains(chineseKey);

    /// <summary>The rows decided for this Chinese.</summary>
    public ImmutableArray<(Rendering Row, EnglishForm Form)> Decided(string chineseKey) => _decided.GetValueOrDefault(chineseKey, []);

    /// <summary>Whether somebody decided that this Chinese may be rendered with these words.</summary>
    public bool Has(string chineseKey, EnglishForm english) =>
        Decided(chineseKey).Any(d => d.Row.IsAcceptable && d.Form.CompareTo(english) == RenderingRelation.Same);

    /// <summary>Whether two Chinese terms stand in one concept.</summary>
    public bool AreOneConcept(string chineseKey, string other) => _concepts[chineseKey].Intersect(_concepts[other], StringComparer.Ordinal).Any();
}
