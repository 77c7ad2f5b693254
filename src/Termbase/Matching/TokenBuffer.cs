namespace Termbase.Matching;

/// <summary>
/// What a token is. Numbers equal each other, and so do placeholders: which one it was only costs a penalty. Inline codes are tokens only in a
/// segment that has nothing else.
/// </summary>
internal enum TokenKind : byte
{
    Word,
    Number,
    Code,
}

/// <summary>The tokens of one text; filled by <see cref="Tokenizer"/>, used again for the next text. Not thread-safe.</summary>
internal sealed class TokenBuffer
{
    /// <summary>Folded characters of the text.</summary>
    public char[] Chars = new char[256];

    /// <summary>For each folded character, where it stands in the original, and for the one behind the last, the original's length.</summary>
    public int[] Map = new int[257];

    public int CharCount;

    public int[] Starts = new int[128];
    public int[] Ends = new int[128];
    public uint[] Hashes = new uint[128];
    public TokenKind[] Kinds = new TokenKind[128];
    public int Count;

    /// <summary>Whether the tokens are the inline codes, for want of any text.</summary>
    public bool IsOnlyCodes;

    /// <summary>The contents of the inline codes in order, then of the placeholders, each closed by <see cref="Tokenizer.CodeEnd"/>.</summary>
    public char[] CodeChars = [];

    public int CodeCharCount;

    /// <summary>For each code, before which folded character it stands.</summary>
    public int[] CodePlaces = [];

    public int CodeCount;

    public void AddCode(ReadOnlySpan<char> content, int place)
    {
        var end = CodeCharCount + content.Length;
        if (CodeChars.Length <= end)
        {
            Array.Resize(ref CodeChars, Math.Max(end + 1, CodeChars.Length * 2));
        }

        if (CodePlaces.Length == CodeCount)
        {
            Array.Resize(ref CodePlaces, Math.Max(8, CodeCount * 2));
        }

        content.CopyTo(CodeChars.AsSpan(CodeCharCount));
        CodeChars[end] = Tokenizer.CodeEnd;
        CodeCharCount = end + 1;
        CodePlaces[CodeCount++] = place;
    }

    public void EnsureChars(int count)
    {
        if (Chars.Length < count)
        {
            var size = Math.Max(count, Chars.Length * 2);
            Array.Resize(ref Chars, size);
            Array.Resize(ref Map, size + 1);
        }
    }

    public void EnsureTokens(int count)
    {
        if (Starts.Length < count)
        {
            var size = Math.Max(count, Starts.Length * 2);
            Array.Resize(ref Starts, size);
            Array.Resize(ref Ends, size);
            Array.Resize(ref Hashes, size);
            Array.Resize(ref Kinds, size);
        }
    }

    public ReadOnlySpan<char> this[int token] => Chars.AsSpan(Starts[token], Ends[token] - Starts[token]);

    /// <summary>The 16 bits of a token's hash that signatures are made of.</summary>
    public ushort Symbol(int token) => (ushort)(Hashes[token] >> 16);

    /// <summary>Whether two tokens count as equal.</summary>
    public bool SameToken(int token, TokenBuffer other, int otherToken) =>
        Hashes[token] == other.Hashes[otherToken]
        && Kinds[token] == other.Kinds[otherToken]
        && (Kinds[token] != TokenKind.Word || this[token].SequenceEqual(other[otherToken]));

    /// <summary>
    /// End (exclusive) of a token in the original text, with what is not seen or joins its last letter (accents) behind it. Where one character became several
    /// tokens (㈠), the first takes it.
    /// </summary>
    public int OriginalEnd(int token) => Math.Max(Map[Ends[token] - 1] + 1, Map[Ends[token]]);

    /// <summary>Tokens that begin before an inline code.</summary>
    public int TokensBefore(int code)
    {
        var at = Array.BinarySearch(Starts, 0, Count, CodePlaces[code]);
        return at < 0 ? ~at : at;
    }
}
