using System.Collections.Immutable;

namespace Termbase.Linting;

/// <summary>What a run found. Immutable and thread-safe.</summary>
/// <param name="Findings">What is to be looked at, ordered by path, line and column.</param>
/// <param name="Suppressed">What a comment in the text allows, in the same order.</param>
public sealed record LintResult(ImmutableArray<Finding> Findings, ImmutableArray<Finding> Suppressed);
