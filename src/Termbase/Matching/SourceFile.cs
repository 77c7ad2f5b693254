namespace Termbase.Matching;

/// <summary>A file that an index was made from. Immutable.</summary>
/// <param name="Path">As it is to be shown.</param>
/// <param name="Stamp">Whatever tells its maker whether it has changed since (size and time, a checksum); may be empty.</param>
public sealed record SourceFile(string Path, string Stamp);
