using Termbase.Linting.Bitext;

namespace Termbase.Linting.Rules;

/// <summary>Several source segments with one translation. See <c>SharedTranslation.md</c>.</summary>
public sealed class SharedTranslation : VariantRule
{
    private const int TellingLetters = 20;

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB404", "shared-translation", "不同原文译文相同", "Several source segments translated alike", Severity.Info);

    /// <inheritdoc/>
    protected override bool IsBySource => false;

    /// <inheritdoc/>
    protected override string Message(int outlier, int others) =>
        FormattableString.Invariant($"this translation stands {others} time{(others == 1 ? "" : "s")} for another source, {outlier} time{(outlier == 1 ? "" : "s")} for this one");

    // Short answers and labels rightly stand for many things.
    private protected override bool IsTelling(UnitReading reading) => reading.Target.Han * 3 + reading.Target.Latin >= TellingLetters;
}
