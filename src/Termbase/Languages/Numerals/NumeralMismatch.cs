namespace Termbase.Languages.Numerals;

/// <summary>What is wrong between two sides.</summary>
public enum NumeralMismatchReason
{
    /// <summary>Both sides give a number there, and the values differ.</summary>
    Value,

    /// <summary>The same number with another unit.</summary>
    Unit,

    /// <summary>The same number with another currency.</summary>
    Currency,

    /// <summary>The source's number is not in the target.</summary>
    Missing,

    /// <summary>The target's number is not in the source.</summary>
    Added,
}

/// <summary>A number on which two sides do not agree. Immutable.</summary>
/// <param name="Reason">What is wrong.</param>
/// <param name="Source">The number of the source; null if <see cref="NumeralMismatchReason.Added"/>.</param>
/// <param name="Target">The number of the target; null if <see cref="NumeralMismatchReason.Missing"/>.</param>
/// <param name="Confidence">How sure it is that this is an error, 0 to 1; see <see cref="QuantityMatcher.DefaultThreshold"/>.</param>
public sealed record NumeralMismatch(NumeralMismatchReason Reason, Quantity? Source, Quantity? Target, double Confidence);
