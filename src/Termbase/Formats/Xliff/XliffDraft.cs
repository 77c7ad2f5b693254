using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Formats.Xliff;

/// <summary>Text with codes as it was parsed, and where it stood (offsets in the recorded text; -1 where nothing was recorded).</summary>
internal sealed class InlineDraft
{
    private static readonly Segment Nothing = Segment.Plain("");

    internal string Id = "";
    internal Segment Segment = Nothing;
    internal int Line, Column;

    /// <summary>Offset of the start tag's <c>&lt;</c>, and after the end tag's <c>&gt;</c>.</summary>
    internal long ElementStart = -1, ElementEnd = -1;

    /// <summary>The content between the tags.</summary>
    internal long ContentStart = -1, ContentEnd = -1;

    /// <summary>The codes' own XML, one for each of the segment's codes.</summary>
    internal List<string>? Raw;

    /// <summary>The pieces of a segmented text (<c>mrk mtype="seg"</c>), in order.</summary>
    internal List<InlineDraft>? Parts;

    /// <summary>Translatable text inside codes (<c>sub</c>), in order.</summary>
    internal List<string>? SubFlows;

    internal List<(string Text, string Info)>? Terms;

    /// <summary>Makes it as new.</summary>
    internal void Reset()
    {
        (Id, Segment, Line, Column) = ("", Nothing, 0, 0);
        (ElementStart, ElementEnd, ContentStart, ContentEnd) = (-1, -1, -1, -1);
        (Raw, Parts, SubFlows, Terms) = (null, null, null, null);
    }
}

/// <summary>One segment being put together.</summary>
internal sealed class PartDraft
{
    internal string Id = "";
    internal InlineDraft? Source;
    internal InlineDraft? Target;
    internal string State = "";
    internal string StateQualifier = "";
    internal UnitOrigin Origin;
    internal bool IsLocked;

    /// <summary>Offset of the start tag that bears the state, and the attribute's name; -1 where nothing was recorded.</summary>
    internal long StateElement = -1;
    internal string StateAttribute = "state";

    /// <summary>Makes it as new.</summary>
    internal void Reset()
    {
        (Id, Source, Target, State, StateQualifier) = ("", null, null, "", "");
        (Origin, IsLocked, StateElement, StateAttribute) = (UnitOrigin.Unknown, false, -1, "state");
    }
}

/// <summary>One unit (<c>trans-unit</c>, <c>unit</c>) being put together.</summary>
internal sealed class UnitDraft
{
    internal string Id = "";
    internal string File = "";
    internal string SourceLanguage = "";
    internal string TargetLanguage = "";
    internal bool Translate = true;
    internal bool Approved;
    internal bool IsVersion2;
    internal string Namespace = "";
    internal int Line;

    /// <summary>Offset of the unit's start tag, and after its end tag (-1 where nothing was recorded).</summary>
    internal long Start = -1, End = -1;

    /// <summary>2.x: the start tag of the proposals, and the <c>&lt;</c> of their end tag; -1 where there are none or nothing was recorded.</summary>
    internal long MatchesStart = -1, MatchesEnd = -1;
    internal DateTimeOffset? Changed;
    internal string ChangedBy = "";
    internal List<PartDraft> Parts = new(1);
    internal List<string>? Notes;
    internal List<XliffMatch>? Matches;

    /// <summary>The segmented source as a whole (1.2 <c>seg-source</c>), from which a missing target is built.</summary>
    internal InlineDraft? SegSource;
    internal InlineDraft? WholeTarget;

    /// <summary>What nearly every unit needs, kept from one unit to the next.</summary>
    internal readonly InlineDraft OwnSource = new(), OwnTarget = new();
    internal readonly PartDraft OwnPart = new();

    /// <summary>Makes it as new, for the next unit.</summary>
    internal void Reset()
    {
        OwnSource.Reset();
        OwnTarget.Reset();
        OwnPart.Reset();
        (Id, File, SourceLanguage, TargetLanguage, ChangedBy) = ("", "", "", "", "");
        (Translate, Approved, IsVersion2, Line, Start, End, Changed) = (true, false, false, 0, -1, -1, null);
        (MatchesStart, MatchesEnd, Namespace) = (-1, -1, "");
        Parts.Clear();
        (Notes, Matches, SegSource, WholeTarget) = (null, null, null, null);
    }

    internal ImmutableArray<string> NoteArray => Notes is null ? [] : [.. Notes];

    internal ImmutableArray<XliffMatch> MatchArray => Matches is null ? [] : [.. Matches];
}
