namespace Termbase.Search.Analysis;

/// <summary>Walks over the grams of a text (see <see cref="GramTokenizer"/>); every one is a stretch of the text. Not thread-safe.</summary>
/// <remarks>
/// With <paramref name="sparse"/> a single character is a gram of its own only where no other one follows that would make a pair: those that
/// begin with it tell that it is there.
/// </remarks>
internal struct GramCursor(bool sparse)
{
    private int _at;
    private int _last = -1; // where the single character before begins, if that was one
    private int _pair = -1; // where a pair begins that is to be handed out next

    public int Start { get; private set; }

    public int Length { get; private set; }

    /// <summary>Whether it is a word of letters and digits.</summary>
    public bool IsWord { get; private set; }

    /// <summary>Goes to the next gram; false at the end. The text must be the same in every call.</summary>
    public bool Next(string text)
    {
        if (_pair >= 0)
        {
            (Start, Length, IsWord) = (_pair, _at - _pair, false);
            _pair = -1;
            return true;
        }

        while (_at < text.Length)
        {
            var start = _at;
            if (GramTokenizer.IsGram(text, start))
            {
                _at = After(text, start);
                var pair = _last;
                _last = start;
                if (!sparse || _at == text.Length || !GramTokenizer.IsGram(text, _at))
                {
                    _pair = pair;
                    (Start, Length, IsWord) = (start, _at - start, false);
                    return true;
                }

                if (pair >= 0)
                {
                    (Start, Length, IsWord) = (pair, _at - pair, false);
                    return true;
                }

                continue;
            }

            _last = -1;
            if (GramTokenizer.IsWord(text, start))
            {
                while (_at < text.Length && GramTokenizer.IsWord(text, _at))
                {
                    _at = After(text, _at);
                }

                (Start, Length, IsWord) = (start, Math.Min(_at - start, GramTokenizer.LongestWord), true);
                return true;
            }

            _at = After(text, start);
        }

        return false;
    }

    private static int After(string text, int at) => at + (char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1);
}
