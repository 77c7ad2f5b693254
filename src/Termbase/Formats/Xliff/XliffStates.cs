using Termbase.Model;

namespace Termbase.Formats.Xliff;

/// <summary>
/// The states of the dialects and the model's <see cref="UnitStatus"/>. "Translated" says only that a translator finished, which is the
/// model's <see cref="UnitStatus.Unknown"/>; a draft is what still needs work, reviewed what a second person passed.
/// </summary>
internal static class XliffStates
{
    internal static UnitStatus Read(string state, bool approved)
    {
        var status = state switch
        {
            "" or "translated" or "Translated" or "ManuallyConfirmed" or "Confirmed" or "Assembled" => UnitStatus.Unknown,
            "reviewed" or "signed-off" or "ApprovedTranslation" or "ApprovedSignOff" or "Proofread" or "Reviewer1Confirmed"
                or "ReviewerConfirmed" or "Reviewer2Confirmed" => UnitStatus.Reviewed,
            "final" => UnitStatus.Published,
            _ => state.StartsWith("x-", StringComparison.Ordinal) ? UnitStatus.Unknown : UnitStatus.Draft,
        };
        return status == UnitStatus.Unknown && approved ? UnitStatus.Reviewed : status;
    }

    /// <summary>Whether the state says that there is no translation yet.</summary>
    internal static bool IsUntranslated(string state) => state is "new" or "needs-translation" or "initial" or "NotStarted" or "Unspecified";

    internal static string Write(UnitStatus status, bool version2) => status switch
    {
        UnitStatus.Draft => version2 ? "initial" : "needs-review-translation",
        UnitStatus.Reviewed => version2 ? "reviewed" : "signed-off",
        UnitStatus.Published => "final",
        _ => "translated",
    };

    /// <summary>The <c>conf</c> of an sdlxliff segment.</summary>
    internal static string WriteSdl(UnitStatus status) => status switch
    {
        UnitStatus.Draft => "Draft",
        UnitStatus.Reviewed => "ApprovedTranslation",
        UnitStatus.Published => "ApprovedSignOff",
        _ => "Translated",
    };

    /// <summary><c>mq:status</c> of a memoQ unit.</summary>
    internal static string WriteMemoQ(UnitStatus status) => status switch
    {
        UnitStatus.Draft => "PartiallyEdited",
        UnitStatus.Reviewed or UnitStatus.Published => "Proofread",
        _ => "ManuallyConfirmed",
    };

    internal static UnitOrigin Origin(string origin) => origin switch
    {
        "mt" or "nmt" or "amt" or "mt-suggestion" or "leveraged-mt" => UnitOrigin.Mt,
        "interactive" => UnitOrigin.Human,
        "auto-aligned" or "alignment" => UnitOrigin.Aligned,
        _ => UnitOrigin.Unknown,
    };
}
