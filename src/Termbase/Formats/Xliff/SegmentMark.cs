using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Termbase.Model;

namespace Termbase.Formats.Xliff;

/// <summary>
/// The attributes that say the state of a segment, in the words of the dialect that the file is in; null takes an attribute away.
/// <paramref name="IsFill"/>: the translation comes from a memory.
/// </summary>
internal readonly record struct SegmentMark(UnitStatus Status, bool IsFill, ImmutableArray<(string Name, string? Value)> Attributes)
{
    /// <summary>The mark for a status, and for the match that the translation was taken from.</summary>
    internal static SegmentMark Of(UnitDraft unit, PartDraft part, UnitStatus status, Proposal? match, Encoding encoding) => new(
        status,
        match is not null,
        part.StateAttribute switch
        {
            "conf" => Sdl(status, match, encoding),
            "mq:status" => MemoQ(status, match),
            _ => unit.IsVersion2 ? Version2(status, match) : Version1(unit, status, match),
        });

    private static ImmutableArray<(string Name, string? Value)> Version1(UnitDraft unit, UnitStatus status, Proposal? match)
    {
        // 1.0 has no qualifier; what said how the old translation came to be is not true of the new one.
        var qualifier = match is null || unit.Namespace.Length == 0 ? null
            : match.IsMachine ? "leveraged-mt"
            : status == UnitStatus.Draft ? "fuzzy-match" : "exact-match";
        return [("state", XliffStates.Write(status, version2: false)), ("state-qualifier", qualifier)];
    }

    // XLIFF 2.1 §4.3.1.37: who changes the state has to change or delete the subState.
    private static ImmutableArray<(string Name, string? Value)> Version2(UnitStatus status, Proposal? match) =>
    [
        ("state", XliffStates.Write(status, version2: true)),
        ("subState", match is null ? null : match.IsMachine ? "termbase:mt" : status == UnitStatus.Draft ? "termbase:fuzzy" : "termbase:exact"),
    ];

    private static ImmutableArray<(string Name, string? Value)> Sdl(UnitStatus status, Proposal? match, Encoding encoding)
    {
        if (match is null)
        {
            return [("conf", XliffStates.WriteSdl(status))];
        }

        return
        [
            ("conf", XliffStates.WriteSdl(status)),
            ("origin", match.IsMachine ? "mt" : "tm"),
            ("origin-system", XmlEscape.Attribute(match.Origin, encoding)),
            ("percent", Math.Min(100, match.Percent).ToString(CultureInfo.InvariantCulture)),
            ("text-match", match.Score > 100 ? "SourceAndTarget" : null),
        ];
    }

    private static ImmutableArray<(string Name, string? Value)> MemoQ(UnitStatus status, Proposal? match) => match is null
        ? [("mq:status", XliffStates.WriteMemoQ(status))]
        : [("mq:status", "Pretranslated"), ("mq:percent", Math.Min(102, match.Percent).ToString(CultureInfo.InvariantCulture))];
}
