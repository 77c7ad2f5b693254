namespace Termbase.Recognition;

/// <summary>The language of a term.</summary>
public enum TermSide
{
    /// <summary>Chinese.</summary>
    Zh,

    /// <summary>English.</summary>
    En,
}
