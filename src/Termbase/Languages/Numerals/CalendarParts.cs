using System.Text;

namespace Termbase.Languages.Numerals;

/// <summary>The parts of a date or time that a text gives; null where it does not. Immutable.</summary>
public sealed record CalendarParts
{
    /// <summary>Year of our era.</summary>
    public int? Year { get; init; }

    /// <summary>Month, 1 to 12.</summary>
    public int? Month { get; init; }

    /// <summary>Day, 1 to 31.</summary>
    public int? Day { get; init; }

    /// <summary>Hour, 0 to 24.</summary>
    public int? Hour { get; init; }

    /// <summary>Minute, 0 to 59.</summary>
    public int? Minute { get; init; }

    /// <summary>Second, 0 to 59.</summary>
    public int? Second { get; init; }

    /// <summary>Whether month and day may be the other way round (7/8/2021).</summary>
    public bool DayMonthAmbiguous { get; init; }

    /// <summary>Whether the text says morning or afternoon, so that <see cref="Hour"/> is that of a 24-hour clock; digits of four (17:00) do too.</summary>
    public bool HalfOfDayKnown { get; init; }

    /// <summary><c>2021-07-08</c>, <c>-07-08</c> (no year), <c>--08</c>, <c>2021-07</c>, <c>T17:05</c>; for reports.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        var inv = System.Globalization.CultureInfo.InvariantCulture;
        if (Year is not null || Month is not null || Day is not null)
        {
            text.Append(inv, $"{Year}");
            text.Append(Month is null && Day is null ? "" : string.Create(inv, $"-{Month:00}"));
            text.Append(Day is null ? "" : string.Create(inv, $"-{Day:00}"));
        }

        return text.Append(Hour is null ? "" : string.Create(inv, $"T{Hour:00}:{Minute ?? 0:00}"))
            .Append(Second is null ? "" : string.Create(inv, $":{Second:00}")).ToString();
    }
}
