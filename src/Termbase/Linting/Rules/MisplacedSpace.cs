using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A space missing before a gloss, or standing where Chinese has none. See <c>MisplacedSpace.md</c>.</summary>
public sealed partial class MisplacedSpace : DocumentRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB205", "misplaced-space", "中文前后空格错置", "A space missing or too many around Chinese", Severity.Warning);

    /// <inheritdoc/>
    public override bool ReadsSegments => true;

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        foreach (var block in document.Document.Blocks.Where(static b => b.Kind != BlockKind.Code && MayMisplace(b.Text)))
        {
            foreach (Match match in Place().Matches(block.Text))
            {
                var (message, replacement) = Judge(match);

                // Two names in a row, a title set wide, 第一条 before its text: in Chinese lines a space between characters is mostly meant.
                var unsure = match.Groups["wide"].Success;
                var isStyle = unsure || match.Groups["stuck"].Success;
                if (match.Groups["gloss"].Success && document.IsChinese)
                {
                    continue;
                }

                if (!isStyle || (IsEnglish(block.Text) && block.Kind is not (BlockKind.TableRow or BlockKind.Heading or BlockKind.FrontMatter)))
                {
                    var span = new TextSpan(match.Index, match.Length);
                    context.Report(
                        document, block, span, message,
                        finding => finding with { Suggestion = replacement.Trim(), Edit = Edit(document, block, span, replacement, !unsure && !match.Groups["round"].Success) },
                        unsure || (match.Groups["round"].Success && document.IsChinese) ? Severity.Info : null);
                }
            }
        }
    }

    private static bool IsEnglish(string text) => 4 * Han.Count(text) < text.Count(char.IsLetter);

    // Whether Chinese stands by a space, by a bracket right behind a word, or by a small letter: few blocks have to be searched.
    private static bool MayMisplace(ReadOnlySpan<char> text)
    {
        for (var at = 0; text[at..].IndexOfAnyInRange('\u4E00', '\u9FFF') is >= 0 and var next;)
        {
            var start = at + next;
            var end = text[start..].IndexOfAnyExceptInRange('\u4E00', '\u9FFF') is >= 0 and var length ? start + length : text.Length;
            var (before, behind) = (start > 0 ? text[start - 1] : '\0', end < text.Length ? text[end] : '\0');
            if (before is ' ' or (>= 'a' and <= 'z') || behind is ' ' or '(' || (before == '(' && start > 1 && text[start - 2] is (>= 'a' and <= 'z') or '"' or '”' or '\''))
            {
                return true;
            }

            at = end;
        }

        return false;
    }

    private static (string Message, string Replacement) Judge(Match match) => match switch
    {
        _ when match.Groups["gloss"].Success => ("no space before the gloss", match.Value[..^1] + " ("),
        _ when match.Groups["open"].Success => ("a space behind the bracket", match.Value.TrimEnd(' ', '\u3000')),
        _ when match.Groups["close"].Success => ("a space before the bracket", match.Value.Replace(" ", "", StringComparison.Ordinal)),
        _ when match.Groups["sign"].Success => ("an ASCII sign with a space before it inside Chinese", FullWidth(match.Groups["sign"].Value[0]).ToString()),
        _ when match.Groups["round"].Success => ("spaces around a bracket inside Chinese", $"（{match.Groups["round"].Value}）"),
        _ when match.Groups["stuck"].Success => ("no space between English and Chinese", string.Join(' ', match.Value[..^1], match.Value[^1])),
        _ => ("a space between Chinese characters", ""),
    };

    private static char FullWidth(char sign) => (char)(sign + 0xFEE0);

    // Only where the span stands in the file as it stands in the paragraph.
    private static TextEdit? Edit(LintDocument document, Block block, TextSpan span, string replacement, bool isSafe) =>
        string.Equals(block.Map.ToOriginal(span).Of(document.Document.Source.Text), span.Of(block.Text), StringComparison.Ordinal)
            ? LintContext.Edit(block, span, replacement, isSafe)
            : null;

    [GeneratedRegex(
        @"(?<gloss>(?<=[a-z])[a-z][""”']?\((?=[\u4E00-\u9FFF]))"
        + @"|(?<open>[(（] +(?=[\u4E00-\u9FFF]))"
        + @"|(?<close>(?<=[\u4E00-\u9FFF]) +[)）])"
        + @"|(?<=[\u4E00-\u9FFF]) +(?<sign>[,;:!?]) *(?=[\u4E00-\u9FFF])"
        + @"|(?<=[\u4E00-\u9FFF])(?: \((?<round>[\u4E00-\u9FFF]{1,12})\) ?| ?\((?<round>[\u4E00-\u9FFF]{1,12})\) )(?=[\u4E00-\u9FFF])"
        + @"|(?<stuck>(?<=(?:^|\s)[a-z]+)[a-z][\u4E00-\u9FFF](?=[\u4E00-\u9FFF]))"
        + @"|(?<wide>(?<=[\u4E00-\u9FFF]) (?=[\u4E00-\u9FFF]))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
