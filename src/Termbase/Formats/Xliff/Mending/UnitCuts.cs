using System.Text;
using System.Text.RegularExpressions;

namespace Termbase.Formats.Xliff.Mending;

/// <summary>
/// Takes stretches that cannot be saved out of the text of a file. Their line ends stay, so that the lines after them keep their numbers.
/// Thread-safe.
/// </summary>
internal static partial class UnitCuts
{
    private const int LongestPrefix = 64;

    private static readonly string[] s_units = ["trans-unit", "unit", "bin-unit"];

    /// <summary>The unit around an offset, from its start tag to its end tag; null where none is there.</summary>
    internal static (int Start, int End)? UnitAt(string text, int offset)
    {
        var start = s_units.Max(name => StartBefore(text, name, offset));
        if (start < 0)
        {
            return null;
        }

        // A unit without an end goes to where the next one begins.
        var next = Start().Match(text, start + 1);
        var close = End().Match(text, start);
        var limit = next.Success ? next.Index : text.Length;
        var end = close.Success && close.Index < limit ? close.Index + close.Length : limit;
        if (!close.Success && !next.Success && Outer().Match(text, start) is { Success: true } outer)
        {
            end = outer.Index;
        }

        return end > offset || end == text.Length ? (start, end) : null;
    }

    /// <summary>The element that starts at an offset, to its first end tag.</summary>
    internal static (int Start, int End) ElementAt(string text, int start)
    {
        var tag = TagEdits.TagEnd(text, start);
        if (text[tag - 2] == '/')
        {
            return (start, tag);
        }

        var close = text.IndexOf("</" + RawTag.Name(text.AsSpan(start)).ToString(), tag, StringComparison.Ordinal);
        return (start, close < 0 ? tag : TagEdits.TagEnd(text, close));
    }

    internal static string Cut(string text, IEnumerable<(int Start, int End)> ranges)
    {
        var kept = new StringBuilder(text.Length);
        var at = 0;
        foreach (var (start, end) in ranges.Order())
        {
            if (end <= at)
            {
                continue;
            }

            var from = Math.Max(start, at);
            kept.Append(text, at, from - at).Append('\n', text.AsSpan(from, end - from).Count('\n'));
            at = end;
        }

        return kept.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The end tags that a text which breaks off lacks, outermost last.</summary>
    internal static string MissingEnds(string text)
    {
        var open = new Stack<string>();
        foreach (var tag in Tag().EnumerateMatches(text))
        {
            var piece = text.AsSpan(tag.Index, tag.Length);
            if (piece[1] is '!' or '?' || piece[^2] == '/')
            {
                continue;
            }

            var name = RawTag.Name(piece).ToString();
            if (piece[1] != '/')
            {
                open.Push(name);
            }
            else if (open.TryPeek(out var top) && top == name)
            {
                open.Pop();
            }
        }

        return string.Concat(open.Select(static name => $"</{name}>"));
    }

    private static int StartBefore(string text, string name, int offset)
    {
        for (var at = Math.Min(offset + name.Length + LongestPrefix, text.Length - 1); at >= 0 && (at = text.LastIndexOf(name, at, StringComparison.Ordinal)) > 0; at--)
        {
            // Behind the bracket, or behind a prefix.
            var start = text.LastIndexOf('<', at - 1);
            var isTag = start >= 0 && start <= offset && (start == at - 1 || (text[at - 1] == ':' && text.AsSpan(start + 1, at - start - 2).IndexOfAny(" \t\n>/") < 0));
            if (isTag && at + name.Length < text.Length && text[at + name.Length] is ' ' or '\t' or '\n' or '>' or '/')
            {
                return start;
            }
        }

        return -1;
    }

    [GeneratedRegex(@"<(?:[\w.-]+:)?(?:trans-unit|bin-unit|unit)[\s>/]", RegexOptions.CultureInvariant)]
    private static partial Regex Start();

    [GeneratedRegex(@"</(?:[\w.-]+:)?(?:trans-unit|bin-unit|unit)\s*>", RegexOptions.CultureInvariant)]
    private static partial Regex End();

    [GeneratedRegex(@"</(?:[\w.-]+:)?(?:group|body|file)\s*>", RegexOptions.CultureInvariant)]
    private static partial Regex Outer();

    [GeneratedRegex(@"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|</?[\w:.-]+(?:\s(?:[^<>""']|""[^""]*""|'[^']*')*)?/?>", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Tag();
}
