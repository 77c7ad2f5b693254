using System.Net;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Documents;

/// <summary>
/// Takes light mark-up out of running text and keeps positions: emphasis, escapes, autolinks, entities, footnote markers. Works on the
/// original lines of one block; lines are joined by one space, or by nothing between Chinese.
/// </summary>
/// <param name="source">The original text.</param>
/// <param name="notes">Numbers of the document's notes: <c>[1]</c> and <c>²</c> are markers only where such a note exists.</param>
internal sealed class InlineCleaner(string source, IReadOnlySet<string> notes)
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private List<NoteMarker> _markers = [];
    private List<TextSpan> _emphasis = [];
    private Dictionary<int, bool> _marks = [];
    private int _emphasisStart;
    private bool _isCode;

    /// <summary>What was emphasised in the block cleaned last: spans of its text.</summary>
    public List<TextSpan> Emphasis => _emphasis;

    public (string Text, OffsetMap Map, List<NoteMarker> Markers) Clean(IReadOnlyList<TextSpan> lines, bool isCode = false)
    {
        _isCode = isCode;
        var builder = new MappedTextBuilder();
        _markers = [];
        _emphasis = [];
        _marks = EmphasisMarks(lines);
        _emphasisStart = -1;
        for (var n = 0; n < lines.Count; n++)
        {
            var line = lines[n];
            if (n > 0 && builder.Length > 0)
            {
                builder.TrimEnd();
                JoinLines(builder, line, lines[n - 1].End);
            }

            CleanLine(builder, line);
        }

        builder.TrimEnd();
        var (text, map) = builder.Build();
        foreach (var (index, marker) in _markers.Index().ToList())
        {
            _markers[index] = marker with { Offset = Math.Min(marker.Offset, text.Length) };
        }

        return (text, map, _markers);
    }

    private void JoinLines(MappedTextBuilder builder, TextSpan line, int previousEnd)
    {
        var first = line.Length == 0 ? ' ' : source[line.Start];
        if (BlockHealer.NeedsSpace(builder.Last, first))
        {
            builder.AppendReplacement(" ", Math.Min(previousEnd, source.Length - 1), 1);
        }
    }

    private void CleanLine(MappedTextBuilder builder, TextSpan line)
    {
        var end = line.End;
        var plain = line.Start;
        for (var i = line.Start; i < end;)
        {
            var skip = 0;
            switch (source[i])
            {
                case '*' or '_' when _marks.TryGetValue(i, out var opens):
                    Flush(builder, ref plain, i);
                    skip = 1;
                    if (!opens && _emphasisStart >= 0 && builder.Length > _emphasisStart)
                    {
                        _emphasis.Add(TextSpan.FromBounds(_emphasisStart, builder.Length));
                    }

                    _emphasisStart = opens ? builder.Length : -1;
                    break;
                case '\\' when i + 1 < end && Bracketed(i, end) is var (length, number):
                    Flush(builder, ref plain, i);
                    skip = length;
                    _markers.Add(new NoteMarker(number, builder.Length, i));
                    break;
                case '\\' when i + 1 < end && char.IsAscii(source[i + 1]) && (char.IsPunctuation(source[i + 1]) || char.IsSymbol(source[i + 1])):
                    // The escaped sign is kept, whatever it is.
                    Flush(builder, ref plain, i);
                    plain = i + 1;
                    i += 2;
                    continue;
                case '[' when Bracketed(i, end) is var (length, number):
                    Flush(builder, ref plain, i);
                    skip = length;
                    _markers.Add(new NoteMarker(number, builder.Length, i));
                    break;
                case '[' when !_isCode && string.CompareOrdinal(source, i, "[termbase:", 0, 10) == 0 && source.IndexOf(']', i, end - i) is > 0 and var closing:
                    skip = SpaceAfter(i, closing + 1, end);
                    break;
                case '<':
                    Flush(builder, ref plain, i);
                    skip = Tag(builder, i, end);
                    break;
                case '&' when Entity(i, end) is var (length, decoded):
                    Flush(builder, ref plain, i);
                    builder.AppendReplacement(decoded, i, length);
                    i += length;
                    plain = i;
                    continue;
                case >= '\u00B2' and var c when Superscripts.Contains(c, StringComparison.Ordinal):
                    var (size, digits) = SuperscriptAt(i, end);
                    if (IsMarker(i, digits))
                    {
                        Flush(builder, ref plain, i);
                        skip = size;
                        _markers.Add(new NoteMarker(digits, builder.Length, i));
                    }

                    break;
            }

            if (skip > 0)
            {
                Flush(builder, ref plain, i);
                i += skip;
                plain = i;
            }
            else
            {
                i++;
            }
        }

        Flush(builder, ref plain, end);
    }

    private void Flush(MappedTextBuilder builder, ref int from, int to)
    {
        builder.Append(source.AsSpan(from, to - from), from);
        from = to;
    }

    // <https://…> keeps the address, <sup>1</sup> is a marker, other known tags go, all else stays. Returns the length taken out.
    private int Tag(MappedTextBuilder builder, int i, int end)
    {
        var close = source.IndexOf('>', i, Math.Min(end - i, 2100));
        if (close < 0)
        {
            return 0;
        }

        if (!_isCode && string.CompareOrdinal(source, i, "<!--", 0, 4) == 0)
        {
            var comment = source.IndexOf("-->", i, end - i, StringComparison.Ordinal);
            return comment < 0 ? 0 : SpaceAfter(i, comment + 3, end);
        }

        var inner = source.AsSpan(i + 1, close - i - 1);
        if (inner.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || inner.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || inner.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            builder.Append(inner, i + 1);
            return close + 1 - i;
        }

        if (SupAt(source, i, end) is var (length, number))
        {
            _markers.Add(new NoteMarker(number, builder.Length, i));
            return length;
        }

        var name = inner.Trim('/').Trim();
        return name is "sup" or "sub" or "br" or "b" or "i" or "em" or "strong" or "u" or "br /" ? close + 1 - i : 0;
    }

    // A comment goes with one of the two spaces around it. Returns its length.
    private int SpaceAfter(int start, int at, int end) =>
        at - start + (at < end && source[at] == ' ' && (start == 0 || char.IsWhiteSpace(source[start - 1])) ? 1 : 0);

    private (int Length, string Decoded)? Entity(int i, int end)
    {
        var close = source.IndexOf(';', i, Math.Min(end - i, 12));
        if (close < i + 3)
        {
            return null;
        }

        var raw = source[i..(close + 1)];
        var decoded = WebUtility.HtmlDecode(raw);
        return decoded.Equals(raw, StringComparison.Ordinal) ? null : (raw.Length, decoded);
    }

    // [1] may be anything where no note has that number; [^1] is nothing else.
    private (int Length, string Number)? Bracketed(int i, int end) =>
        BracketAt(source, i, end) is var (length, number) && (notes.Contains(number) || (!_isCode && IsCaret(i))) ? (length, number) : null;

    private bool IsCaret(int i) => source.AsSpan(i).TrimStart('\\').StartsWith("[^");

    private bool IsMarker(int i, string digits)
    {
        if (notes.Contains(digits))
        {
            return true;
        }

        // m², 10³: powers where no note has that number.
        return !(i > 0 && (char.IsAsciiDigit(source[i - 1]) || (source[i - 1] == 'm' && (i < 2 || !char.IsAsciiLetter(source[i - 2]) || source[i - 2] is 'k' or 'c' or 'm'))));
    }

    private (int Length, string Digits) SuperscriptAt(int i, int end) => SuperscriptAt(source, i, end);

    /// <summary>A run of superscript digits: its length and what it says.</summary>
    internal static (int Length, string Digits) SuperscriptAt(string source, int i, int end)
    {
        var digits = "";
        var start = i;
        while (i < end && Superscripts.IndexOf(source[i], StringComparison.Ordinal) is >= 0 and var digit)
        {
            digits += (char)('0' + digit);
            i++;
        }

        return (i - start, digits);
    }

    /// <summary><c>&lt;sup&gt;1&lt;/sup&gt;</c>, or null.</summary>
    internal static (int Length, string Number)? SupAt(string source, int i, int end)
    {
        if (string.CompareOrdinal(source, i, "<sup>", 0, 5) != 0)
        {
            return null;
        }

        var close = source.IndexOf("</sup>", i, Math.Min(end - i, 20), StringComparison.Ordinal);
        var number = close < 0 ? "" : source[(i + 5)..close].Trim(' ', '[', ']', '\\');
        return number.Length is > 0 and <= 4 ? (close + 6 - i, number) : null;
    }

    /// <summary><c>[1]</c>, <c>\[1\]</c>, <c>[^1]</c>, or null.</summary>
    internal static (int Length, string Number)? BracketAt(string source, int i, int end)
    {
        var at = i;
        at += at < end && source[at] == '\\' ? 1 : 0;
        if (at >= end || source[at++] != '[')
        {
            return null;
        }

        at += at < end && source[at] == '^' ? 1 : 0;
        var digits = at;
        while (at < end && char.IsAsciiDigit(source[at]))
        {
            at++;
        }

        var number = source[digits..at];
        at += at < end && source[at] == '\\' ? 1 : 0;
        return number.Length is > 0 and <= 3 && at < end && source[at] == ']' ? (at + 1 - i, number) : null;
    }

    // Indices of * and _ that open (true) and close emphasis: pairs of equal runs, the opener before a word, the closer behind one.
    private Dictionary<int, bool> EmphasisMarks(IReadOnlyList<TextSpan> lines)
    {
        var marks = new Dictionary<int, bool>();
        var open = new Stack<(int Start, int Length)>();
        foreach (var line in lines)
        {
            EmphasisMarks(line, marks, open);
        }

        return marks;
    }

    private void EmphasisMarks(TextSpan line, Dictionary<int, bool> marks, Stack<(int Start, int Length)> open)
    {
        for (var i = line.Start; i < line.End;)
        {
            var c = source[i];
            if (c == '\\' || c is not ('*' or '_'))
            {
                i += c == '\\' ? 2 : 1;
                continue;
            }

            var start = i;
            while (i < line.End && source[i] == c)
            {
                i++;
            }

            var before = start > line.Start ? source[start - 1] : ' ';
            var after = i < line.End ? source[i] : ' ';
            var inWord = c == '_' && char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after);
            if (i - start > 3 || inWord)
            {
                continue;
            }

            if (!char.IsWhiteSpace(before) && open.TryPeek(out var top) && top.Length == i - start && source[top.Start] == c)
            {
                open.Pop();
                for (var k = 0; k < top.Length; k++)
                {
                    marks[top.Start + k] = true;
                    marks[start + k] = false;
                }
            }
            else if (!char.IsWhiteSpace(after) && (!char.IsLetterOrDigit(before) || Han.IsHan(before)))
            {
                open.Push((start, i - start));
            }
        }
    }
}
