using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Documents;

/// <summary>A marker of a footnote that was taken out of running text.</summary>
internal sealed record NoteMarker(string Number, int Offset, int Original);

/// <summary>A block as its reader found it, cleaned of mark-up, before <see cref="BlockHealer"/> joins what was cut.</summary>
internal sealed class RawBlock
{
    public required BlockKind Kind { get; set; }

    public int Level { get; init; }

    public string Label { get; init; } = "";

    /// <summary>Number of the note whose text this is; else empty.</summary>
    public string NoteNumber { get; init; } = "";

    /// <summary>A page rule or page number: ends nothing, says nothing.</summary>
    public bool IsPageBreak { get; init; }

    /// <summary>What follows stands apart on purpose (a hard line break, a block of its own): never joined to it.</summary>
    public bool IsClosed { get; set; }

    public bool IsQuoted { get; init; }

    public required string Text { get; set; }

    public required OffsetMap Map { get; set; }

    public List<NoteMarker> Markers { get; init; } = [];

    public List<TextSpan> Emphasis { get; init; } = [];
}
