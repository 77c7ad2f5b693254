using System.Collections.Immutable;
using Termbase.Linting;
using Termbase.Model;

namespace Termbase.Reporting;

/// <summary>All that a report is made from. Immutable.</summary>
public sealed record ReportContext
{
    /// <summary>The findings, in the order in which they are shown.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Findings that a comment in the text allows.</summary>
    public IReadOnlyList<Finding> Suppressed { get; init; } = [];

    /// <summary>Findings that the baseline knows.</summary>
    public IReadOnlyList<Finding> Known { get; init; } = [];

    /// <summary>The rules that ran.</summary>
    public ImmutableArray<RuleInfo> Rules { get; init; } = [];

    /// <summary>Number of files that were linted.</summary>
    public int Files { get; init; }

    /// <summary>The text of a document by the path under which it is reported, or null (bitexts, files as a whole).</summary>
    public Func<string, SourceText?> TextOf { get; init; } = static _ => null;

    /// <summary>Version of the program.</summary>
    public string Version { get; init; } = "";

    /// <summary>Counts of <see cref="Findings"/>.</summary>
    public ReportSummary Summary => ReportSummary.Of(Findings, Files);
}
