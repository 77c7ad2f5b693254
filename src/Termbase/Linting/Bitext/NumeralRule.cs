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
        mismatch.Reason is not (NumeralMismatchReason.Unit or NumeralMismatchReason.Currency) && (IsDate(mismatch.Source) || IsDate(mismatch.Target));

    /// <inheritdoc/>
    public override void Check(LintUnit unit, LintContext context)
    {
        var reading = unit.Reading;
        foreach (var mismatch in reading.Numbers)
        {
            if (IsMine(mismatch) && mismatch.Confidence >= context.Options.Get<double>(Hint) && !IsDozen(mismatch, reading))
            {
                Report(unit, mismatch, context);
            }
        }
    }

    /// <summary>Reports a mismatch at the place in the translation, or in the source where the translation has none.</summary>
    private protected static void Report(LintUnit unit, NumeralMismatch mismatch, LintContext context)
    {
        var reading = unit.Reading;
        var (at, side) = mismatch.Target is { } target ? (target.Span, reading.Target) : (mismatch.Source!.Span, reading.Source);

        // A date against a number in words is a date with nothing against it.
        var crossed = mismatch is { Source: { } a, Target: { } b } && IsDate(a) != IsDate(b) && (!a.HasDigits || !b.HasDigits);
        context.Report(
            unit, side.Side, at, Message(mismatch, reading),
            finding => mismatch is { Source: { } source, Target: not null } ? finding.Beside(unit, reading.Source, source.Span) : finding,
            crossed || mismatch.Confidence < context.Options.Get<double>(Threshold) ? Severity.Info : null);
    }

    // 十几 is "a dozen", "more than a dozen".
    private static bool IsDozen(NumeralMismatch mismatch, UnitReading reading) =>
        mismatch is { Source: { } source, Target: { } target }
        && (source.Value == 10 || target.Value == 10) && (source.IsApproximate || target.IsApproximate)
        && (target.Span.Of(reading.Target.Text).Contains("dozen", StringComparison.OrdinalIgnoreCase) || source.Span.Of(reading.Source.Text).Contains("dozen", StringComparison.OrdinalIgnoreCase));

    private static string Message(NumeralMismatch mismatch, UnitReading reading)
    {
        string Shown(Quantity quantity, SideReading side) => $"“{quantity.Span.Of(side.Text)}” ({Value(quantity)})";
        return mismatch.Reason switch
        {
            NumeralMismatchReason.Missing => $"{Shown(mismatch.Source!, reading.Source)} is not in the translation",
            NumeralMismatchReason.Added => $"{Shown(mismatch.Target!, reading.Target)} is not in the source",
            _ => $"{Shown(mismatch.Target!, reading.Target)} where the source has {Shown(mismatch.Source!, reading.Source)}",
        };
    }

    // The short form without the name of its kind.
    private static string Value(Quantity quantity)
    {
        var text = quantity.ToString();
        return text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..];
    }
}
