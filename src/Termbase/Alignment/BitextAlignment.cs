using System.Collections.Immutable;

namespace Termbase.Alignment;

/// <summary>A stretch of both texts that does not correspond and was left out.</summary>
/// <param name="Zh">Chinese sentences (0-based).</param>
/// <param name="En">English sentences (0-based).</param>
public sealed record LeftOut(Range Zh, Range En);

/// <summary>Two texts with the links between them. Immutable and thread-safe.</summary>
public sealed record BitextAlignment
{
    /// <summary>The Chinese side.</summary>
    public required AlignedText Zh { get; init; }

    /// <summary>The English side.</summary>
    public required AlignedText En { get; init; }

    /// <summary>The links in order of the Chinese, gaps included; links of parts that do not correspond are gaps.</summary>
    public required ImmutableArray<AlignmentLink> Links { get; init; }

    /// <summary>Parts of more than a few sentences that have no counterpart.</summary>
    public ImmutableArray<LeftOut> LeftOut { get; init; } = [];

    /// <summary>Whether a person looked through the links.</summary>
    public bool Reviewed { get; init; }

    /// <summary>The Chinese text of a link; sentences stand side by side.</summary>
    public string ZhText(AlignmentLink link) => ZhText(Zh, link);

    /// <summary>The English text of a link; a space between sentences.</summary>
    public string EnText(AlignmentLink link) => EnText(En, link);

    internal static string ZhText(AlignedText zh, AlignmentLink link) => string.Concat(Enumerable.Range(link.ZhStart, link.ZhCount).Select(i => zh.Sentences[i].Text));

    internal static string EnText(AlignedText en, AlignmentLink link) => string.Join(' ', Enumerable.Range(link.EnStart, link.EnCount).Select(j => en.Sentences[j].Text));
}
