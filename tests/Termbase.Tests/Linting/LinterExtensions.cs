using System.Collections.Immutable;
using Termbase.Linting;

namespace Termbase.Tests.Linting;

internal static class LinterExtensions
{
    public static ImmutableArray<Finding> Findings(
        this Linter linter, IReadOnlyList<LintDocument> documents, IEnumerable<LintUnit>? units = null) =>
        linter.Run(documents, units, TestContext.Current.CancellationToken);
}
