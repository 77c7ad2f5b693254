using Termbase.Linting.Bitext;
using Termbase.Recognition;

namespace Termbase.Linting.Rules;

/// <summary>A term of the termbase whose rendering is not in the translation. See <c>UnrenderedTerm.md</c>.</summary>
public sealed class UnrenderedTerm : UnitRule
{
    private static readonly RuleOption Ellipsis = new("tolerate-ellipsis", true, "the head of a term (\"the Commission\") may stand for it");
    private static readonly RuleOption Pronouns = new("tolerate-pronouns", true, "a pronoun may stand for a term that is repeated");

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB401", "unrendered-term", "术语未按术语库翻译", "A term is not translated as the termbase has it", Severity.Warning) { Options = [Ellipsis, Pronouns] };

    /// <inheritdoc/>
    public override void Check(LintUnit unit, LintContext context)
    {
        var uses = TermUses.Of(context.Glossary);
        foreach (var use in uses.In(unit))
        {
            var missing = use.Places.Length - use.Rendered.Length;
            if (missing <= 0 || !use.Wrong.IsEmpty || uses.Preferred(use) is not { } row)
            {
                continue;
            }

            // Where the term stands once, a pronoun may mean anything; only what is repeated may be left to it.
            var repeated = !use.Rendered.IsEmpty;
            var side = unit.Unit.ZhIsSource ? TermSide.En : TermSide.Zh;
            var wanted = unit.Unit.ZhIsSource ? row.En : row.Zh;
            var policy = new MatchPolicy
            {
                TolerateEllipsis = context.Options.Get<bool>(Ellipsis), ToleratePronouns = repeated && context.Options.Get<bool>(Pronouns),
            };
            var standIns = StandIns.Count(unit.Reading.Target.Masked, side, wanted, policy);
            if (standIns >= missing && repeated)
            {
                continue;
            }

            var message = repeated
                ? FormattableString.Invariant($"{use.Term} stands {use.Places.Length} times in the source, \"{wanted}\" {use.Rendered.Length} times in the translation")
                : $"{use.Term} is not translated as \"{wanted}\"";
            context.Report(
                unit, unit.Unit.Source, use.Places[0], message,
                finding => finding with { Zh = [row.Zh], En = [row.En], Suggestion = wanted },
                repeated || standIns >= missing || use.IsInWords ? Severity.Info : null);
        }
    }
}
