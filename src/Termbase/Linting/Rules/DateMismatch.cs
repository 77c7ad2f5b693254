using Termbase.Languages.Numerals;
using Termbase.Linting.Bitext;

namespace Termbase.Linting.Rules;

/// <summary>A date, year, time or plan period other than the source's. See <c>DateMismatch.md</c>.</summary>
public sealed class DateMismatch : NumeralRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB413", "date-mismatch", "日期或时间与原文不符", "A date or time other than the source's", Severity.Warning) { Options = [Threshold, Hint] };

    /// <inheritdoc/>
    protected override bool IsMine(NumeralMismatch mismatch) => IsOfDates(mismatch);
}
