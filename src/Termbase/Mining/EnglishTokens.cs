using System.Text.RegularExpressions;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Mining;

/// <summary>What stands between a token and the one behind it.</summary>
[Flags]
internal enum Gap
{
    /// <summary>White space.</summary>
    None = 0,

    /// <summary>A comma.</summary>
    Comma = 1,

    /// <summary>A quotation mark.</summary>
    Quote = 2,

    /// <summary>A bracket.</summary>
    Bracket = 4,
}

/// <summary>A word of English with its place and what follows it.</summary>
internal readonly record struct EnglishToken(TextSpan Span, string Word, Gap Behind, WordKind Kind)
{
    /// <summary>Whether it is written as a name is.</summary>
    public bool IsCapital => char.IsUpper(Word[0]) || char.IsAsciiDigit(Word[0]);
}

/// <summary>Cuts the English left of a gloss into words, back to the nearest sign that no term goes over.</summary>
internal static partial class EnglishTokens
{
    private const int MostTokens = 40;
    private const int Reach = 420;

    // A comma between thousands belongs to the number.
    [GeneratedRegex(@"(?<![\p{L}\p{N},.])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])[\p{L}\p{N}&’'\-–/.*+]*|[\p{L}\p{N}][\p{L}\p{N}&’'\-–/.*+]*|&", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    /// <summary>Tokens that end at <paramref name="end"/>, in order; <paramref name="open"/> tells whether the text goes on to the left of the first.</summary>
    public static List<EnglishToken> Before(string text, int end, out bool open)
    {
        var from = Math.Max(0, end - Reach);
        while (from > 0 && char.IsLetterOrDigit(text[from - 1]) && from < end)
        {
            from++;
        }

        var spans = new List<TextSpan>();
        foreach (var match in Word().EnumerateMatches(text.AsSpan(from, end - from)))
        {
            spans.Add(Trimmed(text, new TextSpan(from + match.Index, match.Length)));
        }

        var tokens = new List<EnglishToken>();
        open = false;
        var right = end;
        for (var i = spans.Count - 1; i >= 0; i--)
        {
            if (tokens.Count == MostTokens || GapOf(text.AsSpan(spans[i].End, right - spans[i].End), spans[i].Of(text), i == spans.Count - 1) is not { } gap)
            {
                open = true;
                break;
            }

            var word = spans[i].Of(text);
            if (Han.Contains(word))
            {
                open = true;
                break;
            }

            tokens.Add(new EnglishToken(spans[i], word, gap, EnglishWords.KindOf(word)));
            right = spans[i].Start;
        }

        tokens.Reverse();
        for (var i = 1; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == WordKind.Content && !tokens[i].IsCapital && tokens[i - 1].Behind == Gap.None
                && (EnglishWords.CallsForVerb(tokens[i - 1].Word) || (tokens[i - 1].Word is "to" && i + 1 < tokens.Count && EnglishWords.CanBeVerb(tokens[i].Word))))
            {
                tokens[i] = tokens[i] with { Kind = WordKind.Verb };
            }
        }

        return tokens;
    }

    // A stop belongs to a word only where it abbreviates; a closing quote or dash never does.
    private static TextSpan Trimmed(string text, TextSpan span)
    {
        var end = span.End;
        while (end > span.Start + 1 && (text[end - 1] is '-' or '–' or '/' || (text[end - 1] is '’' or '\'' && text[end - 2] is not 's')
            || (text[end - 1] == '.' && !IsAbbreviation(text.AsSpan(span.Start, end - span.Start)))))
        {
            end--;
        }

        return TextSpan.FromBounds(span.Start, end);
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> word) =>
        word is "Co." or "Ltd." or "Inc." or "Corp." or "No." or "St." or "Dr." or "Mr." or "Mrs." or "Bros." or "vs." || word[..^1].Contains('.') || word.Length == 2 && char.IsUpper(word[0]);

    private static Gap? GapOf(ReadOnlySpan<char> gap, string left, bool last)
    {
        var found = Gap.None;
        foreach (var c in gap)
        {
            switch (c)
            {
                case ' ' or '\u00A0' or '\t' or '\u3000':
                    break;
                case ',' or '，' when left is "Co.":
                    break;
                case ',' or '，':
                    found |= Gap.Comma;
                    break;
                case '"' or '“' or '”' or '‘' or '’' or '\'' or '＂' or '*' or '_':
                    found |= Gap.Quote;
                    break;
                case '(' or ')' when !last:
                    found |= Gap.Bracket;
                    break;
                case ')':
                    found |= Gap.Bracket;
                    break;
                case '.' when last:
                    break;
                default:
                    return null;
            }
        }

        return found;
    }
}
