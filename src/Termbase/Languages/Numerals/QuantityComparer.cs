namespace Termbase.Languages.Numerals;

/// <summary>
/// Whether two quantities agree by value, whatever the language and the notation: 90亿 and 9 billion, 1/2 and 50 % and half,
/// 以上 and "at least", 增长两倍 and "by 200 percent", 8公里 and "5 miles". Thread-safe: holds no state.
/// </summary>
public static class QuantityComparer
{
    // A converted unit is rounded: 5 miles for 8 km is off by 0.6 %, "20 miles" for 30 km by 7 %.
    private const double ConversionTolerance = 0.04;

    /// <summary>Whether the two may stand for each other in a translation.</summary>
    public static bool Agree(Quantity a, Quantity b) => Score(a, b) > 0;

    /// <summary>
    /// How well they agree: 1 the same value of the same kind, about 0.9 the same value of another kind, 0.6 to 0.8 after
    /// conversion or by another reading, 0 not at all. Dates agree if the parts that both give agree.
    /// </summary>
    public static double Score(Quantity a, Quantity b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (Bounds(a.Bound) * Bounds(b.Bound) < 0)
        {
            return 0;
        }

        var left = QuantityAtom.Split([a]);
        var right = QuantityAtom.Split([b]);
        if (left.Count == 2 && right.Count == 2 && left[0].Class == left[1].Class && right[0].Class == right[1].Class)
        {
            return Math.Min(Score(left[0], right[0]), Score(left[1], right[1]));
        }

        var worst = 1.0;
        var shared = false;
        foreach (var atom in left)
        {
            var best = -1.0;
            foreach (var other in right)
            {
                if (other.Class == atom.Class || left.Count == 1 || right.Count == 1)
                {
                    best = Math.Max(best, Score(atom, other));
                }
            }

            if (best >= 0)
            {
                shared = true;
                worst = Math.Min(worst, best);
            }
        }

        return shared ? worst : 0;
    }

    /// <summary>−1 for an upper bound, 1 for a lower one, 0 for neither.</summary>
    internal static int Bounds(QuantityBound bound) => bound switch
    {
        QuantityBound.AtLeast or QuantityBound.MoreThan => 1,
        QuantityBound.AtMost or QuantityBound.LessThan or QuantityBound.Nearly => -1,
        _ => 0,
    };

    /// <summary>The same as the public score, of atoms.</summary>
    internal static double Score(QuantityAtom a, QuantityAtom b)
    {
        if (a.Class == b.Class)
        {
            return a.Class switch
            {
                AtomClass.Number => Numbers(a, b),
                AtomClass.Hour => a.Value == b.Value ? 1 : Hours(a, b),
                AtomClass.Month or AtomClass.Day when a.Quantity.Calendar!.DayMonthAmbiguous != b.Quantity.Calendar!.DayMonthAmbiguous => Swapped(a, b) ? 0.8 : a.Value == b.Value ? 1 : 0,
                AtomClass.Year => Years(a, b),
                AtomClass.Code => Codes(a.Quantity.Code!, b.Quantity.Code!),
                AtomClass.Indefinite => a.Value == b.Value ? 1 : Math.Abs(Math.Log10(a.Value.ToDouble() / b.Value.ToDouble())) <= 1.01 ? 0.6 : 0,
                _ => a.Value == b.Value ? 1 : 0,
            };
        }

        return a.Class < b.Class ? Mixed(a, b) : Mixed(b, a);
    }

    private static double Numbers(QuantityAtom a, QuantityAtom b)
    {
        var (left, right) = (a.Quantity, b.Quantity);
        if (left.Currency is not null && right.Currency is not null && left.Currency != right.Currency)
        {
            return 0;
        }

        var sameUnit = left.Unit?.Id == right.Unit?.Id;
        if (left.Unit is { } from && right.Unit is { } to && !sameUnit)
        {
            // 风速10米 is 10 m a second, 九尺钢琴 a nine-foot piano.
            return a.Value == b.Value && (from.Id, to.Id) is ("m", "m/s") or ("m/s", "m") or ("chi", "ft") or ("ft", "chi") ? 0.9 : Converted(a.Value * from.Factor, b.Value * to.Factor, from, to);
        }

        if (a.Value == b.Value)
        {
            return sameUnit && left.Kind == right.Kind ? 1 : 0.9;
        }

        if (left.Alternative == b.Value || right.Alternative == a.Value)
        {
            return 0.7;
        }

        // "647m" is millions where the other side counts.
        if ((IsMillions(left) && a.Value * 1_000_000 == b.Value) || (IsMillions(right) && b.Value * 1_000_000 == a.Value))
        {
            return 0.6;
        }

        // 增长两倍 = "by 200 percent": the factor is the share and one.
        if ((left.Kind == QuantityKind.Multiple && right.Kind == QuantityKind.Percent && a.Value == b.Value + 1)
            || (right.Kind == QuantityKind.Multiple && left.Kind == QuantityKind.Percent && b.Value == a.Value + 1))
        {
            return 0.8;
        }

        // "78, 199 and 35 percent": the sign stands once.
        return IsShare(left.Kind) != IsShare(right.Kind) && (left.Kind == QuantityKind.Cardinal || right.Kind == QuantityKind.Cardinal)
            && (a.Value * (IsShare(left.Kind) ? 100 : 1)) == (b.Value * (IsShare(right.Kind) ? 100 : 1)) ? 0.7 : 0;
    }

    private static bool IsMillions(Quantity quantity) => quantity.Unit?.Id == "m" && quantity.HasDigits;

    private static bool IsShare(QuantityKind kind) => kind is QuantityKind.Percent or QuantityKind.PercentagePoint;

    private static double Converted(Rational a, Rational b, MeasureUnit from, MeasureUnit to)
    {
        if (from.Dimension != to.Dimension)
        {
            // A bare degree may be Celsius, and 时速 145 公里 says the hour elsewhere.
            var loose = from.Id is "deg" || to.Id is "deg" || (from.Dimension, to.Dimension) is ("m", "km/h") or ("km/h", "m");
            return loose && (a == b || a * 1000 == b || a == b * 1000) ? 0.9 : 0;
        }

        if (a == b)
        {
            return 1;
        }

        return (!from.Metric || !to.Metric) && Math.Abs(a.ToDouble() - b.ToDouble()) <= ConversionTolerance * Math.Max(a.ToDouble(), b.ToDouble()) ? 0.7 : 0;
    }

    // 5时 may be 17:00 where a side does not say which half of the day it means.
    private static double Hours(QuantityAtom a, QuantityAtom b)
    {
        var difference = (a.Value - b.Value).Numerator;
        var known = a.Quantity.Calendar!.HalfOfDayKnown && b.Quantity.Calendar!.HalfOfDayKnown;
        return difference is var d && (d == 24 || d == -24) || (!known && (d == 12 || d == -12)) ? 0.8 : 0;
    }

    private static bool Swapped(QuantityAtom a, QuantityAtom b) =>
        (a.Class == AtomClass.Month ? b.Quantity.Calendar!.Day : b.Quantity.Calendar!.Month) is { } other && a.Value == other;

    // 80年代 agrees with 1980s; the decade with the year it begins with.
    private static double Years(QuantityAtom a, QuantityAtom b)
    {
        if (a.Value == b.Value)
        {
            return 1;
        }

        var decades = a.Quantity.Kind == QuantityKind.Decade && b.Quantity.Kind == QuantityKind.Decade;
        var oneDecade = (a.Quantity.Kind == QuantityKind.Decade && a.Value < 100) || (b.Quantity.Kind == QuantityKind.Decade && b.Value < 100);
        return (decades || oneDecade) && (a.Value < 100 || b.Value < 100) && a.Value.Numerator % 100 == b.Value.Numerator % 100 ? 0.9 : 0;
    }

    // 52M and Ka-52M are the same name in two scripts.
    private static double Codes(string a, string b) =>
        a == b ? 1 : a.EndsWith(b, StringComparison.Ordinal) || b.EndsWith(a, StringComparison.Ordinal) ? 0.8 : SameDigits(a, b) ? 0.6 : 0;

    private static bool SameDigits(string a, string b) => string.Concat(a.Where(char.IsAsciiDigit)) == string.Concat(b.Where(char.IsAsciiDigit));

    // The first atom is of the lower class.
    private static double Mixed(QuantityAtom a, QuantityAtom b) => (a.Class, b.Class) switch
    {
        (_, AtomClass.Code) => a.Value.IsInteger && string.Concat(b.Quantity.Code!.Where(char.IsAsciiDigit)) == a.Value.ToString() ? 0.6 : 0,
        (AtomClass.Number, AtomClass.Indefinite) => a.Value < b.Value || a.Value > b.Value * 100 ? 0 : a.Quantity.Unit is null && a.Quantity.Currency is null ? 0.5 : 0.4,
        // 17世纪 and "the 1600s"
        (AtomClass.Number, AtomClass.Year) when b.Quantity.Kind == QuantityKind.Decade && a.Quantity.Kind == QuantityKind.Ordinal && b.Value.Numerator % 100 == 0 => a.Value == (b.Value / 100) + 1 ? 0.8 : 0,
        (AtomClass.Number, AtomClass.Year or AtomClass.Month or AtomClass.Day or AtomClass.Hour or AtomClass.Minute) => a.Value == b.Value && a.Quantity.Unit is null && a.Quantity.Currency is null ? 0.8
            : a.Value == b.Value && a.Quantity.Unit?.Id is "year" or "d" or "h" or "month" ? 0.5

            // 96年 and 96届 are of 1996.
            : (a.Quantity.Unit?.Id == "year" || (a.Quantity.Unit is null && a.Quantity.HasDigits && a.Value >= 10)) && a.Value < 100 && b.Class == AtomClass.Year && b.Value.IsInteger && b.Value.Numerator % 100 == a.Value.Numerator ? 0.6 : 0,

        (AtomClass.Number, AtomClass.Plan) => a.Value == b.Value && a.Quantity.Kind == QuantityKind.Ordinal ? 0.9 : 0,
        (AtomClass.Year, AtomClass.Plan) => PlanYears.Contains(b.Value, a.Value) ? 0.7 : 0,
        (AtomClass.Month or AtomClass.Day, AtomClass.Day or AtomClass.Hour) => a.Value == b.Value ? 0.4 : 0,
        _ => 0,
    };
}
