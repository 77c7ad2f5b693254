using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Termbase.Languages;
using Termbase.Linting.Bitext;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A word twice in a row in the translation. See <c>RepeatedWord.md</c>.</summary>
public sealed partial class RepeatedWord : UnitRule
{
    // Words that grammar may put beside themselves.
    private static readonly FrozenSet<string> Legitimate = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "that", "had", "her", "you", "do", "so", "very", "many", "far", "no", "long", "much", "more", "never", "really", "bye", "ha", "blah", "knock");

    // Written with capitals twice, any other word may be a name.
    private static readonly FrozenSet<string> Function = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "a", "an", "the", "of", "to", "and", "or", "for", "by", "with", "from", "at", "as", "it", "we", "are", "be", "this", "these", "will", "not");

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB426", "repeated-word", "译文中同一个词连写两次", "The same word twice in a row in a translation", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintUnit unit, LintContext context)
    {
        var target = unit.Reading.Target;
        if (!target.IsChinese && !WordRepeats.May(target.Masked) && target.Masked.AsSpan().IndexOfAny('×', '÷') < 0)
        {
            return;
        }

        foreach (Match match in (target.IsChinese ? Chinese() : English()).Matches(target.Masked))
        {
            var word = match.Groups["word"];
            if (IsName(word.Value) && IsNameIn(unit.Reading.Source, word.Value))
            {
                continue;
            }

            // "-p PORT port number": the first names a value.
            if (IsValueName(match.Value, word.Value))
            {
                continue;
            }

            // "load load <file>" as the source has it.
            if (unit.Reading.Source.Masked.Contains($"{word.Value} {word.Value}", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            // 好好学习 is "good good study" to some; no word of grammar is doubled so.
            var unsure = Legitimate.Contains(word.Value) || (!Function.Contains(word.Value) && unit.Reading.Source.IsChinese && Reduplicated().IsMatch(unit.Reading.Source.Masked));
            var rest = TextSpan.FromBounds(word.Index + word.Length, match.Index + match.Length);
            context.Report(
                unit, target.Side, new TextSpan(match.Index, match.Length), $"“{word.Value}” is written twice in a row",
                finding => finding with { Suggestion = word.Value, Edit = new TextEdit(rest, "", !unsure) },
                unsure ? Severity.Info : null);
        }
    }

    private static bool IsValueName(string words, string word) => word.Length > 1 && word.All(char.IsUpper) != words[^word.Length..].All(char.IsUpper);

    private static bool IsName(string word) => char.IsUpper(word[0]) && !Function.Contains(word);

    // 瓦拉瓦拉 is Walla Walla, 李俐 is Li Li: the source repeats the characters, or two that are read alike.
    private static bool IsNameIn(SideReading source, string word)
    {
        if (!source.IsChinese)
        {
            return English().IsMatch(source.Masked);
        }

        if (Doubling().IsMatch(source.Masked))
        {
            return true;
        }

        var syllable = word.ToLowerInvariant();
        for (var i = 0; i + 1 < source.Masked.Length && syllable.Length <= 6; i++)
        {
            if (Reads(source.Masked[i], syllable) && Reads(source.Masked[i + 1], syllable))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Reads(char c, string syllable) =>
        Han.IsHan(c) && Romanization.Readings(c).Any(reading => string.Equals(Romanization.Fold(reading), syllable, StringComparison.Ordinal));

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}_'’\-&/.@])(?<word>[A-Za-z\u00C0-\u024F]+)(?:\s+\k<word>)+(?![\p{L}\p{N}_\-&/@]|['’]\p{L}|\.\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex English();

    // Words of grammar that nothing doubles; 天天 and 研究研究 are good Chinese.
    [GeneratedRegex(@"(?<word>的|了|是|和|在|把|被|与|对于|以及|因为|所以|我们|他们|可以|进行|并且)\k<word>", RegexOptions.CultureInvariant)]
    private static partial Regex Chinese();

    [GeneratedRegex(@"(?<word>[\u4E00-\u9FFF])\k<word>|一(?<word>[\u4E00-\u9FFF])一\k<word>", RegexOptions.CultureInvariant)]
    private static partial Regex Reduplicated();

    [GeneratedRegex(@"(?<word>[\u4E00-\u9FFF]{2,3})·?\k<word>", RegexOptions.CultureInvariant)]
    private static partial Regex Doubling();
}
