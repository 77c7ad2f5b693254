using Termbase.Languages.Numerals;
using Termbase.Linting.Bitext;

namespace Termbase.Linting.Rules;

/// <summary>The source's number with another unit or currency. See <c>UnitMismatch.md</c>.</summary>
public sealed class UnitMismatch : NumeralRule
{
    private const double Sure = 0.6;
    private const double Doubtful = 0.4;

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB412", "unit-mismatch", "单位或币种与原文不符", "The right number with another unit or currency", Severity.Warning) { Options = [Threshold, Hint] };

    /// <inheritdoc/>
    public override void Check(LintUnit unit, LintContext context)
    {
        base.Check(unit, context);
        var known = unit.Reading.Numbers.Where(m => m.Confidence >= context.Options.Get<double>(Hint)).ToList();
        foreach (var target in unit.Reading.Target.Quantities)
        {
            if ((target.Unit is null && target.Currency is null && !IsShare(target)) || known.Any(m => ReferenceEquals(m.Target, target)))
            {
                continue;
            }

            // The very number of the source, with what cannot be its unit; a second one that fits excuses it.
            var same = unit.Reading.Source.Quantities.Where(s => s.HasDigits == target.HasDigits || s.Value > 12 || IsShare(s)).Where(s => s.Value == target.Value || IsDay(s, target)).ToList();
            var doubt = same.Count == 0 ? 0 : same.Min(s => Conflict(s, target, unit.Reading));
            if (doubt >= context.Options.Get<double>(Hint))
            {
                Report(unit, new NumeralMismatch(target.Currency is null ? NumeralMismatchReason.Unit : NumeralMismatchReason.Currency, same[0], target, doubt), context);
            }
        }
    }

    /// <inheritdoc/>
    protected override bool IsMine(NumeralMismatch mismatch) => IsOfUnits(mismatch);

    // How sure it is, 0 to 1, that the two numbers, equal as they are written, mean different things.
    private static double Conflict(Quantity source, Quantity target, UnitReading reading)
    {
        if (target.Currency is { } currency)
        {
            // 元 alone is yuan in a text that names no other money of this kind; other yuan and dollars have names.
            return currency == "CNY" || source.Currency == currency ? 0
                : source.Kind == QuantityKind.Cardinal && (source.HasDigits || source.Value >= 100) ? (Names(currency).Any(n => reading.Source.Text.Contains(n, StringComparison.Ordinal)) ? 0 : Doubtful)
                : source.Kind != QuantityKind.Money ? 0
                : source.Currency is not null ? Sure
                : reading.Source.Quantities.Any(q => q.Currency == currency) || Names(currency).Any(n => reading.Source.Text.Contains(n, StringComparison.Ordinal)) ? 0
                : currency is "USD" or "EUR" or "GBP" or "JPY" ? Sure : Doubtful;
        }

        if (source.Unit is { } from && target.Unit is { } to)
        {
            // 尺 is said of English feet, too: 九尺钢琴.
            return (from.Id, to.Id) is ("chi", "ft") or ("ft", "chi") ? 0 : from.Dimension != to.Dimension ? Loose(from, to) ? 0 : Sure : from.Factor == to.Factor ? 0 : Sure;
        }

        // "Rose 5 percent" for 上升5个百分点 is common, the reverse a slip.
        return source.Kind == QuantityKind.Percent && target.Kind == QuantityKind.PercentagePoint ? Sure
            : source.Kind == QuantityKind.PercentagePoint && target.Kind == QuantityKind.Percent ? Doubtful
            : IsDay(source, target) && target.Unit is { Id: not "d" } ? Doubtful : 0;
    }

    private static bool IsShare(Quantity quantity) => quantity.Kind is QuantityKind.Percent or QuantityKind.PercentagePoint;

    private static bool Loose(MeasureUnit a, MeasureUnit b) =>
        a.Id == "deg" || b.Id == "deg" || (a.Dimension, b.Dimension) is ("m", "km/h") or ("km/h", "m") || (a.Dimension, b.Dimension) is ("s", "month") or ("month", "s");

    // 14日内 is read as a day of the month where it is a time of 14 days.
    private static bool IsDay(Quantity source, Quantity target) =>
        target.Unit?.Dimension == "s" && source.Kind == QuantityKind.Date && source.Calendar is { Month: null, Year: null, Day: { } day } && target.Value == day;

    private static string[] Names(string currency) => currency switch
    {
        "USD" => ["美元", "美金", "美币", "$"],
        "EUR" => ["欧元", "€"],
        "GBP" => ["英镑", "£"],
        "JPY" => ["日元", "日圆", "日币"],
        "HKD" => ["港元", "港币", "香港", "港府", "本港"],
        "TWD" => ["台", "臺"],
        "MOP" => ["澳门"],
        "SGD" => ["新加坡", "新元"],
        "AUD" => ["澳"],
        "CAD" => ["加"],
        _ => [],
    };
}
