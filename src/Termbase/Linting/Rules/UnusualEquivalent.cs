using Termbase.Languages;
using Termbase.Mining;

namespace Termbase.Linting.Rules;

/// <summary>A gloss whose Chinese is not the Chinese of its English, by a table of terms that admit no other reading. See <c>UnusualEquivalent.md</c>.</summary>
public sealed class UnusualEquivalent : DocumentRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB315", "unusual-equivalent", "中英文术语不对应", "Chinese and English terms do not belong together", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        var decided = new TermbaseView(context.Glossary);
        foreach (var pair in document.Pairs.Where(static p => p.Confidence >= 0.8 && p.En.Length > 0 && Han.Count(p.Zh) <= 24))
        {
            var zh = ChineseScript.ToSimplified(string.Concat(pair.Zh.Where(Han.IsHan)));
            if (decided.Decided(TermbaseView.ChineseKey(pair.Zh)).Any(d => d.Row.IsAcceptable && d.Form.CompareTo(EnglishForm.Of(pair.En)) == RenderingRelation.Same))
            {
                continue;
            }

            if ((OneCharacterOff(pair, zh) ?? OtherThanSet(pair, zh) ?? WordWithout(pair, zh) ?? OtherEnglish(pair, zh)) is { } message)
            {
                context.Report(pair.ZhLocation, message, f => f with { Zh = [pair.Zh], En = [pair.En], Identity = $"{pair.Zh}|{pair.En}" });
            }
        }
    }

    // "fiber-optic" glossed 光线…: none of its equivalents is there, but something one character away from one.
    private static string? OneCharacterOff(MinedPair pair, string zh)
    {
        foreach (var (english, chinese) in Equivalents.OfEnglish)
        {
            if (!Equivalents.HasStem(pair.En, english) || chinese.Any(c => zh.Contains(c, StringComparison.Ordinal)))
            {
                continue;
            }

            foreach (var right in chinese.Where(static c => c.Length >= 2))
            {
                for (var at = 0; at + right.Length <= zh.Length; at++)
                {
                    var there = zh.Substring(at, right.Length);
                    if (there.Zip(right).Count(static p => p.First != p.Second) == 1 && (right.Length > 3 || SoundAlike(there, right)))
                    {
                        return $"\"{english}\" is {right}; the gloss has {there} ({pair.Zh})";
                    }
                }
            }
        }

        return null;
    }

    private static bool SoundAlike(string a, string b) =>
        a.Zip(b).All(static p => p.First == p.Second || Romanization.Readings(p.First).Intersect(Romanization.Readings(p.Second), StringComparer.Ordinal).Any());

    // A string that is often mistyped, or a set phrase but for one character that sounds alike, with English that shares a word with the phrase's.
    private static string? OtherThanSet(MinedPair pair, string zh)
    {
        foreach (var (typo, right) in Equivalents.Typos)
        {
            if (zh.Contains(typo, StringComparison.Ordinal))
            {
                return $"{typo} in {pair.Zh} is usually a slip for {right[0]}";
            }
        }

        foreach (var (phrase, english) in Equivalents.Fixed.Where(f => f.Chinese.Length == zh.Length && f.Chinese != zh))
        {
            if (phrase.Zip(zh).Count(static p => p.First != p.Second) == 1 && SoundAlike(zh, phrase) && english[0].Split(' ').Any(w => w.Length > 3 && Equivalents.HasStem(pair.En, w)))
            {
                return $"{pair.Zh} differs in one character from the set phrase {phrase} ({english[0]})";
            }
        }

        return null;
    }

    // The English name of a body has a field that its Chinese name lacks. Short forms (发改委) leave words out by right.
    private static string? WordWithout(MinedPair pair, string zh)
    {
        if (zh.Length < 6 || !char.IsUpper(pair.En[0]) || !"局部委厅会".Contains(zh[^1], StringComparison.Ordinal) || pair.En.Count(static c => c == ' ') < 2)
        {
            return null;
        }

        foreach (var (english, chinese) in Equivalents.OfBodies)
        {
            if (Equivalents.HasStem(pair.En, english) && !chinese.Any(c => zh.Contains(c, StringComparison.Ordinal)))
            {
                var word = pair.En.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).First(w => w.StartsWith(english, StringComparison.OrdinalIgnoreCase));
                return $"\"{word}\" in \"{pair.En}\" has no Chinese in {pair.Zh}";
            }
        }

        return null;
    }

    // 动力电池 as "starter batteries": none of the ways to say it.
    private static string? OtherEnglish(MinedPair pair, string zh)
    {
        // A name may say anything, and an acronym says nothing.
        if (char.IsUpper(pair.En[0]) || pair.Confidence < 0.85 || !pair.En.Any(char.IsAsciiLetterLower))
        {
            return null;
        }

        foreach (var (chinese, english) in Equivalents.OfChinese)
        {
            if (zh.EndsWith(chinese, StringComparison.Ordinal) && zh.Length <= chinese.Length + 2 && !english.Any(e => Equivalents.HasStem(pair.En, e)))
            {
                return $"{chinese} is not \"{pair.En}\" (usual: {english[0]})";
            }
        }

        return null;
    }
}
