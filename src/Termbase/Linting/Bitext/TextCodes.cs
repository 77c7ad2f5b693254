using System.Buffers;
using System.Text.RegularExpressions;
using Termbase.Model;

namespace Termbase.Linting.Bitext;

/// <summary>Kinds of code that stand in a text as text.</summary>
internal enum TextCodeKind
{
    /// <summary>{0}, %s, ${x}: filled in by a program.</summary>
    Placeholder,

    /// <summary>A tag of mark-up: &lt;b&gt;.</summary>
    Tag,

    /// <summary>A URL, or a domain with a path.</summary>
    Url,

    /// <summary>An e-mail address.</summary>
    Mail,

    /// <summary>{{PLURAL:$1|day|days}}: words chosen by a program, which each language chooses for itself.</summary>
    Choice,
}

/// <summary>A code in a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where.</param>
/// <param name="Key">Equal for codes that stand for each other.</param>
internal readonly record struct TextCode(TextCodeKind Kind, TextSpan Span, string Key);

/// <summary>
/// Finds what must stand in a translation as it stands in the source: format specifiers of printf, Python, .NET, Qt and shell style, tags,
/// URLs, e-mail addresses. Thread-safe.
/// </summary>
internal static partial class TextCodes
{
    // No code is written without one of these.
    private static readonly SearchValues<char> Signs = SearchValues.Create("{%$<@/");

    public static List<TextCode> Find(string text)
    {
        var found = new List<TextCode>();
        if (!MayHold(text))
        {
            return found;
        }

        foreach (Match match in Code().Matches(text))
        {
            var span = new TextSpan(match.Index, match.Length);
            if (match.Groups["mail"].Success)
            {
                found.Add(new(TextCodeKind.Mail, span, match.Value.ToLowerInvariant()));
            }
            else if (match.Groups["url"].Success)
            {
                span = new TextSpan(span.Start, TrimmedLength(match.Value));
                found.Add(new(TextCodeKind.Url, span, UrlKey(span.Of(text))));
            }
            else if (match.Groups["tag"].Success)
            {
                found.Add(new(TextCodeKind.Tag, span, TagKey(match.Value)));
            }
            else if (match.Groups["choice"].Success)
            {
                found.Add(new(TextCodeKind.Choice, span, ""));
            }
            else
            {
                found.Add(new(TextCodeKind.Placeholder, span, match.Value));
            }
        }

        return found;
    }

    // Most percent signs, dollars and strokes stand in figures and between words.
    private static bool MayHold(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny(Signs); at >= 0; at = text[(at + 1)..].IndexOfAny(Signs) is >= 0 and var next ? at + 1 + next : -1)
        {
            var (before, behind) = (at > 0 ? text[at - 1] : '\0', at + 1 < text.Length ? text[at + 1] : '\0');
            if (text[at] switch
            {
                '$' => behind is '{' or '(' or '[',
                '<' => behind == '/' || char.IsAsciiLetterLower(behind),
                '/' => before == ':' && behind == '/',
                '%' => behind is '(' or '{' || char.IsAsciiDigit(behind)
                    || (before != '%' && !char.IsAsciiDigit(before) && (char.IsAsciiLetter(behind) || behind is '-' or '+' or '#' or '.' or '@')),
                _ => true,
            })
            {
                return true;
            }
        }

        return text.Contains("www.", StringComparison.Ordinal) && text.IndexOfAny(Signs) >= 0;
    }

    // A stop, comma or bracket behind an address belongs to the sentence.
    private static int TrimmedLength(string url)
    {
        var end = url.Length;
        while (end > 0 && (url[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '"' or '*'
            || (url[end - 1] is ')' && !url.AsSpan(0, end).Contains('('))))
        {
            end--;
        }

        return end;
    }

    private static string UrlKey(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        var bare = (scheme < 0 ? url : url[(scheme + 3)..]).TrimEnd('/');
        return (bare.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? bare[4..] : bare).ToLowerInvariant();
    }

    // Attributes may be translated (alt, title); the element may not.
    private static string TagKey(string tag)
    {
        var end = 1;
        while (end < tag.Length && (char.IsAsciiLetterOrDigit(tag[end]) || tag[end] is '/' or '-' or ':' or '_'))
        {
            end++;
        }

        return tag[..end].TrimEnd('/').ToLowerInvariant();
    }

    [GeneratedRegex(
        @"(?<mail>[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)*\.[A-Za-z]{2,})"
        + @"|(?<url>(?:https?|ftps?)://[\x21\x23-\x3B\x3D\x3F-\x5F\x61-\x7E]+|(?<![A-Za-z0-9.@])www\.[A-Za-z0-9\-]+\.[\x21\x23-\x3B\x3D\x3F-\x5F\x61-\x7E]+)"
        + @"|(?<tag></?(?:a|abbr|b|big|blockquote|body|br|center|cite|code|dd|div|dl|dt|em|emphasis|font|form|g|h[1-6]|head|hr|html|i|img|input|kbd|label|li|link|note|ol|option|p|para|pre|q|s|select|small|span|strike|strong|sub|sup|table|tbody|td|th|thead|title|tr|tt|u|ul|var|bpt|ept|ph|x|bx|ex|filename|envar|interface|shortcut|placeholder|numid|resource|command|application|icode|message|title|warning|item|list|nl|email)(?:\s[^<>]*)?\s*/?>)"
        + @"|(?<choice>\{\{[A-Za-z]+:[^{}|]*\|[^{}]*\}\})"
        + @"|(?<ph>\{\{[A-Za-z0-9_.\- ]+\}\}|\$\{[^{}\s]+\}|\$\([A-Za-z0-9_.]+\)|\$\[[A-Za-z0-9_.]+\]|%\([A-Za-z0-9_]+\)[#0\-+]?\d*\.?\d*[a-zA-Z]|%\{[A-Za-z0-9_]+\}|\{[A-Za-z0-9_]*(?:[.\[][A-Za-z0-9_.\]]*)?(?:![rsa])?(?:[:,][^{}\u3400-\u9FFF]{0,20})?\}"
        + @"|(?<![\d%])%(?:\d+\$)?[\-+#0]?\d*(?:\.\d+)?(?:hh|h|ll|l|z|j|t|L)?[diuoxXeEfgGcsp@](?![A-Za-z])|%\d+\$[+#q]*[A-Za-z]|(?<![\d%])%L?\d{1,2}(?!\d|%|\$|\.\d))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
