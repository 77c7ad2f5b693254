using System.Collections.Immutable;

namespace Termbase.Model;

/// <summary>How a unit came to be.</summary>
public enum UnitOrigin
{
    /// <summary>Not said.</summary>
    Unknown,

    /// <summary>Translated by a person.</summary>
    Human,

    /// <summary>Found by aligning two documents.</summary>
    Aligned,

    /// <summary>Found by mining.</summary>
    Mined,

    /// <summary>Machine translation.</summary>
    Mt,
}

/// <summary>How far a unit was checked.</summary>
public enum UnitStatus
{
    /// <summary>Not said.</summary>
    Unknown,

    /// <summary>A draft.</summary>
    Draft,

    /// <summary>Reviewed by a second person.</summary>
    Reviewed,

    /// <summary>Published.</summary>
    Published,
}

/// <summary>A property or note of a unit or of one of its sides, kept as it stood.</summary>
/// <param name="Type">The type (<c>x-domain</c>); empty for a note.</param>
/// <param name="Value">The text.</param>
/// <param name="Language">Its <c>xml:lang</c>, or null.</param>
public sealed record UnitProperty(string Type, string Value, string? Language = null)
{
    /// <summary>Whether this is a note rather than a property.</summary>
    public bool IsNote => Type.Length == 0;
}

/// <summary>One language of a unit.</summary>
public sealed record UnitSide
{
    /// <summary>The language as a BCP 47 tag (zh-CN, en-US).</summary>
    public required string Language { get; init; }

    /// <summary>The text.</summary>
    public required Segment Segment { get; init; }

    /// <summary>Properties and notes of this side.</summary>
    public ImmutableArray<UnitProperty> Properties { get; init; } = [];

    /// <summary>Attributes of the <c>tuv</c> that the model has no field for, in order.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Attributes { get; init; } = [];

    /// <summary>Unknown child elements, as XML, in order.</summary>
    public ImmutableArray<string> Foreign { get; init; } = [];

    /// <summary>Where the text stands, or null.</summary>
    public SourceLocation? Location { get; init; }
}

/// <summary>
/// A translation unit: a segment and its translation, with its provenance (DESIGN "The memory"). Immutable; compare by
/// <see cref="Id"/> and place.
/// </summary>
public sealed record TranslationUnit
{
    /// <summary>Its id (<c>tuid</c>); empty if none.</summary>
    public string Id { get; init; } = "";

    /// <summary>The Chinese side.</summary>
    public required UnitSide Zh { get; init; }

    /// <summary>The English side.</summary>
    public required UnitSide En { get; init; }

    /// <summary>Sides in further languages, kept and written back.</summary>
    public ImmutableArray<UnitSide> Others { get; init; } = [];

    /// <summary>Whether Chinese is the language translated from (true where it is not said).</summary>
    public bool ZhIsSource { get; init; } = true;

    /// <summary>When the translation was made (of the work, never of the export).</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>Who made it.</summary>
    public string CreatedBy { get; init; } = "";

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? Changed { get; init; }

    /// <summary>Who changed it.</summary>
    public string ChangedBy { get; init; } = "";

    /// <summary>Source id or name of the document.</summary>
    public string Document { get; init; } = "";

    /// <summary>URL of the document.</summary>
    public string Url { get; init; } = "";

    /// <summary>Subject field.</summary>
    public string Domain { get; init; } = "";

    /// <summary>Client.</summary>
    public string Client { get; init; } = "";

    /// <summary>Licence.</summary>
    public string Licence { get; init; } = "";

    /// <summary>Leaves in no export unless asked for.</summary>
    public bool Confidential { get; init; }

    /// <summary>How it came to be.</summary>
    public UnitOrigin Origin { get; init; }

    /// <summary>How far it was checked.</summary>
    public UnitStatus Status { get; init; }

    /// <summary>Alignment score, 0 to 1, or null.</summary>
    public double? Score { get; init; }

    /// <summary>The source segment before this one in its document; empty if not known.</summary>
    public string Previous { get; init; } = "";

    /// <summary>The source segment after this one; empty if not known.</summary>
    public string Next { get; init; } = "";

    /// <summary>Properties and notes that the model has no field for, in order, written back.</summary>
    public ImmutableArray<UnitProperty> Properties { get; init; } = [];

    /// <summary>Attributes of the <c>tu</c> that the model has no field for, in order.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Attributes { get; init; } = [];

    /// <summary>Unknown child elements, as XML, in order.</summary>
    public ImmutableArray<string> Foreign { get; init; } = [];

    /// <summary>1-based number of the unit in its file.</summary>
    public int Number { get; init; }

    /// <summary>Where the unit starts, or null.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>The side translated from.</summary>
    public UnitSide Source => ZhIsSource ? Zh : En;

    /// <summary>The side translated to.</summary>
    public UnitSide Target => ZhIsSource ? En : Zh;
}
