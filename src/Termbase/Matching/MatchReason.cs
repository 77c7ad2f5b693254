namespace Termbase.Matching;

/// <summary>Why a match does not score what its similarity is, or what else to look at before using it.</summary>
[Flags]
public enum MatchReason
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The numbers differ.</summary>
    Numbers = 1,

    /// <summary>The inline codes or placeholders differ.</summary>
    Codes = 2,

    /// <summary>Machine translation.</summary>
    Machine = 4,

    /// <summary>A draft.</summary>
    Unreviewed = 8,

    /// <summary>Aligned with a low score.</summary>
    LowScore = 16,

    /// <summary>Made for another client.</summary>
    OtherClient = 32,

    /// <summary>Simplified against Traditional characters.</summary>
    OtherScript = 64,

    /// <summary>Same tokens, but case, width, quotes or spacing differ; costs nothing.</summary>
    Surface = 128,

    /// <summary>The segment before is the same.</summary>
    PreviousSame = 256,

    /// <summary>The segment after is the same.</summary>
    NextSame = 512,
}
