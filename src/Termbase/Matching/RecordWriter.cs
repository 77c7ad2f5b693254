using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Termbase.Matching;

/// <summary>Writes numbers and texts to a stream through a buffer of its own. Not thread-safe; does not own the stream.</summary>
internal sealed class RecordWriter(Stream stream)
{
    private readonly byte[] _buffer = new byte[1 << 18];
    private long _flushed;
    private int _count;

    /// <summary>Bytes written so far.</summary>
    public long Position => _flushed + _count;

    public void Number(ulong value)
    {
        Room(10);
        while (value >= 0x80)
        {
            _buffer[_count++] = (byte)(value | 0x80);
            value >>= 7;
        }

        _buffer[_count++] = (byte)value;
    }

    public void UInt16(ushort value)
    {
        Room(2);
        BinaryPrimitives.WriteUInt16LittleEndian(_buffer.AsSpan(_count), value);
        _count += 2;
    }

    public void Int32(int value)
    {
        Room(4);
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.AsSpan(_count), value);
        _count += 4;
    }

    public void Text(string text)
    {
        Number((ulong)Encoding.UTF8.GetByteCount(text));
        Raw(text);
    }

    /// <summary>The text without its length.</summary>
    public void Raw(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            var part = text[..Math.Min(text.Length, 16_384)];
            if (part.Length < text.Length && char.IsHighSurrogate(part[^1]))
            {
                part = part[..^1];
            }

            Room(part.Length * 3);
            _count += Encoding.UTF8.GetBytes(part, _buffer.AsSpan(_count));
            text = text[part.Length..];
        }
    }

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        Flush();
        stream.Write(bytes);
        _flushed += bytes.Length;
    }

    /// <summary>A section of the file that starts aligned.</summary>
    public IndexSection Section<T>(ReadOnlySpan<T> items)
        where T : unmanaged
    {
        Align();
        var start = Position;
        Bytes(MemoryMarshal.AsBytes(items));
        return new IndexSection { Offset = start, Length = Position - start };
    }

    public void Align()
    {
        var zeros = (int)(IndexLayout.Align(Position) - Position);
        Room(zeros);
        _buffer.AsSpan(_count, zeros).Clear();
        _count += zeros;
    }

    public void Flush()
    {
        stream.Write(_buffer, 0, _count);
        _flushed += _count;
        _count = 0;
    }

    private void Room(int bytes)
    {
        if (_count + bytes > _buffer.Length)
        {
            Flush();
        }
    }
}
