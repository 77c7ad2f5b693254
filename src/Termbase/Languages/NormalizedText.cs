namespace Termbase.Languages;

/// <summary>A normalised view of a text, with the way back to it. Immutable and thread-safe.</summary>
/// <param name="Text">The normalised text; the original instance where nothing changed.</param>
/// <param name="Map">From <paramref name="Text"/> to the original.</param>
public sealed record NormalizedText(string Text, OffsetMap Map);
