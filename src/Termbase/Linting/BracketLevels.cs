using System.Buffers;
using Termbase.Languages;

namespace Termbase.Linting;

/// <summary>
/// In which bracket each character of a text stands: a Chinese gloss in an English sentence is another level than the sentence.
/// Immutable and thread-safe.
/// </summary>
internal sealed class BracketLevels
{
    public const string Openers = "(（[［【《〈「『{";
    public const string Closers = ")）]］】》〉」』}";

    // Chinese this near on the same level of brackets makes the stretch Chinese, or too mixed to judge.
    private const int Window = 24;

    private static readonly SearchValues<char> Signs = SearchValues.Create(Openers + Closers);

    private readonly string _text;
    private readonly int[] _levels;

    public BracketLevels(string text)
    {
        _text = text;
        _levels = new int[text.Length];
        var open = new Stack<int>();
        for (var from = 0; from < text.Length;)
        {
            // Between two signs the level is one.
            var sign = text.AsSpan(from).IndexOfAny(Signs) is >= 0 and var found ? from + found : text.Length;
            _levels.AsSpan(from, sign - from).Fill(open.Count > 0 ? open.Peek() : -1);
            if (sign < text.Length)
            {
                if (Closers.Contains(text[sign], StringComparison.Ordinal) && open.Count > 0)
                {
                    open.Pop();
                }

                _levels[sign] = open.Count > 0 ? open.Peek() : -1;
                if (Openers.Contains(text[sign], StringComparison.Ordinal))
                {
                    open.Push(sign);
                }
            }

            from = sign + 1;
        }
    }

    /// <summary>Offset of the bracket that a character stands in, or -1; a bracket itself belongs to the text around it.</summary>
    public int this[int at] => _levels[at];

    /// <summary>Whether the text around a place, on its own level, is English.</summary>
    public bool IsEnglish(int at)
    {
        var level = _levels[at];
        if (level >= 0 && _text[level] is '《' or '〈' or '「' or '『')
        {
            return false;
        }

        var latin = false;
        foreach (var step in (ReadOnlySpan<int>)[-1, 1])
        {
            var seen = 0;
            for (var i = at + step; i >= 0 && i < _text.Length && seen < Window; i += step)
            {
                if (_levels[i] != level)
                {
                    continue;
                }

                seen++;
                if (Han.IsHan(_text[i]) || char.IsSurrogate(_text[i]))
                {
                    return false;
                }

                latin |= char.IsLetter(_text[i]);
            }
        }

        return latin;
    }
}
