using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Formats.Xliff;

/// <summary>
/// One segment of an XLIFF file in any language pair: what 1.x calls a <c>trans-unit</c> (or one <c>mrk mtype="seg"</c> of it) and 2.x a
/// <c>segment</c>. Immutable.
/// </summary>
public sealed record XliffSegment
{
    /// <summary>Unit id, and after a slash the segment's id where the unit has several; unique in its <c>file</c>.</summary>
    public required string Id { get; init; }

    /// <summary><c>original</c> of the <c>file</c> element, else its id; empty if neither is there.</summary>
    public string File { get; init; } = "";

    /// <summary>Source language as it stands; empty if not said.</summary>
    public string SourceLanguage { get; init; } = "";

    /// <summary>Target language as it stands; empty if not said.</summary>
    public string TargetLanguage { get; init; } = "";

    /// <summary>The source text.</summary>
    public required Segment Source { get; init; }

    /// <summary>The translation, or null where there is no target element.</summary>
    public Segment? Target { get; init; }

    /// <summary>The state as it stands (<c>needs-translation</c>, <c>final</c>, an sdlxliff <c>conf</c>, a memoQ <c>mq:status</c>); empty if not said.</summary>
    public string State { get; init; } = "";

    /// <summary>The state in the model's words.</summary>
    public UnitStatus Status { get; init; }

    /// <summary>How the translation came to be, where the file says so.</summary>
    public UnitOrigin Origin { get; init; }

    /// <summary>Whether it may be translated (<c>translate="no"</c> of the unit or what it stands in).</summary>
    public bool Translate { get; init; } = true;

    /// <summary>When it was last changed, if known.</summary>
    public DateTimeOffset? Changed { get; init; }

    /// <summary>By whom; empty if not known.</summary>
    public string ChangedBy { get; init; } = "";

    /// <summary>Notes of the unit, in order.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Proposals (<c>alt-trans</c>, <c>mtc:match</c>) of the unit, in order.</summary>
    public ImmutableArray<XliffMatch> Matches { get; init; } = [];

    /// <summary>Terms marked by <c>mrk</c> in source and target, in order.</summary>
    public ImmutableArray<XliffTerm> Terms { get; init; } = [];

    /// <summary>Where the source stands.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>Where the target stands, or would stand.</summary>
    public required SourceLocation TargetLocation { get; init; }
}
