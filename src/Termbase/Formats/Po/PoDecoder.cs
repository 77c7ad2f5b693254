using System.Buffers;
using System.Text.Unicode;

namespace Termbase.Formats.Po;

/// <summary>Lines of bytes as text, in one buffer. Not thread-safe.</summary>
internal sealed class PoDecoder(PoEncoding encoding)
{
    private char[] _chars = new char[1 << 12];

    /// <summary>The text of a line, good until the next; what is no text of the encoding becomes U+FFFD and is told.</summary>
    internal ReadOnlySpan<char> Decode(ReadOnlySpan<byte> bytes, out bool isDamaged)
    {
        isDamaged = false;
        if (_chars.Length < bytes.Length)
        {
            _chars = new char[2 * bytes.Length];
        }

        if (encoding.IsUtf8)
        {
            if (Utf8.ToUtf16(bytes, _chars, out _, out var written, replaceInvalidSequences: false) == OperationStatus.Done)
            {
                return _chars.AsSpan(0, written);
            }

            isDamaged = true;
        }

        var count = encoding.Encoding.GetChars(bytes, _chars);
        isDamaged |= _chars.AsSpan(0, count).Contains('\uFFFD');
        return _chars.AsSpan(0, count);
    }
}
