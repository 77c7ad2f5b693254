using Termbase.Model;

namespace Termbase.Linting;

/// <summary>Words of ASCII letters, with hyphens and apostrophes inside, read by hand: a pattern takes several times as long. Thread-safe.</summary>
internal static class AsciiWords
{
    /// <summary>Fills a list with the words of a stretch of a text, in order.</summary>
    public static void Read(string text, TextSpan stretch, List<TextSpan> words)
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

            while (at + 1 < all.Length && all[at] is '-' or '\'' or '’' && EndOfLetters(all, at + 1) is var end && end > at + 1)
            {
                at = end;
            }

            words.Add(TextSpan.FromBounds(start, at));
        }
    }

    private static int EndOfLetters(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsAsciiLetter(text[at]))
        {
            at++;
        }

        return at;
    }
}
