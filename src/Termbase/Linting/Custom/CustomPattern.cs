using System.Text.RegularExpressions;
using Termbase.Model;

namespace Termbase.Linting.Custom;

/// <summary>A line of a user's own rule, compiled. Immutable and thread-safe.</summary>
internal sealed record CustomPattern(Regex Regex, CustomItem Item)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <exception cref="ArgumentException">The pattern is no regular expression.</exception>
    public static CustomPattern Of(CustomKind kind, CustomItem item) =>
        new(kind == CustomKind.Forbid ? Pattern(item.Find) : Words(item.Find), item);

    /// <exception cref="InputException">The pattern takes too long.</exception>
    public IEnumerable<TextSpan> In(string text)
    {
        for (var at = 0; at <= text.Length;)
        {
            var match = Next(text, at);
            if (!match.Success)
            {
                yield break;
            }

            if (match.Length > 0)
            {
                yield return new TextSpan(match.Index, match.Length);
            }

            at = match.Index + Math.Max(1, match.Length);
        }
    }

    private Match Next(string text, int at)
    {
        try
        {
            return Regex.Match(text, at);
        }
        catch (RegexMatchTimeoutException e)
        {
            throw new InputException(Item.Place ?? SourceLocation.File("termbase.toml"), $"the pattern “{Item.Find}” takes too long; write it without nested repetition", e);
        }
    }

    // In linear time where the pattern allows it; look-around and back-references do not, and are given a second.
    private static Regex Pattern(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, Patience);
        }
    }

    // Whole words, as far as the words are Latin: Han has no word boundaries, and a Latin word ends where Han begins.
    private static Regex Words(string words)
    {
        var body = string.Join(@"\s+", words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape));
        var before = IsLatin(words.FirstOrDefault()) ? @"(?<![A-Za-z0-9\u00C0-\u024F])" : "";
        var after = IsLatin(words.LastOrDefault()) ? @"(?![A-Za-z0-9\u00C0-\u024F])" : "";
        var options = words.Any(char.IsUpper) ? RegexOptions.CultureInvariant : RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;
        return new Regex(before + body + after, options, Patience);
    }

    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c) || c is >= '\u00C0' and <= '\u024F';
}
