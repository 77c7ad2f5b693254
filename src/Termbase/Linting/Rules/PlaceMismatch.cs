using Termbase.Languages;
using Termbase.Mining;

namespace Termbase.Linting.Rules;

/// <summary>A province or city in the Chinese, another in the English. See <c>PlaceMismatch.md</c>.</summary>
public sealed class PlaceMismatch : DocumentRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB312", "place-mismatch", "中英文地名不符", "Chinese and English name different places", Severity.Error);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        foreach (var pair in document.Pairs.Where(static p => p.Confidence >= 0.6 && p.En.Length > 0))
        {
            var zh = ChineseScript.ToSimplified(string.Concat(pair.Zh.Where(Han.IsHan)));
            if (!PlaceNames.StandIn(zh))
            {
                continue;
            }

            var chinese = PlaceNames.All.Where(p => Names(zh, p)).ToList();
            var missing = chinese.Find(c => !c.English.Any(e => HasWord(pair.En, e)));
            if (missing is null)
            {
                continue;
            }

            var english = PlaceNames.All.Where(p => p.English.Any(e => HasWord(pair.En, e))).ToList();
            var other = english.Find(e => !zh.Contains(e.Zh, StringComparison.Ordinal)
                && !e.English.Any(name => PlaceNames.All.Any(p => zh.Contains(p.Zh, StringComparison.Ordinal) && p.English.Contains(name, StringComparer.Ordinal))));

            // One level against the same level; the province may be added to a city for the reader.
            if (other is not null && missing.Kind == other.Kind && missing.Kind != "other" && (other.Kind == "province" || !Reads(zh, other)))
            {
                context.Report(
                    pair.EnLocation,
                    $"the Chinese says {missing.Zh} ({missing.English[0]}), the English \"{other.English[0]}\" ({other.Zh})",
                    f => f with { Zh = [pair.Zh], En = [pair.En], Identity = $"{pair.Zh}|{pair.En}" });
            }
        }
    }

    // At the front, or with what makes it a place: 黄河南岸 holds no 河南.
    private static bool Names(string zh, Place place)
    {
        var at = zh.IndexOf(place.Zh, StringComparison.Ordinal);
        return at == 0 || (at > 0 && at + place.Zh.Length < zh.Length && zh[at + place.Zh.Length] is '省' or '市' or '州' or '盟');
    }

    private static bool Reads(string zh, Place english) =>
        zh.Length >= english.Zh.Length && Romanization.PinyinMatches(english.English[0], zh[..english.Zh.Length]);

    private static bool HasWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !char.IsLetter(text[at - 1])) && (at + word.Length == text.Length || !char.IsLetter(text[at + word.Length])))
            {
                return true;
            }
        }

        return false;
    }
}
