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
        others == 1 ? "the same translation stands for another source elsewhere"
            : FormattableString.Invariant($"the same translation stands for another source {others} times, for this one {(outlier == 1 ? "once" : $"{outlier} times")}");

    // Short answers and labels rightly stand for many things.
    private protected override bool IsTelling(UnitReading reading) => reading.Target.Han * 3 + reading.Target.Latin >= TellingLetters;
}
