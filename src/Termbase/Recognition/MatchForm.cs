namespace Termbase.Recognition;

/// <summary>How the text stands for the term, from nearest to farthest.</summary>
public enum MatchForm
{
    /// <summary>Written as in the glossary.</summary>
    Exact,

    /// <summary>Other letter case, script (Traditional), width, accents or quotes.</summary>
    Folded,

    /// <summary>Hyphen for space, written solid, or the reverse.</summary>
    Variant,

    /// <summary>Another number or verb form.</summary>
    Inflected,
}
