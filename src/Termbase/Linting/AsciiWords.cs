using Termbase.Model;

namespace Termbase.Linting;

/// <summary>Words of ASCII letters, with hyphens and apostrophes inside, read by hand: a pattern takes several times as long. Thread-safe.</summary>
internal static class AsciiWords
{
    /// <summary>Fills a list with the words of a stretch of a text, in order; of the signs <paramref name="inside"/> one may stand between two letters.</summary>
    public static void Read(string text, TextSpan stretch, ReadOnlySpan<char> inside, List<TextSpan> words)
    {
        words.Clear();
        var all = text.AsSpan(0, stretch.End);
        for (var at = stretch.Start; at < all.Length;)
        {
            var start = at;
            at = EndOfLetters(all, at);
            if (at == start)
            {
                at++;
                continue;
            }

            while (at + 1 < all.Length && inside.Contains(all[at]) && EndOfLetters(all, at + 1) is var end && end > at + 1)
            {
                at = end;
            }

            words.Add(TextSpan.FromBounds(start, at));
        }
    }

    /// <summary>
    /// Fills a list with the words of a text, in order, that stand alone: two letters and more, with such parts behind hyphens; no letter, digit or hyphen
    /// is next to them.
    /// </summary>
    public static void ReadWhole(string text, List<TextSpan> words)
    {
        words.Clear();
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            at = EndOfLetters(text, at);
            if (at == start)
            {
                at++;
                continue;
            }

            var isWord = at > start + 1 && (start == 0 || !IsPart(text[start - 1]));
            while (at + 2 < text.Length && text[at] == '-' && EndOfLetters(text, at + 1) is var end && end > at + 2)
            {
                at = end;
            }

            if (isWord && (at == text.Length || !IsPart(text[at])))
            {
                words.Add(TextSpan.FromBounds(start, at));
            }
        }
    }

    private static bool IsPart(char c) => c == '-' || char.IsLetter(c) || char.IsNumber(c);

    private static int EndOfLetters(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsAsciiLetter(text[at]))
        {
            at++;
        }

        return at;
    }
}
