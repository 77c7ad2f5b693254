using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A word written twice in a row, also across a line break. See <c>DoubledWord.md</c>.</summary>
public sealed partial class DoubledWord : DocumentRule
{
    // Words that grammar may put beside themselves: "all that that implies", "what it is is", "log in in person".
    private static readonly FrozenSet<string> Legitimate = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "that", "had", "is", "was", "her", "you", "in", "on", "out", "do", "so", "very", "many", "far", "no", "long", "much", "more", "never", "ha", "ho", "bye", "knock", "tut", "blah", "oh", "ah", "yes");

    // Written with capitals twice, any other word is taken for a name (Walla Walla, Pago Pago).
    private static readonly FrozenSet<string> Function = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "a", "an", "the", "of", "to", "and", "or", "for", "by", "with", "from", "at", "as", "it", "we", "are", "be", "this", "these", "will", "not");

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB202", "doubled-word", "同一个词连写两次", "The same word twice in a row", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        foreach (var block in document.Document.Blocks.Where(static b => b.Kind != BlockKind.Code && WordRepeats.May(b.Text)))
        {
            foreach (Match match in Doubled().Matches(block.Text))
            {
                var word = match.Groups["word"];
                var last = match.Groups["again"].Captures[^1];
                if (IsName(word.Value, last.Value) || IsColumns(block, match.Groups["gap"].Captures) || IsNewParagraph(document.Document, block, match))
                {
                    continue;
                }

                var unsure = Legitimate.Contains(word.Value);
                context.Report(
                    document,
                    block,
                    new TextSpan(match.Index, match.Length),
                    $"\"{word.Value}\" is written {(match.Groups["again"].Captures.Count == 1 ? "twice" : "several times")} in a row",
                    finding => finding with
                    {
                        En = [match.Value],
                        Suggestion = word.Value,
                        Edit = Removal(document.Document, block, match, isSafe: !unsure),
                    },
                    atMost: unsure ? Severity.Info : null);
            }
        }
    }

    private static bool IsName(string first, string second) =>
        char.IsUpper(first[0]) && char.IsUpper(second[0]) && !Function.Contains(first);

    private static bool IsColumns(Block block, CaptureCollection gaps) =>
        block.Kind == BlockKind.TableRow && gaps.Any(static g => g.Length > 1 || g.Value == "\t");

    // "at the", an empty line, "The thing": joined as what a page break cut may be, but the capital says that something new begins.
    private static bool IsNewParagraph(Document document, Block block, Match match)
    {
        var again = match.Groups["again"].Captures[^1];
        return char.IsUpper(again.Value[0]) && !char.IsUpper(match.Groups["word"].Value[0])
            && block.Map.ToOriginal(new TextSpan(match.Index, match.Length)).Of(document.Source.Text).AsSpan().Count('\n') > 1;
    }

    // Takes the repetition out, but never what stands between the two in the file (a page number, a note).
    private static TextEdit? Removal(Document document, Block block, Match match, bool isSafe)
    {
        var word = match.Groups["word"];
        var all = block.Map.ToOriginal(new TextSpan(match.Index, match.Length));
        var first = block.Map.ToOriginal(new TextSpan(word.Index, word.Length));
        var repeated = TextSpan.FromBounds(first.End, all.End);
        var removed = repeated.Of(document.Source.Text);
        if (!removed.All(static c => char.IsWhiteSpace(c) || char.IsLetter(c)))
        {
            return null;
        }

        // Across a line break the second word goes together with the space behind it, so that the break stays.
        var at = removed.Length - removed.TrimStart().Length;
        return removed.Contains('\n', StringComparison.Ordinal) && all.End < document.Source.Text.Length && document.Source.Text[all.End] == ' '
            ? new TextEdit(TextSpan.FromBounds(first.End + at, all.End + 1), "", isSafe)
            : new TextEdit(repeated, "", isSafe);
    }

    // Latin letters only (Chinese doubles words: 天天); not part of a longer word, also not through hyphen or apostrophe.
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}_'’\-&/.@])(?<word>[A-Za-z\u00C0-\u024F]+)(?:(?<gap>\s+)(?<again>\k<word>))+(?![\p{L}\p{N}_\-&/@]|['’]\p{L}|\.\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Doubled();
}
