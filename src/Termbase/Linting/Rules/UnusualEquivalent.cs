using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Termbase.Languages;
using Termbase.Mining;

namespace Termbase.Linting.Rules;

/// <summary>A gloss whose Chinese is not the Chinese of its English, by a table of terms that admit no other reading. See <c>UnusualEquivalent.md</c>.</summary>
public sealed partial class UnusualEquivalent : DocumentRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB315", "unusual-equivalent", "中英文术语不对应", "Chinese and English terms do not belong together", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        var decided = TermbaseView.Of(context.Glossary);
        var keys = document.Reading.Uses.Where(static u => u.Pair.En.Length > 0).GroupBy(static u => u.Form.Key, static u => u.Key, StringComparer.Ordinal)
            .ToDictionary(static g => g.Key, static g => g.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        List<string> texts = [.. keys.Values.SelectMany(static k => k).Distinct(StringComparer.Ordinal)];
        var chinese = new OneOffIndex(texts);
        foreach (var use in document.Reading.Uses.Where(static u => u.Pair.Confidence >= Unsure && u.Pair.En.Length > 0 && Han.Count(u.Pair.Zh) <= 24))
        {
            var pair = use.Pair;
            var zh = ChineseScript.ToSimplified(string.Concat(pair.Zh.Where(Han.IsHan)));

            // A figure with its unit says nothing of the term before it: "8.6 million tonnes of carbon dioxide (860万吨)".
            if (decided.Has(use.Key, use.Form) || Figure().IsMatch(pair.Zh))
            {
                continue;
            }

            // Where the document has it in both forms, TB314 tells so.
            if (keys[use.Form.Key].Any(other => NearIdenticalChinese.Tells(use.Key, other)) || (use.Key.Length >= 4 && chinese.Near(use.Key).Any(n => NearIdenticalChinese.Tells(use.Key, texts[n]))))
            {
                continue;
            }

            var tabled = OffTheTable(pair, zh);
            if (pair.Confidence < Sure && tabled is null)
            {
                continue;
            }

            if ((OneCharacterOff(pair, zh) ?? tabled ?? OffTheLexicon(pair, zh) ?? OtherThanSet(pair, zh) ?? WordWithout(pair, zh) ?? OtherEnglish(pair, zh) ?? OtherChinese(pair, zh) ?? OffTheWords(pair, zh)) is { } message)
            {
                context.Report(pair.ZhLocation, message, f => f with { Zh = [pair.Zh], En = [pair.En], Identity = $"{pair.Zh}|{pair.En}" });
            }
        }
    }

    // "fiber-optic" glossed 光线…: none of its equivalents is there, but something one character away from one.
    private static string? OneCharacterOff(MinedPair pair, string zh)
    {
        foreach (var (english, chinese) in Equivalents.StemsIn(pair.En))
        {
            if (chinese.Any(c => zh.Contains(c, StringComparison.Ordinal)))
            {
                continue;
            }

            foreach (var right in chinese.Where(static c => c.Length >= 2))
            {
                for (var at = 0; at + right.Length <= zh.Length; at++)
                {
                    if (OneOff(zh.AsSpan(at, right.Length), right) >= 0 && zh.Substring(at, right.Length) is var there && (right.Length > 3 || SoundAlike(there, right)))
                    {
                        return $"\"{english}\" is {right}; the gloss has {there} ({pair.Zh})";
                    }
                }
            }
        }

        return null;
    }

    // 海面城市 beside "sponge city": a character that sounds or looks alike makes it the term of the table that this English stands for.
    private static string? OffTheTable(MinedPair pair, string zh)
    {
        var english = Beside(pair);
        foreach (var number in Meant(english))
        {
            var term = Terms[number].Chinese;
            for (var from = 0; from + term.Length <= zh.Length; from++)
            {
                var there = zh.AsSpan(from, term.Length);
                if (OneOff(there, term) is >= 0 and var at && LookAlike.Nearly(there[at], term[at]) && !zh.Contains(term, StringComparison.Ordinal)
                    && (term.Length > 2 || GlossLexicon.English(there) is null) && !IsTerm(there))
                {
                    return $"{term} is meant by \"{pair.En}\"; the gloss has {there}";
                }
            }
        }

        return null;
    }

    // The terms of the table of which English has a stem, the shortest first.
    private static List<int> Meant(string english)
    {
        var found = new List<int>();
        var byBeginning = ByBeginning.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < english.Length; at++)
        {
            if (at > 0 && char.IsLetter(english[at - 1]))
            {
                continue;
            }

            for (var length = 1; length <= Beginning && at + length <= english.Length; length++)
            {
                foreach (var (stem, number) in byBeginning.TryGetValue(english.AsSpan(at, length), out var stems) ? stems : [])
                {
                    if (!found.Contains(number) && Equivalents.HasStem(english, stem))
                    {
                        found.Add(number);
                    }
                }
            }
        }

        found.Sort(static (a, b) => Terms[a].Chinese.Length != Terms[b].Chinese.Length ? Terms[a].Chinese.Length - Terms[b].Chinese.Length : a - b);
        return found;
    }

    // How many letters of a stem it is looked up by.
    private const int Beginning = 4;

    // Where the English of the gloss begins may be uncertain; the words before the bracket are not.
    private static string Beside(MinedPair pair) =>
        pair.EnBlock is null && pair.ZhSpan.Start > 0 && pair.Kind == GlossKind.Paren ? pair.Block.Text[Math.Max(0, Math.Min(pair.EnSpan.Start, pair.ZhSpan.Start - 40))..pair.ZhSpan.Start] : pair.En;

    private const double Sure = 0.6;

    // Enough where a character is plainly wrong.
    private const double Unsure = 0.3;

    private static bool IsTerm(ReadOnlySpan<char> chinese) => Known.GetAlternateLookup<ReadOnlySpan<char>>().Contains(chinese);

    private const int LongestTerm = 12;

    private static readonly List<(string Chinese, ImmutableArray<string> English)> Terms = [.. Equivalents.OfChinese.Where(static t => t.Chinese.Length is >= 2 and <= LongestTerm)];

    private static readonly FrozenDictionary<string, (string Stem, int Number)[]> ByBeginning = Terms
        .SelectMany(static (t, number) => t.English.Select(stem => (stem, number))).GroupBy(static p => p.stem[..Math.Min(Beginning, p.stem.Length)], StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(static g => g.Key, static g => g.ToArray(), StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Known = Terms.Select(static t => t.Chinese).ToFrozenSet(StringComparer.Ordinal);

    private static readonly ILookup<char, (string Chinese, ImmutableArray<string> English)> ByLast = Equivalents.OfChinese.ToLookup(static t => t.Chinese[^1]);

    // 传威器 beside "sensor": the lexicon has 传感器 for it, nothing else in the gloss is its Chinese, and what stands there is no word.
    private static string? OffTheLexicon(MinedPair pair, string zh)
    {
        if (zh.Length < 3)
        {
            return null;
        }

        foreach (var word in pair.En.Split([' ', '-', ',', '"', '“', '”'], StringSplitOptions.RemoveEmptyEntries).Where(static w => w.Length >= 5 && char.IsAsciiLetterLower(w[^1])))
        {
            var lower = word.ToLowerInvariant();
            var chinese = GlossLexicon.ChineseOf(lower).ToList();
            // 公建 for "building": the one character 建 says it.
            if (chinese.Any(c => zh.Contains(c, StringComparison.Ordinal))
                || zh.Any(c => GlossLexicon.English([c]) is { } one && Array.Exists(one, e => GlossLexicon.IsFormOf(lower, e))))
            {
                continue;
            }

            foreach (var right in chinese.Where(static c => c.Length is 2 or 3 or 4))
            {
                for (var at = 0; at + right.Length <= zh.Length; at++)
                {
                    if (OneOff(zh.AsSpan(at, right.Length), right) is >= 0 and var off && zh.Substring(at, right.Length) is var there
                        && GlossLexicon.English(there) is null && !IsInWord(zh, at + off, at, at + right.Length)
                        && (SoundAlike(there, right) || (right.Length >= 3 && off > 0 && off < right.Length - 1)))
                    {
                        return $"\"{word}\" is {right}; the gloss has {there} ({pair.Zh})";
                    }
                }
            }
        }

        return null;
    }

    // The differing character belongs to a word of its own with a neighbour outside.
    private static bool IsInWord(string zh, int at, int from, int to)
    {
        for (var length = 2; length <= 4; length++)
        {
            for (var start = Math.Max(0, at - length + 1); start <= at && start + length <= zh.Length; start++)
            {
                if ((start < from || start + length > to || length < to - from) && GlossLexicon.English(zh.AsSpan(start, length)) is not null)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool SoundAlike(string a, string b) =>
        a.Zip(b).All(static p => p.First == p.Second || LookAlike.Are(p.First, p.Second));

    [GeneratedRegex("^[约近超达逾]?[0-9０-９.,，．]+ ?[余多]?[十百千万亿]*[余多]?\\p{IsCJKUnifiedIdeographs}{0,4}(?:以上|以下|左右|以内)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Figure();

    // Where two strings of one length differ, if in one place; else -1.
    private static int OneOff(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        a.CommonPrefixLength(b) is var at && at < a.Length && a[(at + 1)..].SequenceEqual(b[(at + 1)..]) ? at : -1;

    // A string that is often mistyped, or a set phrase but for one character that sounds alike, with English that shares a word with the phrase's.
    private static string? OtherThanSet(MinedPair pair, string zh)
    {
        foreach (var (typo, right) in Equivalents.HasTypo(zh) ? Equivalents.Typos : [])
        {
            if (zh.Contains(typo, StringComparison.Ordinal))
            {
                return $"{typo} in {pair.Zh} is usually a slip for {right[0]}";
            }
        }

        foreach (var (phrase, english) in Equivalents.Fixed.Where(f => f.Chinese.Length == zh.Length && f.Chinese != zh))
        {
            if (OneOff(phrase, zh) >= 0 && SoundAlike(zh, phrase) && english[0].Split(' ').Any(w => w.Length > 3 && Equivalents.HasStem(pair.En, w)))
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

    // A capital at the head of a sentence makes no name.
    private static bool IsName(MinedPair pair) => char.IsUpper(pair.En[0]) && (pair.EnSpan.Start > 0 && !((pair.EnBlock ?? pair.Block).Text.AsSpan(0, pair.EnSpan.Start).TrimEnd() is [.., '.' or ':' or ';']) || pair.En.AsSpan(1).ContainsAnyInRange('A', 'Z'));

    // "liquefied natural gas" glossed 液化石油气: the term alone, with none of its Chinese.
    private static string? OtherChinese(MinedPair pair, string zh)
    {
        if (IsName(pair) || zh.Length is < 2 or > 8)
        {
            return null;
        }

        foreach (var (english, chinese) in Equivalents.OfEnglish.Where(static e => e.English.Contains(' ', StringComparison.Ordinal)))
        {
            if (LastAt(pair.En, english) is >= 0 and var at && pair.En.AsSpan(0, at).Count(' ') <= 2 && !chinese.Any(c => zh.Contains(c, StringComparison.Ordinal)))
            {
                return $"\"{english}\" is {chinese[0]}, not {pair.Zh}";
            }
        }

        return null;
    }

    // At the end, but for two characters.
    private static int LastAt(ReadOnlySpan<char> english, string term)
    {
        for (var at = english.Length - term.Length; at >= 0 && at + term.Length + 2 >= english.Length; at--)
        {
            if (english[at..].StartsWith(term, StringComparison.OrdinalIgnoreCase))
            {
                return at;
            }
        }

        return -1;
    }

    // 动力电池 as "starter batteries": none of the ways to say it.
    private static string? OtherEnglish(MinedPair pair, string zh)
    {
        // A name may say anything, and an acronym says nothing.
        if (zh.Length == 0 || IsName(pair) || pair.Confidence < 0.7 || !pair.En.Any(char.IsAsciiLetterLower))
        {
            return null;
        }

        foreach (var (chinese, english) in ByLast[zh[^1]])
        {
            if (zh.EndsWith(chinese, StringComparison.Ordinal) && zh.Length <= chinese.Length + 2 && !english.Any(e => Equivalents.HasStem(pair.En, e)))
            {
                return $"{chinese} is not \"{pair.En}\" (usual: {english[0]})";
            }
        }

        return null;
    }
}
