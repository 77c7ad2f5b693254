using System.Globalization;

namespace Termbase.Alignment;

/// <summary>
/// Sentences that translate each other: <see cref="ZhCount"/> Chinese from <see cref="ZhStart"/> on, <see cref="EnCount"/> English from
/// <see cref="EnStart"/> on (0-based). One of the counts is 0 where a sentence has no counterpart.
/// </summary>
/// <param name="ZhStart">First Chinese sentence.</param>
/// <param name="ZhCount">Number of Chinese sentences, 0 to 4.</param>
/// <param name="EnStart">First English sentence.</param>
/// <param name="EnCount">Number of English sentences, 0 to 6.</param>
/// <param name="Score">Probability that both sides are exactly right, 0 to 1; 0 for a sentence without counterpart.</param>
public sealed record AlignmentLink(int ZhStart, int ZhCount, int EnStart, int EnCount, double Score)
{
    /// <summary>
    /// What the words of both sides say for each other, in nats by the word: above 0 where they say more than chance would.
    /// </summary>
    public double Evidence { get; init; }

    /// <summary>Whether the two sides stand at different places of their texts: a part that the translation has elsewhere.</summary>
    public bool IsMoved { get; init; }

    /// <summary>Whether a number, date or article number of one side is not that of the other: a slip, or another edition.</summary>
    public bool NumbersDiffer { get; init; }

    /// <summary>Whether one side has no counterpart.</summary>
    public bool IsGap => ZhCount == 0 || EnCount == 0;

    /// <summary>Its sentences, each without counterpart.</summary>
    internal IEnumerable<AlignmentLink> Apart() =>
    [
        .. Enumerable.Range(ZhStart, ZhCount).Select(i => new AlignmentLink(i, 1, EnStart, 0, 0)),
        .. Enumerable.Range(EnStart, EnCount).Select(j => new AlignmentLink(ZhStart + ZhCount, 0, j, 1, 0)),
    ];

    /// <summary><c>[0,1]:[0]</c>: the numbers of the Chinese and of the English sentences.</summary>
    public override string ToString() => $"{Numbers(ZhStart, ZhCount)}:{Numbers(EnStart, EnCount)}";

    private static string Numbers(int start, int count) =>
        "[" + string.Join(',', Enumerable.Range(start, count).Select(static n => n.ToString(CultureInfo.InvariantCulture))) + "]";
}
