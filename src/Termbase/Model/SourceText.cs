namespace Termbase.Model;

/// <summary>
/// The text of a file as it was read, with an index of its lines, so that any offset can be told as line and
/// column. Line ends are LF, CR LF or CR. Immutable and thread-safe.
/// </summary>
public sealed class SourceText
{
    // Code points are counted up to every so many code units of a text that has pairs; the rest is counted on demand.
    private const int Step = 256;

    private readonly int[] _lineStarts;
    private readonly bool _hasPairs;
    private int[]? _codePoints;

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
        _hasPairs = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0;
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
        if (!_hasPairs)
        {
            return (int)Math.Min(at + Math.Max(0L, column - 1L), Text.Length);
        }

        // The last step that does not go past the column; what is left is walked.
        var wanted = CodePointsBefore(at) + Math.Max(0L, column - 1L);
        var table = CodePoints();
        var (low, high) = (at / Step, table.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = table[middle] <= wanted ? (middle, high) : (low, middle - 1);
        }

        at = Math.Max(at, low * Step);
        if (at > 0 && at < Text.Length && at == low * Step && char.IsLowSurrogate(Text[at]))
        {
            at++;
        }

        for (var left = wanted - CodePointsBefore(at); left > 0 && at < Text.Length; left--)
        {
            at += char.IsHighSurrogate(Text[at]) && at + 1 < Text.Length ? 2 : 1;
        }

        return at;
    }

    // A code point counts where it starts; a low half never does.
    private int CodePointsBefore(int offset)
    {
        var count = CodePoints()[offset / Step];
        for (var i = offset / Step * Step; i < offset; i++)
        {
            count += char.IsLowSurrogate(Text[i]) ? 0 : 1;
        }

        return count;
    }

    // A lost race computes it twice.
    private int[] CodePoints()
    {
        if (_codePoints is { } known)
        {
            return known;
        }

        var table = new int[(Text.Length / Step) + 1];
        for (int i = 0, count = 0; i < Text.Length; i++)
        {
            if (i % Step == 0)
            {
                table[i / Step] = count;
            }

            count += char.IsLowSurrogate(Text[i]) ? 0 : 1;
            if (i + 1 == Text.Length && Text.Length % Step == 0)
            {
                table[Text.Length / Step] = count;
            }
        }

        return _codePoints = table;
    }

    private (int Line, int Column) PositionOf(int offset)
    {
        var line = LineOf(offset);
        var start = _lineStarts[line - 1];
        return (line, 1 + (_hasPairs ? CodePointsBefore(offset) - CodePointsBefore(start) : offset - start));
    }
}
