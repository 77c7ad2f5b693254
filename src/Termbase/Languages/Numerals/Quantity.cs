using Termbase.Model;

namespace Termbase.Languages.Numerals;

/// <summary>
/// A number read in a text: what it is, where it stands, how sure that is, and its value in a form that can be compared
/// across languages. Immutable.
/// </summary>
public sealed record Quantity
{
    /// <summary>What it is.</summary>
    public required QuantityKind Kind { get; init; }

    /// <summary>Where it stands: number with sign, currency, unit and hedges that touch it.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The value; the lower end of a range. Percentages are shares (5% is 0.05), growth is a factor.</summary>
    public Rational Value { get; init; } = Rational.Zero;

    /// <summary>The upper end of a range (三四十, 5-8) or of a year range; the second number of a ratio; else null.</summary>
    public Rational? Upper { get; init; }

    /// <summary>Another reading that the words allow (八折 is 80 % of the price, or 20 % off); null if none.</summary>
    public Rational? Alternative { get; init; }

    /// <summary>How it is hedged.</summary>
    public QuantityBound Bound { get; init; }

    /// <summary>The unit, or null.</summary>
    public MeasureUnit? Unit { get; init; }

    /// <summary>ISO 4217 code of the currency; null where none is said.</summary>
    public string? Currency { get; init; }

    /// <summary>The parts of a date, month, year or time; null for other kinds.</summary>
    public CalendarParts? Calendar { get; init; }

    /// <summary>For <see cref="QuantityKind.Name"/>: its letters and digits in upper case (COVID19); else null.</summary>
    public string? Code { get; init; }

    /// <summary>Whether it is written with digits rather than in words or Chinese numerals.</summary>
    public bool HasDigits { get; init; }

    /// <summary>
    /// How sure it is that a number is meant and that the other language must show it, 0 to 1: about 0.95 for digits, 0.6 for
    /// small counts in words, 0.2 for "one" and 一个, 0.1 for names.
    /// </summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Whether it numbers a heading or list item: （一）, 1., (2). Such numbers are often left to the layout.</summary>
    public bool IsHeading { get; init; }

    /// <summary>Whether it is hedged, a range or an order of magnitude.</summary>
    public bool IsApproximate => Bound != QuantityBound.Exact || Kind == QuantityKind.Indefinite || (Upper is not null && Kind is not (QuantityKind.YearRange or QuantityKind.Ratio));

    /// <summary>A short form for reports and tests: <c>Measure 30..40 mu about</c>.</summary>
    public override string ToString() => QuantityText.Format(this);
}
