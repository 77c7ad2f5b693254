using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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

/// <summary>Letter case of a word, as far as it can be told while the word is read.</summary>
internal enum WordShape : byte
{
    /// <summary>Has to be looked at: other capitals, accents, apostrophes, characters without width.</summary>
    Other,

    /// <summary>Letters and digits that folding leaves alone.</summary>
    Lower,

    /// <summary>One capital and then small letters: two or more characters, the second a letter.</summary>
    Capital,
}

/// <summary>A word, a sign, or the clitic <c>'s</c>, with its offsets in the original text.</summary>
/// <param name="Start">First code unit.</param>
/// <param name="End">Behind the last.</param>
/// <param name="Hash">Of the folded word.</param>
/// <param name="Gap">What stands before it.</param>
/// <param name="IsWord">Not a sign.</param>
/// <param name="Shape">Letter case.</param>
internal readonly record struct EnglishToken(int Start, int End, ulong Hash, TokenGap Gap, bool IsWord, WordShape Shape = WordShape.Other);

/// <summary>
/// Cuts text into English tokens: runs of letters and digits (folded into a 64-bit hash on the way, eight characters a step), single
/// signs, the clitic <c>'s</c>. Han characters end a word and are a break. A ref struct over the caller's text; allocates nothing.
/// </summary>
internal ref struct EnglishTokenizer(ReadOnlySpan<char> text)
{
    private const ulong Seed = 0xCBF29CE484222325UL;
    private const ulong OtherSeed = 0x84222325CBF29CE4UL;
    private static readonly ulong CliticHash = HashOf("'s");

    // Signs of ASCII, each by itself.
    private static readonly ulong[] SignHashes = [.. Enumerable.Range(0, 128).Select(static c => HashOf([(char)c]))];

    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    /// <summary>Hash of a folded word. Two words of up to eight ASCII characters never share one.</summary>
    public static ulong HashOf(ReadOnlySpan<char> folded)
    {
        // Eight characters of ASCII a step, or four of others.
        var ascii = System.Text.Ascii.IsValid(folded);
        var (hash, size, bits) = ascii ? (Seed, 8, 8) : (OtherSeed, 4, 16);
        for (; folded.Length > 0; folded = folded[Math.Min(size, folded.Length)..])
        {
            var block = 0UL;
            for (var i = Math.Min(size, folded.Length) - 1; i >= 0; i--)
            {
                block = (block << bits) | folded[i];
            }

            hash = Mix(hash, block);
        }

        return hash;
    }

    public bool MoveNext(out EnglishToken token)
    {
        var gap = Gap();
        var text = _text;
        var start = _at;
        if (start >= text.Length)
        {
            token = default;
            return false;
        }

        var kind = FoldTable.Kind[text[start]];
        if (kind is CharKind.Letter or CharKind.Digit)
        {
            var hash = Word(start, out var end, out var shape);
            _at = end;
            token = new EnglishToken(start, end, hash, gap, true, shape);
        }
        else if (kind == CharKind.Apostrophe && IsClitic(start))
        {
            _at = start + 2;
            token = new EnglishToken(start, start + 2, CliticHash, gap, false);
        }
        else
        {
            _at = start + 1;
            var sign = FoldTable.Fold[text[start]];
            token = new EnglishToken(start, start + 1, sign < 128 ? SignHashes[sign] : HashOf([sign]), gap, false);
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong hash, ulong block) => (BitOperations.RotateLeft(hash, 29) ^ block) * 0x9FB21C651E98DF25UL;

    // The word from here, if it is of ASCII; what is not goes through Folded.
    private readonly ulong Word(int start, out int end, out WordShape shape)
    {
        var text = _text;
        var (hash, i, first, rest) = (Seed, start, 0UL, 0U);
        while (true)
        {
            var length = Block(text, i, out var block, out var capitals);
            if (i == start)
            {
                (first, rest) = (block, capitals);
            }
            else
            {
                // Whether one stands behind the first block is all that counts.
                rest |= capitals << 1;
            }

            hash = length == 0 ? hash : Mix(hash, block);
            i += length;
            if (length < 8)
            {
                break;
            }
        }

        if (i < text.Length && (text[i] >= 128 || text[i] is '\'' or '`') && GoesOn(i))
        {
            shape = WordShape.Other;
            return Folded(start, out end);
        }

        end = i;
        shape = rest == 0 ? WordShape.Lower
            : rest == 1 && (char)((first >> 8) & 0xFF) is >= 'a' and <= 'z' ? WordShape.Capital : WordShape.Other;
        return hash;
    }

    /// <summary>How many of the next eight characters are ASCII letters or digits in a row; they, folded, and where capitals stood.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Block(ReadOnlySpan<char> text, int at, out ulong folded, out uint capitals)
    {
        // At the end of the text the last eight are taken, and those before the place shifted out.
        var past = Math.Max(0, at + 8 - text.Length);
        if (past > at)
        {
            return ShortBlock(text[at..], out folded, out capitals);
        }

        var units = Vector128.LoadUnsafe(ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text)), (nuint)(at - past));
        var bytes = Vector128.Narrow(Vector128.Min(units, Vector128.Create((ushort)0xFF)), Vector128<ushort>.Zero);
        var upper = Vector128.LessThanOrEqual(bytes - Vector128.Create((byte)'A'), Vector128.Create((byte)25));
        var lower = bytes | (upper & Vector128.Create((byte)0x20));
        var word = Vector128.LessThanOrEqual(lower - Vector128.Create((byte)'a'), Vector128.Create((byte)25))
            | Vector128.LessThanOrEqual(bytes - Vector128.Create((byte)'0'), Vector128.Create((byte)9))
            | Vector128.Equals(bytes, Vector128.Create((byte)'_'));
        var length = BitOperations.TrailingZeroCount(~(word.ExtractMostSignificantBits() >> past));
        folded = past >= 8 ? 0 : lower.AsUInt64().ToScalar() >> (past * 8);
        folded &= length >= 8 ? ulong.MaxValue : (1UL << (length * 8)) - 1;
        capitals = (upper.ExtractMostSignificantBits() >> past) & ((1U << length) - 1);
        return length;
    }

    private static int ShortBlock(ReadOnlySpan<char> text, out ulong folded, out uint capitals)
    {
        (folded, capitals) = (0, 0);
        var length = 0;
        for (; length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] == '_'); length++)
        {
            folded |= (ulong)FoldTable.Fold[text[length]] << (length * 8);
            capitals |= char.IsAsciiLetterUpper(text[length]) ? 1U << length : 0;
        }

        return length;
    }

    // Whether the word goes on with what is not an ASCII letter or digit.
    private readonly bool GoesOn(int at) => FoldTable.Kind[_text[at]] switch
    {
        CharKind.Letter or CharKind.Digit or CharKind.Nothing => true,
        CharKind.Apostrophe => !IsClitic(at) && at + 1 < _text.Length && FoldTable.Kind[_text[at + 1]] == CharKind.Letter,
        _ => false,
    };

    private readonly ulong Folded(int start, out int end)
    {
        end = start + 1;
        while (end < _text.Length && GoesOn(end))
        {
            end++;
        }

        // A ligature is up to three letters.
        var most = (end - start) * 3;
        var rented = most > 192 ? ArrayPool<char>.Shared.Rent(most) : null;
        Span<char> folded = rented ?? stackalloc char[192];
        var n = 0;
        foreach (var c in _text[start..end])
        {
            if (FoldTable.Ligature(c) is { } letters)
            {
                letters.CopyTo(folded[n..]);
                n += letters.Length;
            }
            else if (FoldTable.Kind[c] != CharKind.Nothing)
            {
                folded[n++] = FoldTable.Fold[c];
            }
        }

        var hash = HashOf(folded[..n]);
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return hash;
    }

    private readonly bool IsClitic(int i) =>
        i > 0 && FoldTable.IsWord(_text[i - 1]) && i + 1 < _text.Length && FoldTable.Fold[_text[i + 1]] == 's'
        && (i + 2 >= _text.Length || !FoldTable.IsWord(_text[i + 2]));

    // Passes over what lies between tokens and tells what it was.
    private TokenGap Gap()
    {
        if (_at > 0 && _at + 1 < _text.Length && _text[_at] == ' ' && char.IsAsciiLetterOrDigit(_text[_at + 1]))
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
                    _at += PlainHan(_text[(_at + 1)..]);
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

    // How many characters of the common block of Han follow.
    private static int PlainHan(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExceptInRange('\u4E00', '\u9FFF');
        return length < 0 ? text.Length : length;
    }
}
