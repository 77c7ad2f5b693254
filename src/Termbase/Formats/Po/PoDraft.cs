using System.Collections.Immutable;

namespace Termbase.Formats.Po;

/// <summary>One entry being read, and where its pieces stand (byte offsets).</summary>
internal sealed class PoDraft
{
    internal List<string>? Comments, Extracted, References, Flags;
    internal string? PreviousContext, PreviousId, PreviousIdPlural, Context, Domain, Id, IdPlural;
    internal List<Piece> Strings = [];
    internal bool IsObsolete, IsBroken;
    internal int Line, FirstLine;

    /// <summary>The line of flags: its first byte, and the byte after its line end; -1 where there is none.</summary>
    internal long FlagsStart = -1, FlagsEnd = -1;

    /// <summary>The first byte of the entry, with its comments.</summary>
    internal long Start = -1;

    /// <summary>The lines of what a fuzzy entry was translated from (<c>#|</c>), each with its line end.</summary>
    internal List<(long From, long To)>? PreviousLines;

    /// <summary>Where the first keyword line stands (also of a previous msgid): a line of flags would come before it.</summary>
    internal long KeywordStart = -1;

    internal sealed class Piece
    {
        internal int Index, Line;
        internal string Text = "";

        /// <summary>From the first byte of <c>msgstr</c> to the byte after the last line's text, without its line end.</summary>
        internal long Start, End;
        internal bool IsIndexed;
    }

    /// <summary>What was read of a field that holds one string, or null.</summary>
    internal string? Of(PoField field) => field switch
    {
        PoField.PreviousContext => PreviousContext,
        PoField.PreviousId => PreviousId,
        PoField.PreviousIdPlural => PreviousIdPlural,
        _ => null,
    };

    internal void Set(PoField field, string value)
    {
        switch (field)
        {
            case PoField.PreviousContext:
                PreviousContext = value;
                break;
            case PoField.PreviousId:
                PreviousId = value;
                break;
            case PoField.PreviousIdPlural:
                PreviousIdPlural = value;
                break;
            case PoField.Context:
                Context = value;
                break;
            case PoField.Id:
                Id = value;
                break;
            case PoField.IdPlural:
                IdPlural = value;
                break;
        }
    }

    internal PoEntry ToEntry() => new()
    {
        Comments = Array(Comments),
        ExtractedComments = Array(Extracted),
        References = Array(References),
        Flags = Array(Flags),
        PreviousContext = PreviousContext,
        PreviousId = PreviousId,
        PreviousIdPlural = PreviousIdPlural,
        Context = Context,
        Domain = Domain,
        Id = Id ?? "",
        IdPlural = IdPlural,
        Translations = Strings.Count == 1 ? [Strings[0].Text] : [.. Strings.Select(static s => s.Text)],
        TranslationLines = Strings.Count == 1 ? [Strings[0].Line] : [.. Strings.Select(static s => s.Line)],
        IsObsolete = IsObsolete,
        Line = Line,
    };

    private static ImmutableArray<string> Array(List<string>? list) => list is null ? [] : [.. list];
}
