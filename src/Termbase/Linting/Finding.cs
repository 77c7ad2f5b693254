using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Linting;

/// <summary>How sure a finding is, in rising order.</summary>
public enum Severity
{
    /// <summary>Style.</summary>
    Info,

    /// <summary>Probably wrong.</summary>
    Warning,

    /// <summary>Wrong by computation.</summary>
    Error,
}

/// <summary>A change to the original text.</summary>
/// <param name="Span">UTF-16 offsets in the file's original text.</param>
/// <param name="Replacement">What to put there.</param>
/// <param name="IsSafe">Whether <c>--fix</c> may make it unasked: mechanical, the meaning cannot change.</param>
public sealed record TextEdit(TextSpan Span, string Replacement, bool IsSafe);

/// <summary>A further place that belongs to a finding.</summary>
public sealed record RelatedPlace(SourceLocation Location, string Message)
{
    /// <summary>The words that stand there, where the finding compares words; else empty.</summary>
    public string Words { get; init; } = "";

    /// <summary>Where it stands in the other side of the finding's own unit; else null.</summary>
    public TextSpan? InOtherSide { get; init; }
}

/// <summary>
/// One decision that a person has to make, with all its places. Immutable. The JSON of <c>lint</c> and every report are made from it.
/// </summary>
public sealed record Finding
{
    /// <summary>Code and name of the rule.</summary>
    public required RuleInfo Rule { get; init; }

    /// <summary>Severity after configuration.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Where it stands.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>What is wrong, in one line.</summary>
    public required string Message { get; init; }

    /// <summary>The Chinese terms it is about.</summary>
    public ImmutableArray<string> Zh { get; init; } = [];

    /// <summary>The English terms it is about.</summary>
    public ImmutableArray<string> En { get; init; } = [];

    /// <summary>Id or number of the translation unit; empty in documents.</summary>
    public string Unit { get; init; } = "";

    /// <summary>source or target; empty in documents.</summary>
    public string Side { get; init; } = "";

    /// <summary>Text of the unit translated from; empty in documents.</summary>
    public string UnitSource { get; init; } = "";

    /// <summary>Text of the unit translated to; empty in documents.</summary>
    public string UnitTarget { get; init; } = "";

    /// <summary>Where it stands in the text of its side of the unit (UTF-16 offsets); null in documents.</summary>
    public TextSpan? InSegment { get; init; }

    /// <summary>What to write instead; empty if there is no suggestion.</summary>
    public string Suggestion { get; init; } = "";

    /// <summary>
    /// The change that carries the suggestion out, or null. In a unit its offsets are those of the side's text, not of the file.
    /// </summary>
    public TextEdit? Edit { get; init; }

    /// <summary>The other places.</summary>
    public ImmutableArray<RelatedPlace> Related { get; init; } = [];

    /// <summary>
    /// What the finding is about, independent of the wording of its message and of its line: the fingerprint is made from it,
    /// the rule and the file. <see cref="LintContext"/> fills in the text it stands on with a few letters around; a rule that
    /// compares terms gives the terms instead.
    /// </summary>
    public string Identity { get; init; } = "";

    /// <summary>The comment that allows it; null where none does. Set by the linter.</summary>
    public Suppression? Suppression { get; init; }

    /// <summary>Stable under edits elsewhere in the file; 16 hexadecimal digits. Set by the linter.</summary>
    public string Fingerprint { get; init; } = "";
}
