using Termbase.Languages;
using Termbase.Linting.Bitext;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>Traditional characters in a segment that is to be Simplified. See <c>WrongVariant.md</c>.</summary>
public sealed class WrongVariant : UnitRule
{
    // Stretches that a message names.
    private const int Shown = 4;

    // Characters that Simplified text writes too, in names or in another meaning.
    private const string Kept = "乾著藉瞭夥徵阪甦剋喆堃淼昇陞鍾锺鉅";

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
        var found = Enumerable.Range(0, text.Length).Where(i => IsTraditional(text[i])).ToList();
        if (found.Count == 0)
        {
            return;
        }

        // One slip of the keyboard, or a whole segment in the other script: one thing to decide.
        var span = TextSpan.FromBounds(found[0], found[^1] + 1);
        var written = Runs(text, found).Distinct(StringComparer.Ordinal).ToList();
        var more = written.Count > Shown ? FormattableString.Invariant($" and {written.Count - Shown} more") : "";
        context.Report(
            unit, side.Side, span, $"{Quoted(written)}{more} {(written.Count == 1 ? "is" : "are")} Traditional; Simplified: {Quoted(written.Select(ChineseScript.ToSimplified))}",
            finding => finding with
            {
                Suggestion = ChineseScript.ToSimplified(span.Of(side.Text)),
                Edit = new TextEdit(span, ChineseScript.ToSimplified(span.Of(side.Text)), IsSafe: false),
            },
            ReferenceEquals(side.Side, unit.Unit.Source) ? Severity.Info : null);
    }

    private static string Quoted(IEnumerable<string> words) => string.Join(", ", words.Take(Shown).Select(static w => $"“{w}”"));

    // Characters that stand side by side are named together.
    private static IEnumerable<string> Runs(string text, List<int> found)
    {
        for (var i = 0; i < found.Count; i++)
        {
            var start = i;
            while (i + 1 < found.Count && found[i + 1] == found[i] + 1)
            {
                i++;
            }

            yield return text[found[start]..(found[i] + 1)];
        }
    }

    private static bool IsTraditional(char c) => ChineseScript.ToSimplified(c) != c && !Kept.Contains(c, StringComparison.Ordinal);

    private static bool IsSimplified(string language) =>
        !language.Contains("Hant", StringComparison.OrdinalIgnoreCase) && !language.EndsWith("TW", StringComparison.OrdinalIgnoreCase)
        && !language.EndsWith("HK", StringComparison.OrdinalIgnoreCase) && !language.EndsWith("MO", StringComparison.OrdinalIgnoreCase);
}
