using System.Collections.Immutable;
using System.Text;

namespace Termbase.Model;

/// <summary>Kinds of inline code, as TMX names them.</summary>
public enum InlineKind
{
    /// <summary>Start of a pair (<c>bpt</c>).</summary>
    Begin,

    /// <summary>End of a pair (<c>ept</c>).</summary>
    End,

    /// <summary>Stands alone (<c>ph</c>, <c>it</c>, <c>ut</c>, <c>x</c>).</summary>
    Alone,
}

/// <summary>
/// A code inside a segment: mark-up or a placeholder, not text. <paramref name="Position"/> is the offset in
/// <see cref="Segment.Text"/> before which it stands; several at one position keep their order.
/// </summary>
/// <param name="Position">0-based UTF-16 offset in the text.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Element">The element's name in the file it came from (bpt, ept, ph, it, ut).</param>
/// <param name="Content">The native code, as text.</param>
/// <param name="Attributes">The element's attributes in order, as they stood.</param>
public sealed record InlineCode(
    int Position,
    InlineKind Kind,
    string Element,
    string Content,
    ImmutableArray<KeyValuePair<string, string>> Attributes)
{
    /// <summary>The value of an attribute, or null.</summary>
    public string? Attribute(string name)
    {
        foreach (var (key, value) in Attributes)
        {
            if (string.Equals(key, name, StringComparison.Ordinal))
            {
                return value;
            }
        }

        return null;
    }
}

/// <summary>Text with its inline codes kept apart. Immutable.</summary>
public sealed record Segment(string Text, ImmutableArray<InlineCode> Codes)
{
    /// <summary>A segment without codes.</summary>
    public static Segment Plain(string text) => new(text, []);

    /// <summary>Whether there is neither text nor code.</summary>
    public bool IsEmpty => Text.Length == 0 && Codes.IsEmpty;

    /// <summary>The text with codes shown as <c>{1}</c>, for people.</summary>
    public string ToDisplay()
    {
        if (Codes.IsEmpty)
        {
            return Text;
        }

        var shown = new StringBuilder(Text.Length + (4 * Codes.Length));
        var at = 0;
        for (var i = 0; i < Codes.Length; i++)
        {
            shown.Append(Text, at, Codes[i].Position - at).Append('{').Append(i + 1).Append('}');
            at = Codes[i].Position;
        }

        return shown.Append(Text, at, Text.Length - at).ToString();
    }
}
