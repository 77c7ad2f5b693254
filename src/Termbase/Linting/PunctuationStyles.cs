using System.Buffers;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Linting;

/// <summary>A quote or dash: what kind of sign it is, in which style it is written, and where (offsets in the original text).</summary>
internal sealed record StyledSign(string Kind, string Style, TextSpan Place);

/// <summary>The quotes and dashes of English text by style. Thread-safe.</summary>
internal static partial class PunctuationStyles
{
    /// <summary>The signs of one block; those that belong to Chinese are left out.</summary>
    public static IEnumerable<StyledSign> In(LintDocument document, Block block)
    {
        if (ItemDash(document.Document, block) is { } item)
        {
            yield return item;
        }

        var text = block.Text;
        foreach (Match range in YearRange().Matches(text))
        {
            yield return new StyledSign("dashes between years", range.Groups["dash"].Value, block.Map.ToOriginal(new TextSpan(range.Groups["dash"].Index, 1)));
        }

        if (!text.AsSpan().ContainsAny(Signs) && !text.Contains("--", StringComparison.Ordinal))
        {
            yield break;
        }

        var levels = document.Reading.Levels(block);
        foreach (Match match in Sign().Matches(text))
        {
            var (kind, style) = Classify(match, text);
            // Chinese has curly quotes of its own; straight ones in it are the typist's.
            if (style.Length > 0 && (levels.IsEnglish(match.Index) || (match.Value == "\"" && match.Index + 1 < text.Length && Han.IsHan(text[match.Index + 1]))))
            {
                yield return new StyledSign(kind, style, block.Map.ToOriginal(new TextSpan(match.Index + (match.Value[0] == ' ' ? 1 : 0), match.Value.Trim().Length)));
            }
        }
    }

    // One of them, or two hyphens, is in whatever the pattern finds.
    private static readonly SearchValues<char> Signs = SearchValues.Create("“\"'’—–");

    private static (string Kind, string Style) Classify(Match match, string text)
    {
        var sign = match.Value;
        return sign.Trim() switch
        {
            "“" => ("double quotes", "“ ”"),
            "\"" => IsOpening(text, match.Index) ? ("double quotes", "\" \"") : ("", ""),
            "'" => ("apostrophes", "'"),
            "’" => ("apostrophes", "’"),
            var dash => ("dashes", (sign[0] == ' ' ? "spaced " : "") + dash),
        };
    }

    // Pairs are counted, not signs.
    private static bool IsOpening(string text, int at) =>
        at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]) && (at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '[' or '—');

    // The dash that a list item begins with was taken off by the reader; - and * are mark-up in Markdown.
    private static StyledSign? ItemDash(Document document, Block block)
    {
        if (block.Kind != BlockKind.ListItem || block.Text.Length == 0)
        {
            return null;
        }

        var text = document.Source.Text;
        var end = block.Map.ToOriginal(0);
        var start = end;
        while (start > 0 && text[start - 1] is '—' or '–' or '―' or '─' or ' ')
        {
            start--;
        }

        var dash = text[start..end].Trim();
        return dash.Length is 0 or > 3 || (start > 0 && text[start - 1] is not ('\n' or '\r' or '\uFEFF')) ? null
            : new StyledSign("dashes at the start of items", dash + (text[end - 1] == ' ' ? " and a space" : ""), new TextSpan(start, end - start));
    }

    [GeneratedRegex(@"“|""|(?<=\p{L})['’](?=s\b|t\b|re\b|ve\b|ll\b)|(?<=[\p{L}\d,)""”]) ?(?:—{1,2}|--) ?(?=[\p{L}\d(""“])|(?<=[\p{L},)""”]) – (?=[\p{L}(""“])", RegexOptions.CultureInvariant)]
    private static partial Regex Sign();

    // In English only: 2021—2025年 is how Chinese writes it.
    [GeneratedRegex(@"(?<![\d/.\-–—\p{IsCJKUnifiedIdeographs}（《])(?:19|20)\d\d(?<dash>[-–—])(?:19|20)\d\d(?![\d/\-–—年\p{IsCJKUnifiedIdeographs}）》]|\.\d)", RegexOptions.CultureInvariant)]
    private static partial Regex YearRange();
}
