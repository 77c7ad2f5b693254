using System.Globalization;
using System.Text;

namespace Termbase.Matching;

/// <summary>
/// Cuts a text into the tokens that edits are counted in (see <see cref="Similarity"/>). Inline codes come in the text, as
/// <see cref="CodeStart"/> content <see cref="CodeEnd"/>; they are set aside, so a word with a code in it stays one word. Only where a
/// segment has nothing else each code is a token, so that it can be found. Stateless.
/// </summary>
internal static class Tokenizer
{
    public const char CodeStart = '\u0001';
    public const char CodeEnd = '\u0002';

    private const uint NumberHash = 0x9E3779B1;
    private const uint CodeHash = 0x7F4A7C15;

    private enum CharClass
    {
        Space,
        Digit,
        Letter,
        Ideograph,
        Mark,
    }

    public static void Tokenize(ReadOnlySpan<char> text, TokenUnit unit, TokenBuffer buffer)
    {
        Fold(text, buffer);
        buffer.Count = 0;
        buffer.EnsureTokens(buffer.CharCount);
        if (unit == TokenUnit.Words)
        {
            Words(buffer);
        }
        else
        {
            Characters(buffer);
        }

        buffer.IsOnlyCodes = buffer.Count == 0 && buffer.CodeCount > 0;
        if (buffer.IsOnlyCodes)
        {
            buffer.EnsureTokens(buffer.CodeCount);
            for (var i = 0; i < buffer.CodeCount; i++)
            {
                Add(buffer, buffer.CodePlaces[i], buffer.CodePlaces[i], TokenKind.Code);
            }
        }
    }

    private static void Fold(ReadOnlySpan<char> text, TokenBuffer buffer)
    {
        buffer.EnsureChars(text.Length + 16);
        buffer.CodeCharCount = 0;
        buffer.CodeCount = 0;
        var chars = buffer.Chars;
        var map = buffer.Map;
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 0x80)
            {
                if (c == CodeStart && text[i..].IndexOf(CodeEnd) is > 0 and var length)
                {
                    buffer.AddCode(text.Slice(i + 1, length - 1), count);
                    i += length;
                    continue;
                }

                chars[count] = c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c < ' ' ? ' ' : c;
                map[count++] = i;
            }
            else if (TextFold.IsPlainHan(c))
            {
                chars[count] = TextFold.FoldHan(c);
                map[count++] = i;
            }
            else
            {
                foreach (var folded in TextFold.Fold(c))
                {
                    Room(1);
                    chars[count] = folded;
                    map[count++] = i;
                }

                if (c is >= '\u0300' and <= '\u036F' && count > 1)
                {
                    count = Compose(chars, count);
                }
            }

            Room(1);
        }

        map[count] = text.Length;
        buffer.CharCount = count;

        void Room(int more)
        {
            if (count + more + 1 > chars.Length)
            {
                buffer.EnsureChars(count + more + 16 + (chars.Length / 2));
                chars = buffer.Chars;
                map = buffer.Map;
            }
        }
    }

    // Letters written with a combining accent (as file systems and some editors leave them) equal the composed ones.
    private static int Compose(char[] chars, int count)
    {
        if (Classify(chars[count - 2]) != CharClass.Letter)
        {
            return count;
        }

        var composed = new string(chars, count - 2, 2).Normalize(NormalizationForm.FormC);
        if (composed.Length != 1)
        {
            return count;
        }

        chars[count - 2] = composed[0];
        return count - 1;
    }

    private static CharClass Classify(char c)
    {
        if (c < 0x80)
        {
            return c switch
            {
                ' ' => CharClass.Space,
                >= '0' and <= '9' => CharClass.Digit,
                (>= 'a' and <= 'z') or '_' => CharClass.Letter,
                _ => CharClass.Mark,
            };
        }

        // Han, kana and bopomofo are written without spaces: each is a token of its own.
        if (c is (>= '\u2E80' and <= '\u2FDF') or (>= '\u3005' and <= '\u3007') or (>= '\u3041' and <= '\u312F')
            or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') || char.IsSurrogate(c))
        {
            return CharClass.Ideograph;
        }

        return CharUnicodeInfo.GetUnicodeCategory(c) switch
        {
            <= UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber => CharClass.Letter,
            _ => CharClass.Mark,
        };
    }

    private static void Words(TokenBuffer buffer)
    {
        var i = 0;
        var wordsUntil = 0;
        while (i < buffer.CharCount)
        {
            var c = buffer.Chars[i];
            switch (Classify(c))
            {
                case CharClass.Space:
                    i++;
                    break;
                case CharClass.Digit when NumberEnd(buffer, i) is var end && (end == buffer.CharCount || !IsWordChar(buffer.Chars[end])):
                    i = Add(buffer, i, end, TokenKind.Number);
                    break;
                case CharClass.Digit or CharClass.Letter:
                    i = Add(buffer, i, WordEnd(buffer, i), TokenKind.Word);
                    break;
                case CharClass.Ideograph:
                    i = Ideograph(buffer, i, ref wordsUntil);
                    break;
                default:
                    i = Single(buffer, i);
                    break;
            }
        }
    }

    private static void Characters(TokenBuffer buffer)
    {
        var i = 0;
        var wordsUntil = 0;
        var afterWord = false;
        var space = -1;
        while (i < buffer.CharCount)
        {
            var kind = Classify(buffer.Chars[i]);
            if (kind == CharClass.Space)
            {
                space = i++;
                continue;
            }

            // A space counts only where it parts two words; beside Chinese or punctuation it is a matter of style.
            var isWord = kind is CharClass.Digit or CharClass.Letter;
            if (isWord && afterWord && space >= 0)
            {
                Add(buffer, space, space + 1, TokenKind.Word);
            }

            i = kind switch
            {
                CharClass.Digit => Add(buffer, i, NumberEnd(buffer, i), TokenKind.Number),
                CharClass.Ideograph => Ideograph(buffer, i, ref wordsUntil),
                _ => Single(buffer, i),
            };
            (afterWord, space) = (isWord, -1);
        }
    }

    private static bool IsWordChar(char c) => Classify(c) is CharClass.Digit or CharClass.Letter;

    private static int WordEnd(TokenBuffer buffer, int i)
    {
        var chars = buffer.Chars;
        for (i++; i < buffer.CharCount; i++)
        {
            var inWord = IsWordChar(chars[i])
                || (chars[i] == '\'' && i + 1 < buffer.CharCount && Classify(chars[i + 1]) == CharClass.Letter);
            if (!inWord)
            {
                break;
            }
        }

        return i;
    }

    // Digits, with single dots and commas inside: 3, 2.5, 1,000,000.
    private static int NumberEnd(TokenBuffer buffer, int i)
    {
        var chars = buffer.Chars;
        for (i++; i < buffer.CharCount; i++)
        {
            var inNumber = char.IsAsciiDigit(chars[i])
                || (chars[i] is '.' or ',' && i + 1 < buffer.CharCount && char.IsAsciiDigit(chars[i + 1]));
            if (!inNumber)
            {
                break;
            }
        }

        return i;
    }

    private static int Ideograph(TokenBuffer buffer, int i, ref int wordsUntil)
    {
        if (i >= wordsUntil && ChineseNumber.IsNumeral(buffer.Chars[i]))
        {
            if (ChineseNumber.TryRead(buffer.Chars.AsSpan(0, buffer.CharCount), i, out var end))
            {
                return Add(buffer, i, end, TokenKind.Number);
            }

            wordsUntil = end;
        }

        return Single(buffer, i);
    }

    private static int Single(TokenBuffer buffer, int i)
    {
        if (buffer.Chars[i] is '{' or '%' or '$' && Placeholder.End(buffer.Chars.AsSpan(0, buffer.CharCount), i) is > 0 and var end)
        {
            buffer.AddCode(buffer.Chars.AsSpan(i, end - i), i);
            return Add(buffer, i, end, TokenKind.Code);
        }

        var isPair = char.IsHighSurrogate(buffer.Chars[i]) && i + 1 < buffer.CharCount && char.IsLowSurrogate(buffer.Chars[i + 1]);
        return Add(buffer, i, i + (isPair ? 2 : 1), TokenKind.Word);
    }

    private static int Add(TokenBuffer buffer, int start, int end, TokenKind kind)
    {
        var at = buffer.Count++;
        buffer.Starts[at] = start;
        buffer.Ends[at] = end;
        buffer.Kinds[at] = kind;
        buffer.Hashes[at] = kind switch
        {
            TokenKind.Number => NumberHash,
            TokenKind.Code => CodeHash,
            _ => Hash(buffer.Chars.AsSpan(start, end - start)),
        };
        return end;
    }

    // The files on disk depend on this function: it must be the same on every machine and in every run.
    private static uint Hash(ReadOnlySpan<char> token)
    {
        var hash = 0x811C9DC5u;
        foreach (var c in token)
        {
            hash = (hash ^ c) * 0x01000193;
        }

        hash ^= hash >> 16;
        hash *= 0x85EBCA6B;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35;
        return hash ^ (hash >> 16);
    }
}
