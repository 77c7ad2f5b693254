namespace Termbase.Recognition;

/// <summary>What a UTF-16 code unit is to the scanners.</summary>
internal enum CharKind : byte
{
    /// <summary>Punctuation and signs.</summary>
    Sign,

    /// <summary>A letter of an alphabet, or the low line.</summary>
    Letter,

    /// <summary>A digit 0–9.</summary>
    Digit,

    /// <summary>A character of a script without spaces, or half of a pair.</summary>
    Han,

    /// <summary>White space other than line ends.</summary>
    Space,

    /// <summary>LF or CR.</summary>
    LineEnd,

    /// <summary>A hyphen, or an en dash, which joins words as well.</summary>
    Hyphen,

    /// <summary>An apostrophe, straight or curly.</summary>
    Apostrophe,

    /// <summary>Combining marks, soft hyphen, characters without width.</summary>
    Nothing,
}
