namespace Termbase.Formats.Tbx;

/// <summary>By which list of data categories the entries of a file are judged.</summary>
internal enum TbxScope
{
    /// <summary>TBX-Basic of ISO 30042:2019.</summary>
    Basic,

    /// <summary>TBX-Min: a part of Basic.</summary>
    Min,

    /// <summary>TBX-Basic as it was for martif (2008): another picklist of parts of speech.</summary>
    Basic2008,

    /// <summary>
    /// Categories that another document lists (TBX-Core, private dialects, the XCS file that a martif names): structure, languages and
    /// dates are judged, categories and levels are not.
    /// </summary>
    Other,
}
