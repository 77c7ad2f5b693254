using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Formats.Tmx;

/// <summary>Our <c>x-…</c> props, and how memoQ's context props and plain <c>client</c>/<c>domain</c> map onto the fields of a unit.</summary>
internal static class TmxProperties
{
    internal const string Date = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>Takes the props that are fields of the unit out of its properties and of those of its source side.</summary>
    internal static TranslationUnit Map(TranslationUnit unit)
    {
        var kept = ImmutableArray.CreateBuilder<UnitProperty>(unit.Properties.Length);
        foreach (var property in unit.Properties)
        {
            if (Take(ref unit, property))
            {
                continue;
            }

            // memoQ's own names stay as they are and fill the field as well.
            unit = property switch
            {
                { Type: "client", Value.Length: > 0 } when unit.Client.Length == 0 => unit with { Client = property.Value },
                { Type: "domain", Value.Length: > 0 } when unit.Domain.Length == 0 => unit with { Domain = property.Value },
                _ => unit,
            };
            kept.Add(property);
        }

        unit = unit with { Properties = kept.DrainToImmutable() };
        var side = unit.Source;
        if (!side.Properties.Any(static p => p.Type.StartsWith("x-context-", StringComparison.Ordinal)))
        {
            return unit;
        }

        var rest = ImmutableArray.CreateBuilder<UnitProperty>(side.Properties.Length);
        foreach (var property in side.Properties)
        {
            if (!TakeContext(ref unit, property))
            {
                rest.Add(property);
            }
        }

        side = side with { Properties = rest.DrainToImmutable() };
        return unit.ZhIsSource ? unit with { Zh = side } : unit with { En = side };
    }

    /// <summary>The props that say the fields of a unit, in a fixed order.</summary>
    internal static IEnumerable<UnitProperty> Of(TranslationUnit unit, string headerLanguage)
    {
        (string Type, string Value)[] all =
        [
            ("x-document", unit.Document),
            ("x-url", unit.Url),
            ("x-domain", Has(unit, "domain", unit.Domain) ? "" : unit.Domain),
            ("x-client", Has(unit, "client", unit.Client) ? "" : unit.Client),
            ("x-licence", unit.Licence),
            ("x-confidential", unit.Confidential ? "yes" : ""),
            ("x-origin", unit.Origin == UnitOrigin.Unknown ? "" : unit.Origin.ToString().ToLowerInvariant()),
            ("x-status", unit.Status == UnitStatus.Unknown ? "" : unit.Status.ToString().ToLowerInvariant()),
            ("x-score", unit.Score?.ToString("R", CultureInfo.InvariantCulture) ?? ""),
            ("x-source-language", headerLanguage == (unit.ZhIsSource ? "zh" : "en") ? "" : unit.ZhIsSource ? "zh" : "en"),
        ];
        return all.Where(static p => p.Value.Length > 0).Select(static p => new UnitProperty(p.Type, p.Value));
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

    private static bool Take(ref TranslationUnit unit, UnitProperty property)
    {
        var value = property.Value;
        if (property.Language is not null || value.Length == 0)
        {
            return false;
        }

        TranslationUnit? taken = property.Type switch
        {
            "x-document" => unit with { Document = value },
            "x-url" => unit with { Url = value },
            "x-domain" => unit with { Domain = value },
            "x-client" => unit with { Client = value },
            "x-licence" => unit with { Licence = value },
            "x-confidential" when value is "yes" or "true" or "1" => unit with { Confidential = true },
            "x-confidential" when value is "no" or "false" or "0" => unit with { Confidential = false },
            "x-origin" when Parse<UnitOrigin>(value) is { } origin => unit with { Origin = origin },
            "x-status" when Parse<UnitStatus>(value) is { } status => unit with { Status = status },
            "x-score" when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var score)
                && score is >= 0 and <= 1 => unit with { Score = score },
            "x-source-language" when LanguageTag.TryParse(value, out var tag) && (tag.IsChinese || tag.IsEnglish) =>
                unit with { ZhIsSource = tag.IsChinese },
            _ => null,
        };
        unit = taken ?? unit;
        return taken is not null || TakeContext(ref unit, property);
    }

    private static bool TakeContext(ref TranslationUnit unit, UnitProperty property)
    {
        if (property.Type is not ("x-context-pre" or "x-context-post") || Unwrap(property.Value) is not { Length: > 0 } text)
        {
            return false;
        }

        unit = property.Type is "x-context-pre" ? unit with { Previous = text } : unit with { Next = text };
        return true;
    }

    private static T? Parse<T>(string value)
        where T : struct, Enum =>
        char.IsAsciiLetter(value[0]) && Enum.TryParse<T>(value, ignoreCase: true, out var parsed) && !parsed.Equals(default(T)) ? parsed : null;

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
