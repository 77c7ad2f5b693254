using System.Buffers;

namespace Termbase.Recognition;

/// <summary>What stands between a token and the one before it.</summary>
internal enum TokenGap : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>White space, one line end at most.</summary>
    Space,

    /// <summary>One hyphen.</summary>
    Hyphen,

    /// <summary>Anything that no term goes across.</summary>
    Break,
}

/// <summary>A word, a sign, or the clitic <c>'s</c>, with its offsets in the original text.</summary>
/// <param name="Start">First code unit.</param>
/// <param name="End">Behind the last.</param>
/// <param name="Hash">Of the folded word.</param>
/// <param name="Gap">What stands before it.</param>
/// <param name="IsWord">Not a sign.</param>
/// <param name="IsPlain">Letters and digits that folding leaves alone.</param>
internal readonly record struct EnglishToken(int Start, int End, ulong Hash, TokenGap Gap, bool IsWord, bool IsPlain = false);

/// <summary>
/// Cuts text into English tokens: runs of letters and digits (folded into a 64-bit hash on the way), single signs, the clitic
/// <c>'s</c>. Han characters end a word and are a break. A ref struct over the caller's text; allocates nothing.
/// </summary>
internal ref struct EnglishTokenizer(ReadOnlySpan<char> text)
{
    // Letters and digits of ASCII, folded; else 0.
    private static readonly byte[] AsciiWord =
        [.. Enumerable.Range(0, 128).Select(static c => FoldTable.IsWord((char)c) ? (byte)FoldTable.Fold[c] : (byte)0)];

    private const ulong Seed = 0xCBF29CE484222325UL;
    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    /// <summary>Hash of a folded word; never 0.</summary>
    public static ulong HashOf(ReadOnlySpan<char> folded)
    {
        var hash = Seed;
        foreach (var c in folded)
        {
            hash = Mix(hash, c);
        }

        return hash;
    }

    public bool MoveNext(out EnglishToken token)
    {
        var gap = Gap();
        if (_at >= _text.Length)
        {
            token = default;
            return false;
        }

        var start = _at;
        switch (FoldTable.Kind[_text[_at]])
        {
            case CharKind.Letter or CharKind.Digit:
                var (hash, end, plain) = Word(_at);
                _at = end;
                token = new EnglishToken(start, end, hash, gap, true, plain);
                return true;
            case CharKind.Apostrophe when IsClitic(_at):
                _at += 2;
                token = new EnglishToken(start, _at, Mix(Mix(Seed, '\''), 's'), gap, false);
                return true;
            default:
                _at++;
                token = new EnglishToken(start, _at, Mix(Seed, FoldTable.Fold[_text[start]]), gap, false);
                return true;
        }
    }

    private static ulong Mix(ulong hash, char c) => (hash ^ c) * 0x9FB21C651E98DF25UL;

    private readonly (ulong Hash, int End, bool IsPlain) Word(int i)
    {
        var (fold, kinds) = (FoldTable.Fold, FoldTable.Kind);
        var hash = Seed;
        var changed = 0;
        for (; i < _text.Length; i++)
        {
            var c = _text[i];
            if (c < 128 && AsciiWord[c] is var plain and not 0)
            {
                hash = Mix(hash, (char)plain);
                changed |= c ^ plain;
                continue;
            }

            if (c == ' ')
            {
                break;
            }

            var kind = kinds[c];
            if (kind is CharKind.Letter or CharKind.Digit)
            {
                if (c >= '\uFB00' && FoldTable.Ligature(c) is { } letters)
                {
                    foreach (var letter in letters)
                    {
                        hash = Mix(hash, letter);
                    }
                }
                else
                {
                    hash = Mix(hash, fold[c]);
                }
            }
            else if (kind == CharKind.Apostrophe && !IsClitic(i) && i + 1 < _text.Length && kinds[_text[i + 1]] == CharKind.Letter)
            {
                hash = Mix(hash, '\'');
            }
            else if (kind != CharKind.Nothing)
            {
                break;
            }

            changed |= 1;
        }

        return (hash, i, changed == 0);
    }

    private readonly bool IsClitic(int i) =>
        i > 0 && FoldTable.IsWord(_text[i - 1]) && i + 1 < _text.Length && FoldTable.Fold[_text[i + 1]] == 's'
        && (i + 2 >= _text.Length || !FoldTable.IsWord(_text[i + 2]));

    // Passes over what lies between tokens and tells what it was.
    private TokenGap Gap()
    {
        if (_at > 0 && _at + 1 < _text.Length && _text[_at] == ' ' && _text[_at + 1] < 128 && AsciiWord[_text[_at + 1]] != 0)
        {
            _at++;
            return TokenGap.Space;
        }

        var gap = _at == 0 ? TokenGap.Break : TokenGap.None;
        var lines = 0;
        for (; _at < _text.Length; _at++)
        {
            switch (FoldTable.Kind[_text[_at]])
            {
                case CharKind.Space:
                    gap = gap is TokenGap.None ? TokenGap.Space : gap is TokenGap.Hyphen ? TokenGap.Break : gap;
                    break;
                case CharKind.LineEnd:
                    lines += _text[_at] == '\r' && _at + 1 < _text.Length && _text[_at + 1] == '\n' ? 0 : 1;
                    gap = lines > 1 ? TokenGap.Break : gap is TokenGap.None ? TokenGap.Space : gap;
                    break;
                case CharKind.Hyphen:
                    gap = gap is TokenGap.None ? TokenGap.Hyphen : TokenGap.Break;
                    break;
                case CharKind.Han:
                    gap = TokenGap.Break;
                    break;
                case CharKind.Nothing:
                    break;
                case CharKind.Apostrophe when !IsClitic(_at):
                    // The apostrophe of a plural possessive (workers' rights), or a quote, which nothing goes across backwards.
                    gap = gap is TokenGap.None && _at > 0 && FoldTable.Fold[_text[_at - 1]] == 's' ? TokenGap.None : TokenGap.Break;
                    break;
                default:
                    return gap;
            }
        }

        return gap;
    }
}
