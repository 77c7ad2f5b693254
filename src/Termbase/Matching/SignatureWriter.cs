using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Termbase.Matching;

/// <summary>
/// The sections of one direction: takes the texts in the order of the units, keeps their symbols in a temporary file, then sorts by
/// length (by counting) and writes the columns block by block. Not thread-safe.
/// </summary>
internal sealed class SignatureWriter : IDisposable
{
    private readonly FileStream _file;
    private readonly RecordWriter _symbols;
    private readonly TokenUnit _unit;
    private readonly TokenBuffer _tokens = new();
    private readonly ushort[] _counts = new ushort[ushort.MaxValue + 1];
    private readonly List<int> _lengths = []; // how many units have how many tokens
    private ushort[] _one = new ushort[256];
    private ushort[] _occurrences = new ushort[256];
    private int _longest;

    public SignatureWriter(string path, TokenUnit unit)
    {
        _file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        _symbols = new RecordWriter(_file);
        _unit = unit;
    }

    public void Add(string text)
    {
        Tokenizer.Tokenize(text, _unit, _tokens);
        var count = _tokens.Count;
        _longest = Math.Max(_longest, count);
        _symbols.Int32(count);
        for (var i = 0; i < count; i++)
        {
            _symbols.UInt16(_tokens.Symbol(i));
        }

        if (count > 0)
        {
            while (_lengths.Count <= count)
            {
                _lengths.Add(0);
            }

            _lengths[count]++;
        }
    }

    public DirectionSections Write(RecordWriter output, long memory)
    {
        _symbols.Flush();
        Array.Resize(ref _one, Math.Max(_longest, 1));
        Array.Resize(ref _occurrences, Math.Max(_longest, 1));
        var groups = Groups(out var total);
        var blocks = Blocks(groups, total);
        var order = new int[total];
        var sections = new DirectionSections { Groups = output.Section<LengthGroup>(groups), Blocks = output.Section<BlockInfo>(blocks) };
        output.Align();
        var start = output.Position;
        for (var first = 0; first < blocks.Length;)
        {
            // As many blocks at a time as memory allows: each round reads the symbols once.
            var end = first + 1;
            while (end < blocks.Length && End(blocks[end]) - blocks[first].Offset <= memory)
            {
                end++;
            }

            var columns = new byte[End(blocks[end - 1]) - blocks[first].Offset];
            Fill(groups, blocks, first, end, columns, order);
            output.Bytes(columns);
            first = end;
        }

        sections.Columns = new IndexSection { Offset = start, Length = output.Position - start };
        sections.Order = output.Section<int>(order);
        return sections;
    }

    public void Dispose() => _file.Dispose();

    private static long End(BlockInfo block) => block.Offset + ((long)block.Width * Signature.ColumnBytes);

    private LengthGroup[] Groups(out int total)
    {
        var groups = new List<LengthGroup>();
        total = 0;
        for (var length = 1; length < _lengths.Count; length++)
        {
            if (_lengths[length] > 0)
            {
                groups.Add(new LengthGroup { Length = length, Start = total });
                total += _lengths[length];
            }
        }

        return [.. groups];
    }

    private static BlockInfo[] Blocks(LengthGroup[] groups, int total)
    {
        var blocks = new BlockInfo[(total + Signature.BlockUnits - 1) / Signature.BlockUnits];
        var offset = 0L;
        var group = 0;
        for (var b = 0; b < blocks.Length; b++)
        {
            var shortest = LengthAt(groups, b * Signature.BlockUnits, ref group);
            var longest = LengthAt(groups, Math.Min(total, (b + 1) * Signature.BlockUnits) - 1, ref group);
            var width = Signature.WidthFor(longest);
            blocks[b] = new BlockInfo { Offset = offset, Shortest = shortest, Longest = longest, Width = width };
            offset += (long)width * Signature.ColumnBytes;
        }

        return blocks;
    }

    private static int LengthAt(LengthGroup[] groups, int position, ref int group)
    {
        while (group + 1 < groups.Length && groups[group + 1].Start <= position)
        {
            group++;
        }

        return groups[group].Length;
    }

    private void Fill(LengthGroup[] groups, BlockInfo[] blocks, int first, int end, byte[] columns, int[] order)
    {
        var next = new int[_lengths.Count];
        foreach (var group in groups)
        {
            next[group.Length] = group.Start;
        }

        var from = first * Signature.BlockUnits;
        var to = end * Signature.BlockUnits;
        var origin = blocks[first].Offset;
        _file.Position = 0;
        var reader = new BufferedStream(_file, 1 << 18); // not disposed: that would close the file
        Span<byte> head = stackalloc byte[4];
        for (var unit = 0; ReadAll(reader, head); unit++)
        {
            var count = BinaryPrimitives.ReadInt32LittleEndian(head);
            var symbols = _one.AsSpan(0, count);
            ReadAll(reader, MemoryMarshal.AsBytes(symbols));
            if (count == 0)
            {
                continue;
            }

            var position = next[count]++;
            if (position < from || position >= to)
            {
                continue;
            }

            order[position] = unit;
            var block = blocks[position / Signature.BlockUnits];
            var lane = position % Signature.BlockUnits;
            var bit = (byte)(1 << (lane & 7));
            var at = (block.Offset - origin) + (lane >> 3);
            Signature.Occurrences(symbols, _occurrences, _counts);
            for (var i = 0; i < count; i++)
            {
                columns[at + ((long)Signature.Column(symbols[i], _occurrences[i], block.Width) * Signature.ColumnBytes)] |= bit;
            }
        }
    }

    private static bool ReadAll(Stream stream, Span<byte> bytes)
    {
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read == bytes.Length ? true : read == 0 && bytes.Length > 0 ? false : throw RecordReader.Damaged();
    }
}
