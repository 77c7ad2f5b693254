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

    /// <summary>The terms of a termbase that stand in it, as <see cref="TermUses.Of(LintUnit)"/> reads them.</summary>
    public (TermUses? By, List<TermUse> Found) Terms { get; set; }

    /// <summary>The Chinese side.</summary>
    public SideReading Zh => unit.ZhIsSource ? Source : Target;

    /// <summary>The English side.</summary>
    public SideReading En => unit.ZhIsSource ? Target : Source;

    /// <summary>Where the numbers of the two sides do not agree.</summary>
    public ImmutableArray<NumeralMismatch> Numbers =>
        _numbers.IsDefault ? _numbers = LoneOne.Apart(QuantityMatcher.Compare(Source.Quantities, Target.Quantities), this) : _numbers;
}
