namespace Termbase.Formats.Xliff;

/// <summary>A marked term (<c>mrk type="term"</c>). Immutable.</summary>
/// <param name="Text">The marked words.</param>
/// <param name="InTarget">Whether it stands in the target.</param>
/// <param name="Info">What the mark says about it (<c>comment</c>, <c>value</c> or <c>ref</c>); empty if nothing.</param>
public sealed record XliffTerm(string Text, bool InTarget, string Info);
