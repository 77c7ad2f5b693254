using System.Text;

namespace Termbase.Formats.Xliff;

/// <summary>
/// Hands the decoded text on to <c>XmlReader</c> and keeps it until it is let go, so that a piece of the file can be found again by the
/// line and position that the XmlReader tells, and copied as it stood. Offsets count UTF-16 code units from the start of the text.
/// </summary>
internal sealed class RecordingReader(TextReader inner) : TextReader
{
    private readonly List<long> _lineStarts = [0];
    private int _firstLine = 1;
    private char[] _kept = new char[1 << 16];
    private int _length;
    private long _base;
    private bool _afterReturn;

    /// <summary>The offset of a line and position, both counted from 1 as XmlReader does.</summary>
    internal long OffsetOf(int line, int position) => _lineStarts[line - _firstLine] + position - 1;

    /// <summary>What stands from one offset to another; both must not have been let go.</summary>
    internal ReadOnlySpan<char> Slice(long from, long to) => _kept.AsSpan((int)(from - _base), (int)(to - from));

    /// <summary>All that is kept from an offset on.</summary>
    internal ReadOnlySpan<char> From(long offset) => _kept.AsSpan((int)(offset - _base), (int)(_base + _length - offset));

    /// <summary>The offset after the last character handed out.</summary>
    internal long End => _base + _length;

    /// <summary>The offset after the <c>&gt;</c> of the tag that starts at an offset; attribute values may hold a <c>&gt;</c>.</summary>
    internal long TagEnd(long tag)
    {
        var text = From(tag);
        for (var i = 1; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '>':
                    return tag + i + 1;
                case '"' or '\'':
                    i += 1 + text[(i + 1)..].IndexOf(text[i]);
                    break;
            }
        }

        throw new InvalidOperationException("The tag does not end in the recorded text.");
    }

    /// <summary>Lets go of everything before an offset.</summary>
    internal void LetGo(long offset)
    {
        var count = (int)(offset - _base);
        _kept.AsSpan(count, _length - count).CopyTo(_kept);
        _length -= count;
        _base = offset;
        var lines = _lineStarts.FindLastIndex(start => start <= offset);
        if (lines > 0)
        {
            _lineStarts.RemoveRange(0, lines);
            _firstLine += lines;
        }
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        var length = inner.Read(buffer);
        if (_length + length > _kept.Length)
        {
            Array.Resize(ref _kept, Math.Max(2 * _kept.Length, _length + length));
        }

        buffer[..length].CopyTo(_kept.AsSpan(_length));
        var offset = _base + _length;
        for (var i = 0; i < length; i++)
        {
            // \r\n is one line end, as XML 1.0 §2.11 has it; a lone \r is one too.
            var c = buffer[i];
            if (c == '\n')
            {
                if (_afterReturn)
                {
                    _lineStarts[^1] = offset + i + 1;
                }
                else
                {
                    _lineStarts.Add(offset + i + 1);
                }
            }
            else if (c == '\r')
            {
                _lineStarts.Add(offset + i + 1);
            }

            _afterReturn = c == '\r';
        }

        _length += length;
        return length;
    }

    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    public override int Peek() => -1;

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
