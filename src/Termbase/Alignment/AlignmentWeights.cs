namespace Termbase.Alignment;

/// <summary>The few figures that weigh the evidence against each other (in nats). Immutable.</summary>
internal sealed record AlignmentWeights
{
    public static AlignmentWeights Default { get; } = new();

    /// <summary>Weight of the English words given the Chinese.</summary>
    public float Forward { get; init; } = 0.5f;

    /// <summary>Weight of the Chinese words given the English.</summary>
    public float Backward { get; init; } = 0.5f;

    /// <summary>Weight of the lengths.</summary>
    public float Length { get; init; } = 0.6f;

    /// <summary>Weight of the kind of bead (1–1, 1–2, …).</summary>
    public float Kind { get; init; } = 1f;

    /// <summary>Share of a text's words that come from nothing on the other side.</summary>
    public float Noise { get; init; } = 0.7f;

    /// <summary>The most that one word says.</summary>
    public float Most { get; init; } = 4f;

    /// <summary>Cost of leaving out a sentence, over that of its kind.</summary>
    public float Gap { get; init; } = 0.75f;

    /// <summary>Cost of a bead that reaches over the end of a paragraph.</summary>
    public float Crossing { get; init; } = 2f;

    /// <summary>Cost of a bead that opens a paragraph on one side only.</summary>
    public float Step { get; init; } = 0.5f;

    /// <summary>Cost of a heading beside a paragraph, a table cell beside a list item and so on, where both texts have such.</summary>
    public float OtherKind { get; init; } = 1f;

    /// <summary>Cost of a bead that begins with different numbers (第三条, Article 4).</summary>
    public float OtherLabel { get; init; } = 3f;

    /// <summary>Cost of a bead that begins with a number on one side only, where both texts have such.</summary>
    public float NoLabel { get; init; } = 1f;

    /// <summary>How sure the path is of itself: scores are divided by it before they become probabilities (words are not independent).</summary>
    public float Temperature { get; init; } = 1.2f;

    /// <summary>Sentences' worth of trust in the shipped table against what the texts themselves show.</summary>
    public float Trust { get; init; } = 6f;

    /// <summary>Rounds after the first in which the words of the two texts are learned.</summary>
    public int Rounds { get; init; } = 1;
}
