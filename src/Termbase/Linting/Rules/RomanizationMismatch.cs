using System.Text.RegularExpressions;
using Termbase.Languages;
using Termbase.Mining;

namespace Termbase.Linting.Rules;

/// <summary>English that is pinyin, but not of the Chinese it glosses. See <c>RomanizationMismatch.md</c>.</summary>
public sealed partial class RomanizationMismatch : DocumentRule
{
    // A brand is no reading: at least so much of it must agree for a slip to be likelier than a name of its own.
    private const int MostOff = 3;

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB311", "romanization-mismatch", "拼音与汉字不符", "Pinyin that does not match the characters", Severity.Error);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        foreach (var pair in document.Pairs.Where(static p => p.En.Length > 0 && p.Confidence >= (char.IsUpper(p.En[0]) && Kinds().IsMatch(p.En[(p.En.LastIndexOf(' ') + 1)..]) ? 0.25 : 0.6)))
        {
            if (Slip(pair) is { } slip && !IsOtherPlace(slip))
            {
                var right = Romanization.Pinyin(slip.Zh);
                var suggestion = Written(slip.Zh, right, slip.En);
                context.Report(
                    pair.EnLocation,
                    $"\"{slip.En}\" is not how {slip.Zh} is read ({suggestion})",
                    f => f with { Zh = [pair.Zh], En = pair.En == slip.En ? [pair.En] : [pair.En, slip.En], Suggestion = suggestion, Identity = $"{pair.Zh}|{pair.En}" });
            }
        }
    }

    // Shaanxi for 山西 is another place, which place-mismatch tells.
    private static bool IsOtherPlace((string Zh, string En) slip) =>
        PlaceNames.All.FirstOrDefault(p => p.Zh == slip.Zh) is { Kind: not "other" and var kind } && PlaceNames.All.Any(p => p.Kind == kind && p.Zh != slip.Zh && p.English.Contains(slip.En, StringComparer.Ordinal));

    // In two words where the pair is: a person's surname is kept apart.
    private static string Written(string zh, string pinyin, string latin)
    {
        var syllables = Romanization.PinyinSyllables(zh);
        var space = latin.IndexOf(' ', StringComparison.Ordinal);
        var first = space > 0 && Romanization.TryParsePinyin(latin[..space], out var own) && own.Length < syllables.Length ? own.Length : 0;
        return first == 0 ? Capital(pinyin) : $"{Capital(string.Concat(syllables[..first]))} {Capital(string.Concat(syllables[first..]))}";
    }

    private static string Capital(string word) => word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + word[1..];

    private static (string Zh, string En)? Slip(MinedPair pair)
    {
        var zh = ChineseScript.ToSimplified(string.Concat(pair.Zh.Where(Han.IsHan)));
        var words = (Kinds().IsMatch(pair.En) ? $"{Before().Match((pair.EnBlock ?? pair.Block).Text[..pair.EnSpan.Start]).Value}{pair.En}" : pair.En).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kind = words.Length > 1 && Kinds().IsMatch(words[^1]) ? words[^1] : "";
        if (kind.Length == 0 && WithField(words, zh) is { } company)
        {
            return company;
        }

        // "Lanshan Port Area": two words for 港区.
        var kinds = kind.Length == 0 ? 0 : words.Length > 2 && kind == "Area" && words[^2] is "Port" or "New" ? 2 : 1;
        var latin = string.Join(' ', words[..^kinds]);
        var suffix = Suffixes().Match(zh);

        // "the city of Xinghua (兴化市)": its kind stands before it.
        if (kind.Length == 0)
        {
            if (suffix.Success && Romanization.PinyinMatches(latin, zh[..suffix.Index]))
            {
                return null;
            }

            suffix = null;
        }

        var name = suffix is { Success: true } ? zh[..suffix.Index] : zh;
        if (name.Length is < 2 or > 5 || !char.IsUpper(latin[0]) || latin.Any(static c => !char.IsAsciiLetter(c) && c is not ('\'' or '’' or '-' or ' '))
            || latin.All(static c => !char.IsAsciiLetterLower(c)) || IsExempt(name, latin))
        {
            return null;
        }

        // "Jinsui Rice" for 金穗米业: the last word is English, though it could be read as pinyin.
        if (words.Length == 2 && kind.Length == 0 && Misspelling.IsListed(words[1].ToLowerInvariant()) && Enumerable.Range(2, name.Length - 2).Any(n => Romanization.PinyinMatches(words[0], name[..n])))
        {
            return null;
        }

        if (!Romanization.TryParsePinyin(latin, out var syllables))
        {
            // "Nantung" for 南通: a place under a name that is no pinyin, one letter off what is.
            if (latin.Contains(' ', StringComparison.Ordinal) || latin.AsSpan(1).ContainsAnyInRange('A', 'Z') || !(kind.Length > 0 || zh.Length > name.Length || PlaceNames.All.Any(p => p.Zh == name && (p.Kind is "city" or "province"))))
            {
                return null;
            }

            var right = Romanization.Fold(Romanization.Pinyin(name));
            var wrong = Romanization.Fold(latin);
            return right.Length >= 6 && wrong.Length >= 5 && right[0] == wrong[0] && EditDistance.Of(right, wrong) == 1 ? (name, latin) : null;
        }

        // As many syllables as characters, all but few letters alike: read wrongly. Fewer or quite other: a brand, another language.
        // Beside "County" or "Town" no brand is meant.
        if (Romanization.PinyinMatches(latin, name)
            || !(CanDiffer(latin, name, syllables.Length) || (kind is "County" or "City" or "District" or "Province" or "Town" or "Township" or "Village" or "Prefecture" && syllables.Length == name.Length && SharesSyllable(latin, name))))
        {
            return null;
        }

        return (name, latin);
    }

    // "Kanghui Medical" for 康汇医疗: what the field is called says which characters the first word stands for.
    private static (string Zh, string En)? WithField(string[] words, string zh)
    {
        if (words.Length >= 2 && FirstWord(words, zh) is { } slip)
        {
            return slip;
        }

        if (words.Length != 2 || zh.Length is < 4 or > 6 || !char.IsUpper(words[0][0]) || !words[0].All(char.IsAsciiLetter) || !words[0].Any(char.IsAsciiLetterLower) || GlossLexicon.IsEnglish(words[0].ToLowerInvariant()))
        {
            return null;
        }

        var field = GlossLexicon.ChineseOf(words[1].ToLowerInvariant()).FirstOrDefault(c => c.Length >= 2 && zh.EndsWith(c, StringComparison.Ordinal));
        var name = field is null ? "" : zh[..^field.Length];
        return name.Length is 2 or 3 && Romanization.TryParsePinyin(words[0], out var syllables) && syllables.Length == name.Length && !IsExempt(name, words[0])
            && !Romanization.PinyinMatches(words[0], name) && CanDiffer(words[0], name, syllables.Length) ? (name, words[0]) : null;
    }

    // "Xinghe Grain Machinery" for 新禾粮机: as many syllables as characters, one letter off, before words that are English.
    private static (string Zh, string En)? FirstWord(string[] words, string zh)
    {
        var latin = words[0];
        if (latin.Length < 5 || !char.IsUpper(latin[0]) || !latin.All(char.IsAsciiLetter) || latin.AsSpan(1).ContainsAnyInRange('A', 'Z') || Misspelling.IsListed(latin.ToLowerInvariant())
            || !words.Skip(1).All(static w => w.Any(char.IsAsciiLetterLower) && Misspelling.IsListed(w.TrimEnd(',', '.').ToLowerInvariant()))
            || !Romanization.TryParsePinyin(latin, out var syllables) || syllables.Length is not (2 or 3) || zh.Length < syllables.Length + 2)
        {
            return null;
        }

        var name = zh[..syllables.Length];
        return !IsExempt(name, latin) && !PlaceNames.IsPlace(latin) && !Romanization.PinyinMatches(latin, name) && CanDiffer(latin, name, syllables.Length)
            && EditDistance.Of(Romanization.Fold(Romanization.Pinyin(name)), Romanization.Fold(latin)) == 1 ? (name, latin) : null;
    }

    private static bool SharesSyllable(string latin, string name) =>
        Romanization.Readings(name[0]).Any(r => Romanization.Fold(latin).StartsWith(Romanization.Fold(r), StringComparison.Ordinal))
        || Romanization.Readings(name[^1]).Any(r => Romanization.Fold(latin).EndsWith(Romanization.Fold(r), StringComparison.Ordinal));

    private static bool CanDiffer(string latin, string name, int syllables)
    {
        if (Math.Abs(syllables - name.Length) > 1)
        {
            return false;
        }

        var right = Romanization.Fold(Romanization.Pinyin(name));
        var wrong = Romanization.Fold(latin);
        var first = Romanization.Readings(name[0]).Any(r => wrong.StartsWith(Romanization.Fold(r), StringComparison.Ordinal));
        var last = Romanization.Readings(name[^1]).Any(r => wrong.EndsWith(Romanization.Fold(r), StringComparison.Ordinal));

        // Four characters and more mostly write a name of another language: 白云鄂博 is Bayan Obo.
        return (first || last) && EditDistance.Of(right, wrong) is > 0 and var off && off <= (name.Length > 3 ? 1 : MostOff);
    }

    // Tibetan, Uyghur, Mongolian, Hong Kong and Taiwan names are read otherwise; so are places with a name of their own.
    private static bool IsExempt(string name, string latin) =>
        PlaceNames.All.Any(p => p.Zh[0] == name[0] && p.Kind != "" && name.StartsWith(p.Zh, StringComparison.Ordinal) && p.English.Contains(latin, StringComparer.OrdinalIgnoreCase))
        || Foreign().IsMatch(name) || WadeGiles().IsMatch(latin);

    // The kind alone, where nothing in the Chinese told that the name belongs to it.
    [GeneratedRegex(@"\p{Lu}[a-z']+ $", RegexOptions.CultureInvariant)]
    private static partial Regex Before();

    [GeneratedRegex("^(?:City|County|District|Province|Township|Town|Village|Municipality|Prefecture|Group|Road|Port|River|Lake|Mountain|Island|Area|Bay|Reservoir|Airport|Station|Peninsula|Harbor|Harbour|Canal)$", RegexOptions.CultureInvariant)]
    private static partial Regex Kinds();

    [GeneratedRegex("(?:港区|新区|地区|市|县|区|省|镇|乡|村|州|集团|路|港|江|河|湖|山|半岛|岛|湾|水库|机场|站|运河)$", RegexOptions.CultureInvariant)]
    private static partial Regex Suffixes();

    [GeneratedRegex("[扎旺措卓玛吐尔买提布赖孜汗依拉姆萨]{2}|香港|澳门|台湾", RegexOptions.CultureInvariant)]
    private static partial Regex Foreign();

    [GeneratedRegex("(?:^|[ -])(?:Hs|Ts|Tz|Ch[ui]n?g?-|Kuo|Chiang|Chou|Kao|Tsai|Lee|Wong|Chan)", RegexOptions.CultureInvariant)]
    private static partial Regex WadeGiles();
}
