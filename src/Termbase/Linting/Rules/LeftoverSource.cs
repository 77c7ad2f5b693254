using System.Text.RegularExpressions;
using Termbase.Linting.Bitext;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>Words of the source language left in the translation. See <c>LeftoverSource.md</c>.</summary>
public sealed partial class LeftoverSource : UnitRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB434", "leftover-source", "译文中遗留原文", "Words of the source left in the translation", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintUnit unit, LintContext context)
    {
        var target = unit.Reading.Target;
        if (target.IsChinese ? target.Latin == 0 : target.Han == 0)
        {
            return;
        }

        foreach (Match match in (target.IsChinese ? English() : Chinese()).Matches(target.Masked))
        {
            // A gloss: the Chinese in brackets or quotes behind its English.
            var gloss = !target.IsChinese && match.Index > 0 && target.Text[match.Index - 1] is '(' or '（' or '《' or '“' or '"' or '‘' or '「';
            context.Report(
                unit, target.Side, new TextSpan(match.Index, match.Length), $"“{match.Value}” is left in the source language", null,
                gloss ? Severity.Info : null);
        }
    }

    [GeneratedRegex(@"[\u3400-\u4DBF\u4E00-\u9FFF]+(?:[，。、；：][\u3400-\u4DBF\u4E00-\u9FFF]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Chinese();

    // Names, titles and code stay; four small words in a row are a piece of a sentence.
    [GeneratedRegex(@"(?<![A-Za-z0-9_./\-])(?:[a-z]{2,}|a)(?: (?:[a-z]{2,}|a)){3,}(?![A-Za-z0-9_/])", RegexOptions.CultureInvariant)]
    private static partial Regex English();
}
