namespace Termbase.Languages.Numerals;

/// <summary>The years of China's five-year plans. The first two began in 1953 and 1958; after a gap the third began in 1966.</summary>
public static class PlanYears
{
    /// <summary>First and last year of the plan with this number (14: 2021, 2025).</summary>
    /// <param name="plan">1 or above.</param>
    public static (int First, int Last) Of(int plan)
    {
        var first = plan <= 2 ? 1953 + (5 * (plan - 1)) : 1966 + (5 * (plan - 3));
        return (first, first + 4);
    }

    /// <summary>Whether the plan begins or ends in the year.</summary>
    internal static bool Contains(Rational plan, Rational year) =>
        plan.IsInteger && plan.Numerator is var number && number >= 1 && number < 100 && Of((int)number) is var (first, last) && (year == first || year == last);
}
