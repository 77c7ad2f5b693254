using System.Numerics;
using System.Text;

namespace Termbase.Matching;

/// <summary>A query made ready, with all the room that a search needs; used again for the next query of the thread. Not thread-safe.</summary>
internal sealed class PreparedQuery
{
    [ThreadStatic]
    private static PreparedQuery? _current;

    private readonly TokenBuffer _tokens = new();
    private readonly TokenBuffer _candidate = new();
    private readonly ushort[] _counts = new ushort[ushort.MaxValue + 1];
    private ushort[] _symbols = new ushort[128];
    private ushort[] _occurrences = new ushort[128];
    private int[] _columns = new int[128];
    private int _columnWidth;

    // Token of the query by hash: index of the token it is first seen at, plus one. Its number is in _ids.
    private int[] _slots = new int[256];
    private int[] _ids = new int[128];
    private int _slotMask;
    private int _distinct;

    private ulong[] _equal = new ulong[256];
    private ulong[] _vectors = new ulong[16];
    private int _words;

    private int[] _text = new int[256];
    private char[] _chars = new char[1024];

    /// <summary>The one of this thread.</summary>
    public static PreparedQuery Current => _current ??= new PreparedQuery();

    /// <summary>Tokens of the query.</summary>
    public int Length => _tokens.Count;

    /// <summary>The query with marks for its codes.</summary>
    public string Text { get; private set; } = "";

    private TokenUnit Unit { get; set; }

    public void Prepare(string text, TokenUnit unit)
    {
        Text = text;
        Unit = unit;
        Tokenizer.Tokenize(text, unit, _tokens);
        var count = _tokens.Count;
        Grow(ref _symbols, count);
        Grow(ref _occurrences, count);
        Grow(ref _columns, count);
        _columnWidth = 0;
        for (var i = 0; i < count; i++)
        {
            _symbols[i] = _tokens.Symbol(i);
        }

        Signature.Occurrences(_symbols.AsSpan(0, count), _occurrences, _counts);
        NumberTokens();
        MarkPositions();
    }

    /// <summary>The query's columns in blocks of this width.</summary>
    public ReadOnlySpan<int> Columns(int width)
    {
        if (_columnWidth != width)
        {
            for (var i = 0; i < Length; i++)
            {
                _columns[i] = Signature.Column(_symbols[i], _occurrences[i], width);
            }

            _columnWidth = width;
        }

        return _columns.AsSpan(0, Length);
    }

    /// <summary>The exact comparison with a stored text; false where it scores less than <paramref name="least"/>.</summary>
    public bool TryCompare(ReadOnlySpan<byte> text, double least, out SimilarityResult result)
    {
        Grow(ref _chars, text.Length);
        var length = Encoding.UTF8.GetChars(text, _chars);
        Tokenizer.Tokenize(_chars.AsSpan(0, length), Unit, _candidate);
        var count = _candidate.Count;
        var longer = Math.Max(count, Length);
        var limit = Similarity.LimitFor(longer, least);
        result = default;
        if (Math.Abs(count - Length) > limit)
        {
            return false;
        }

        Grow(ref _text, count);
        for (var i = 0; i < count; i++)
        {
            _text[i] = Find(i);
        }

        var distance = BitParallel.Distance(_equal, Length, _words, _text.AsSpan(0, count), _vectors, limit);
        if (distance > limit)
        {
            return false;
        }

        result = new SimilarityResult(
            distance,
            longer,
            !Similarity.SameNumbers(_tokens, _candidate),
            !Similarity.SameCodes(_tokens, _candidate, distance),
            Similarity.ScriptsDiffer(_tokens, Text, _candidate, _chars));
        return true;
    }

    /// <summary>Whether the text compared last reads exactly like the query.</summary>
    public bool IsVerbatim(ReadOnlySpan<byte> text)
    {
        Grow(ref _chars, text.Length);
        return _chars.AsSpan(0, Encoding.UTF8.GetChars(text, _chars)).SequenceEqual(Text);
    }

    private static void Grow<T>(ref T[] array, int count)
    {
        if (array.Length < count)
        {
            array = new T[Math.Max(count, array.Length * 2)];
        }
    }

    private void NumberTokens()
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, Length * 4));
        Grow(ref _slots, size);
        Grow(ref _ids, Length);
        _slotMask = size - 1;
        Array.Clear(_slots, 0, size);
        _distinct = 0;
        for (var i = 0; i < Length; i++)
        {
            var slot = (int)_tokens.Hashes[i] & _slotMask;
            while (_slots[slot] is > 0 and var first && !_tokens.SameToken(first - 1, _tokens, i))
            {
                slot = (slot + 1) & _slotMask;
            }

            if (_slots[slot] == 0)
            {
                _slots[slot] = i + 1;
                _ids[i] = _distinct++;
            }
            else
            {
                _ids[i] = _ids[_slots[slot] - 1];
            }
        }
    }

    // For each token of the query, the positions where it stands; one more row, empty, for all tokens that it has not.
    private void MarkPositions()
    {
        _words = BitParallel.WordsFor(Length);
        var size = (_distinct + 1) * _words;
        Grow(ref _equal, size);
        Grow(ref _vectors, 2 * _words);
        Array.Clear(_equal, 0, size);
        for (var i = 0; i < Length; i++)
        {
            _equal[(_ids[i] * _words) + (i >> 6)] |= 1UL << (i & 63);
        }
    }

    private int Find(int token)
    {
        var slot = (int)_candidate.Hashes[token] & _slotMask;
        while (_slots[slot] is > 0 and var first)
        {
            if (_candidate.SameToken(token, _tokens, first - 1))
            {
                return _ids[first - 1];
            }

            slot = (slot + 1) & _slotMask;
        }

        return _distinct;
    }
}
