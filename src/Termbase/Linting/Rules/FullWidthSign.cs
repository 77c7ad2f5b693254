using System.Buffers;
using Termbase.Documents;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A full-width sign, letter or digit in English running text. See <c>FullWidthSign.md</c>.</summary>
public sealed class FullWidthSign : DocumentRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB201", "full-width-sign", "英文行文中的全角符号", "A full-width sign in English text", Severity.Warning);

    /// <inheritdoc/>
    public override bool ReadsSegments => true;

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        foreach (var block in document.Document.Blocks.Where(b => b.Kind != BlockKind.Code && !document.IsChinese))
        {
            var text = block.Text;
            if (text.AsSpan().IndexOfAny(Signs) < 0)
            {
                continue;
            }

            var levels = document.Reading.Levels(block);
            for (var start = 0; text.AsSpan(start).IndexOfAny(Signs) is >= 0 and var next; start++)
            {
                start += next;
                var end = start;
                while (end < text.Length && Ascii(text[end]) is not null && levels[end] == levels[start] && levels.IsEnglish(end))
                {
                    end++;
                }

                if (end > start)
                {
                    Report(document, block, TextSpan.FromBounds(start, end), context);
                    start = end - 1;
                }
            }
        }
    }

    private static void Report(LintDocument document, Block block, TextSpan span, LintContext context)
    {
        var ascii = string.Concat(span.Of(block.Text).Select(Ascii));
        var replacement = Spaced(block.Text, span, ascii);
        context.Report(
            document,
            block,
            span,
            $"full-width \"{span.Of(block.Text)}\" in English text; write \"{ascii}\"",
            finding => finding with { Suggestion = ascii, Edit = LintContext.Edit(block, span, replacement, isSafe: true) });
    }

    private static readonly SearchValues<char> Signs =
        SearchValues.Create([.. Enumerable.Range(0, char.MaxValue).Select(static c => (char)c).Where(static c => Ascii(c) is not null)]);

    private static string? Ascii(char c) => c switch
    {
        '，' or '、' => ",",
        '。' or '．' => ".",
        '【' => "[",
        '】' => "]",
        '\u3000' => null,
        >= '！' and <= '～' => ((char)(c - 0xFEE0)).ToString(),
        _ => null,
    };

    // A full-width sign brings its space with it; an ASCII one needs it written.
    private static string Spaced(string text, TextSpan span, string ascii)
    {
        var before = span.Start > 0 && char.IsLetterOrDigit(text[span.Start - 1]);
        var after = span.End < text.Length && (char.IsLetter(text[span.End]) || (char.IsDigit(text[span.End]) && !char.IsDigit(text[Math.Max(0, span.Start - 1)])));
        return (ascii[0] is '(' or '[' && before ? " " : "") + ascii + (ascii[^1] is ',' or '.' or ';' or ':' or '!' or '?' or ')' or ']' && after ? " " : "");
    }
}
