using System.Collections.Immutable;
using System.Text;
using Termbase.Model;

namespace Termbase.Workspaces.Pretranslation;

/// <summary>Puts the inline codes of a segment into the translation of a match.</summary>
internal static class CodeTransfer
{
    /// <summary>
    /// The translation with the segment's own codes. Codes that both sources have in the same order are carried one by one; codes around the
    /// whole segment are put around a translation without codes; all others are left to a person, and <c>IsWhole</c> is false.
    /// </summary>
    internal static (Segment Target, bool IsWhole) Apply(Segment query, Segment source, Segment target)
    {
        var (text, isWhole) = query.Codes.IsEmpty ? WithoutCodes(query, target)
            : query.Codes.Length == source.Codes.Length ? OneByOne(query, source, target)
            : target.Codes.IsEmpty && AtEdges(query) ? (Around(query, target.Text), true)
            : (Segment.Plain(target.Text), false);
        return (SameEdges(query, source, text), isWhole);
    }

    // A file without codes, such as PO, has "%s" in its text where the memory has a code that holds it.
    private static (Segment Target, bool IsWhole) WithoutCodes(Segment query, Segment target)
    {
        var text = new StringBuilder();
        var (at, isWhole) = (0, true);
        foreach (var code in target.Codes)
        {
            text.Append(target.Text, at, code.Position - at);
            at = code.Position;
            var isText = code.Content.Length > 0 && query.Text.Contains(code.Content, StringComparison.Ordinal);
            text.Append(isText ? code.Content : "");
            isWhole &= isText;
        }

        return (Segment.Plain(text.Append(target.Text, at, target.Text.Length - at).ToString()), isWhole);
    }

    // The memory keeps what a code holds, not what it does: same content first, else in order.
    private static (Segment Target, bool IsWhole) OneByOne(Segment query, Segment source, Segment target)
    {
        var free = Enumerable.Range(0, source.Codes.Length).ToList();
        var taken = new int[target.Codes.Length];
        Array.Fill(taken, -1);
        foreach (var byContent in (bool[])[true, false])
        {
            for (var i = 0; i < taken.Length; i++)
            {
                if (taken[i] < 0 && free.FindIndex(f => !byContent || source.Codes[f].Content == target.Codes[i].Content) is var at && at >= 0)
                {
                    taken[i] = free[at];
                    free.RemoveAt(at);
                }
            }
        }

        var codes = Enumerable.Range(0, taken.Length).Where(i => taken[i] >= 0)
            .Select(i => query.Codes[taken[i]] with { Position = target.Codes[i].Position }).ToImmutableArray();
        return Opens(codes)
            ? (new Segment(target.Text, codes), free.Count == 0 && !taken.Contains(-1))
            : (Segment.Plain(target.Text), false);
    }

    // Nothing is closed before it is opened.
    private static bool Opens(ImmutableArray<InlineCode> codes)
    {
        var open = 0;
        return codes.All(c => (open += c.Kind == InlineKind.Begin ? 1 : c.Kind == InlineKind.End ? -1 : 0) >= 0);
    }

    private static bool AtEdges(Segment query)
    {
        var (start, end) = Inside(query.Text);
        return query.Codes.All(c => c.Position <= start || c.Position >= end);
    }

    private static Segment Around(Segment query, string target)
    {
        var start = Inside(query.Text).Start;
        var text = target.Trim();
        return new Segment(text, [.. query.Codes.Select(c => c with { Position = c.Position <= start ? 0 : text.Length })]);
    }

    // White space at the ends is the file's business: it is taken from the segment where the match's differs.
    private static Segment SameEdges(Segment query, Segment source, Segment target)
    {
        var (start, end) = Inside(query.Text);
        var (sourceStart, sourceEnd) = Inside(source.Text);
        if (query.Text[..start] == source.Text[..sourceStart] && query.Text[end..] == source.Text[sourceEnd..] && target.Text.Length > 0)
        {
            return target;
        }

        var (from, to) = Inside(target.Text);
        var text = query.Text[..start] + target.Text[from..to] + query.Text[end..];
        return new Segment(text, [.. target.Codes.Select(c => c with { Position = c.Position <= from ? 0 : c.Position >= to ? text.Length : c.Position - from + start })]);
    }

    private static (int Start, int End) Inside(string text)
    {
        var end = text.AsSpan().TrimEnd().Length;
        return (Math.Min(end, text.Length - text.AsSpan().TrimStart().Length), end);
    }
}
