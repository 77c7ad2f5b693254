using System.Collections.Immutable;
using Termbase.Documents;
using Termbase.Model;

namespace Termbase.Mining;

/// <summary>The shape in which a pair stands in the text.</summary>
public enum GlossKind
{
    /// <summary><c>English (中文)</c>.</summary>
    Paren,

    /// <summary><c>"English" ("中文")</c>: quotes show where the English begins.</summary>
    Quoted,

    /// <summary>A title: 《…》, or a title line with its Chinese line.</summary>
    Title,

    /// <summary>In the front matter of a published translation.</summary>
    Header,

    /// <summary>In a list or table.</summary>
    List,

    /// <summary>In a note.</summary>
    Note,

    /// <summary>Chinese first, English after.</summary>
    Reverse,

    /// <summary>Apposition with a dash or nothing between.</summary>
    Bare,

    /// <summary>No gloss: both sides of translation units hold it.</summary>
    Bitext,
}

/// <summary>
/// A Chinese term with the English that it glosses, as found in one place. Spans are offsets in the block's text. Immutable.
/// </summary>
public sealed record MinedPair
{
    /// <summary>The Chinese, as it stands (inner spaces and signs kept).</summary>
    public required string Zh { get; init; }

    /// <summary>The English term; empty where Chinese stands with no English beside it.</summary>
    public required string En { get; init; }

    /// <summary>The shape.</summary>
    public required GlossKind Kind { get; init; }

    /// <summary>The document.</summary>
    public required Document Document { get; init; }

    /// <summary>The block.</summary>
    public required Block Block { get; init; }

    /// <summary>Where the Chinese stands in the block's text.</summary>
    public required TextSpan ZhSpan { get; init; }

    /// <summary>Where the English stands in the text of <see cref="EnBlock"/> (of <see cref="Block"/>, where that is null).</summary>
    public required TextSpan EnSpan { get; init; }

    /// <summary>The block of the English where it is another (a title line above its Chinese line); else null.</summary>
    public Block? EnBlock { get; init; }

    /// <summary>Acronym given beside the Chinese (<c>(科技部; MOST)</c>); empty if none.</summary>
    public string Acronym { get; init; } = "";

    /// <summary>Pinyin given beside the Chinese; empty if none.</summary>
    public string Pinyin { get; init; } = "";

    /// <summary>Other English that the same bracket gives for the thing (<c>(二硫化钼; molybdenum sulfide)</c>).</summary>
    public ImmutableArray<string> OtherEnglish { get; init; } = [];

    /// <summary>How sure the boundaries are, 0 to 1, calibrated.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>The kinds of evidence that chose the boundary, for people.</summary>
    public ImmutableArray<string> Reasons { get; init; } = [];

    /// <summary>Where the Chinese stands.</summary>
    public SourceLocation ZhLocation => Document.Locate(Block, ZhSpan);

    /// <summary>Where the English stands.</summary>
    public SourceLocation EnLocation => Document.Locate(EnBlock ?? Block, EnSpan);
}
