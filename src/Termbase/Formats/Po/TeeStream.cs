namespace Termbase.Formats.Po;

/// <summary>A stream that keeps what was read of it until that is copied or dropped. Not thread-safe.</summary>
internal sealed class TeeStream(Stream inner) : ReadOnlyStream
{
    private byte[] _kept = new byte[1 << 17];
    private int _length;
    private long _base;

    internal long Seen => _base + _length;

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        if (_length + count > _kept.Length)
        {
            Array.Resize(ref _kept, Math.Max(2 * _kept.Length, _length + count));
        }

        buffer[..count].CopyTo(_kept.AsSpan(_length));
        _length += count;
        return count;
    }

    internal void CopyTo(Stream output, long offset)
    {
        output.Write(_kept, 0, (int)(offset - _base));
        Drop(offset);
    }

    internal void Drop(long offset)
    {
        var count = (int)(offset - _base);
        _kept.AsSpan(count, _length - count).CopyTo(_kept);
        _length -= count;
        _base = offset;
    }
}
