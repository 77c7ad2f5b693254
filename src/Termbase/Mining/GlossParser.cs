using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Mining;

/// <summary>What stands in the brackets of a gloss.</summary>
internal sealed record GlossContent(List<TextSpan> Chinese, string Acronym, string Pinyin);

/// <summary>Finds brackets that hold Chinese and reads what is in them. Linear: a bracket is looked at over a bounded length.</summary>
internal static class GlossParser
{
    private const int LongestGloss = 300;

    /// <summary>Index of the bracket that closes the one at an index, or -1.</summary>
    public static int Close(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length && i - open <= LongestGloss; i++)
        {
            depth += text[i] is '(' or '（' or '[' ? 1 : text[i] is ')' or '）' or ']' ? -1 : 0;
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
        string acronym = "", pinyin = "";
        foreach (var part in Parts(text, inner))
        {
            var span = WithoutLabel(text, part);
            if (span.Length == 0)
            {
                continue;
            }

            var value = span.Of(text);
            if (IsChinese(value))
            {
                chinese.Add(Unquote(text, span));
            }
            else if (!Han.Contains(value))
            {
                if (acronym.Length == 0 && value.Length <= 12 && value.Count(char.IsUpper) * 2 > value.Length && value.Length > 1)
                {
                    acronym = value;
                }
                else if (pinyin.Length == 0 && Romanization.TryParsePinyin(value, out _))
                {
                    pinyin = value;
                }
            }
            else
            {
                return null;
            }
        }

        return chinese.Count == 0 ? null : new GlossContent(chinese, acronym, pinyin);
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

    private static IEnumerable<TextSpan> Parts(string text, TextSpan inner)
    {
        var (start, depth) = (inner.Start, 0);
        for (var i = inner.Start; i < inner.End; i++)
        {
            depth += text[i] is '(' or '（' ? 1 : text[i] is ')' or '）' ? -1 : 0;
            var comma = text[i] == ',' && BetweenScripts(text, inner, i);
            if (depth == 0 && (text[i] is ';' or '；' || comma))
            {
                yield return TextSpan.FromBounds(start, i);
                start = i + 1;
            }
        }

        yield return TextSpan.FromBounds(start, inner.End);
    }

    // A comma parts Chinese from Latin (王一飞, 1898; 科技部, MOST), not the clauses of a Chinese slogan.
    private static bool BetweenScripts(string text, TextSpan inner, int comma)
    {
        var left = comma - 1;
        var right = comma + 1;
        while (left > inner.Start && char.IsWhiteSpace(text[left]))
        {
            left--;
        }

        while (right < inner.End - 1 && char.IsWhiteSpace(text[right]))
        {
            right++;
        }

        return left >= inner.Start && right < inner.End && Han.IsHanOrPunctuation(text[left]) != Han.IsHanOrPunctuation(text[right]);
    }

    private static TextSpan WithoutLabel(string text, TextSpan part)
    {
        var value = part.Of(text);
        foreach (var label in (ReadOnlySpan<string>)["simplified Chinese", "traditional Chinese", "Chinese", "pinyin", "in Chinese", "Hanyu Pinyin"])
        {
            var trimmed = value.TrimStart();
            if (trimmed.StartsWith(label, StringComparison.OrdinalIgnoreCase) && trimmed.Length > label.Length && trimmed[label.Length] is ':' or '：' or ' ')
            {
                var skip = value.Length - trimmed.Length + label.Length + 1;
                return TrimSpace(text, TextSpan.FromBounds(part.Start + skip, part.End));
            }
        }

        return TrimSpace(text, part);
    }

    public static TextSpan Unquote(string text, TextSpan span)
    {
        span = TrimSpace(text, span);
        while (span.Length > 2 && (text[span.Start], text[span.End - 1]) is ('"', '"') or ('“', '”') or ('”', '”') or ('“', '“') or ('《', '》') or ('「', '」') or ('\'', '\'') or ('‘', '’') or ('＂', '＂')
            && !text.AsSpan(span.Start + 1, span.Length - 2).ContainsAny('《', '》'))
        {
            span = TrimSpace(text, new TextSpan(span.Start + 1, span.Length - 2));
        }

        return span;
    }

    private static TextSpan TrimSpace(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }
}
