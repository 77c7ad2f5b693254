using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Termbase.Formats.Xliff.Checks;

/// <summary>The types of attribute values (XML Schema and BCP 47), by the short names that the tables use.</summary>
internal static partial class ValueTypes
{
    /// <summary>Null where the value is of the type, else what it should be.</summary>
    internal static string? Fault(string type, string value) => type switch
    {
        "" => null,
        "nmtoken" => IsNmToken(value) ? null : "a name without spaces or signs other than . - _ :",
        "nmtokens" => value.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } all && all.All(IsNmToken)
            ? null : "names separated by spaces",
        "lang" => IsLanguage(value) ? null : "a language tag (BCP 47) such as zh-CN",
        "own" => OwnValue().IsMatch(value) ? null : "prefix:value",
        "mark" => value is "generic" or "comment" or "term" || OwnValue().IsMatch(value) ? null : "generic, comment, term or prefix:value",
        "positive" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? null : "a whole number from 1",
        "priority" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var one) && one is >= 1 and <= 10 ? null : "1 to 10",
        "hex" => value.Length % 2 == 0 && value.Length > 0 && value.All(char.IsAsciiHexDigit) ? null : "an even number of hexadecimal digits",
        "percent" => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 100 ? null : "0 to 100",
        "x" => value.StartsWith("x-", StringComparison.Ordinal) ? null : "a value of the list or x-…",
        _ when type.StartsWith("x|", StringComparison.Ordinal) =>
            value.StartsWith("x-", StringComparison.Ordinal) ? null : Listed(type[2..], value),
        _ => Listed(type, value),
    };

    /// <summary>The value of the type that was surely meant (other case, true for yes, zh_CN for zh-CN), or null.</summary>
    internal static string? Nearest(string type, string value)
    {
        var trimmed = value.Trim();
        var lower = trimmed.ToLowerInvariant();
        var said = lower switch { "true" or "1" or "y" => "yes", "false" or "0" or "n" => "no", _ => lower };
        var listed = type.Split('|').FirstOrDefault(v => v.Equals(trimmed, StringComparison.OrdinalIgnoreCase));
        var language = type == "lang" && Languages.LanguageTag.TryParse(trimmed, out var tag) ? tag.ToString() : null;
        return new[] { listed, language, trimmed, lower, said }.FirstOrDefault(v => !string.IsNullOrEmpty(v) && v != value && Fault(type, v) is null);
    }

    /// <summary>Well-formed by RFC 5646 §2.1 (language of 2–8 letters, subtags of 1–8), private use and grandfathered tags included.</summary>
    internal static bool IsLanguage(string value) => LanguageTagForm().IsMatch(value);

    internal static bool IsNmToken(string value)
    {
        foreach (var c in value)
        {
            if (!XmlConvert.IsNCNameChar(c) && c != ':' && !char.IsSurrogate(c))
            {
                return false;
            }
        }

        return value.Length > 0;
    }

    private static string? Listed(string list, string value) =>
        list.Split('|').Contains(value, StringComparer.Ordinal) ? null : "one of " + list.Replace("|", ", ", StringComparison.Ordinal);

    [GeneratedRegex(@"^[^\s:]+:[^\s:]+$", RegexOptions.CultureInvariant)]
    private static partial Regex OwnValue();

    [GeneratedRegex("^(?:[A-Za-z]{2,8}|[xXiI])(?:-[A-Za-z0-9]{1,8})*$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTagForm();
}
