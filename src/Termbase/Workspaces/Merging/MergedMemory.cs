using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Workspaces.Merging;

/// <summary>The units of two memories as one, and what was done.</summary>
/// <param name="Units">The first memory's units, then the second's new ones.</param>
/// <param name="Report">What was done.</param>
public sealed record MergedMemory(ImmutableArray<TranslationUnit> Units, MergeReport Report);
