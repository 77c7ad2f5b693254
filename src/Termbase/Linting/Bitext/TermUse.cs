using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Termbase.Languages;
using Termbase.Model;
using Termbase.Recognition;

namespace Termbase.Linting.Bitext;

/// <summary>A concept of the termbase whose term stands in the source of a unit, and what stands for it in the target.</summary>
/// <param name="Rows">The enforced rows of the source term that hold here.</param>
/// <param name="Term">The term as the termbase writes it.</param>
/// <param name="Places">Where it stands in the source.</param>
/// <param name="Rendered">Where an accepted rendering stands in the target.</param>
/// <param name="Wrong">Where a rendering that must not be used stands in the target, and its row.</param>
/// <param name="IsInWords">Whether it stands only as a part of longer words (航空 in 航空公司), or is rendered only inside a longer English term of
/// another concept: the larger word may have a name of its own.</param>
/// <param name="IsInCompounds">Whether it is short, other Chinese stands close to it at each place, where usage may differ (航天博物馆, "space museum"), and nothing tells that it was
/// mistaken: no other term of the termbase stands in the target that the source does not have.</param>
internal sealed record TermUse(
    ImmutableArray<Rendering> Rows,
    string Term,
    ImmutableArray<TextSpan> Places,
    ImmutableArray<TextSpan> Rendered,
    ImmutableArray<(TextSpan Span, Rendering Row)> Wrong,
    bool IsInWords,
    bool IsInCompounds);

/// <summary>Finds the uses of terms in units, for the rules about terms. Immutable and thread-safe.</summary>
internal sealed class TermUses
{
    private static readonly ConditionalWeakTable<Glossary, Lazy<TermUses>> Made = [];

    private readonly Glossary _glossary;
    private readonly TermMatcher? _longest;
    private readonly TermMatcher? _all;

    private TermUses(Glossary glossary, TermCompiler compile)
    {
        _glossary = glossary;
        if (glossary.Renderings.Any(static r => r.IsEnforced))
        {
            // Rows that are not enforced take part: the longest term decides what a text is about.
            _longest = compile("", glossary);
            _all = _longest.With(new MatchPolicy { Nested = NestedTerms.All });
        }
    }

    /// <summary>Compiled once for a termbase.</summary>
    public static TermUses Of(LintContext context) => Made.GetValue(context.Glossary, g => new Lazy<TermUses>(() => new TermUses(g, context.Compiler))).Value;

    /// <summary>As <see cref="In"/>, read once for a unit; the list is not to be changed.</summary>
    public List<TermUse> Of(LintUnit unit)
    {
        if (!ReferenceEquals(unit.Reading.Terms.By, this))
        {
            unit.Reading.Terms = (this, In(unit));
        }

        return unit.Reading.Terms.Found;
    }

    /// <summary>The terms of the source of <paramref name="unit"/> that lint may insist on, in the order in which they first stand.</summary>
    public List<TermUse> In(LintUnit unit)
    {
        var uses = new List<TermUse>();
        if (_longest is null || _all is null)
        {
            return uses;
        }

        var (from, to) = unit.Unit.ZhIsSource ? (TermSide.Zh, TermSide.En) : (TermSide.En, TermSide.Zh);
        var terms = _longest.Match(unit.Reading.Source.Masked, from);
        if (terms.IsEmpty)
        {
            return uses;
        }

        var theirs = _all.Match(unit.Reading.Target.Masked, to);
        var inSource = terms.SelectMany(static t => t.Renderings).Select(static r => r.Concept).ToHashSet(StringComparer.Ordinal);
        var foreign = theirs.Where(t => !t.Renderings.Any(r => inSource.Contains(r.Concept))).ToList();
        var strange = foreign.Exists(static t => t.Renderings.Any(static r => r.IsEnforced));
        foreach (var term in terms.GroupBy(static t => t.Renderings[0].Concept, StringComparer.Ordinal))
        {
            var rows = term.SelectMany(static t => t.Renderings).Where(static r => r.IsEnforced).Distinct().ToImmutableArray();
            if (!rows.Any(static r => r.IsAcceptable) && !rows.Any(static r => r.Status is TermStatus.Deprecated or TermStatus.Superseded))
            {
                continue;
            }

            // A short form may stand for the full one and the reverse: any accepted form of the concept will do.
            var concepts = rows.Select(static r => r.Concept).ToHashSet(StringComparer.Ordinal);
            var wrong = theirs.SelectMany(static t => t.Renderings, static (t, row) => (t.Span, Row: row))
                .Where(t => t.Row.IsEnforced && !t.Row.IsAcceptable && rows.Contains(t.Row)).ToList();
            var rendered = theirs.Where(t => t.Renderings.Any(r => concepts.Contains(r.Concept) && r.IsAcceptable && (r.When.IsDefaultOrEmpty || rows.Contains(r))) || IsAlsoGood(rows, t)).Select(static t => t.Span).Distinct().ToImmutableArray();
            var own = rendered.RemoveAll(r => foreign.Exists(f => f.Span.Length > r.Length && f.Span.Start <= r.Start && f.Span.End >= r.End));
            wrong.RemoveAll(w => rendered.Any(r => r.Start <= w.Span.Start && r.End >= w.Span.End));
            uses.Add(new TermUse(
                rows, term.First().Term, [.. term.Select(static t => t.Span)], own, [.. wrong.DistinctBy(static w => w.Span)],
                (own.IsEmpty && !rendered.IsEmpty) || (from == TermSide.Zh && term.All(t => IsInWord(unit, t.Span))),
                from == TermSide.Zh && rows.All(static r => r.When.IsDefaultOrEmpty) && term.All(t => IsInCompound(unit.Reading.Source.Masked, t.Span)) && (!strange || HasTranslation(term.First().Term, unit.Reading.Target.Masked))));
        }

        return [.. uses.Select(use => Shared(use, uses))];
    }

    // 航空航天 is "aerospace", which is the rendering of 航天 and wrong for 航空 alone: what one term may be called is no fault of its neighbour.
    private static TermUse Shared(TermUse use, List<TermUse> all)
    {
        var others = all.Where(o => o != use && !o.Rendered.IsEmpty).ToList();
        var wrong = use.Wrong.RemoveAll(w => others.Exists(o => o.Rendered.Any(r => r.Start <= w.Span.Start && r.End >= w.Span.End)));
        var joined = use.Places.All(p => others.Exists(o => o.Places.Any(q => q.End == p.Start || q.Start == p.End)));
        return use with { Wrong = wrong, IsInWords = use.IsInWords || (wrong.Length < use.Wrong.Length && joined) };
    }

    /// <summary>The row to be used for the term, or null.</summary>
    public Rendering? Preferred(TermUse use) =>
        use.Rows.FirstOrDefault(static r => r.Status == TermStatus.Preferred)
        ?? use.Rows.FirstOrDefault(static r => r.IsAcceptable)
        ?? _glossary.Find(use.Rows[0].Concept)?.Renderings.FirstOrDefault(static r => r.Status == TermStatus.Preferred);

    private static bool IsInWord(LintUnit unit, TextSpan span) =>
        SegmentationEvidence.Default.IsInLongerWord(unit.Reading.Source.Masked, span.Start, span.End);

    // 航天发射场, 水尺计量; not 的航天、.
    private static bool IsInCompound(string text, TextSpan span) =>
        span.Length <= 2 && (IsBound(text, span.Start - 1) || IsBound(text, span.End));

    // Seldom seen translations say little.
    private const float Usual = 0.03f;

    private static bool HasTranslation(string zh, string english)
    {
        var lexicon = BilingualLexicon.Instance;
        var stems = BilingualTokens.English(english).Select(lexicon.StemOf).ToHashSet();
        foreach (var translation in lexicon.Translations(zh))
        {
            if (translation.Forward >= Usual && stems.Contains(translation.Stem) && lexicon.StemFrequency(translation.Stem) < 0.05)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBound(string text, int at) =>
        (uint)at < (uint)text.Length && Han.IsHan(text[at]) && !"的和与及或在是为等之而也就都将被把对从到由于中上下里内外了过着以向有".Contains(text[at], StringComparison.Ordinal);

    // The same word listed for two concepts.
    private static bool IsAlsoGood(ImmutableArray<Rendering> rows, TermMatch match)
    {
        foreach (var row in rows)
        {
            if (row.IsAcceptable && string.Equals(row.En, match.Term, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
