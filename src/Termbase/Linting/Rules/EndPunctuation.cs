using System.Buffers;
using System.Text.RegularExpressions;
using Termbase.Linting.Bitext;

namespace Termbase.Linting.Rules;

/// <summary>A segment that ends otherwise than its source lets expect. See <c>EndPunctuation.md</c>.</summary>
public sealed partial class EndPunctuation : UnitRule
{
    private static readonly RuleOption Rare = new("rare", 0.006, "share of the memory, 0 to 1, below which an ending counts in full");
    private static readonly SearchValues<string> QuestionWords = SearchValues.Create(["什么", "怎么", "怎样", "为何", "如何", "哪", "谁", "几时", "多少", "是否", "能否", "可否", "是不是", "有没有", "能不能", "会不会", "吗，", "岂"], StringComparison.Ordinal);

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

        // 你知道吗 needs no sign to be a question.
        if (theirs == EndMark.Question && source.IsChinese && ours is EndMark.None or EndMark.Stop && IsQuestion(source.Masked))
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
                share < context.Options.Get<double>(Rare) && !IsQuotedClause(target.Masked, theirs, span.End) && !IsTone(ours, theirs) && !EndsWithAddress(target) && !Signature().IsMatch(target.Text) ? null : Severity.Info);
        }
    }

    // An item of a list: "…; and".
    private static bool IsLinked(string target, EndMark ours) =>
        ours is EndMark.Semicolon or EndMark.Comma
        && (target.EndsWith(" and", StringComparison.Ordinal) || target.EndsWith(" or", StringComparison.Ordinal) || target.EndsWith(" but", StringComparison.Ordinal));

    // "…," with the speaker behind it, in the next segment.
    private static bool IsQuotedClause(string target, EndMark theirs, int end) =>
        theirs == EndMark.Comma && target.AsSpan(end).IndexOfAny("\"”“’'") >= 0;

    // How loudly something is said is the translator's choice.
    private static bool IsTone(EndMark ours, EndMark theirs) =>
        theirs == EndMark.Exclamation ? ours is EndMark.Stop or EndMark.Ellipsis or EndMark.Comma : ours == EndMark.Exclamation && theirs == EndMark.Stop;

    // A stop behind an address would be read as part of it.
    private static bool EndsWithAddress(SideReading target) =>
        target.Codes is [.., { Kind: TextCodeKind.Url or TextCodeKind.Mail } last] && last.Span.End >= target.Text.TrimEnd().Length;

    private static bool IsQuestion(string chinese) =>
        chinese.AsSpan().TrimEnd("。 \uFFFC”」』）)").EndsWith("吗", StringComparison.Ordinal) || chinese.AsSpan().TrimEnd("。 ").EndsWith("呢", StringComparison.Ordinal)
        || chinese.AsSpan().IndexOfAny(QuestionWords) >= 0;

    // "…" –Mark Twain
    [GeneratedRegex(@"[.!?""”'’]\s*(?:--?|[–—])\s*\p{Lu}[\w.]+(?: \p{Lu}[\w.]*){0,3}(?:, [\w ]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Signature();

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
