namespace Termbase.Languages.Numerals;

/// <summary>What a number in a text is.</summary>
public enum QuantityKind
{
    /// <summary>A count or a bare number: 90亿, nine billion.</summary>
    Cardinal,

    /// <summary>A place in a row: 第三, third, No. 3; also 21世纪.</summary>
    Ordinal,

    /// <summary>A share of a hundred; the value is the share itself: 5% is 0.05. Also 三成, 八折, ‰.</summary>
    Percent,

    /// <summary>A difference of percentages: 0.5个百分点 is 0.005. Also basis points.</summary>
    PercentagePoint,

    /// <summary>三分之一, two-thirds, half.</summary>
    Fraction,

    /// <summary>A factor: 三倍, threefold, doubled, 翻两番 (4). Growth is given as the factor: 增长两倍 is 3.</summary>
    Multiple,

    /// <summary>A day, with or without month and year (<see cref="Quantity.Calendar"/>).</summary>
    Date,

    /// <summary>A calendar year.</summary>
    Year,

    /// <summary>First and last year: 2021-2025.</summary>
    YearRange,

    /// <summary>Ten years of a century: 20世纪80年代, 1980s; the value is the first year, or 80 where no century is said.</summary>
    Decade,

    /// <summary>A five-year plan by its number: 十四五 is 14.</summary>
    PlanPeriod,

    /// <summary>A month of the year, with or without the year.</summary>
    Month,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>An amount of money (<see cref="Quantity.Currency"/>).</summary>
    Money,

    /// <summary>A number with a unit (<see cref="Quantity.Unit"/>).</summary>
    Measure,

    /// <summary>A ratio or score, 2:1: value to upper.</summary>
    Ratio,

    /// <summary>An order of magnitude only: 数百, dozens, 成千上万.</summary>
    Indefinite,

    /// <summary>Digits that are part of a name: COVID-19, 5G, Ka-52M (<see cref="Quantity.Code"/>). Never a number to insist on.</summary>
    Name,
}
