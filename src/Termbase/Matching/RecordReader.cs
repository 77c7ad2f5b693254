using System.Text;

namespace Termbase.Matching;

/// <summary>Reads what <see cref="RecordWriter"/> wrote. Every step is checked against the end, so a damaged file cannot lead outside it.</summary>
internal unsafe ref struct RecordReader
{
    private readonly byte* _start;
    private readonly byte* _end;
    private byte* _at;

    public RecordReader(byte* start, long length)
    {
        _start = start;
        _at = start;
        _end = start + length;
    }

    public readonly long Position => _at - _start;

    public ulong Number()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (_at >= _end)
            {
                throw Damaged();
            }

            var b = *_at++;
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80)
            {
                return value;
            }
        }

        throw Damaged();
    }

    public ReadOnlySpan<byte> Bytes(ulong count)
    {
        if (count > (ulong)(_end - _at) || count > int.MaxValue)
        {
            throw Damaged();
        }

        var bytes = new ReadOnlySpan<byte>(_at, (int)count);
        _at += count;
        return bytes;
    }

    public string Text() => Encoding.UTF8.GetString(Bytes(Number()));

    public static InvalidDataException Damaged() => new("the index is damaged");
}
