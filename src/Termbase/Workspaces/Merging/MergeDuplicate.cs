namespace Termbase.Workspaces.Merging;

/// <summary>Two records of the result that say the same, or nearly.</summary>
/// <param name="Kind">
/// exact | near (equal but for case, width, script, punctuation or spaces) | two-ids (one concept under two ids) |
/// same-source (one segment, two translations) | same-chinese (a concept of theirs whose Chinese mine has under another one).
/// </param>
/// <param name="First">The record that comes first, for a person.</param>
/// <param name="Second">The other one.</param>
public sealed record MergeDuplicate(string Kind, string First, string Second);
