namespace Termbase.Search.Analysis;

/// <summary>Walks over the grams of a text (see <see cref="GramTokenizer"/>); every one is a stretch of the text. Not thread-safe.</summary>
internal struct GramCursor
{
    private int _at;
    private int _last = -1; // where the single character before begins, if that was one
    private int _pair = -1; // where a pair begins that is to be handed out next

    public GramCursor()
    {
    }

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
                (_pair, _last) = (_last, start);
                (Start, Length, IsWord) = (start, _at - start, false);
                return true;
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
