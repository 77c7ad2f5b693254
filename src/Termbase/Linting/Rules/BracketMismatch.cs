using System.Buffers;
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
        if (target.Masked.AsSpan().IndexOfAny(Signs) < 0)
        {
            return;
        }

        // A quotation that runs over several segments is open on both sides.
        var ours = PairScan.Loose(source.Masked).ConvertAll(at => Kind(source.Text[at]));
        var theirs = PairScan.Loose(target.Masked);
        theirs.RemoveAll(at => ours.Remove(Kind(target.Text[at])));
        var quotes = theirs.FindAll(at => IsQuote(target.Text[at]));
        if (quotes.Count > 0)
        {
            // An even number of quotes: one of them looks the wrong way.
            var wrongWay = target.Masked.Count(IsQuote) % 2 == 0;
            context.Report(
                unit, target.Side, new TextSpan(quotes[^1], 1),
                wrongWay ? $"“{target.Text[quotes[^1]]}” looks the wrong way, or is one of two kinds" : $"“{target.Text[quotes[^1]]}” has no partner, and none is missing in the source",
                null, wrongWay || ours.Contains("\"") ? Severity.Info : null);
        }

        theirs.RemoveAll(at => IsQuote(target.Text[at]));
        foreach (var at in theirs)
        {
            context.Report(unit, target.Side, new TextSpan(at, 1), $"“{target.Text[at]}” has no partner, and none is missing in the source");
        }

        if (theirs.Count == 0 && Excess(target.Masked) is var excess and not 0 && Excess(source.Masked) == 0)
        {
            // Taken for the bracket of an enumeration, "a)", of which the source has none.
            var at = excess > 0 ? target.Text.LastIndexOfAny(['(', '（']) : target.Text.IndexOfAny([')', '）']);
            context.Report(unit, target.Side, new TextSpan(at, 1), $"“{target.Text[at]}” has no partner, and none is missing in the source");
        }
    }

    private static int Excess(string text)
    {
        var excess = 0;
        foreach (var c in text)
        {
            excess += c is '(' or '（' ? 1 : c is ')' or '）' ? -1 : 0;
        }

        return excess;
    }

    private static bool IsQuote(char sign) => sign is '“' or '”' or '"' or '「' or '」' or '『' or '』';

    // What stands for what: opening or closing bracket, or quote.
    private static string Kind(char sign) => IsQuote(sign) ? "\"" : sign is '(' or '（' or '[' or '【' or '［' or '{' or '｛' or '《' or '〈' ? "(" : ")";

    private static readonly SearchValues<char> Signs = SearchValues.Create("()[]{}（）［］｛｝【】《》〈〉“”\"「」『』");
}
