namespace Termbase.Matching;

/// <summary>How an index is made. Immutable.</summary>
public sealed record SignatureIndexOptions
{
    /// <summary>Characters for Chinese, words for English.</summary>
    public static SignatureIndexOptions Default { get; } = new();

    /// <summary>Unit of comparison of the Chinese sides.</summary>
    public TokenUnit ZhUnit { get; init; } = TokenUnit.Characters;

    /// <summary>Unit of comparison of the English sides.</summary>
    public TokenUnit EnUnit { get; init; } = TokenUnit.Words;

    /// <summary>Called now and then with the number of units read so far and what is being done.</summary>
    public Action<long, BuildStage>? OnProgress { get; init; }

    /// <summary>Bytes of signatures held in memory at a time while they are written; more only means fewer passes.</summary>
    public long SignatureBuffer { get; init; } = 128L << 20;
}

/// <summary>What a build is at.</summary>
public enum BuildStage
{
    /// <summary>Reading units and storing their texts.</summary>
    Reading,

    /// <summary>Writing the signatures of what was read.</summary>
    Signing,
}
