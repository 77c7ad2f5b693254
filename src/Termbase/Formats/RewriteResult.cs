namespace Termbase.Formats;

/// <summary>What a rewriting did. Immutable.</summary>
/// <param name="Segments">Segments seen.</param>
/// <param name="Changed">Segments whose translation or state was written anew.</param>
public sealed record RewriteResult(long Segments, long Changed)
{
    /// <summary>Segments that may not be changed: locked, or not to be translated.</summary>
    public long Locked { get; init; }
}
