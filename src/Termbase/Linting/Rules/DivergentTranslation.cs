using Termbase.Linting.Bitext;

namespace Termbase.Linting.Rules;

/// <summary>One source segment with several translations. See <c>DivergentTranslation.md</c>.</summary>
public sealed class DivergentTranslation : VariantRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB403", "divergent-translation", "同一原文译法不一", "One source segment translated in several ways", Severity.Warning);

    /// <inheritdoc/>
    protected override bool IsBySource => true;

    /// <inheritdoc/>
    protected override string Message(int outlier, int others) =>
        FormattableString.Invariant($"this source is translated otherwise {others} time{(others == 1 ? "" : "s")}, so {outlier} time{(outlier == 1 ? "" : "s")}");

    /// <inheritdoc/>
    private protected override bool IsTelling(UnitReading reading) => reading.Source.Han + reading.Source.Latin > 0 && reading.Target.Han + reading.Target.Latin > 0;
}
