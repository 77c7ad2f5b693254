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
    private readonly List<int> _first = [-1];
    private readonly List<TermForm> _forms = [];

    public int Step(int state, int symbol)
    {
        var next = _steps.GetOrAdd(TransitionTable.Key(state, symbol), _first.Count);
        if (next == _first.Count)
        {
            _first.Add(-1);
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
            _first[state] = _forms.Count;
        }
        else
        {
            _forms[last] = _forms[last] with { Next = _forms.Count };
        }

        _forms.Add(form);
    }

    /// <summary>Gives each state its place among the children of the one before it. Linear in the number of states.</summary>
    /// <param name="symbols">Number of symbols, of numbered ones.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public TermTrie ToTrie(int symbols)
    {
        if (_steps.Count == 0)
        {
            return new TermTrie([], [], []);
        }

        var steps = _steps.Entries();
        var counts = new int[_first.Count];
        foreach (var (key, _) in steps)
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
        foreach (var (key, state) in steps)
        {
            var (from, symbol) = (From(key), (int)(uint)key);
            var place = from == Start ? numbered ? symbol : roots.Count : Place(states, bases[from], SizeBits(counts[from]), symbol);
            if (from == Start && !numbered)
            {
                roots.Add(symbol);
            }

            places[state] = place;
            states[place] = StateOf(symbol, bases[state], counts[state], _first[state], others);
        }

        foreach (var (key, state) in steps)
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
