namespace Termbase.Matching;

/// <summary>The bands in which CAT tools count, best first.</summary>
public enum MatchBand
{
    /// <summary>101 and 102: the same segment in the same surroundings.</summary>
    Context,

    /// <summary>100.</summary>
    Exact,

    /// <summary>The same as an earlier segment of the file, and not in the memory.</summary>
    RepetitionWithin,

    /// <summary>The same as a segment of an earlier file, and not in the memory.</summary>
    RepetitionAcross,

    /// <summary>95 to 99.</summary>
    From95,

    /// <summary>85 to 94.</summary>
    From85,

    /// <summary>75 to 84.</summary>
    From75,

    /// <summary>50 to 74.</summary>
    From50,

    /// <summary>Nothing from 50 up.</summary>
    New,
}
