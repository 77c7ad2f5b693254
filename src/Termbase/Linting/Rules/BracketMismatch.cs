using Termbase.Linting.Bitext;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A bracket or quote of the translation without its partner, where the source has both. See <c>BracketMismatch.md</c>.</summary>
public sealed class BracketMismatch : UnitRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB423", "bracket-mismatch", "译文括号或引号不成对", "A bracket or quote without its partner, unlike the source", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintUnit unit, LintContext context)
    {
        var (source, target) = (unit.Reading.Source, unit.Reading.Target);
        var theirs = PairScan.Loose(target.Masked);
        if (theirs.Count == 0)
        {
            Dropped(unit, source, target, context);
            return;
        }

        // A quotation that runs over several segments is open on both sides.
        var ours = PairScan.Loose(source.Masked).ConvertAll(at => Kind(source.Text[at]));
        foreach (var at in theirs)
        {
            var kind = Kind(target.Text[at]);
            if (!ours.Remove(kind) && !(kind[0] == '"' && ours.Remove("\"?")))
            {
                context.Report(unit, target.Side, new TextSpan(at, 1), $"“{target.Text[at]}” has no partner, and none is missing in the source");
            }
        }
    }

    private static void Dropped(LintUnit unit, SideReading source, SideReading target, LintContext context)
    {
        var (ours, theirs) = (Count(source.Masked), Count(target.Masked));
        if (ours > theirs && PairScan.Loose(source.Masked).Count == 0)
        {
            var at = source.Masked.AsSpan().IndexOfAny("(（");
            context.Report(
                unit, source.Side, new TextSpan(at, 1),
                FormattableString.Invariant($"the source has {ours} pairs of round brackets, the translation {theirs}"), null, Severity.Info);
        }
    }

    private static int Count(string text) => text.AsSpan().Count('(') + text.AsSpan().Count('（');

    // What stands for what: opening or closing, brackets or quotes. A straight quote may be either.
    private static string Kind(char sign) => sign switch
    {
        '“' or '「' or '『' => "\"(",
        '”' or '」' or '』' => "\")",
        '"' => "\"?",
        '(' or '（' or '[' or '【' or '［' or '{' or '｛' or '《' or '〈' => "(",
        _ => ")",
    };
}
