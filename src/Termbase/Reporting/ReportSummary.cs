using Termbase.Linting;

namespace Termbase.Reporting;

/// <summary>How many findings there are of each severity, and in how many files was looked. Immutable.</summary>
public sealed record ReportSummary(int Error, int Warning, int Info, int Files)
{
    /// <summary>All findings.</summary>
    public int Total => Error + Warning + Info;

    /// <summary>Counts <paramref name="findings"/>; <paramref name="files"/> is the number of files that were linted.</summary>
    public static ReportSummary Of(IReadOnlyCollection<Finding> findings, int files) =>
        new(
            findings.Count(static f => f.Severity == Severity.Error),
            findings.Count(static f => f.Severity == Severity.Warning),
            findings.Count(static f => f.Severity == Severity.Info),
            files);

    /// <summary>How many findings are as severe as <paramref name="severity"/> or more (<c>--fail-on</c>).</summary>
    public int AtLeast(Severity severity) =>
        Error + (severity <= Severity.Warning ? Warning : 0) + (severity <= Severity.Info ? Info : 0);
}
