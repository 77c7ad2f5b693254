using System.Security;
using System.Text;
using System.Text.RegularExpressions;

namespace Termbase.Formats.Xliff.Mending;

/// <summary>Changes tags in the text of a file and leaves every other character as it is. Thread-safe.</summary>
internal static partial class TagEdits
{
    /// <summary>The text with the changes made. Line ends are LF.</summary>
    internal static string Apply(string text, IEnumerable<TagEdit> edits)
    {
        var lines = new LineStarts(text);
        var made = new StringBuilder(text.Length + 1024);
        var at = 0;
        foreach (var (start, here) in edits.GroupBy(static e => e.Node).Select(g => (lines.Offset(g.Key.Line, g.Key.Column), g.ToList())).OrderBy(static e => e.Item1))
        {
            if (start < at || start >= text.Length || text[start] != '<')
            {
                continue;
            }

            var end = TagEnd(text, start);
            made.Append(text, at, start - at);
            at = end;
            if (here.Exists(static e => e.Drops))
            {
                at = text[end - 2] == '/' ? end : Math.Min(text.Length, text.IndexOf('>', end) + 1);
                continue;
            }

            var tag = here.SelectMany(static e => e.Attributes).Aggregate(text[start..end], static (t, a) => With(t, a.Name, a.Value));
            if (here.Find(static e => e.Rename is not null)?.Rename is { } name)
            {
                var old = RawTag.Name(tag).ToString();
                var renamed = old[..(old.IndexOf(':', StringComparison.Ordinal) + 1)] + name;
                tag = "<" + renamed + tag[(1 + old.Length)..];
                made.Append(tag);
                if (tag[^2] != '/')
                {
                    // Its content holds text, and sub-flows that hold no code of its kind.
                    var close = text.IndexOf("</" + old, end, StringComparison.Ordinal);
                    if (close >= 0)
                    {
                        made.Append(text, end, close - end).Append("</").Append(renamed);
                        at = close + 2 + old.Length;
                    }
                }

                continue;
            }

            made.Append(tag);
        }

        return made.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>Behind the <c>&gt;</c> of the tag that starts at an offset.</summary>
    internal static int TagEnd(string text, int start)
    {
        var quote = '\0';
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == '>')
            {
                return i + 1;
            }
        }

        return text.Length;
    }

    /// <summary>Every value of an attribute <c>id</c> in the text, so that a new one is none of them.</summary>
    internal static HashSet<string> Ids(string text) =>
        IdAttribute().Matches(text).Select(static m => m.Groups[1].Value.Trim('"', '\'')).ToHashSet(StringComparer.Ordinal);

    private static string With(string tag, string name, string? value)
    {
        if (value is null)
        {
            return RawTag.Whole(tag, name) is var (at, length) ? tag.Remove(at, length) : tag;
        }

        var escaped = SecurityElement.Escape(value);
        if (RawTag.Attribute(tag, name) is var (start, count))
        {
            return tag.Remove(start, count).Insert(start, escaped);
        }

        var end = tag.Length - (tag[^2] == '/' ? 2 : 1);
        while (char.IsWhiteSpace(tag[end - 1]))
        {
            end--;
        }

        return tag.Insert(end, $" {name}=\"{escaped}\"");
    }

    [GeneratedRegex("""\sid\s*=\s*("[^"<]*"|'[^'<]*')""", RegexOptions.CultureInvariant)]
    private static partial Regex IdAttribute();
}
