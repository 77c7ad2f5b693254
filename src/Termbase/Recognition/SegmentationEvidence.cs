using System.IO.Compression;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Termbase.Recognition;

/// <summary>
/// Tells whether a Chinese match cuts words: it does if the likeliest division into words around it (a path over the word
/// frequencies of <c>Data/words.br</c>, numerals and dates as one word each) has no boundary at one of its ends, and the best
/// path that has both is less likely. Only the stretch is looked at in which neighbouring characters stand together in some
/// word, so the answer is that of the whole sentence at a small part of the cost. Immutable and thread-safe.
/// </summary>
internal sealed class SegmentationEvidence
{
    /// <summary>Costs are natural logarithms times this.</summary>
    public const int Scale = 12;

    private const byte NotAWord = 255;
    private const int Unknown = 17 * Scale;
    private const int NumeralCost = 6 * Scale;
    private const int DateCost = (6 * Scale) + 1;

    /// <summary>Cost of a term as a word: a rare one.</summary>
    public const int TermCost = 16 * Scale;

    /// <summary>Longer matches are not asked about.</summary>
    public const int LongestTerm = 24;

    /// <summary>Most words of two characters and more that start at one place.</summary>
    public const int MostArcs = 40;

    private const int PairBits = 20;

    private static readonly Lazy<SegmentationEvidence> Instance = new(Load);

    private static readonly byte[] Classes = MakeClasses();

    private readonly Word[] _words;
    private readonly byte[] _single = new byte[0x10000];
    private readonly ulong[] _pairs = new ulong[1 << (PairBits - 6)];
    private readonly int _shift;

    private SegmentationEvidence(int words)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)(words * 2));
        _words = new Word[size];
        Array.Fill(_single, NotAWord);
        _shift = 64 - BitOperations.Log2((uint)size);
    }

    /// <summary>The evidence that ships; loaded at first use.</summary>
    public static SegmentationEvidence Default => Instance.Value;

    /// <summary>Whether a match from <paramref name="start"/> to <paramref name="end"/> cuts words of the text. For many matches of a
    /// text, <see cref="WordLattice"/>.</summary>
    public bool Cuts(ReadOnlySpan<char> text, int start, int end) => new WordLattice(this, text).Cuts(start, end);

    /// <summary>Whether a longer word of the table covers the match: 航空 in 航空公司.</summary>
    public bool IsInLongerWord(ReadOnlySpan<char> text, int start, int end)
    {
        const int Longest = 8;
        Span<char> folded = stackalloc char[Longest];
        for (var from = Math.Max(0, end - Longest); from <= start; from++)
        {
            for (var to = end; to <= Math.Min(text.Length, from + Longest); to++)
            {
                if (to - from <= end - start)
                {
                    continue;
                }

                for (var i = from; i < to; i++)
                {
                    folded[i - from] = FoldTable.Fold[text[i]];
                }

                if (Find(KeyOf(folded[..(to - from)])) is >= 0 and var at && _words[at].Cost != NotAWord)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Cost of a character as a word.</summary>
    public int CostOf(char c) => _single[c] == NotAWord ? Unknown : _single[c];

    /// <summary>The words of two characters and more at the start of the folded text, numerals and dates among them: length and cost.</summary>
    /// <returns>How many; at most <see cref="MostArcs"/>.</returns>
    public int Words(ReadOnlySpan<char> text, Span<(int Length, int Cost)> found)
    {
        var count = 0;
        if (Joined(text, 1) && Find(KeyOf(text[..2])) is >= 0 and var slot)
        {
            if (_words[slot].Cost != NotAWord)
            {
                found[count++] = (2, _words[slot].Cost);
            }

            var longest = Math.Min(_words[slot].Longest, text.Length);
            for (var length = 3; length <= longest && count < MostArcs - 2; length++)
            {
                // Lengths that no word with this start has are passed over.
                if ((_words[slot].Lengths & LengthBit(length)) != 0 && Find(KeyOf(text[..length])) is >= 0 and var at && _words[at].Cost != NotAWord)
                {
                    found[count++] = (length, _words[at].Cost);
                }
            }
        }

        return Classes[text[0]] is 1 or 4 ? Numerals(text, found, count) : count;
    }

    private static int Numerals(ReadOnlySpan<char> text, Span<(int Length, int Cost)> found, int count)
    {
        var j = text[0] == '第' && text.Length > 1 ? 1 : 0;
        if (!IsNumeral(text[j]))
        {
            return count;
        }

        while (j < text.Length && (IsNumeral(text[j]) || (text[j] == '点' && j + 1 < text.Length && IsNumeral(text[j + 1]))))
        {
            j++;
        }

        if (j > 1 || char.IsAsciiDigit(text[0]))
        {
            found[count++] = (j, NumeralCost);
        }

        if (j < text.Length && IsDateUnit(text[j]))
        {
            found[count++] = (j + 1, DateCost);
        }

        return count;
    }

    /// <summary>Whether the characters before and at a place may be parts of one word.</summary>
    public bool Joined(ReadOnlySpan<char> text, int at)
    {
        if (at <= 0 || at >= text.Length)
        {
            return false;
        }

        var (a, b) = (FoldTable.Fold[text[at - 1]], FoldTable.Fold[text[at]]);
        var bit = PairBit(a, b);
        return (_pairs[bit >> 6] & (1UL << (bit & 63))) != 0
            || (IsNumeral(a) && Classes[b] is 1 or 2) || (IsNumeral(b) && a is '点' or '第');
    }

    private static bool IsNumeral(char c) => (Classes[c] & 1) != 0;

    private static bool IsDateUnit(char c) => (Classes[c] & 2) != 0;

    private static byte[] MakeClasses()
    {
        var classes = new byte[0x10000];
        foreach (var c in "0123456789〇零一二三四五六七八九十百千万亿两")
        {
            classes[c] = 1;
        }

        foreach (var c in "年月日时号点")
        {
            classes[c] = 2;
        }

        classes['第'] = 4;
        return classes;
    }

    private static int PairBit(char a, char b) => (int)(((((uint)a << 16) | b) * 0x9E3779B1u) >> (32 - PairBits));

    // Of words of three characters and more; the longest share a bit.
    private static int LengthBit(int length) => 1 << Math.Min(length - 3, 15);

    private static ulong KeyOf(ReadOnlySpan<char> word)
    {
        var key = 0UL;
        foreach (var c in word[..Math.Min(4, word.Length)])
        {
            key = (key << 16) | c;
        }

        for (var i = 4; i < word.Length; i++)
        {
            key = (BitOperations.RotateLeft(key, 23) ^ word[i]) * 0x9FB21C651E98DF25UL;
        }

        return key;
    }

    private int Find(ulong key)
    {
        var slot = (int)((key * 0x9E3779B97F4A7C15UL) >> _shift);
        for (; _words[slot].Key != 0; slot = (slot + 1) & (_words.Length - 1))
        {
            if (_words[slot].Key == key)
            {
                return slot;
            }
        }

        return -1;
    }

    private int Add(ulong key)
    {
        var slot = (int)((key * 0x9E3779B97F4A7C15UL) >> _shift);
        while (_words[slot].Key != 0 && _words[slot].Key != key)
        {
            slot = (slot + 1) & (_words.Length - 1);
        }

        if (_words[slot].Key == 0)
        {
            _words[slot] = new Word { Key = key, Cost = NotAWord };
        }

        return slot;
    }

    private void AddWord(ReadOnlySpan<char> word, byte cost)
    {
        if (word.Length == 1)
        {
            _single[word[0]] = cost;
            return;
        }

        _words[Add(KeyOf(word))].Cost = cost;
        if (word.Length > 2)
        {
            ref var start = ref _words[Add(KeyOf(word[..2]))];
            start.Longest = Math.Max(start.Longest, (byte)word.Length);
            start.Lengths |= (ushort)LengthBit(word.Length);
        }

        for (var i = 1; i < word.Length; i++)
        {
            var bit = PairBit(word[i - 1], word[i]);
            _pairs[bit >> 6] |= 1UL << (bit & 63);
        }
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private struct Word
    {
        public ulong Key;
        public byte Cost;
        public byte Longest;
        public ushort Lengths;
    }

    private static SegmentationEvidence Load()
    {
        // After the number of words, for each: how many characters it shares with the one before, how many follow, those
        // characters (UTF-16), its cost. The four kinds stand in four blocks, which packs better.
        using var packed = typeof(SegmentationEvidence).Assembly.GetManifestResourceStream("recognition/words.br")
            ?? throw new InvalidOperationException("The word frequencies are missing from the assembly.");
        using var stream = new BrotliStream(packed, CompressionMode.Decompress);
        using var reader = new BinaryReader(stream, Encoding.Unicode);
        var count = reader.ReadInt32();
        var (shared, more, costs) = (reader.ReadBytes(count), reader.ReadBytes(count), reader.ReadBytes(count));
        var low = reader.ReadBytes(reader.ReadInt32());
        var high = reader.ReadBytes(low.Length);
        var evidence = new SegmentationEvidence(count);
        Span<char> word = stackalloc char[32];
        var at = 0;
        for (var i = 0; i < count; i++)
        {
            var length = shared[i] + more[i];
            for (var k = (int)shared[i]; k < length; k++, at++)
            {
                word[k] = (char)(low[at] | (high[at] << 8));
            }

            evidence.AddWord(word[..length], costs[i]);
        }

        return evidence;
    }
}
