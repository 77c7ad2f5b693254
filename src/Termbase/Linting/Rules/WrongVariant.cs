using Termbase.Languages;
using Termbase.Linting.Bitext;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>Traditional characters in a segment that is to be Simplified. See <c>WrongVariant.md</c>.</summary>
public sealed class WrongVariant : UnitRule
{
    // Characters that Simplified text writes too, in names or in another meaning.
    private const string Kept = "乾著藉瞭夥徵於後麽幺鍾锺鉅甦剋";

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB435", "wrong-variant", "简体文本中的繁体字", "Traditional characters in Simplified text", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintUnit unit, LintContext context)
    {
        var side = unit.Reading.Zh;
        if (!IsSimplified(side.Side.Language) || !ChineseScript.HasTraditional(side.Masked))
        {
            return;
        }

        var text = side.Masked;
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && IsTraditional(text[i]))
            {
                i++;
            }

            if (i > start)
            {
                var span = TextSpan.FromBounds(start, i);
                var simplified = ChineseScript.ToSimplified(span.Of(text));
                context.Report(
                    unit, side.Side, span, $"“{span.Of(text)}” is Traditional; Simplified is “{simplified}”",
                    finding => finding with { Suggestion = simplified, Edit = new TextEdit(span, simplified, IsSafe: false) });
            }
        }
    }

    private static bool IsTraditional(char c) => ChineseScript.ToSimplified(c) != c && !Kept.Contains(c, StringComparison.Ordinal);

    private static bool IsSimplified(string language) =>
        !language.Contains("Hant", StringComparison.OrdinalIgnoreCase) && !language.EndsWith("TW", StringComparison.OrdinalIgnoreCase)
        && !language.EndsWith("HK", StringComparison.OrdinalIgnoreCase) && !language.EndsWith("MO", StringComparison.OrdinalIgnoreCase);
}
