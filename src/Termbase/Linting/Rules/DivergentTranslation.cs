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
        others == 1 ? "the same source has another translation elsewhere"
            : FormattableString.Invariant($"the same source has another translation {others} times, this one {(outlier == 1 ? "once" : $"{outlier} times")}");

    /// <inheritdoc/>
    private protected override bool IsTelling(UnitReading reading) => reading.Source.Han + reading.Source.Latin > 0 && reading.Target.Han + reading.Target.Latin > 0;
}
