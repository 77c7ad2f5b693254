using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Linting;

/// <summary>
/// What somebody decided, by normalised Chinese: the rows that lint may insist on. Immutable and thread-safe.
/// </summary>
internal sealed class TermbaseView
{
    private static readonly ConditionalWeakTable<Glossary, TermbaseView> Made = [];

    private readonly FrozenDictionary<string, ImmutableArray<(Rendering Row, EnglishForm Form)>> _decided;
    private readonly FrozenSet<string> _off;
    private readonly ILookup<string, string> _concepts;

    private TermbaseView(Glossary glossary)
    {
        _decided = glossary.Renderings.Where(static r => r.IsEnforced)
            .GroupBy(static r => ChineseKey(r.Zh), StringComparer.Ordinal)
            .ToFrozenDictionary(static g => g.Key, static g => g.Select(static r => (r, EnglishForm.Of(r.En))).ToImmutableArray(), StringComparer.Ordinal);
        _off = glossary.Renderings.Where(static r => r.Check == CheckMode.Off).Select(static r => ChineseKey(r.Zh)).ToFrozenSet(StringComparer.Ordinal);
        _concepts = glossary.Renderings.ToLookup(static r => ChineseKey(r.Zh), static r => r.Concept, StringComparer.Ordinal);
    }

    private static bool IsKept(char c) =>
        !char.IsWhiteSpace(c)
        && c is not ('"' or '\'' or '《' or '》' or '〈' or '〉' or '「' or '」' or '『' or '』')
        && char.GetUnicodeCategory(c) is not (UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation);

    /// <summary>Made once for a termbase.</summary>
    public static TermbaseView Of(Glossary glossary) => Made.GetValue(glossary, static g => new TermbaseView(g));

    /// <summary>
    /// Equal for the same Chinese: width, Simplified and Traditional, quotes, title marks and inner spaces apart.
    /// </summary>
    public static string ChineseKey(string zh)
    {
        var folded = ChineseScript.ToSimplified(Normalizer.Key(zh));
        return folded.AsSpan().ContainsAnyExceptInRange('\u3400', '\u9FFF') ? string.Concat(folded.Where(IsKept)) : folded;
    }

    /// <summary>Whether the termbase has the Chinese in any row.</summary>
    public bool Knows(string chineseKey) => _concepts.Contains(chineseKey);

    /// <summary>Whether the Chinese is shown but never linted (<c>check</c> = off).</summary>
    public bool IsOff(string chineseKey) => _off.Contains(chineseKey);

    /// <summary>The rows decided for this Chinese.</summary>
    public ImmutableArray<(Rendering Row, EnglishForm Form)> Decided(string chineseKey) => _decided.GetValueOrDefault(chineseKey, []);

    /// <summary>Whether somebody decided that this Chinese may be rendered with these words.</summary>
    public bool Has(string chineseKey, EnglishForm english)
    {
        foreach (var (row, form) in Decided(chineseKey))
        {
            if (row.IsAcceptable && form.CompareTo(english) == RenderingRelation.Same)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether two Chinese terms stand in one concept.</summary>
    public bool AreOneConcept(string chineseKey, string other) => _concepts[chineseKey].Intersect(_concepts[other], StringComparer.Ordinal).Any();
}
