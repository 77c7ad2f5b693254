using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Termbase.Model;

namespace Termbase.Formats;

/// <summary>
/// Tells the encoding of undeclared bytes. For the double-byte encodings it counts which share of the character pairs falls into the
/// part of the code table that holds the everyday characters: rows B0–D7 of GB 2312 (its first level), rows A4–C6 of Big5.
/// </summary>
internal static class EncodingDetector
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    internal static EncodingGuess Guess(ReadOnlySpan<byte> bytes, string path, bool isWhole)
    {
        if ((FromMark(bytes) ?? Utf16WithoutMark(bytes)) is { } certain)
        {
            return isWhole && bytes.Length % 2 != 0 && certain.Name.StartsWith("UTF-16", StringComparison.Ordinal) ? certain with { Damaged = true } : certain;
        }

        RefuseBinary(bytes, path);
        var text = isWhole ? bytes : bytes[..^IncompleteTail(bytes)];
        if (Utf8Damage(text) is var (good, bad) && bad == 0)
        {
            return new EncodingGuess(Utf8, "UTF-8", 0, 1);
        }

        if (isWhole && IncompleteTail(bytes) is > 0 and var tail && good > 0 && Utf8Damage(bytes[..^tail]).Bad == 0)
        {
            return new EncodingGuess(Utf8, "UTF-8", 0, 0.9, Damaged: true);
        }

        var gb = Score(text, 0xB0, 0xD7, 0xA1);
        var big5 = Score(text, 0xA4, 0xC6, 0x40);

        // Chance makes few multi-byte sequences valid: where they prevail, it is UTF-8 with a wound.
        return good >= 4 * bad ? new EncodingGuess(Utf8, "UTF-8", 0, 0.9, Damaged: true)
            : Math.Max(gb, big5) < 0.6 ? Make("windows-1252", "Windows-1252", 0.5)
            : gb >= big5 ? Make("gb18030", "GB18030", gb)
            : Make("big5", "Big5", big5);
    }

    /// <summary>An encoding by the name that a file declares, or null where the name is not known.</summary>
    internal static Encoding? ByName(string name)
    {
        try
        {
            // GB 18030 contains GBK and GB 2312, and what calls itself one of them often holds more.
            return name.ToUpperInvariant() switch
            {
                "UTF-8" or "UTF8" => Utf8,
                "GB2312" or "GBK" or "GB_2312-80" or "CP936" => Encoding.GetEncoding("gb18030"),
                _ => Encoding.GetEncoding(name),
            };
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    internal static EncodingGuess? FromMark(ReadOnlySpan<byte> b) =>
        b.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? new(Utf8, "UTF-8", 3, 1, Damaged: false)
        : b.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) && b.Length % 4 == 0 ? new(Encoding.UTF32, "UTF-32LE", 4, 1)
        : b.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]) ? new(new UTF32Encoding(true, false), "UTF-32BE", 4, 1)
        : b.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? new(Encoding.Unicode, "UTF-16LE", 2, 1)
        : b.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? new(Encoding.BigEndianUnicode, "UTF-16BE", 2, 1)
        : b.StartsWith((ReadOnlySpan<byte>)[0x84, 0x31, 0x95, 0x33]) ? Make("gb18030", "GB18030", 1, 4)
        : null;

    /// <summary>
    /// UTF-16 of Chinese or English has in nearly all its high bytes 0 (ASCII), 30 (CJK signs), FF (full width) or 4E–9F (Han), its
    /// low bytes are spread.
    /// </summary>
    internal static EncodingGuess? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        // A file may be cut off inside a character.
        bytes = bytes[..(bytes.Length & ~1)];
        if (bytes.Length < 4)
        {
            return null;
        }

        Span<int> typical = stackalloc int[2], zero = stackalloc int[2], ascii = stackalloc int[2];
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            typical[i & 1] += b is 0 or 0x20 or 0x30 or 0xFF or (>= 0x4E and <= 0x9F) ? 1 : 0;
            zero[i & 1] += b == 0 ? 1 : 0;
            ascii[i & 1] += b is > 0 and < 0x80 ? 1 : 0;
        }

        var pairs = bytes.Length / 2;
        for (var high = 0; high < 2; high++)
        {
            var low = 1 - high;
            if (typical[high] >= 0.95 * pairs && zero[low] <= 0.01 * pairs && zero[high] > 0 && ascii[high] + zero[high] <= pairs && WideControls(bytes, low) <= 0.1 * pairs)
            {
                // Han without any ASCII sign would also look like UTF-8 or GB18030 to this test, so one zero is asked for.
                return high == 1
                    ? new EncodingGuess(Encoding.Unicode, "UTF-16LE", 0, 0.9)
                    : new EncodingGuess(Encoding.BigEndianUnicode, "UTF-16BE", 0, 0.9);
            }
        }

        return null;
    }

    // Numbers of two bytes look like text of two bytes but for this.
    private static int WideControls(ReadOnlySpan<byte> bytes, int low)
    {
        var count = 0;
        for (var i = 0; i < bytes.Length; i += 2)
        {
            count += bytes[i + 1 - low] == 0 && bytes[i + low] is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r') ? 1 : 0;
        }

        return count;
    }

    private static EncodingGuess Make(string name, string shown, double confidence, int preamble = 0) =>
        new(Encoding.GetEncoding(name), shown, preamble, confidence);

    private static void RefuseBinary(ReadOnlySpan<byte> bytes, string path)
    {
        var kind =
            bytes.StartsWith("PK\u0003\u0004"u8) ? "is a ZIP archive (DOCX, XLSX and the like), not text; export it as text, CSV or TMX first"
            : bytes.StartsWith("%PDF-"u8) ? "is a PDF, not text; extract its text first"
            : bytes.Contains((byte)0)
                ? string.Create(CultureInfo.InvariantCulture, $"is a binary file, not text (a NUL byte at offset {bytes.IndexOf((byte)0)})")
            : Controls(bytes) > 0.1 * bytes.Length ? "is a binary file, not text (full of control characters)"
            : null;
        if (kind is not null)
        {
            throw new InputException(SourceLocation.File(path), kind);
        }
    }

    private static int Controls(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var b in bytes)
        {
            count += b is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B) ? 1 : 0;
        }

        return count;
    }

    private static (int Good, int Bad) Utf8Damage(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return (0, 0);
        }

        int good = 0, bad = 0;
        while (!bytes.IsEmpty)
        {
            var ok = Rune.DecodeFromUtf8(bytes, out _, out var used) == System.Buffers.OperationStatus.Done;
            good += ok && used > 1 ? 1 : 0;
            bad += ok ? 0 : 1;
            bytes = bytes[used..];
        }

        return (good, bad);
    }

    private static double Score(ReadOnlySpan<byte> bytes, byte firstRow, byte lastRow, byte firstCell)
    {
        int pairs = 0, everyday = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80)
            {
                continue;
            }

            pairs++;
            if (i + 1 < bytes.Length && bytes[i] is >= 0x81 and <= 0xFE && bytes[i + 1] >= 0x40)
            {
                var (row, cell) = (bytes[i], bytes[i + 1]);
                var isSign = row is >= 0xA1 and <= 0xA3 && cell >= firstCell;
                everyday += isSign || (row >= firstRow && row <= lastRow && cell >= firstCell && cell is <= 0x7E or >= 0xA1) ? 1 : 0;
                i++;
            }
        }

        return pairs == 0 ? 0 : (double)everyday / pairs;
    }

    // The bytes of a sequence that the end of the sample cut off.
    private static int IncompleteTail(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var b = bytes[^back];
            if (b >= 0xC0)
            {
                return (b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2) > back ? back : 0;
            }

            if (b < 0x80)
            {
                return 0;
            }
        }

        return 0;
    }
}
