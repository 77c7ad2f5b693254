using Termbase.Linting.Bitext;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A translation far shorter or longer than its source lets expect. See <c>DisproportionateLength.md</c>.</summary>
public sealed class DisproportionateLength : UnitRule
{
    private static readonly RuleOption Limit = new("limit", 4.0, "standard deviations from which a length counts in full");
    private static readonly RuleOption Hint = new("hint", 3.0, "standard deviations from which a length is shown as info");

    // Labels are abbreviated and spelt out at will.
    private const int Telling = 10;

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB432", "disproportionate-length", "译文长度与原文不相称", "A translation of unlikely length", Severity.Warning) { Options = [Limit, Hint] };

    /// <inheritdoc/>
    public override void Check(LintUnit unit, LintContext context)
    {
        var (zh, en, target) = (unit.Reading.Zh, unit.Reading.En, unit.Reading.Target);
        if (zh.Han < 2)
        {
            return;
        }

        var deviation = context.Model.LengthDeviation(zh.Han, zh.Latin, en.Latin) * (target.IsChinese ? -1 : 1);
        if (zh.Han >= Telling ? Math.Abs(deviation) >= context.Options.Get<double>(Hint) : Math.Abs(deviation) >= context.Options.Get<double>(Limit) && deviation > 0 != target.IsChinese)
        {
            context.Report(
                unit, target.Side, new TextSpan(0, target.Text.Length),
                FormattableString.Invariant($"{(deviation < 0 ? "much shorter" : "much longer")} than {zh.Han} Chinese characters to {en.Latin} letters let expect"),
                null,
                Math.Abs(deviation) >= context.Options.Get<double>(Limit) && zh.Han >= Telling ? null : Severity.Info);
        }
    }
}
