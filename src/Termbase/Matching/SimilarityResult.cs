namespace Termbase.Matching;

/// <summary>How two segments compare, before any penalty. Immutable.</summary>
/// <param name="Distance">Tokens to insert, delete or replace.</param>
/// <param name="Length">Tokens of the longer segment; 0 where both are empty.</param>
/// <param name="NumbersDiffer">Whether the numbers, taken in order, are not the same.</param>
/// <param name="CodesDiffer">Whether the inline codes and placeholders, taken in order, are not the same or, in texts that are else equal, stand elsewhere.</param>
/// <param name="ScriptsDiffer">Whether a character is Simplified in one segment and Traditional in the other.</param>
public readonly record struct SimilarityResult(int Distance, int Length, bool NumbersDiffer, bool CodesDiffer, bool ScriptsDiffer)
{
    /// <summary>0 to 100; 100 for two empty segments.</summary>
    public double Score => Similarity.ScoreOf(Distance, Length);
}
