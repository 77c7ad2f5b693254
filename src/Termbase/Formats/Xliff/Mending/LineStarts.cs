namespace Termbase.Formats.Xliff.Mending;

/// <summary>Turns lines and columns (1-based, UTF-16) into offsets. Immutable.</summary>
internal sealed class LineStarts
{
    private readonly List<int> _starts = [0];

    internal LineStarts(string text)
    {
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            _starts.Add(at + 1);
        }
    }

    internal int Offset(int line, int column) => line < 1 || line > _starts.Count ? int.MaxValue : _starts[line - 1] + column - 1;

    internal (int Line, int Column) Place(int offset)
    {
        var at = _starts.BinarySearch(offset);
        var line = at >= 0 ? at : ~at - 1;
        return (line + 1, offset - _starts[line] + 1);
    }
}
