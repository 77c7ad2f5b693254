namespace Termbase.Model;

/// <summary>A stretch of text: 0-based start and length in UTF-16 code units. Immutable.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>First code unit after the span.</summary>
    public int End => Start + Length;

    /// <summary>The span from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    /// <summary>Whether <paramref name="position"/> lies in the span (its end does not).</summary>
    public bool Contains(int position) => position >= Start && position < End;

    /// <summary>Whether the two spans share at least one code unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The text that the span covers.</summary>
    public string Of(string text) => text.Substring(Start, Length);
}
