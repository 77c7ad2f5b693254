using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Languages;

/// <summary>
/// Maps offsets of a derived text (healed, normalised) back to the text it came from. Offsets are UTF-16 code units.
/// Made by <see cref="MappedTextBuilder"/>. Immutable and thread-safe.
/// </summary>
public sealed class OffsetMap
{
    // Runs: from _derived[i] on, the text corresponds to the original from _original[i] on, one to one
    // where _linear[i], else as a whole to the _length[i] code units there.
    private readonly ImmutableArray<Run> _runs;

    internal OffsetMap(ImmutableArray<Run> runs, int derivedLength, int originalEnd)
    {
        _runs = runs;
        DerivedLength = derivedLength;
        OriginalEnd = originalEnd;
    }

    /// <summary>Length of the derived text.</summary>
    public int DerivedLength { get; }

    /// <summary>Where the last run ends in the original.</summary>
    public int OriginalEnd { get; }

    /// <summary>The map of a text onto a stretch of the same length.</summary>
    public static OffsetMap Identity(int length, int originalStart = 0) =>
        new([new Run(0, originalStart, length, true)], length, originalStart + length);

    /// <summary>Offset in the original at which the derived code unit starts.</summary>
    public int ToOriginal(int derived)
    {
        if (derived >= DerivedLength || _runs.IsEmpty)
        {
            return OriginalEnd;
        }

        var run = _runs[Find(derived)];
        return run.Linear ? run.Original + (derived - run.Derived) : run.Original;
    }

    /// <summary>
    /// The stretch of the original that a derived span came from. What lies between its first and last character in the original
    /// (a line break that was healed) is part of it.
    /// </summary>
    public TextSpan ToOriginal(TextSpan derived)
    {
        var start = ToOriginal(derived.Start);
        if (derived.Length == 0)
        {
            return new TextSpan(start, 0);
        }

        var run = _runs[Find(derived.End - 1)];
        var end = run.Linear ? run.Original + (derived.End - run.Derived) : run.Original + run.Length;
        return TextSpan.FromBounds(start, Math.Max(start, end));
    }

    /// <summary>This map after another: offsets of this map's derived text to the original of <paramref name="inner"/>.</summary>
    public int ToOriginal(int derived, OffsetMap inner) => inner.ToOriginal(ToOriginal(derived));

    /// <summary>The stretch of the inner map's original that a span of this map's derived text came from.</summary>
    public TextSpan ToOriginal(TextSpan derived, OffsetMap inner) => inner.ToOriginal(ToOriginal(derived));

    internal ImmutableArray<Run> Runs => _runs;

    private int Find(int derived)
    {
        int low = 0, high = _runs.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_runs[middle].Derived <= derived)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    internal readonly record struct Run(int Derived, int Original, int Length, bool Linear);
}
