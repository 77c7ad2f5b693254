using System.Collections.Immutable;
using Termbase.Languages.Numerals;
using Termbase.Model;

namespace Termbase.Linting.Bitext;

/// <summary>What several rules want to know of a unit, each thing read once, when first asked for. Not thread-safe.</summary>
internal sealed class UnitReading(TranslationUnit unit)
{
    private SideReading? _source;
    private SideReading? _target;
    private ImmutableArray<NumeralMismatch> _numbers;

    /// <summary>The side translated from.</summary>
    public SideReading Source => _source ??= new SideReading(unit.Source, ReferenceEquals(unit.Source, unit.Zh));

    /// <summary>The side translated to.</summary>
    public SideReading Target => _target ??= new SideReading(unit.Target, ReferenceEquals(unit.Target, unit.Zh));

    /// <summary>The Chinese side.</summary>
    public SideReading Zh => unit.ZhIsSource ? Source : Target;

    /// <summary>The English side.</summary>
    public SideReading En => unit.ZhIsSource ? Target : Source;

    /// <summary>
    /// The same units, in order, in chunks whose readings were made on all cores; nothing else is done ahead, so rules still see them
    /// one after another. Holds one chunk.
    /// </summary>
    public static IEnumerable<LintUnit> Ahead(IEnumerable<LintUnit> units)
    {
        foreach (var chunk in units.Chunk(ChunkSize))
        {
            Parallel.ForEach(chunk, static unit => unit.Reading.Make());
            foreach (var unit in chunk)
            {
                yield return unit;
            }
        }
    }

    private const int ChunkSize = 512;

    // What most rules ask for.
    private void Make()
    {
        _ = Numbers;
        _ = (Source.Han, Target.Han, Source.Sentences, Target.Sentences);
    }

    /// <summary>Where the numbers of the two sides do not agree.</summary>
    public ImmutableArray<NumeralMismatch> Numbers =>
        _numbers.IsDefault ? _numbers = QuantityMatcher.Compare(Source.Quantities, Target.Quantities) : _numbers;
}
