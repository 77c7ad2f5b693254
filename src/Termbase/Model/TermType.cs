namespace Termbase.Model;

/// <summary>What kind of term it is. A short form or acronym never conflicts with its full form.</summary>
public enum TermType
{
    /// <summary>The full form.</summary>
    Full,

    /// <summary>A short form (发改委).</summary>
    Short,

    /// <summary>An acronym (NDRC).</summary>
    Acronym,

    /// <summary>A variant in spelling or word order.</summary>
    Variant,

    /// <summary>A slogan or set phrase.</summary>
    Phrase,

    /// <summary>The title of a document.</summary>
    Title,

    /// <summary>A proper name.</summary>
    Name,
}
