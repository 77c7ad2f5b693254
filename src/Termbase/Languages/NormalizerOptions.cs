namespace Termbase.Languages;

/// <summary>What <see cref="Normalizer.Normalize"/> evens out.</summary>
[Flags]
public enum NormalizerOptions
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Full-width letters, digits and signs become half-width, the ideographic space a space, ligatures their letters.</summary>
    Width = 1,

    /// <summary>Lower case (invariant).</summary>
    Case = 2,

    /// <summary>Traditional characters become Simplified.</summary>
    Script = 4,

    /// <summary>White space becomes one space, none at the ends; characters without width are left out.</summary>
    WhiteSpace = 8,

    /// <summary>All hyphens and dashes become <c>-</c>, all double quotes <c>"</c>, all single ones and apostrophes <c>'</c>.</summary>
    Punctuation = 16,

    /// <summary>Diacritics are left out.</summary>
    Accents = 32,

    /// <summary>White space beside a Han character is left out (5G 技术 and 5G技术 are the same term).</summary>
    HanSpacing = 64,

    /// <summary>For comparing running text: all but <see cref="HanSpacing"/>, which would glue words to Chinese terms beside them.</summary>
    Text = Width | Case | Script | WhiteSpace | Punctuation | Accents,

    /// <summary>For the equality of terms.</summary>
    All = Text | HanSpacing,
}
