using System.Globalization;
using System.Net;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Formats.Tmx;

/// <summary>Our <c>x-…</c> props, and how memoQ's context props and plain <c>client</c>/<c>domain</c> map onto the fields of a unit.</summary>
internal static class TmxProperties
{
    internal const string Date = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>The time that a date in the form of TMX says, or null. Read by hand: the general parser costs as much as the rest of the unit's start tag.</summary>
    internal static DateTimeOffset? ReadDate(string value)
    {
        if (value.Length != 16 || value[8] != 'T' || value[15] != 'Z')
        {
            return null;
        }

        int year = Number(value, 0, 4), month = Number(value, 4, 2), day = Number(value, 6, 2);
        int hour = Number(value, 9, 2), minute = Number(value, 11, 2), second = Number(value, 13, 2);
        var isTime = year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            && hour is >= 0 and < 24 && minute is >= 0 and < 60 && second is >= 0 and < 60;
        return isTime ? new DateTimeOffset(year, month, day, hour, minute, second, TimeSpan.Zero) : null;
    }

    // Negative where a character is no digit.
    private static int Number(string value, int start, int length)
    {
        var number = 0;
        for (var i = start; i < start + length; i++)
        {
            number = char.IsAsciiDigit(value[i]) ? (10 * number) + value[i] - '0' : -10_000;
        }

        return number;
    }

    /// <summary>Takes a property of the unit that is a field of it; false where it must be kept as a property.</summary>
    internal static bool Take(TmxDraft unit, string type, string value, string? language)
    {
        if (language is not null || value.Length == 0)
        {
            return false;
        }

        switch (type)
        {
            case "x-document":
                unit.Document = value;
                return true;
            case "x-url":
                unit.Url = value;
                return true;
            case "x-domain":
                unit.Domain = value;
                return true;
            case "x-client":
                unit.Client = value;
                return true;
            case "x-licence":
                unit.Licence = value;
                return true;
            case "x-confidential" when value is "yes" or "true" or "1" or "no" or "false" or "0":
                unit.Confidential = value is "yes" or "true" or "1";
                return true;
            case "x-origin" when EnumWord.Parse<UnitOrigin>(value) is { } origin and not UnitOrigin.Unknown:
                unit.Origin = origin;
                return true;
            case "x-status" when EnumWord.Parse<UnitStatus>(value) is { } status and not UnitStatus.Unknown:
                unit.Status = status;
                return true;
            case "x-score" when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var score) && score is >= 0 and <= 1:
                unit.Score = score;
                return true;
            case "x-source-language" when LanguageTag.TryParse(value, out var tag) && (tag.IsChinese || tag.IsEnglish):
                unit.ZhIsSource = tag.IsChinese;
                return true;

            // memoQ's own names stay as they are and fill the field as well.
            case "client" when unit.Client.Length == 0:
                unit.Client = value;
                return false;
            case "domain" when unit.Domain.Length == 0:
                unit.Domain = value;
                return false;
            default:
                return TakeContext(unit, type, value);
        }
    }

    /// <summary>Takes the contexts that memoQ writes on the source side.</summary>
    internal static UnitSide TakeContexts(TmxDraft unit, UnitSide side)
    {
        if (side.Properties.IsEmpty || !side.Properties.Any(static p => p.Type.StartsWith("x-context-", StringComparison.Ordinal)))
        {
            return side;
        }

        return side with { Properties = [.. side.Properties.Where(p => !TakeContext(unit, p.Type, p.Value))] };
    }

    /// <summary>The props that say the fields of a unit, in a fixed order.</summary>
    internal static void Of(TranslationUnit unit, string headerLanguage, Action<string, string> write)
    {
        Say("x-document", unit.Document);
        Say("x-url", unit.Url);
        Say("x-domain", unit.Domain.Length == 0 || Has(unit, "domain", unit.Domain) ? "" : unit.Domain);
        Say("x-client", unit.Client.Length == 0 || Has(unit, "client", unit.Client) ? "" : unit.Client);
        Say("x-licence", unit.Licence);
        Say("x-confidential", unit.Confidential ? "yes" : "");
        Say("x-origin", unit.Origin == UnitOrigin.Unknown ? "" : unit.Origin.ToString().ToLowerInvariant());
        Say("x-status", unit.Status == UnitStatus.Unknown ? "" : unit.Status.ToString().ToLowerInvariant());
        Say("x-score", unit.Score?.ToString("R", CultureInfo.InvariantCulture) ?? "");
        Say("x-source-language", headerLanguage == (unit.ZhIsSource ? "zh" : "en") ? "" : unit.ZhIsSource ? "zh" : "en");

        void Say(string type, string value)
        {
            if (value.Length > 0)
            {
                write(type, value);
            }
        }
    }

    /// <summary>The contexts as memoQ and XTM write them on the source side: an escaped seg element.</summary>
    internal static IEnumerable<UnitProperty> ContextOf(TranslationUnit unit)
    {
        if (unit.Previous.Length > 0)
        {
            yield return new UnitProperty("x-context-pre", Wrap(unit.Previous));
        }

        if (unit.Next.Length > 0)
        {
            yield return new UnitProperty("x-context-post", Wrap(unit.Next));
        }
    }

    private static bool TakeContext(TmxDraft unit, string type, string value)
    {
        if (type is not ("x-context-pre" or "x-context-post") || Unwrap(value) is not { Length: > 0 } text)
        {
            return false;
        }

        if (type is "x-context-pre")
        {
            unit.Previous = text;
        }
        else
        {
            unit.Next = text;
        }

        return true;
    }

    private static bool Has(TranslationUnit unit, string type, string value) =>
        unit.Properties.Any(p => p.Type == type && p.Value == value);

    private static string Wrap(string text) =>
        "<seg>" + text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal) + "</seg>";

    // Null where it holds codes: a plain text cannot say them, so the prop is kept as it is.
    private static string? Unwrap(string value)
    {
        if (!value.StartsWith("<seg>", StringComparison.Ordinal) || !value.EndsWith("</seg>", StringComparison.Ordinal))
        {
            return value.Contains('<', StringComparison.Ordinal) ? null : value;
        }

        var text = value[5..^6];
        return text.Contains('<', StringComparison.Ordinal) ? null : WebUtility.HtmlDecode(text);
    }
}
