using System.Collections.Immutable;

namespace Termbase.Formats.Po;

/// <summary>One entry of a gettext PO file, as the GNU gettext manual (§3 "The Format of PO Files") has it. Immutable.</summary>
public sealed record PoEntry
{
    /// <summary>Translator's comments (<c>#</c>), a line each.</summary>
    public ImmutableArray<string> Comments { get; init; } = [];

    /// <summary>Comments taken from the program (<c>#.</c>).</summary>
    public ImmutableArray<string> ExtractedComments { get; init; } = [];

    /// <summary>Places in the program (<c>#:</c>), a line each as it stands.</summary>
    public ImmutableArray<string> References { get; init; } = [];

    /// <summary>Flags (<c>#,</c>): <c>fuzzy</c>, <c>c-format</c>, ….</summary>
    public ImmutableArray<string> Flags { get; init; } = [];

    /// <summary>What a fuzzy entry was translated from (<c>#| msgctxt</c>), or null.</summary>
    public string? PreviousContext { get; init; }

    /// <summary>What a fuzzy entry was translated from (<c>#| msgid</c>), or null.</summary>
    public string? PreviousId { get; init; }

    /// <summary>What a fuzzy entry was translated from (<c>#| msgid_plural</c>), or null.</summary>
    public string? PreviousIdPlural { get; init; }

    /// <summary>The context (<c>msgctxt</c>), or null.</summary>
    public string? Context { get; init; }

    /// <summary>The domain (<c>domain</c>) under which the entry stands, or null.</summary>
    public string? Domain { get; init; }

    /// <summary>The source text (<c>msgid</c>); empty for the header.</summary>
    public required string Id { get; init; }

    /// <summary>The plural of the source, or null.</summary>
    public string? IdPlural { get; init; }

    /// <summary>The translations: one, or one for each plural form, empty where there is none yet.</summary>
    public ImmutableArray<string> Translations { get; init; } = [];

    /// <summary>Whether the program does not have it any more (<c>#~</c>).</summary>
    public bool IsObsolete { get; init; }

    /// <summary>1-based line of the <c>msgid</c>.</summary>
    public int Line { get; init; }

    /// <summary>1-based lines of the translations.</summary>
    public ImmutableArray<int> TranslationLines { get; init; } = [];

    /// <summary>Whether a person has still to look at it.</summary>
    public bool IsFuzzy => Flags.Contains("fuzzy");

    /// <summary>Whether this is the header.</summary>
    public bool IsHeader => Id.Length == 0 && Context is null;

    /// <summary>Context and source, which together name the entry.</summary>
    public string Key => Context is null ? Id : $"{Context}/{Id}";
}
