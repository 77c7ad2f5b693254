using System.Numerics;
using System.Runtime.CompilerServices;

namespace Termbase.Recognition;

/// <summary>Collects the states of one language for a <see cref="TermTrie"/>. Not thread-safe.</summary>
/// <param name="numbered">Whether symbols are numbers from 0 without gaps; else characters.</param>
internal sealed class TermTrieBuilder(bool numbered)
{
    /// <summary>The state before the first symbol.</summary>
    public const int Start = 0;

    private readonly TransitionTable _steps = new(1 << 14);

    // How each state is reached, and the first form that ends in it.
    private ulong[] _keys = new ulong[1 << 12];
    private int[] _first = [-1, .. new int[(1 << 12) - 1]];
    private TermForm[] _forms = new TermForm[1 << 12];
    private int _stateCount = 1;
    private int _formCount;

    public int Step(int state, int symbol)
    {
        var key = TransitionTable.Key(state, symbol);
        var next = _steps.GetOrAdd(key, _stateCount);
        if (next == _stateCount)
        {
            if (next == _keys.Length)
            {
                Array.Resize(ref _keys, next * 2);
                Array.Resize(ref _first, next * 2);
            }

            (_keys[next], _first[next]) = (key, -1);
            _stateCount++;
        }

        return next;
    }

    /// <summary>Lets a form end in a state; of the forms of one entry the first counts.</summary>
    public void End(int state, TermForm form)
    {
        var last = -1;
        for (var i = _first[state]; i >= 0; i = _forms[i].Next)
        {
            if (_forms[i].Entry == form.Entry)
            {
                return;
            }

            last = i;
        }

        if (last < 0)
        {
            _first[state] = _formCount;
        }
        else
        {
            _forms[last] = _forms[last] with { Next = _formCount };
        }

        if (_formCount == _forms.Length)
        {
            Array.Resize(ref _forms, _formCount * 2);
        }

        _forms[_formCount++] = form;
    }

    /// <summary>Gives each state its place among the children of the one before it. Linear in the number of states.</summary>
    /// <param name="symbols">Number of symbols, of numbered ones.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public TermTrie ToTrie(int symbols)
    {
        if (_stateCount == 1)
        {
            return new TermTrie([], [], []);
        }

        // In the order in which they came, so that states of one term, which lie together, are looked at together.
        var keys = _keys.AsSpan(0, _stateCount);
        var counts = new int[keys.Length];
        foreach (var key in keys[1..])
        {
            counts[From(key)]++;
        }

        var bases = new int[counts.Length];
        var size = numbered ? symbols : counts[Start];
        for (var state = 1; state < counts.Length; state++)
        {
            bases[state] = size;
            size += counts[state] == 0 ? 0 : 1 << SizeBits(counts[state]);
        }

        var states = new TermState[size];
        Array.Fill(states, new TermState { Symbol = -1, Entry = -1 });
        var (roots, others) = (new List<int>(), new List<TermForm>());
        var places = new int[counts.Length];
        for (var state = 1; state < keys.Length; state++)
        {
            var (from, symbol) = (From(keys[state]), (int)(uint)keys[state]);
            var place = from == Start ? numbered ? symbol : roots.Count : Place(states, bases[from], SizeBits(counts[from]), symbol);
            if (from == Start && !numbered)
            {
                roots.Add(symbol);
            }

            places[state] = place;
            states[place] = StateOf(symbol, bases[state], counts[state], _first[state], others);
        }

        foreach (var key in keys[1..])
        {
            if (From(key) is not Start and var from)
            {
                states[places[from]].Filter |= (byte)TermState.FilterBit(TermState.Hash((int)(uint)key));
            }
        }

        return new TermTrie(states, [.. others], [.. roots]);
    }

    private static int From(ulong key) => (int)(key >> 32) - 1;

    // Full up to four, which is one line of the cache; then a quarter stays free.
    private static int SizeBits(int count) => BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)(count <= 4 ? count : count + (count / 3))));

    private static int Place(TermState[] states, int start, int bits, int symbol)
    {
        var at = (int)(TermState.Hash(symbol) >> 8);
        while (states[start + (at & ((1 << bits) - 1))].Symbol >= 0)
        {
            at++;
        }

        return start + (at & ((1 << bits) - 1));
    }

    private TermState StateOf(int symbol, int children, int count, int first, List<TermForm> others)
    {
        var state = new TermState { Symbol = symbol, Children = children, Entry = -1, SizeBits = (byte)(count == 0 ? 0 : SizeBits(count)) };
        if (first < 0)
        {
            return state;
        }

        if (_forms[first].Next < 0)
        {
            (state.Entry, state.Flags, state.Capitals) = (_forms[first].Entry, _forms[first].Flags, _forms[first].Capitals);
            return state;
        }

        (state.Entry, state.Flags) = (others.Count, TermState.More);
        for (var i = first; i >= 0; i = _forms[i].Next)
        {
            others.Add(_forms[i] with { Next = _forms[i].Next < 0 ? -1 : others.Count + 1 });
        }

        return state;
    }
}
