using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Recognition;

/// <summary>
/// Recognises the terms of a glossary in running text of either language. Every occurrence is reported, so callers can count.
/// Immutable and thread-safe.
/// </summary>
public sealed class TermMatcher
{
    private readonly ImmutableArray<ImmutableArray<Rendering>> _renderings;

    private TermMatcher(TermAutomaton automaton, ImmutableArray<ImmutableArray<Rendering>> renderings, MatchPolicy policy)
    {
        Automaton = automaton;
        Policy = policy;
        _renderings = renderings;
    }

    /// <summary>The compiled terms, which may be saved and given to <see cref="Create(Glossary, TermAutomaton, MatchPolicy?)"/>.</summary>
    public TermAutomaton Automaton { get; }

    /// <summary>What counts as an occurrence.</summary>
    public MatchPolicy Policy { get; }

    /// <summary>Compiles the terms of a glossary.</summary>
    public static TermMatcher Create(Glossary glossary, MatchPolicy? policy = null)
    {
        var (entries, renderings) = Entries(glossary);
        return new TermMatcher(TermAutomaton.Build(entries), renderings, policy ?? MatchPolicy.Default);
    }

    /// <summary>Uses terms compiled before from the same glossary.</summary>
    /// <exception cref="InvalidDataException">The compiled terms are those of another glossary.</exception>
    public static TermMatcher Create(Glossary glossary, TermAutomaton compiled, MatchPolicy? policy = null)
    {
        var (entries, renderings) = Entries(glossary);
        // The texts by themselves as well: a digest may be equal by chance.
        var (same, digest) = (compiled.EntryCount == entries.Length, 0UL);
        for (var i = 0; same && i < entries.Length; i++)
        {
            same = compiled.TextOf(i).SequenceEqual(entries[i].Text);
            digest = TermAutomaton.DigestOf(digest, entries[i]);
        }

        return same && digest == compiled.Digest
            ? new TermMatcher(compiled, renderings, policy ?? MatchPolicy.Default)
            : throw new InvalidDataException("The compiled terms are not those of this glossary.");
    }

    /// <summary>The same terms under another policy; nothing is compiled again.</summary>
    public TermMatcher With(MatchPolicy policy) => new(Automaton, _renderings, policy);

    /// <summary>
    /// Every occurrence, by start, then the longest first. <paramref name="side"/> limits it to terms of one language. The text should be
    /// a sentence, line or block with line ends healed.
    /// </summary>
    public ImmutableArray<TermMatch> Match(string text, TermSide? side = null)
    {
        var raw = Buffer ??= [];
        raw.Clear();
        Automaton.Match(text, Policy, raw, side);
        if (raw.Count == 0)
        {
            return [];
        }

        var matches = ImmutableArray.CreateBuilder<TermMatch>(raw.Count);
        foreach (var match in raw)
        {
            var renderings = _renderings[match.Entry];
            if (match.Side == TermSide.Zh)
            {
                renderings = InContext(renderings, text, match.Span);
            }

            if (!renderings.IsEmpty)
            {
                matches.Add(new TermMatch(match.Span, match.Side, match.Form, renderings));
            }
        }

        if (raw.Capacity > 1 << 16)
        {
            Buffer = null;
        }

        return matches.DrainToImmutable();
    }

    [ThreadStatic]
    private static List<RawMatch>? Buffer;

    private static (TermEntry[] Entries, ImmutableArray<ImmutableArray<Rendering>> Renderings) Entries(Glossary glossary)
    {
        var rows = new Dictionary<(TermSide, string), ImmutableArray<Rendering>.Builder>();
        var order = new List<(TermSide Side, string Text)>();
        foreach (var rendering in glossary.Renderings)
        {
            AddRow((TermSide.Zh, rendering.Zh), rendering);
            AddRow((TermSide.En, rendering.En), rendering);
        }

        var entries = new TermEntry[order.Count];
        var renderings = ImmutableArray.CreateBuilder<ImmutableArray<Rendering>>(order.Count);
        for (var i = 0; i < entries.Length; i++)
        {
            var group = rows[order[i]].ToImmutable();
            renderings.Add(group);
            var (side, text) = order[i];
            // If one of the rows lets it be inflected, it is.
            var type = side == TermSide.Zh ? group[0].ZhType : group.Min(static r => r.EnType);
            entries[i] = new TermEntry(text, side, type, group.Length == 1 ? group[0].Pos : string.Join('|', group.Select(static r => r.Pos.Length == 0 ? "noun" : r.Pos).Distinct(StringComparer.Ordinal)));
        }

        return (entries, renderings.DrainToImmutable());

        void AddRow((TermSide Side, string Text) key, Rendering rendering)
        {
            if (key.Text.Length == 0)
            {
                return;
            }

            if (!rows.TryGetValue(key, out var list))
            {
                rows[key] = list = ImmutableArray.CreateBuilder<Rendering>(1);
                order.Add(key);
            }

            list.Add(rendering);
        }
    }

    // Rows with collocates apply only where one of them stands in the same clause.
    private static ImmutableArray<Rendering> InContext(ImmutableArray<Rendering> renderings, string text, TextSpan span)
    {
        var any = false;
        foreach (var rendering in renderings)
        {
            any |= !rendering.When.IsDefaultOrEmpty;
        }

        if (!any)
        {
            return renderings;
        }

        var start = text.AsSpan(0, span.Start).LastIndexOfAny(ClauseEnds) + 1;
        var end = text.AsSpan(span.End).IndexOfAny(ClauseEnds);
        var clause = text[start..(end < 0 ? text.Length : span.End + end)];
        return [.. renderings.Where(r => r.When.IsDefaultOrEmpty || r.When.Any(w => clause.Contains(w, StringComparison.Ordinal)))];
    }

    private static readonly System.Buffers.SearchValues<char> ClauseEnds = System.Buffers.SearchValues.Create("，。；！？：,;!?\n");
}
