using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Linting;

/// <summary>
/// A comment that allows findings: <c>termbase: allow RULE: reason</c>. It holds from <see cref="From"/> up to, not including,
/// <see cref="To"/>. Immutable.
/// </summary>
public sealed record Suppression
{
    /// <summary>Where the comment stands.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>allow, allow-next-line, allow-begin, allow-end or allow-file.</summary>
    public required string Verb { get; init; }

    /// <summary>Codes or names of the rules, as written; <c>all</c> means every rule.</summary>
    public ImmutableArray<string> Rules { get; init; } = [];

    /// <summary>Why; empty if not said.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Line and column from which it holds.</summary>
    public (int Line, int Column) From { get; init; }

    /// <summary>Line and column up to which it holds, exclusive.</summary>
    public (int Line, int Column) To { get; init; }

    /// <summary>What is wrong with the comment itself; empty if nothing.</summary>
    public string Mistake { get; init; } = "";

    /// <summary>Whether it names the rule.</summary>
    public bool Names(RuleInfo rule) => Rules.Any(name => rule.IsCalled(name) || string.Equals(name, "all", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether it allows the finding: what it holds for need be a part only of what the finding covers, for a paragraph has several lines.</summary>
    public bool Covers(Finding finding)
    {
        if (Verb is not ("allow" or "allow-next-line" or "allow-begin" or "allow-file"))
        {
            return false;
        }

        var (start, end) = ((finding.Location.Line, finding.Location.Column), (finding.Location.EndLine, finding.Location.EndColumn));
        return start.CompareTo(To) < 0 && (start.CompareTo(From) >= 0 || (finding.InSegment is null && end.CompareTo(From) > 0)) && Names(finding.Rule);
    }
}

/// <summary>How often a comment allowed a finding. Immutable.</summary>
/// <param name="Suppression">The comment.</param>
/// <param name="Count">Findings that it allows.</param>
/// <param name="Unknown">Names in it that no rule has.</param>
/// <param name="HasRun">Whether all its rules ran in its file, so that a count of 0 means that it is not needed.</param>
public sealed record SuppressionUse(Suppression Suppression, int Count, ImmutableArray<string> Unknown, bool HasRun);
