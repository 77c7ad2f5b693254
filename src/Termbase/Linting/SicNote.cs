using System.Buffers;
using System.Text.RegularExpressions;
using Termbase.Model;

namespace Termbase.Linting;

/// <summary>Slips of the source that the translator notes himself: <c>数据资元 [sic; 数据资源 is meant]</c>. Thread-safe.</summary>
internal static partial class SicNote
{
    // The words that a note speaks of stand right before it, from the bracket or quote that it stands in.
    private const int Before = 40;
    private const int Longest = 160;

    /// <summary>Whether a span of a text is what such a note speaks of, or in the note.</summary>
    public static bool Covers(string text, TextSpan span)
    {
        if (!MayHave(text))
        {
            return false;
        }

        foreach (var mark in Mark().EnumerateMatches(text))
        {
            if (span.Start < mark.Index + Longest && span.End > mark.Index - Before && span.Overlaps(Range(text, mark.Index)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A document without the glosses of which such a note says that they are slips.</summary>
    public static LintDocument Without(LintDocument document)
    {
        var blocks = document.Document.Blocks.Where(static b => MayHave(b.Text)).Select(static b => b.Index).ToHashSet();
        return blocks.Count == 0 ? document : document with { Pairs = [.. document.Pairs.Where(p => !blocks.Contains(p.Block.Index) || !Covers(p.Block.Text, p.ZhSpan))] };
    }

    // What every form of the note holds; two searches for one word each run at the speed of memory, one for all forms does not.
    private static bool MayHave(string text) => text.Contains("sic", StringComparison.Ordinal) ? text.AsSpan().ContainsAny(Signs) : text.Contains("原文", StringComparison.Ordinal);

    private static readonly SearchValues<string> Signs = SearchValues.Create(["[sic", "(sic", "[ sic", "（sic", "［sic", "原文如此", "原文有误", "原文误"], StringComparison.Ordinal);

    private static readonly SearchValues<char> Beginnings = SearchValues.Create("(（[\"“,;.；，。");

    private static TextSpan Range(string text, int mark)
    {
        var from = Math.Max(0, mark - Before);
        var inside = text.AsSpan(from, Math.Max(0, mark - 1 - from)).TrimEnd(" \"”’'*");
        var start = inside.LastIndexOfAny(Beginnings) + 1;
        if (text[mark] is '(' or '（')
        {
            // The brackets of the note may be told to be of the wrong kind.
            return TextSpan.FromBounds(from + start, mark);
        }

        var close = text.AsSpan(mark, Math.Min(Longest, text.Length - mark)).IndexOfAny("])）］");
        return TextSpan.FromBounds(from + start, close < 0 ? mark + 4 : mark + close + 1);
    }

    [GeneratedRegex(@"[\[(（［] ?(?:sic\b|原文如此|原文有误|原文误)", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
