using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Termbase.Recognition;

/// <summary>
/// The states of the terms of one language. The children of a state lie together in a small hash table of their own, and a state
/// carries the form that ends in it, so that a step costs one look into memory and a step that leads nowhere mostly none. Immutable.
/// </summary>
internal sealed class TermTrie
{
    private readonly TermState[] _states;
    private readonly TermForm[] _more;

    // Of symbols that are not numbered from 0.
    private readonly int[]? _roots;

    internal TermTrie(TermState[] states, TermForm[] more, int[] roots)
    {
        (_states, _more) = (states, more);
        if (roots.Length > 0)
        {
            _roots = new int[char.MaxValue + 1];
            Array.Fill(_roots, -1);
            for (var i = 0; i < roots.Length; i++)
            {
                _roots[(char)roots[i]] = i;
            }
        }
    }

    public bool IsEmpty => _states.Length == 0;

    /// <summary>What is known of a state.</summary>
    public ref readonly TermState this[int state]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _states[state];
    }

    /// <summary>The state behind the first symbol, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int First(int symbol) => _roots is { } roots ? roots[symbol] : symbol < _states.Length ? symbol : -1;

    /// <summary>The state behind a further symbol, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Next(in TermState state, int symbol)
    {
        var hash = TermState.Hash(symbol);
        return (state.Filter & TermState.FilterBit(hash)) == 0 ? -1 : Probe(state, symbol, hash);
    }

    /// <summary>The first form that ends in a state where some form does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TermForm FirstForm(int state)
    {
        ref readonly var at = ref _states[state];
        return (at.Flags & TermState.More) != 0 ? _more[at.Entry] : new TermForm(at.Entry, -1, at.Flags, at.Capitals);
    }

    /// <summary>Goes to the next form of the same state.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool NextForm(ref TermForm form)
    {
        if (form.Next < 0)
        {
            return false;
        }

        form = _more[form.Next];
        return true;
    }

    public void Save(BlobWriter writer)
    {
        writer.Write(_states);
        writer.Write(_more);
        var roots = new List<int>();
        for (var i = 0; _roots is not null && i < _roots.Length; i++)
        {
            if (_roots[i] >= 0)
            {
                roots.Add(i);
            }
        }

        roots.Sort((a, b) => _roots![a].CompareTo(_roots[b]));
        writer.Write<int>([.. roots]);
    }

    /// <summary>
    /// Reads what <see cref="Save"/> wrote. Whatever the file says, no step leads outside of the states, every form is one of
    /// <paramref name="entries"/>, and no chain of forms goes in a circle.
    /// </summary>
    /// <param name="reader">Where it stands.</param>
    /// <param name="entries">Number of entries.</param>
    /// <param name="symbols">Number of symbols where these are numbered from 0; null of characters.</param>
    public static TermTrie Load(BlobReader reader, int entries, int? symbols)
    {
        var (states, more, roots) = (reader.Read<TermState>(), reader.Read<TermForm>(), reader.Read<int>());
        BlobReader.Require(roots.Length <= states.Length && (symbols is { } count ? roots.Length == 0 && (states.Length == 0 || count <= states.Length) : roots.Length > 0 || states.Length == 0));
        foreach (var root in roots)
        {
            BlobReader.Require((uint)root <= char.MaxValue);
        }

        foreach (ref readonly var state in states.AsSpan())
        {
            var forms = (state.Flags & TermState.More) != 0 ? more.Length : entries;
            BlobReader.Require(state.Entry >= -1 && state.Entry < forms);
            BlobReader.Require(state.Filter == 0 || (state.SizeBits <= 30 && state.Children >= 0 && state.Children <= states.Length - (1 << state.SizeBits)));
        }

        for (var i = 0; i < more.Length; i++)
        {
            ref readonly var form = ref more[i];
            BlobReader.Require((uint)form.Entry < (uint)entries && (form.Next == -1 || (form.Next > i && form.Next < more.Length)));
        }

        return new TermTrie(states, more, roots);
    }

    private int Probe(in TermState state, int symbol, uint hash)
    {
        var (states, mask) = (_states, (1 << state.SizeBits) - 1);
        for (int at = (int)(hash >> 8), tries = 0; tries <= mask; at++, tries++)
        {
            var child = state.Children + (at & mask);
            if (states[child].Symbol == symbol)
            {
                return child;
            }

            if (states[child].Symbol < 0)
            {
                break;
            }
        }

        return -1;
    }
}

/// <summary>A state of a <see cref="TermTrie"/>, sixteen bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct TermState
{
    /// <summary>The symbol that leads here; -1 of a place that is free.</summary>
    public int Symbol;

    /// <summary>Where the places of the children begin.</summary>
    public int Children;

    /// <summary>The entry of the form that ends here, or -1; with <see cref="More"/>, the number of the first of several.</summary>
    public int Entry;

    /// <summary>Bit i: the i-th word of a shaped form has a capital.</summary>
    public byte Capitals;

    /// <summary>Kind of form, its flags, and <see cref="More"/>.</summary>
    public byte Flags;

    /// <summary>Bits of the symbols of the children; 0 of a state without.</summary>
    public byte Filter;

    /// <summary>Binary logarithm of the number of places.</summary>
    public byte SizeBits;

    /// <summary>Flag: several forms end here.</summary>
    public const byte More = 0x80;

    public readonly bool IsEnd => Entry >= 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Hash(int symbol)
    {
        var hash = (uint)symbol * 0x9E3779B1u;
        return hash ^ (hash >> 15);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FilterBit(uint hash) => 1 << (int)(hash & 7);
}

/// <summary>
/// A form of an entry that ends in a state: it says what is needed to accept most occurrences, so that the text of the entry is
/// seldom looked at.
/// </summary>
/// <param name="Entry">Number of the entry.</param>
/// <param name="Next">The next form of the state, or -1.</param>
/// <param name="Flags">The <see cref="MatchForm"/>, and Plain, Capital, Shaped.</param>
/// <param name="Capitals">Of a shaped form: bit i is set where the i-th word has a capital.</param>
[StructLayout(LayoutKind.Sequential, Pack = 2)]
internal readonly record struct TermForm(int Entry, int Next, byte Flags, byte Capitals)
{
    /// <summary>The entry is written in what folding leaves alone, its words with single spaces between.</summary>
    public const byte Plain = 4;

    /// <summary>The entry starts with a capital, so text that does not is not it.</summary>
    public const byte Capital = 8;

    /// <summary>Single spaces, words of small letters, some with a capital; the form's words have the initials of the entry's.</summary>
    public const byte Shaped = 16;

    /// <summary>A shaped form has no more words.</summary>
    public const int ShapedWords = 8;

    public TermForm(int entry, MatchForm kind, int flags, int capitals)
        : this(entry, -1, (byte)((int)kind | flags), (byte)capitals)
    {
    }

    public MatchForm Kind => (MatchForm)(Flags & 3);

    public bool Is(byte flag) => (Flags & flag) != 0;
}
