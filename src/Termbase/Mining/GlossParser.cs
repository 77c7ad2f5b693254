using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Mining;

/// <summary>What stands in the brackets of a gloss.</summary>
internal sealed record GlossContent(ImmutableArray<TextSpan> Chinese, string Acronym = "", string Pinyin = "")
{
    /// <summary>Other English for the same thing given in the bracket.</summary>
    public ImmutableArray<string> English { get; init; } = [];
}

/// <summary>Finds brackets that hold Chinese and reads what is in them. Linear: a bracket is looked at over a bounded length.</summary>
internal static partial class GlossParser
{
    private const int LongestGloss = 300;

    [GeneratedRegex(@"(?:\b(?:in|the)\s+)?(?:(?:(?:simplified|traditional|original|literal)\s+)?(?:\bChinese\b|\b[Ss]implified\b|\b[Tt]raditional\b)(?:\s+(?:characters?|name|text|term|title))?|\b(?:[Hh]anyu\s+)?[Pp]inyin\b|\bWade[-–]Giles\b|\b(?:so-)?called\b|\blit(?:erally|\.)|\bknown as\b)\s*[:：]?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    /// <summary>Index of the bracket that closes the one at an index, or -1.</summary>
    public static int Close(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length && i - open <= LongestGloss; i++)
        {
            depth += text[i] is '(' or '（' or '[' or '［' ? 1 : text[i] is ')' or '）' or ']' or '］' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The parts of a bracket's inside, or null if it is no gloss (running English with Chinese in it).</summary>
    public static GlossContent? Read(string text, TextSpan inner)
    {
        var chinese = new List<TextSpan>();
        var english = new List<string>();
        string acronym = "", pinyin = "";
        foreach (var span in Parts(text, inner))
        {
            var value = span.Of(text);
            if (IsChinese(value))
            {
                chinese.Add(Unquote(text, span));
            }
            else if (Han.Contains(value))
            {
                return null;
            }
            else if (acronym.Length == 0 && IsAcronym(value))
            {
                acronym = value;
            }
            else if (pinyin.Length == 0 && Romanization.TryParsePinyin(value, out _))
            {
                pinyin = value;
            }
            else if (value.Length is > 3 and <= 80 && char.IsLetter(value[0]))
            {
                english.Add(value);
            }
        }

        return chinese.Count == 0 ? null : new GlossContent(WithoutTwins(text, chinese), acronym, pinyin) { English = [.. english] };
    }

    /// <summary>Whether a short text is an acronym (MOST, C4ISR, R&amp;D).</summary>
    public static bool IsAcronym(string value) => value.Length is > 1 and <= 12 && value.Count(char.IsUpper) * 2 > value.Length && !value.Contains(' ', StringComparison.Ordinal);

    // The same term in the other script is the same term; the simplified one is kept.
    private static ImmutableArray<TextSpan> WithoutTwins(string text, List<TextSpan> chinese)
    {
        var kept = new List<(string Key, TextSpan Span)>();
        foreach (var span in chinese)
        {
            var value = span.Of(text).Replace(" ", "", StringComparison.Ordinal);
            var key = ChineseScript.ToSimplified(value);
            var twin = kept.FindIndex(k => k.Key.Equals(key, StringComparison.Ordinal));
            if (twin < 0)
            {
                kept.Add((key, span));
            }
            else if (value.Equals(key, StringComparison.Ordinal))
            {
                kept[twin] = (key, span);
            }
        }

        return [.. kept.Select(k => k.Span)];
    }

    /// <summary>Chinese, with at most short Latin in it (IP核心, 型号AIT阶段), and not Chinese inside an inner bracket only.</summary>
    private static bool IsChinese(string value)
    {
        var words = 0;
        var depth = 0;
        var han = 0;
        for (var i = 0; i < value.Length; i++)
        {
            depth += value[i] is '(' or '（' ? 1 : value[i] is ')' or '）' ? -1 : 0;
            han += depth == 0 && Han.LengthAt(value, i) > 0 ? 1 : 0;
            words += char.IsAsciiLetterLower(value[i]) && (i == 0 || !char.IsAsciiLetter(value[i - 1])) ? 1 : 0;
        }

        return han > 0 && words <= 1;
    }

    // Cut at semicolons, at slashes and commas where the script changes or variants stand side by side, and at labels (which are left out).
    private static IEnumerable<TextSpan> Parts(string text, TextSpan inner)
    {
        var cuts = new List<(int Start, int End)>();
        var depth = 0;
        for (var i = inner.Start; i < inner.End; i++)
        {
            depth += text[i] is '(' or '（' ? 1 : text[i] is ')' or '）' ? -1 : 0;
            if (depth == 0 && (text[i] is ';' or '；' || (text[i] is ',' or '，' && (text[i] == ',' && BetweenScripts(text, inner, i))) || (text[i] is '/' or '／' && BetweenHan(text, inner, i))))
            {
                cuts.Add((i, i + 1));
            }
        }

        foreach (var match in Label().EnumerateMatches(text.AsSpan(inner.Start, inner.Length)))
        {
            cuts.Add((inner.Start + match.Index, inner.Start + match.Index + match.Length));
        }

        cuts.Sort();
        var start = inner.Start;
        foreach (var (from, to) in cuts.Append((inner.End, inner.End)))
        {
            foreach (var part in Items(text, from > start ? TrimSpace(text, TextSpan.FromBounds(start, from)) : new TextSpan(start, 0)))
            {
                yield return part;
            }

            start = Math.Max(start, to);
        }
    }

    // Latin items are parted by commas as well (MUCD, máokè).
    private static IEnumerable<TextSpan> Items(string text, TextSpan part)
    {
        if (part.Length == 0)
        {
            yield break;
        }

        if (Han.Contains(text.AsSpan(part.Start, part.Length)))
        {
            yield return part;
            yield break;
        }

        var start = part.Start;
        for (var i = part.Start; i <= part.End; i++)
        {
            if (i == part.End || text[i] is ',' or '，')
            {
                if (i > start && TrimSpace(text, TextSpan.FromBounds(start, i)) is { Length: > 0 } item)
                {
                    yield return item;
                }

                start = i + 1;
            }
        }
    }

    private static (int Left, int Right) Around(string text, TextSpan inner, int sign)
    {
        var left = sign - 1;
        var right = sign + 1;
        while (left > inner.Start && char.IsWhiteSpace(text[left]))
        {
            left--;
        }

        while (right < inner.End - 1 && char.IsWhiteSpace(text[right]))
        {
            right++;
        }

        return (left, right);
    }

    // A comma parts Chinese from Latin (王一飞, 1898; 科技部, MOST), not the clauses of a Chinese slogan.
    private static bool BetweenScripts(string text, TextSpan inner, int comma)
    {
        var (left, right) = Around(text, inner, comma);
        return left >= inner.Start && right < inner.End && IsChineseSign(text[left]) != IsChineseSign(text[right]);

        static bool IsChineseSign(char c) => Han.IsHanOrPunctuation(c) || Han.IsSharedPunctuation(c);
    }

    private static bool BetweenHan(string text, TextSpan inner, int slash)
    {
        var (left, right) = Around(text, inner, slash);
        return left >= inner.Start && right < inner.End && Han.IsHanOrPunctuation(text[left]) && Han.IsHanOrPunctuation(text[right]);
    }

    /// <summary>A span without the quotes around it.</summary>
    public static TextSpan Unquote(string text, TextSpan span)
    {
        span = TrimSpace(text, span);
        while (span.Length > 2 && (text[span.Start], text[span.End - 1]) is ('"', '"') or ('“', '”') or ('”', '”') or ('“', '“') or ('《', '》') or ('「', '」') or ('『', '』')
                or ('\'', '\'') or ('‘', '’') or ('＂', '＂') or ('〈', '〉')
            && !text.AsSpan(span.Start + 1, span.Length - 2).ContainsAny('《', '》') && (text[span.Start] != '“' || !text.AsSpan(span.Start + 1, span.Length - 2).Contains('”')))
        {
            span = TrimSpace(text, new TextSpan(span.Start + 1, span.Length - 2));
        }

        return span;
    }

    private static TextSpan TrimSpace(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is ',' or ':' or '：'))
        {
            start++;
        }

        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or ':' or '，'))
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }
}
