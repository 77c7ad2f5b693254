namespace Termbase.Matching;

/// <summary>What an edit changes one of, when two segments are compared.</summary>
public enum TokenUnit
{
    /// <summary>Characters (Unicode code points): the default for Chinese.</summary>
    Characters,

    /// <summary>
    /// Words, the default for English: a run of letters and digits is one, so is every punctuation mark and every Chinese
    /// character.
    /// </summary>
    Words,
}
