namespace Termbase.Languages.Numerals;

/// <summary>
/// Fixed phrases with what they mean, found at a position of a text: the longest one that stands there. With
/// <c>words</c>, letter case does not count and a phrase ends where the word ends. Immutable and thread-safe.
/// </summary>
internal sealed class PhraseTable<T>
{
    private readonly Dictionary<char, (string Phrase, T Value)[]> _byFirst;
    private readonly Dictionary<char, (string Phrase, T Value)[]> _byLast;
    private readonly bool _words;

    public PhraseTable(IEnumerable<(string Phrase, T Value)> phrases, bool words = false)
    {
        _words = words;
        var all = phrases.OrderByDescending(static p => p.Phrase.Length).ToArray();
        _byFirst = all.GroupBy(static p => Fold(p.Phrase[0])).ToDictionary(static g => g.Key, static g => g.ToArray());
        _byLast = all.GroupBy(static p => Fold(p.Phrase[^1])).ToDictionary(static g => g.Key, static g => g.ToArray());
    }

    /// <summary>The longest phrase that starts at <paramref name="at"/>.</summary>
    public bool TryMatch(ReadOnlySpan<char> text, int at, out T value, out int end)
    {
        if (at < text.Length && _byFirst.TryGetValue(Fold(text[at]), out var candidates))
        {
            foreach (var (phrase, found) in candidates)
            {
                end = at + phrase.Length;
                if (end <= text.Length && Same(text.Slice(at, phrase.Length), phrase)
                    && (!_words || end == text.Length || !char.IsAsciiLetter(text[end]) || !char.IsAsciiLetter(phrase[^1])))
                {
                    value = found;
                    return true;
                }
            }
        }

        (value, end) = (default!, at);
        return false;
    }

    /// <summary>The longest phrase that ends at <paramref name="end"/> (exclusive).</summary>
    public bool TryMatchBefore(ReadOnlySpan<char> text, int end, out T value, out int start)
    {
        if (end > 0 && _byLast.TryGetValue(Fold(text[end - 1]), out var candidates))
        {
            foreach (var (phrase, found) in candidates)
            {
                start = end - phrase.Length;
                if (start >= 0 && Same(text.Slice(start, phrase.Length), phrase)
                    && (!_words || start == 0 || !char.IsAsciiLetterOrDigit(text[start - 1]) || !char.IsAsciiLetter(phrase[0])))
                {
                    value = found;
                    return true;
                }
            }
        }

        (value, start) = (default!, end);
        return false;
    }

    private static char Fold(char c) => char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;

    private bool Same(ReadOnlySpan<char> text, string phrase) =>
        text.Equals(phrase, _words ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
