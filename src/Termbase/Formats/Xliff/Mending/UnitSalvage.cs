using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Termbase.Formats.Xliff.Mending;

/// <summary>A stretch of an ill-formed file and what takes its place.</summary>
/// <param name="Start">Offset in the text.</param>
/// <param name="End">Behind the stretch.</param>
/// <param name="Text">What takes its place; null: nothing, it is left out.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based, UTF-16.</param>
/// <param name="Unit">Its id, or empty.</param>
/// <param name="Message">What is wrong, and what is made of it.</param>
internal sealed record SalvageEdit(int Start, int End, string? Text, int Line, int Column, string Unit, string Message);

/// <summary>
/// What keeps an XLIFF file from being read as XML, unit by unit: each unit is cut out by its tags and judged alone, so that one broken unit
/// costs itself only. A unit that lacks nothing but its end tag gets it; around the units end tags that fit no start tag are mended. Where the text
/// breaks off is left alone. Thread-safe.
/// </summary>
internal static partial class UnitSalvage
{
    /// <summary>The edits, in order; without one nothing can be saved in this way.</summary>
    internal static List<SalvageEdit> Of(string text)
    {
        var (edits, lines, open) = (new List<SalvageEdit>(), new LineStarts(text), new Stack<string>());
        for (var tag = Tag().Match(text); tag.Success;)
        {
            var at = tag.Index + tag.Length;
            if (tag.Groups["unit"] is { Success: true, Value: var name })
            {
                var (end, limit) = EndOf(text, at, name, tag.Value.EndsWith("/>", StringComparison.Ordinal));
                at = end ?? limit;
                if ((end is not null || limit < text.Length) && Fault(text, tag.Index, at, lines) is { } fault)
                {
                    edits.Add(Unit(text, tag.Index, at, end is null ? $"</{name}>" : null, fault, lines));
                }
            }
            else if (tag.Groups["open"] is { Success: true, Value: var opened })
            {
                open.Push(opened);
            }
            else if (tag.Groups["close"] is { Success: true, Value: var closed })
            {
                Close(tag, closed, open, edits, lines);
            }

            tag = Tag().Match(text, at);
        }

        return edits;
    }

    /// <summary>The text with the edits made; what is left out leaves its line ends.</summary>
    internal static string Apply(string text, List<SalvageEdit> edits)
    {
        var made = new StringBuilder(text.Length);
        var at = 0;
        foreach (var edit in edits)
        {
            made.Append(text, at, edit.Start - at);
            _ = edit.Text is null ? made.Append('\n', text.AsSpan(edit.Start, edit.End - edit.Start).Count('\n')) : made.Append(edit.Text);
            at = edit.End;
        }

        return made.Append(text, at, text.Length - at).ToString();
    }

    private static SalvageEdit Unit(string text, int start, int end, string? lacking, string fault, LineStarts lines)
    {
        var (line, column) = lines.Place(start);
        var id = Id().Match(text, start, Math.Max(0, text.IndexOf('>', start) - start)) is { Success: true } said ? said.Groups[1].Value : "";
        if (lacking is not null)
        {
            var body = text[start..end].TrimEnd();
            var whole = body + lacking + text[(start + body.Length)..end];
            if (Fault(whole, 0, whole.Length, new LineStarts(whole)) is null)
            {
                return new SalvageEdit(start, end, whole, line, column, id, $"the unit has no end; {lacking} is added");
            }
        }

        return new SalvageEdit(start, end, null, line, column, id, $"not well-formed XML: {fault}; the unit is left out");
    }

    // An end tag that fits an outer element closes those within; one too many goes; a name that is none here is one mistyped.
    private static void Close(Match tag, string name, Stack<string> open, List<SalvageEdit> edits, LineStarts lines)
    {
        if (open.TryPeek(out var top) && top == name)
        {
            open.Pop();
            return;
        }

        var (line, column) = lines.Place(tag.Index);
        if (open.Contains(name))
        {
            var lacking = new StringBuilder();
            while (open.Pop() is var inner && inner != name)
            {
                lacking.Append("</").Append(inner).Append('>');
            }

            edits.Add(new SalvageEdit(tag.Index, tag.Index + tag.Length, lacking + tag.Value, line, column, "", $"{lacking} is missing before {tag.Value}; added"));
        }
        else
        {
            var right = open.Count > 0 && !Outer().IsMatch(name) ? $"</{open.Pop()}>" : null;
            edits.Add(new SalvageEdit(tag.Index, tag.Index + tag.Length, right ?? "", line, column, "", $"{tag.Value} closes nothing; {(right is null ? "taken out" : $"{right} is written")}"));
        }
    }

    // Behind the unit's own end tag, or null; and where it ends at the latest.
    private static (int? End, int Limit) EndOf(string text, int from, string name, bool isEmpty)
    {
        if (isEmpty)
        {
            return (from, from);
        }

        for (var tag = Tag().Match(text, from); tag.Success; tag = tag.NextMatch())
        {
            if (tag.Groups["unit"] is { Success: true, Value: var other } && other == name)
            {
                return (null, tag.Index);
            }

            if (tag.Groups["close"] is { Success: true, Value: var closed })
            {
                if (closed == name)
                {
                    return (tag.Index + tag.Length, tag.Index + tag.Length);
                }

                if (Outer().IsMatch(closed))
                {
                    return (null, tag.Index);
                }
            }
        }

        return (null, text.Length);
    }

    // Prefixes are declared outside, so names are read as they stand.
    private static string? Fault(string text, int start, int end, LineStarts lines)
    {
        try
        {
            Parse(text[start..end]);
            return null;
        }
        catch (XmlException e)
        {
            // The places in the reason count from the start of the piece.
            var (line, column) = lines.Place(start);
            return XmlFault.Reason(e) is var reason && reason == XmlFault.CutOff ? "the unit has no end tag" : Place().Replace(reason, place =>
            {
                var (l, c) = (int.Parse(place.Groups["line"].Value, CultureInfo.InvariantCulture), int.Parse(place.Groups["column"].Value, CultureInfo.InvariantCulture));
                return FormattableString.Invariant($"line {l + line - 1} position {(l == 1 ? c + column - 1 : c)}");
            });
        }
    }

    private static void Parse(string piece)
    {
        using var reader = new XmlTextReader(piece, XmlNodeType.Element, null) { Namespaces = false, DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };
        while (reader.Read())
        {
        }
    }

    [GeneratedRegex(
        @"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<(?<unit>(?:[\w.-]+:)?(?:trans-unit|bin-unit|unit))(?=[\s>/])(?:[^<>""']|""[^""<]*""|'[^'<]*')*>"
        + @"|</(?<close>[\w:.-]+)\s*>|<(?<open>[\w:.-]+)(?:\s(?:[^<>""']|""[^""<]*""|'[^'<]*')*)?(?<!/)>",
        RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();

    [GeneratedRegex(@"line (?<line>\d+) position (?<column>\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex(@"^(?:[\w.-]+:)?(?:group|body|file|xliff)$", RegexOptions.CultureInvariant)]
    private static partial Regex Outer();

    [GeneratedRegex(@"\sid\s*=\s*[""']([^""'<]*)[""']", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
