using Termbase.Languages.Numerals;
using Termbase.Model;

namespace Termbase.Linting.Bitext;

/// <summary>Base of the rules that compare what the numbers of the two sides say. Each takes its share of the mismatches.</summary>
public abstract class NumeralRule : UnitRule
{
    /// <summary>From this confidence on a mismatch has the rule's severity.</summary>
    protected static RuleOption Threshold { get; } =
        new("threshold", QuantityMatcher.DefaultThreshold, "confidence, 0 to 1, from which a mismatch counts in full");

    /// <summary>From this confidence on a mismatch is shown at all.</summary>
    protected static RuleOption Hint { get; } = new("hint", 0.35, "confidence from which a mismatch is shown as info");

    /// <summary>Whether a mismatch is this rule's.</summary>
    protected abstract bool IsMine(NumeralMismatch mismatch);

    /// <summary>Whether a quantity belongs to the calendar.</summary>
    protected static bool IsDate(Quantity? quantity) => quantity?.Kind
        is QuantityKind.Date or QuantityKind.Year or QuantityKind.YearRange or QuantityKind.Decade or QuantityKind.Month or QuantityKind.Time or QuantityKind.PlanPeriod;

    /// <summary>Whether the calendar decides the mismatch.</summary>
    protected static bool IsOfDates(NumeralMismatch mismatch) =>
        !IsOfUnits(mismatch) && (IsDate(mismatch.Source) || IsDate(mismatch.Target));

    /// <inheritdoc/>
    public override void Check(LintUnit unit, LintContext context)
    {
        var reading = unit.Reading;
        var mine = reading.Numbers.Where(m => IsMine(m) && m.Confidence >= context.Options.Get<double>(Hint) && !IsDozen(m, reading) && !IsMajority(m, reading) && !IsWrittenAlike(m, reading)).ToList();
        if (mine.Count(m => m.Confidence >= context.Options.Get<double>(Threshold)) >= AnotherText)
        {
            Report(unit, mine.MaxBy(static m => m.Confidence)!, context, FormattableString.Invariant($", and {mine.Count - 1} more numbers differ: another text?"));
            return;
        }

        mine.ForEach(m => Report(unit, m, context));
    }

    // A unit in which so many numbers differ is one thing to look at.
    private const int AnotherText = 4;

    /// <summary>Reports a mismatch at the place in the translation, or in the source where the translation has none.</summary>
    private protected static void Report(LintUnit unit, NumeralMismatch mismatch, LintContext context, string more = "")
    {
        var reading = unit.Reading;
        var (at, side) = mismatch.Target is { } target ? (target.Span, reading.Target) : (mismatch.Source!.Span, reading.Source);

        // A date against a number in words is a date with nothing against it.
        var crossed = mismatch is { Source: { } a, Target: { } b } && IsDate(a) != IsDate(b) && (!a.HasDigits || !b.HasDigits);
        crossed |= mismatch is { Source: { } from, Target: { } to } && from.Value == 0 != (to.Value == 0) && !(from.HasDigits && to.HasDigits);
        context.Report(
            unit, side.Side, at, Message(mismatch, reading) + more,
            finding => mismatch is { Source: { } source, Target: not null } ? finding.Beside(unit, reading.Source, source.Span) : finding,
            crossed || mismatch.Confidence < context.Options.Get<double>(Threshold) ? Severity.Info : null);
    }

    // The same digits stand on both sides, as often, with no 万 or million behind them: 28x30, "Type 6/7", whatever they mean.
    private static bool IsWrittenAlike(NumeralMismatch mismatch, UnitReading reading)
    {
        bool Alike(Quantity? quantity, SideReading side, SideReading other)
        {
            if (quantity is not { HasDigits: true })
            {
                return false;
            }

            var runs = DigitRuns(side.Masked, quantity.Span);
            return runs.Count > 0 && runs.TrueForAll(run => Count(other, run, !IsDate(quantity)) >= Count(side, run, !IsDate(quantity)));
        }

        return !IsOfUnits(mismatch) && !(IsDate(mismatch.Source) && IsDate(mismatch.Target))
            && (Alike(mismatch.Target, reading.Target, reading.Source) || Alike(mismatch.Source, reading.Source, reading.Target));
    }

    private static List<string> DigitRuns(string text, TextSpan span)
    {
        var runs = new List<string>();
        for (var i = span.Start; i < span.End; i++)
        {
            var start = i;
            while (i < span.End && char.IsAsciiDigit(text[i]))
            {
                i++;
            }

            if (i > start)
            {
                if (IsScaled(text, i))
                {
                    return [];
                }

                runs.Add(text[start..i]);
            }
        }

        return runs;
    }

    // Digits of a date say what they are; they excuse no other number.
    private static int Count(SideReading side, string run, bool withoutDates)
    {
        var (text, count) = (side.Masked, 0);
        for (var at = text.IndexOf(run, StringComparison.Ordinal); at >= 0; at = text.IndexOf(run, at + run.Length, StringComparison.Ordinal))
        {
            var end = at + run.Length;
            count += (at == 0 || !char.IsAsciiDigit(text[at - 1])) && (end == text.Length || !char.IsAsciiDigit(text[end])) && !IsScaled(text, end)
                && !(withoutDates && side.Quantities.Any(q => q.Calendar is not null && q.Kind != QuantityKind.Year && q.Span.Start <= at && at < q.Span.End)) ? 1 : 0;
        }

        return count;
    }

    // Behind a number: a word or sign that changes its value, or more of the number.
    private static bool IsScaled(string text, int at)
    {
        var rest = text.AsSpan(at).TrimStart(' ');
        return rest.Length > 0 && (rest[0] is '万' or '亿' or '千' or '百' or '十' or '多' or '余' or '.' or ',' or '，' && rest.Length > 1 && char.IsAsciiDigit(rest[1]) || rest[0] is '%' or '％' or '成' or '倍' or '折'
            || rest.StartsWith("million", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("billion", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("trillion", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("thousand", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("hundred", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("percent", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether a time that is written as a day of the month in Chinese (14日内) stands against another unit of time.</summary>
    protected static bool IsOfUnits(NumeralMismatch mismatch) =>
        mismatch.Reason is NumeralMismatchReason.Unit or NumeralMismatchReason.Currency
        || (mismatch is { Source: { } source, Target: { } target } && IsDate(source) != IsDate(target) && (source.Unit ?? target.Unit) is { Id: not "year" });

    // 十几 is "a dozen", "more than a dozen".
    private static bool IsDozen(NumeralMismatch mismatch, UnitReading reading) =>
        mismatch is { Source: { } source, Target: { } target }
        && (source.Value == 10 || target.Value == 10) && (source.IsApproximate || target.IsApproximate)
        && (target.Span.Of(reading.Target.Text).Contains("dozen", StringComparison.OrdinalIgnoreCase) || source.Span.Of(reading.Source.Text).Contains("dozen", StringComparison.OrdinalIgnoreCase));

    // 过半数 is "a majority", 大多数 "more than half".
    private static bool IsMajority(NumeralMismatch mismatch, UnitReading reading) =>
        mismatch is { Source: null } or { Target: null } && (mismatch.Source ?? mismatch.Target) is { Kind: QuantityKind.Fraction } half && half.Value == new Rational(1, 2)
        && (half == mismatch.Source ? reading.Target : reading.Source) is var other
        && (other.IsChinese ? other.Text.Contains("多数", StringComparison.Ordinal)
            : other.Text.Contains("majority", StringComparison.OrdinalIgnoreCase) || other.Text.Contains("most of", StringComparison.OrdinalIgnoreCase));

    private static string Message(NumeralMismatch mismatch, UnitReading reading)
    {
        string Shown(Quantity quantity, SideReading side) => $"“{quantity.Span.Of(side.Text)}”{Value(quantity)}";
        return mismatch.Reason switch
        {
            NumeralMismatchReason.Missing => $"{Shown(mismatch.Source!, reading.Source)} is not in the translation",
            NumeralMismatchReason.Added => $"{Shown(mismatch.Target!, reading.Target)} is not in the source",
            _ => $"{Shown(mismatch.Target!, reading.Target)} where the source has {Shown(mismatch.Source!, reading.Source)}",
        };
    }

    // In brackets, the short form without the name of its kind; a date is plain enough as it stands.
    private static string Value(Quantity quantity)
    {
        if (quantity.Calendar is not null && quantity.Kind != QuantityKind.YearRange)
        {
            return "";
        }

        var text = (quantity with { Bound = QuantityBound.Exact }).ToString();
        var bound = quantity.Bound switch
        {
            QuantityBound.About => "about ",
            QuantityBound.MoreThan => "over ",
            QuantityBound.AtLeast => "at least ",
            QuantityBound.Nearly => "nearly ",
            QuantityBound.LessThan => "under ",
            QuantityBound.AtMost => "at most ",
            _ => "",
        };
        return $" ({bound}{text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..]})";
    }
}
