using Termbase.Linting.Bitext;

namespace Termbase.Linting.Rules;

/// <summary>A segment that ends otherwise than its source lets expect. See <c>EndPunctuation.md</c>.</summary>
public sealed class EndPunctuation : UnitRule
{
    private static readonly RuleOption Rare = new("rare", 0.006, "share of the memory, 0 to 1, below which an ending counts in full");
    private static readonly RuleOption Odd = new("odd", 0.05, "share of the memory below which an ending is shown as info");

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB424", "end-punctuation", "句末标点与原文不符", "Another end sign than the source lets expect", Severity.Warning) { Options = [Rare, Odd] };

    /// <inheritdoc/>
    public override void Check(LintUnit unit, LintContext context)
    {
        var (source, target) = (unit.Reading.Source, unit.Reading.Target);
        var (ours, _) = BitextModel.EndOf(source.Masked);
        var (theirs, span) = BitextModel.EndOf(target.Masked);
        if (ours == theirs || source.Text.Length == 0 || target.Text.Length == 0 || IsLinked(target.Masked, ours))
        {
            return;
        }

        var share = context.Model.EndShare(ours, theirs, source.IsChinese);
        if (share < context.Options.Get<double>(Odd))
        {
            context.Report(
                unit, target.Side, span,
                ours == EndMark.None ? $"ends with {Name(theirs)}, the source with none" : theirs == EndMark.None ? $"ends without {Name(ours)}" : $"ends with {Name(theirs)} where the source has {Name(ours)}",
                null,
                share < context.Options.Get<double>(Rare) && !IsQuotedClause(target.Masked, theirs, span.End) ? null : Severity.Info);
        }
    }

    // An item of a list: "…; and".
    private static bool IsLinked(string target, EndMark ours) =>
        ours is EndMark.Semicolon or EndMark.Comma
        && (target.EndsWith(" and", StringComparison.Ordinal) || target.EndsWith(" or", StringComparison.Ordinal) || target.EndsWith(" but", StringComparison.Ordinal));

    // "…," with the speaker behind it, in the next segment.
    private static bool IsQuotedClause(string target, EndMark theirs, int end) =>
        theirs == EndMark.Comma && target.AsSpan(end).IndexOfAny("\"”“’'") >= 0;

    private static string Name(EndMark mark) => mark switch
    {
        EndMark.Stop => "a full stop",
        EndMark.Question => "a question mark",
        EndMark.Exclamation => "an exclamation mark",
        EndMark.Semicolon => "a semicolon",
        EndMark.Colon => "a colon",
        EndMark.Comma => "a comma",
        EndMark.Ellipsis => "an ellipsis",
        _ => "no sign",
    };
}
