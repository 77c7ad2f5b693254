using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Termbase.Linting.Bitext;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A word twice in a row in the translation. See <c>RepeatedWord.md</c>.</summary>
public sealed partial class RepeatedWord : UnitRule
{
    // Words that grammar may put beside themselves.
    private static readonly FrozenSet<string> Legitimate = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "that", "had", "is", "was", "her", "you", "in", "on", "out", "do", "so", "very", "many", "far", "no", "long", "much", "more", "never", "really", "bye", "ha", "blah", "knock");

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB426", "repeated-word", "译文中同一个词连写两次", "The same word twice in a row in a translation", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintUnit unit, LintContext context)
    {
        var target = unit.Reading.Target;
        foreach (Match match in (target.IsChinese ? Chinese() : English()).Matches(target.Masked))
        {
            // 瓦拉瓦拉 is Walla Walla: where the source repeats something, so may the translation.
            var word = match.Groups["word"];
            var unsure = Legitimate.Contains(word.Value) || IsRepeated(unit.Reading.Source);
            var rest = TextSpan.FromBounds(word.Index + word.Length, match.Index + match.Length);
            context.Report(
                unit, target.Side, new TextSpan(match.Index, match.Length), $"“{word.Value}” is written twice in a row",
                finding => finding with { Suggestion = word.Value, Edit = new TextEdit(rest, "", !unsure) },
                unsure ? Severity.Info : null);
        }
    }

    private static bool IsRepeated(SideReading source) => (source.IsChinese ? Doubling() : English()).IsMatch(source.Masked);

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}_'’\-&/.@])(?<word>[A-Za-z\u00C0-\u024F]+)(?:\s+\k<word>)+(?![\p{L}\p{N}_\-&/@]|['’]\p{L}|\.\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex English();

    // Words of grammar that nothing doubles; 天天 and 研究研究 are good Chinese.
    [GeneratedRegex(@"(?<word>的|了|是|和|在|把|被|与|对于|以及|因为|所以|我们|他们|可以|进行|并且)\k<word>", RegexOptions.CultureInvariant)]
    private static partial Regex Chinese();

    [GeneratedRegex(@"(?<word>[\u4E00-\u9FFF]{1,3})[、，！\s]?\k<word>", RegexOptions.CultureInvariant)]
    private static partial Regex Doubling();
}
