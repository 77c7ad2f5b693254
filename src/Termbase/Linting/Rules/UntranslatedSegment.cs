using Termbase.Linting.Bitext;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A translation that is empty, or the source once more. See <c>UntranslatedSegment.md</c>.</summary>
public sealed class UntranslatedSegment : UnitRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB431", "untranslated-segment", "未译或空译文", "An empty translation, or the source once more", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintUnit unit, LintContext context)
    {
        var (source, target) = (unit.Reading.Source, unit.Reading.Target);
        var whole = new TextSpan(0, target.Text.Length);
        if (string.IsNullOrWhiteSpace(source.Text) && source.Side.Segment.Codes.IsEmpty)
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(target.Text))
        {
            if (source.Han + source.Latin > 0)
            {
                context.Report(unit, target.Side, whole, "the translation is empty");
            }
        }
        else if (target.Han + target.Latin == 0 && target.Codes.Count == 0 && source.Han + source.Latin >= 2)
        {
            context.Report(unit, target.Side, whole, "there are no words in the translation");
        }
        else if (source.IsChinese ? source.Han > 0 && target.Han > target.Latin : target.Han == 0 && source.Latin >= 12 && HasWords(target.Text))
        {
            context.Report(unit, target.Side, whole, source.IsChinese ? "the English side is Chinese" : "the Chinese side is English");
        }
    }

    // Names and codes stay as they are; four small words are a sentence.
    private static bool HasWords(string text) =>
        text.Split(' ').Count(static w => w.Length > 1 && w.All(char.IsAsciiLetterLower)) >= 4;
}
