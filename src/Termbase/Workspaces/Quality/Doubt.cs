using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Workspaces.Quality;

/// <summary>Why a unit is probably wrong.</summary>
public enum DoubtReason
{
    /// <summary>One side says nothing.</summary>
    Empty,

    /// <summary>The source once more.</summary>
    Untranslated,

    /// <summary>A side is in another language than it says.</summary>
    WrongLanguage,

    /// <summary>The two sides do not say the same: words and lengths do not go together.</summary>
    Misaligned,

    /// <summary>The words go together, but one side is far too short: a part is missing.</summary>
    Length,

    /// <summary>A phrase comes again and again, as machines write when they go wrong.</summary>
    Loop,

    /// <summary>One translation stands under many different sources.</summary>
    RepeatedTarget,
}

/// <summary>One thing that speaks against a unit.</summary>
/// <param name="Reason">What.</param>
/// <param name="Score">How probably the unit is wrong for it, 0 to 1.</param>
/// <param name="Message">For people, one line.</param>
public sealed record Doubt(DoubtReason Reason, double Score, string Message);

/// <summary>A unit that is probably wrong. Immutable.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Doubts">What speaks against it, the strongest first; never empty.</param>
public sealed record DoubtfulUnit(TranslationUnit Unit, ImmutableArray<Doubt> Doubts)
{
    /// <summary>The strongest.</summary>
    public double Score => Doubts[0].Score;
}

/// <summary>What is wanted of <see cref="DoubtfulUnits"/>. Immutable.</summary>
public sealed record DoubtOptions
{
    /// <summary>All reasons from 0.5 up.</summary>
    public static DoubtOptions Default { get; } = new();

    /// <summary>The least score, 0 to 1.</summary>
    public double Min { get; init; } = 0.5;

    /// <summary>
    /// Share of units that are expected to be misaligned, above 0 and below 1: a memory that was aligned by a program may have more, one that was typed less.
    /// </summary>
    public double Prior { get; init; } = 0.02;

    /// <summary>Whether neighbours in the file are neighbours in a text, so that a translation that fits the next segment better is evidence.</summary>
    public bool UseNeighbours { get; init; } = true;
}
