namespace Termbase.Model;

/// <summary>
/// The text of a file as it was read, with an index of its lines, so that any offset can be told as line and
/// column. Line ends are LF, CR LF or CR. Immutable and thread-safe.
/// </summary>
public sealed class SourceText
{
    private readonly int[] _lineStarts;

    /// <summary>Indexes the lines of <paramref name="text"/>.</summary>
    public SourceText(string path, string text)
    {
        Path = path;
        Text = text;
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        _lineStarts = [.. starts];
    }

    /// <summary>The path under which the text is reported.</summary>
    public string Path { get; }

    /// <summary>The original text, never altered.</summary>
    public string Text { get; }

    /// <summary>Number of lines; an empty text has one.</summary>
    public int LineCount => _lineStarts.Length;

    /// <summary>1-based line of a UTF-16 offset.</summary>
    public int LineOf(int offset)
    {
        var at = Array.BinarySearch(_lineStarts, offset);
        return at >= 0 ? at + 1 : ~at;
    }

    /// <summary>The span of a 1-based line without its line end.</summary>
    public TextSpan LineSpan(int line)
    {
        var start = _lineStarts[line - 1];
        var end = line < _lineStarts.Length ? _lineStarts[line] : Text.Length;
        while (end > start && Text[end - 1] is '\n' or '\r')
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }

    /// <summary>Line and column (code points) of a span.</summary>
    public SourceLocation Locate(TextSpan span)
    {
        var (line, column) = PositionOf(span.Start);
        var (endLine, endColumn) = PositionOf(span.End);
        return new SourceLocation(Path, line, column, endLine, endColumn);
    }

    /// <summary>The span of a place in this text, as <see cref="Locate"/> gave it; what lies outside is cut off.</summary>
    public TextSpan SpanOf(SourceLocation place)
    {
        var start = OffsetOf(place.Line, place.Column);
        return TextSpan.FromBounds(start, Math.Max(start, OffsetOf(place.EndLine, place.EndColumn)));
    }

    private int OffsetOf(int line, int column)
    {
        if (line < 1 || line > LineCount)
        {
            return line < 1 ? 0 : Text.Length;
        }

        var at = _lineStarts[line - 1];
        for (; column > 1 && at < Text.Length; column--)
        {
            at += char.IsHighSurrogate(Text[at]) && at + 1 < Text.Length ? 2 : 1;
        }

        return at;
    }

    private (int Line, int Column) PositionOf(int offset)
    {
        var line = LineOf(offset);
        var column = 1;
        for (var i = _lineStarts[line - 1]; i < offset; i++)
        {
            if (!char.IsLowSurrogate(Text[i]))
            {
                column++;
            }
        }

        return (line, column);
    }
}
