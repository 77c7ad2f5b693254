using Termbase.Documents;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A full-width sign, letter or digit in English running text. See <c>FullWidthSign.md</c>.</summary>
public sealed class FullWidthSign : DocumentRule
{
    private const string Openers = "(（[［【《〈「『";
    private const string Closers = ")）]］】》〉」』";

    // Chinese this near on the same level of brackets makes the stretch Chinese, or too mixed to judge.
    private const int Window = 24;

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB201", "full-width-sign", "英文行文中的全角符号", "A full-width sign in English text", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        foreach (var block in document.Document.Blocks.Where(static b => b.Kind != BlockKind.Code))
        {
            var text = block.Text;
            if (!text.Any(static c => Ascii(c) is not null))
            {
                continue;
            }

            var levels = Levels(text);
            for (var start = 0; start < text.Length; start++)
            {
                var end = start;
                while (end < text.Length && Ascii(text[end]) is not null && levels[end] == levels[start] && IsEnglish(text, levels, end))
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

    // The bracket that each character stands in (its offset, or -1); a bracket itself belongs to the text around it.
    private static int[] Levels(string text)
    {
        var levels = new int[text.Length];
        var open = new Stack<int>();
        for (var i = 0; i < text.Length; i++)
        {
            if (Closers.Contains(text[i], StringComparison.Ordinal) && open.Count > 0)
            {
                open.Pop();
            }

            levels[i] = open.Count > 0 ? open.Peek() : -1;
            if (Openers.Contains(text[i], StringComparison.Ordinal))
            {
                open.Push(i);
            }
        }

        return levels;
    }

    private static bool IsEnglish(string text, int[] levels, int at)
    {
        var level = levels[at];
        if (level >= 0 && text[level] is '《' or '〈' or '「' or '『')
        {
            return false;
        }

        var latin = false;
        foreach (var step in (ReadOnlySpan<int>)[-1, 1])
        {
            var seen = 0;
            for (var i = at + step; i >= 0 && i < text.Length && seen < Window; i += step)
            {
                if (levels[i] != level)
                {
                    continue;
                }

                seen++;
                if (Han.IsHan(text[i]) || char.IsSurrogate(text[i]))
                {
                    return false;
                }

                latin |= char.IsLetter(text[i]);
            }
        }

        return latin;
    }
}
