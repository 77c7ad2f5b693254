using Termbase.Model;

namespace Termbase.Formats.Xliff;

/// <summary>A proposal that travels with a unit. Immutable.</summary>
/// <param name="Source">Its source, or null where it is the unit's own.</param>
/// <param name="Target">Its translation.</param>
/// <param name="Quality">Similarity in per cent (0–100), or null if not said.</param>
/// <param name="Origin">Where it comes from; empty if not said.</param>
public sealed record XliffMatch(Segment? Source, Segment Target, double? Quality, string Origin);
