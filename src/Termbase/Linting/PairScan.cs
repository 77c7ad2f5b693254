using System.Buffers;
using System.Text.RegularExpressions;

namespace Termbase.Linting;

/// <summary>Which brackets and double quotes of a paragraph have no partner. Thread-safe.</summary>
internal static partial class PairScan
{
    private const string Openers = "([{（［【《〈「『“";
    private const string Closers = ")]}）］】》〉」』”";

    private static readonly SearchValues<char> Signs = SearchValues.Create(Openers + Closers + "`\"");

    /// <summary>The sign that closes an opening one, or null.</summary>
    public static char? CloserOf(char opener) => Openers.IndexOf(opener, StringComparison.Ordinal) is >= 0 and var at ? Closers[at] : null;

    /// <summary>Offsets of signs without a partner, in order.</summary>
    public static List<int> Loose(string text)
    {
        var open = new List<int>();
        var loose = new List<int>();
        for (var i = Next(text, 0); i < text.Length; i = Next(text, i + 1))
        {
            var sign = text[i];
            if (sign == '`' && text.IndexOf('`', i + 1) is > 0 and var codeEnd)
            {
                i = codeEnd;
            }
            else if (sign == '"')
            {
                // A straight quote closes the quote that stands open, straight or curved, and else opens one.
                if (!IsInch(text, i, open) && !(open.Count > 0 && text[open[^1]] is '"' or '“' && Close(open, loose, open.Count - 1)))
                {
                    open.Add(i);
                }
            }
            else if (sign == '“' && IsBehindWord(text, i) && open.Count > 0 && text[open[^1]] is '"' or '“')
            {
                // “So“: a quote of the wrong shape, but it closes.
                Close(open, loose, open.Count - 1);
            }
            else if (Openers.Contains(sign, StringComparison.Ordinal) && !IsSadFace(text, i))
            {
                open.Add(i);
            }
            else if (Closers.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var kind)
            {
                // The width of round brackets and the shape of quotes are other rules' matter.
                var partner = open.FindLastIndex(at => text[at] == Openers[kind]
                    || (sign is ')' or '）' && text[at] is '(' or '（') || (sign == '”' && text[at] == '"'));
                if (open.Count > 0 && text[open[^1]] is '(' or '[' && sign is ')' or ']' && IsInterval(text, open[^1], i))
                {
                    Close(open, loose, open.Count - 1);
                }
                else if (partner >= 0)
                {
                    Close(open, loose, partner);
                }
                else if (!IsEnumerator(text, i))
                {
                    loose.Add(i);
                }
            }
        }

        loose.AddRange(open);
        loose.Sort();
        return loose;
    }

    private static int Next(string text, int from) => text.AsSpan(from).IndexOfAny(Signs) is >= 0 and var at ? from + at : text.Length;

    // What was opened inside and not closed has no partner.
    private static bool Close(List<int> open, List<int> loose, int partner)
    {
        loose.AddRange(open.Skip(partner + 1));
        open.RemoveRange(partner, open.Count - partner);
        return true;
    }

    private static bool IsBehindWord(string text, int at) =>
        at > 0 && !char.IsWhiteSpace(text[at - 1]) && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]));

    // 5" and 12": inches, where no quote is open.
    private static bool IsInch(string text, int at, List<int> open) =>
        at > 0 && char.IsAsciiDigit(text[at - 1]) && !open.Exists(o => text[o] is '"' or '“');

    // a) 1) iv) at the start, or behind a space; and :)
    private static bool IsEnumerator(string text, int at)
    {
        var start = at;
        while (start > 0 && at - start < 4 && char.IsAsciiLetterOrDigit(text[start - 1]))
        {
            start--;
        }

        var isSmiley = IsFace(text, at);
        var isItem = at - start is >= 1 and <= 3 && (start == 0 || char.IsWhiteSpace(text[start - 1]));
        return text[at] is ')' or '）' && (isItem || isSmiley);
    }

    // :) ;-) and the eyes of :(
    private static bool IsFace(string text, int at)
    {
        var eyes = at > 0 && text[at - 1] == '-' ? at - 2 : at - 1;
        return eyes >= 0 && text[eyes] is ':' or ';';
    }

    private static bool IsSadFace(string text, int at)
    {
        var eyes = at > 0 && text[at - 1] == '-' ? at - 2 : at - 1;
        return text[at] == '(' && IsFace(text, at) && eyes > 0 && text[eyes - 1] == ' ' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]));
    }

    // (0, 1] and [0, 1): which end belongs to it.
    private static bool IsInterval(string text, int from, int to) => to - from is > 3 and < 30 && (text[from] == '(') != (text[to] == ')') && Interval().IsMatch(text.AsSpan(from + 1, to - from - 1));

    [GeneratedRegex(@"^\s*[-−+]?(?:\d[\d.]*|∞|[a-z])\s*[,;]\s*[-−+]?(?:\d[\d.]*|∞|[a-z])\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Interval();
}
