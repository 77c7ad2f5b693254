using Termbase.Languages.Numerals;
using Termbase.Linting.Bitext;

namespace Termbase.Linting.Rules;

/// <summary>The source's number with another unit or currency. See <c>UnitMismatch.md</c>.</summary>
public sealed class UnitMismatch : NumeralRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB412", "unit-mismatch", "单位或币种与原文不符", "The right number with another unit or currency", Severity.Warning) { Options = [Threshold, Hint] };

    /// <inheritdoc/>
    protected override bool IsMine(NumeralMismatch mismatch) => mismatch.Reason is NumeralMismatchReason.Unit or NumeralMismatchReason.Currency;
}
