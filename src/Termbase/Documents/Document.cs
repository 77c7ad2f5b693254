using System.Collections.Immutable;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Documents;

/// <summary>What a block of a document is.</summary>
public enum BlockKind
{
    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>A heading; its level is in <see cref="Block.Level"/> (0 where not marked up).</summary>
    Heading,

    /// <summary>An item of a list.</summary>
    ListItem,

    /// <summary>A row of a table or box.</summary>
    TableRow,

    /// <summary>The text of a footnote or translator's note.</summary>
    Note,

    /// <summary>A label of the front matter (Title, Source, Author) or what stands under one.</summary>
    FrontMatter,

    /// <summary>Code, not prose.</summary>
    Code,
}

/// <summary>
/// A stretch of a document that reads as one piece, healed: what line and page breaks cut is joined, mark-up is taken out, and
/// every character knows where it stood. Immutable and thread-safe.
/// </summary>
/// <param name="Index">0-based number in the document.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Level">Level of a heading (1 to 6) or depth of a list item; else 0.</param>
/// <param name="Text">The healed text.</param>
/// <param name="Map">From <paramref name="Text"/> to <see cref="SourceText.Text"/>.</param>
public sealed record Block(int Index, BlockKind Kind, int Level, string Text, OffsetMap Map)
{
    /// <summary>For a block of front matter: the label it stands under ("Title", "Source"), else empty.</summary>
    public string Label { get; init; } = "";

    /// <summary>What the original sets off by emphasis (italics, bold) whose marks were taken out: spans of <see cref="Text"/>, in order.</summary>
    public ImmutableArray<TextSpan> Emphasis { get; init; } = [];

    /// <summary>Whether it is set off as another's words (a block quotation of Markdown), which keep a style of their own.</summary>
    public bool IsQuoted { get; init; }
}

/// <summary>A footnote or translator's note. Its text is the block's; its anchor is where its marker stands in the text.</summary>
/// <param name="Number">The number or sign of the marker ("1", "*").</param>
/// <param name="Block">The block that holds its text.</param>
/// <param name="AnchorBlock">The block in which the marker stands, or null where there is none.</param>
/// <param name="AnchorOffset">Offset of the marker in the anchor block's text, just behind the phrase it is attached to (markers are taken out of
/// the healed text).</param>
public sealed record Footnote(string Number, Block Block, Block? AnchorBlock, int AnchorOffset);

/// <summary>The marker of a footnote that has no text.</summary>
/// <param name="Number">The number or sign of the marker.</param>
/// <param name="Block">The block in which it stands.</param>
/// <param name="Offset">Its offset in the block's text, just behind the phrase it is attached to.</param>
/// <param name="Place">Its offset in the original text.</param>
public sealed record LooseMarker(string Number, Block Block, int Offset, int Place);

/// <summary>A document as it was read: original text, blocks, footnotes. Immutable and thread-safe.</summary>
public sealed class Document
{
    /// <summary>Put together by a reader.</summary>
    public Document(SourceText source, ImmutableArray<Block> blocks, ImmutableArray<Footnote> footnotes)
    {
        Source = source;
        Blocks = blocks;
        Footnotes = footnotes;
    }

    /// <summary>The original text.</summary>
    public SourceText Source { get; }

    /// <summary>The path under which it is reported.</summary>
    public string Path => Source.Path;

    /// <summary>Its blocks, in the order in which they are read.</summary>
    public ImmutableArray<Block> Blocks { get; }

    /// <summary>Its notes, in the order of their texts.</summary>
    public ImmutableArray<Footnote> Footnotes { get; }

    /// <summary>Markers for which there is no note, in the order of the text.</summary>
    public ImmutableArray<LooseMarker> LooseMarkers { get; init; } = [];

    /// <summary>Line and column of a span of a block's text.</summary>
    public SourceLocation Locate(Block block, TextSpan span) => Source.Locate(block.Map.ToOriginal(span));
}
