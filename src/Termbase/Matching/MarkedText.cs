using System.Collections.Immutable;
using System.Text;
using Termbase.Model;

namespace Termbase.Matching;

/// <summary>A segment as one string, with its inline codes between <see cref="Tokenizer.CodeStart"/> and <see cref="Tokenizer.CodeEnd"/>.</summary>
internal static class MarkedText
{
    public static string Of(Segment segment)
    {
        var text = Clean(segment.Text);
        if (segment.Codes.IsDefaultOrEmpty)
        {
            return text;
        }

        var marked = new StringBuilder(text.Length + (16 * segment.Codes.Length));
        var at = 0;
        foreach (var code in segment.Codes)
        {
            marked.Append(text, at, code.Position - at).Append(Tokenizer.CodeStart).Append(Clean(code.Content)).Append(Tokenizer.CodeEnd);
            at = code.Position;
        }

        return marked.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The segment again: positions and contents of the codes, not their attributes.</summary>
    public static Segment ToSegment(string marked)
    {
        if (marked.AsSpan().IndexOf(Tokenizer.CodeStart) < 0)
        {
            return Segment.Plain(marked);
        }

        var text = new StringBuilder(marked.Length);
        var codes = ImmutableArray.CreateBuilder<InlineCode>();
        for (var i = 0; i < marked.Length; i++)
        {
            var end = marked[i] == Tokenizer.CodeStart ? marked.IndexOf(Tokenizer.CodeEnd, i) : -1;
            if (end < 0)
            {
                text.Append(marked[i]);
                continue;
            }

            codes.Add(new InlineCode(text.Length, InlineKind.Alone, "ph", marked[(i + 1)..end], []));
            i = end;
        }

        return new Segment(text.ToString(), codes.ToImmutable());
    }

    /// <summary>The text without the two marks: no character of any text (XML cannot hold them); where a plain file has them they are white space.</summary>
    public static string Clean(string text) =>
        text.AsSpan().IndexOfAny(Tokenizer.CodeStart, Tokenizer.CodeEnd) < 0
            ? text
            : text.Replace(Tokenizer.CodeStart, ' ').Replace(Tokenizer.CodeEnd, ' ');
}
