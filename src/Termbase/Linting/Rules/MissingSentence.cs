using Termbase.Linting.Bitext;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>Fewer sentences in the translation than in the source. See <c>MissingSentence.md</c>.</summary>
public sealed class MissingSentence : UnitRule
{
    // A sentence may be drawn into its neighbour; then the length is as ever.
    private static readonly RuleOption Short = new("short", 0.5, "standard deviations that the translation must be too short to count in full");

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB433", "missing-sentence", "译文缺句", "A sentence of the source without a counterpart", Severity.Warning) { Options = [Short] };

    /// <inheritdoc/>
    public override void Check(LintUnit unit, LintContext context)
    {
        var (source, target) = (unit.Reading.Source, unit.Reading.Target);
        if (source.Masked.AsSpan().IndexOfAny("。！？!?.") is < 0 || source.Sentences.Length < 2)
        {
            return;
        }

        var missing = source.Sentences.Length - target.Sentences.Length;
        if (missing > 0)
        {
            var (zh, en) = (unit.Reading.Zh, unit.Reading.En);
            var deviation = context.Model.LengthDeviation(zh.Han, zh.Latin, en.Latin) * (target.IsChinese ? -1 : 1);
            context.Report(
                unit, target.Side, new TextSpan(0, target.Text.Length),
                FormattableString.Invariant($"{target.Sentences.Length} sentences where the source has {source.Sentences.Length}"),
                finding => finding.Beside(unit, source, new TextSpan(0, source.Text.Length)),
                deviation <= -context.Options.Get<double>(Short) ? null : Severity.Info);
        }
    }
}
