using Termbase.Languages.Numerals;
using Termbase.Linting.Bitext;

namespace Termbase.Linting.Rules;

/// <summary>A number whose value the translation changes, drops or adds. See <c>NumberMismatch.md</c>.</summary>
public sealed class NumberMismatch : NumeralRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB411", "number-mismatch", "数值与原文不符", "A number of another value than the source's", Severity.Warning) { Options = [Threshold, Hint] };

    /// <inheritdoc/>
    protected override bool IsMine(NumeralMismatch mismatch) =>
        !IsOfUnits(mismatch) && !IsOfDates(mismatch);
}
