namespace Termbase.Formats.Po;

/// <summary>The lines of a file as bytes, with their offsets; every encoding that PO allows keeps the byte 0A for the line feed. Not thread-safe.</summary>
internal sealed class PoLines(Stream stream)
{
    private byte[] _buffer = new byte[1 << 16];
    private int _start, _end;
    private long _base;
    private bool _ended;

    /// <summary>Offset of the line last given.</summary>
    internal long Offset { get; private set; }

    /// <summary>Offset after its line end.</summary>
    internal long Next { get; private set; }

    /// <summary>How many bytes its line end has: 0, 1 or 2.</summary>
    internal int EndLength => (int)(Next - Offset) - Length;

    internal int Length { get; private set; }

    /// <summary>The next line without its line end; false at the end of the file.</summary>
    internal bool Read(out ReadOnlySpan<byte> line)
    {
        var scanned = 0;
        while (true)
        {
            var found = _buffer.AsSpan(_start + scanned, _end - _start - scanned).IndexOf((byte)'\n');
            if (found >= 0 || (_ended && _end > _start))
            {
                var length = found >= 0 ? scanned + found : _end - _start;
                var all = _buffer.AsSpan(_start, length);
                Offset = _base + _start;
                _start += length + (found >= 0 ? 1 : 0);
                Next = _base + _start;
                line = all is [.., (byte)'\r'] ? all[..^1] : all;
                Length = line.Length;
                return true;
            }

            if (_ended)
            {
                line = default;
                Offset = Next = _base + _start;
                Length = 0;
                return false;
            }

            scanned = _end - _start;
            Fill();
        }
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _base += _start;
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }

        var count = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += count;
        _ended = count == 0;
    }
}
