using System.Buffers;

namespace Termbase.Documents;

/// <summary>A line of a text, or a part of a very long one.</summary>
/// <param name="Line">The line's number, from 1.</param>
/// <param name="Column">Where the piece begins in it, in code points, from 1.</param>
/// <param name="Text">Without the line end.</param>
public readonly record struct TextPiece(int Line, int Column, string Text);

/// <summary>A text of any length line by line, in memory that does not grow with it: a line that is very long comes in pieces. Thread-safe.</summary>
public static class TextPieces
{
    // UTF-16 code units; a piece of more is cut.
    private const int Most = 1 << 16;

    private static readonly SearchValues<char> Ends = SearchValues.Create("。！？；");

    /// <summary>
    /// The lines of <paramref name="reader"/>, which is left open. A line of more than <paramref name="most"/> code units is cut behind the
    /// end of a sentence, else at white space, else anywhere but inside a character.
    /// </summary>
    public static IEnumerable<TextPiece> Read(TextReader reader, int most = Most)
    {
        var buffer = new char[Math.Min(most, 1 << 14)];
        var (start, end, looked, line, column) = (0, 0, 0, 1, 1);
        var (isAfterReturn, isOver) = (false, false);
        while (true)
        {
            var at = buffer.AsSpan(looked, end - looked).IndexOfAny('\n', '\r');
            if (at >= 0)
            {
                at += looked;
                var isPaired = isAfterReturn && buffer[at] == '\n' && at == start;
                isAfterReturn = buffer[at] == '\r';
                if (!isPaired)
                {
                    yield return new TextPiece(line++, column, new string(buffer, start, at - start));
                    column = 1;
                }

                start = looked = at + 1;
                continue;
            }

            // A text that ends with a line end has no line behind it.
            isAfterReturn &= end == start;
            if (isOver)
            {
                if (end > start)
                {
                    yield return new TextPiece(line, column, new string(buffer, start, end - start));
                }

                yield break;
            }

            if (end - start >= most)
            {
                var piece = new string(buffer, start, Cut(buffer.AsSpan(start, end - start)));
                yield return new TextPiece(line, column, piece);
                column += CodePoints(piece);
                start += piece.Length;
            }

            (start, end) = Shift(ref buffer, start, end);
            looked = end;
            var read = reader.Read(buffer, end, buffer.Length - end);
            (end, isOver) = (end + read, read == 0);
        }
    }

    /// <summary>Code points of a text; half of a pair counts as one.</summary>
    public static int CodePoints(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += char.IsLowSurrogate(c) ? 0 : 1;
        }

        return count;
    }

    private static (int Start, int End) Shift(ref char[] buffer, int start, int end)
    {
        var rest = buffer.AsSpan(start, end - start);
        var target = rest.Length == buffer.Length ? new char[buffer.Length * 2] : buffer;
        rest.CopyTo(target);
        buffer = target;
        return (0, end - start);
    }

    private static int Cut(ReadOnlySpan<char> text)
    {
        var half = text.Length / 2;
        var sentence = Math.Max(text[half..].LastIndexOfAny(Ends), text[half..].LastIndexOf(". "));
        var at = sentence >= 0 ? sentence : text[half..].LastIndexOfAny(' ', '\t');
        return at >= 0 ? half + at + 1 : char.IsHighSurrogate(text[^1]) ? text.Length - 1 : text.Length;
    }
}
