namespace Termbase.Workspaces.Merging;

/// <summary>The merged text of a glossary file, and what was done.</summary>
/// <param name="Text">The file: the first one with what the second brings; rows that nobody changed byte for byte as they were.</param>
/// <param name="Report">What was done.</param>
public sealed record MergedGlossary(string Text, MergeReport Report);
