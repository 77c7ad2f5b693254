using System.Collections.Frozen;
using System.Text;

namespace Termbase.Languages;

/// <summary>
/// A language code as files and people write it, read leniently and given out as a canonical BCP 47 tag (RFC 5646 §2.1.1: language
/// in lower case, script in title case, region in upper case). Understands underscores, any letter case, ISO 639-2/3 codes
/// (<c>chi</c>, <c>zho</c>, <c>cmn</c>, <c>eng</c>), Windows' old <c>zh-CHS</c>/<c>zh-CHT</c> and English names
/// (<c>Chinese (Simplified)</c>). Immutable; the default value is "not said".
/// </summary>
public readonly record struct LanguageTag
{
    private static readonly FrozenDictionary<string, string> Languages = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["chi"] = "zh",
        ["zho"] = "zh",
        ["cmn"] = "zh",
        ["chn"] = "zh",
        ["eng"] = "en",
        ["jpn"] = "ja",
        ["kor"] = "ko",
        ["fra"] = "fr",
        ["fre"] = "fr",
        ["deu"] = "de",
        ["ger"] = "de",
        ["rus"] = "ru",
        ["spa"] = "es",
        ["por"] = "pt",
        ["ita"] = "it",
        ["nld"] = "nl",
        ["dut"] = "nl",
        ["ara"] = "ar",
        ["vie"] = "vi",
        ["tha"] = "th",
        ["ind"] = "id",
        ["msa"] = "ms",
        ["may"] = "ms",
        ["pol"] = "pl",
        ["tur"] = "tr",
        ["ukr"] = "uk",
        ["swe"] = "sv",
        ["dan"] = "da",
        ["fin"] = "fi",
        ["nob"] = "nb",
        ["ces"] = "cs",
        ["cze"] = "cs",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["chinese"] = "zh",
        ["中文"] = "zh",
        ["汉语"] = "zh",
        ["漢語"] = "zh",
        ["mandarin"] = "zh",
        ["simplified chinese"] = "zh-Hans",
        ["chinese simplified"] = "zh-Hans",
        ["简体中文"] = "zh-Hans",
        ["chinese prc"] = "zh-CN",
        ["chinese china"] = "zh-CN",
        ["chinese people's republic of china"] = "zh-CN",
        ["chinese simplified prc"] = "zh-CN",
        ["chinese simplified china"] = "zh-CN",
        ["chinese singapore"] = "zh-SG",
        ["traditional chinese"] = "zh-Hant",
        ["chinese traditional"] = "zh-Hant",
        ["繁體中文"] = "zh-Hant",
        ["繁体中文"] = "zh-Hant",
        ["chinese taiwan"] = "zh-TW",
        ["chinese traditional taiwan"] = "zh-TW",
        ["chinese hong kong"] = "zh-HK",
        ["chinese traditional hong kong"] = "zh-HK",
        ["chinese hong kong sar"] = "zh-HK",
        ["chinese macao"] = "zh-MO",
        ["english"] = "en",
        ["英文"] = "en",
        ["英语"] = "en",
        ["英語"] = "en",
        ["american english"] = "en-US",
        ["british english"] = "en-GB",
        ["english us"] = "en-US",
        ["english usa"] = "en-US",
        ["english united states"] = "en-US",
        ["english u.s."] = "en-US",
        ["english uk"] = "en-GB",
        ["english united kingdom"] = "en-GB",
        ["english u.k."] = "en-GB",
        ["english australia"] = "en-AU",
        ["english canada"] = "en-CA",
        ["japanese"] = "ja",
        ["korean"] = "ko",
        ["french"] = "fr",
        ["german"] = "de",
        ["russian"] = "ru",
        ["spanish"] = "es",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly string? _language;

    private LanguageTag(string language, string? script, string? region, string? rest)
    {
        _language = language;
        Script = script;
        Region = region;
        Rest = rest;
    }

    /// <summary>The language subtag (<c>zh</c>, <c>en</c>); empty where nothing was said.</summary>
    public string Language => _language ?? "";

    /// <summary>The script as written (<c>Hans</c>, <c>Hant</c>), or null; see <see cref="IsTraditional"/>.</summary>
    public string? Script { get; }

    /// <summary>The region as written (<c>CN</c>, <c>TW</c>, <c>419</c>), or null.</summary>
    public string? Region { get; }

    /// <summary>Variants, extensions and private use, joined by hyphens, or null.</summary>
    public string? Rest { get; }

    /// <summary>Whether this is Chinese of any region or script. Cantonese and other languages with their own code are not.</summary>
    public bool IsChinese => string.Equals(_language, "zh", StringComparison.Ordinal);

    /// <summary>Whether this is English of any region.</summary>
    public bool IsEnglish => string.Equals(_language, "en", StringComparison.Ordinal);

    /// <summary>Chinese in traditional characters: said by the script, else by a region that writes them (TW, HK, MO).</summary>
    public bool IsTraditional => IsChinese && (Script is "Hant" || (Script is null && Region is "TW" or "HK" or "MO"));

    /// <summary>Reads a code or an English name of a language; false where it is neither.</summary>
    public static bool TryParse(string? text, out LanguageTag tag)
    {
        tag = default;
        var code = (text ?? "").Trim();
        if (code.Length == 0 || code[0] == '*')
        {
            return false;
        }

        if (Names.TryGetValue(NameKey(code), out var named))
        {
            code = named;
        }

        var parts = code.Replace('_', '-').Split('-');
        if (!IsAlpha(parts[0], 2, 3) || !parts.All(static p => p.Length is > 0 and <= 8 && p.All(char.IsAsciiLetterOrDigit)))
        {
            // zh_CN.UTF-8 and the like: what follows the dot says nothing about the language.
            var dot = code.IndexOfAny(['.', '@']);
            return dot > 0 && TryParse(code[..dot], out tag);
        }

        var at = 1;
        var language = Languages.GetValueOrDefault(parts[0], parts[0].ToLowerInvariant());
        if (at < parts.Length && IsAlpha(parts[at], 3, 3) && language is "zh")
        {
            // An extended language subtag (zh-cmn, zh-yue), or Windows' CHS/CHT.
            var extended = parts[at++].ToLowerInvariant();
            if (extended is "chs" or "cht")
            {
                parts[--at] = extended is "chs" ? "Hans" : "Hant";
            }
            else
            {
                language = Languages.GetValueOrDefault(extended, extended);
            }
        }

        string? script = null, region = null;
        if (at < parts.Length && IsAlpha(parts[at], 4, 4))
        {
            script = string.Concat(parts[at][..1].ToUpperInvariant(), parts[at][1..].ToLowerInvariant());
            at++;
        }

        if (at < parts.Length && (IsAlpha(parts[at], 2, 2) || (parts[at].Length == 3 && parts[at].All(char.IsAsciiDigit))))
        {
            region = parts[at++].ToUpperInvariant();
        }

        var rest = at < parts.Length ? string.Join('-', parts[at..]).ToLowerInvariant() : null;
        tag = new LanguageTag(language, script, region, rest);
        return true;
    }

    /// <summary>The canonical BCP 47 tag; empty for the default value.</summary>
    public override string ToString()
    {
        var tag = new StringBuilder(Language);
        foreach (var part in (ReadOnlySpan<string?>)[Script, Region, Rest])
        {
            if (part is not null)
            {
                tag.Append('-').Append(part);
            }
        }

        return tag.ToString();
    }

    private static bool IsAlpha(string part, int min, int max) =>
        part.Length >= min && part.Length <= max && part.All(char.IsAsciiLetter);

    private static string NameKey(string name) =>
        string.Join(' ', name.Split([' ', '(', ')', ',', '，', '（', '）'], StringSplitOptions.RemoveEmptyEntries));
}
