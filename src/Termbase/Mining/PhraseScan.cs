using Termbase.Languages;
using Termbase.Matching;

namespace Termbase.Mining;

/// <summary>A stretch of a sentence that can be a term. Immutable.</summary>
/// <param name="Key">The same for all forms of it: words or stems, joined by spaces.</param>
/// <param name="Surface">As it stands.</param>
/// <param name="Words">Its words (Chinese) or stems (English); words that only join others are left out.</param>
/// <param name="Before">The word before it; empty at the edge of a clause.</param>
/// <param name="After">The word behind it; empty at the edge of a clause.</param>
internal sealed record Phrase(string Key, string Surface, string[] Words, string Before, string After);

/// <summary>All stretches of a sentence that can be terms by the words at their edges. Stateless and thread-safe.</summary>
internal static class PhraseScan
{
    private const int MostChineseWords = 5;
    private const int LongestChinese = 14;
    private const int MostEnglishWords = 7;

    // Words at whose side a Chinese term never has its edge.
    private const string ChineseEdges =
        "的了和与及或是在对不其等为以由将把被从向到各每有可也都就而于之所这那该此又并但若如则中上下内外后前时年月日个名次项条款章节种些位只再还很更最已未应须得能会要让使给比按据因当着过地本我你他它们一二三四五六七八九十百千万亿两多数第和同跟者";

    private static readonly HashSet<string> s_chineseEdgeWords = new(
        "以及 或者 并且 但是 可以 应当 必须 不得 依照 按照 根据 通过 对于 关于 由于 因此 如果 其他 其它 任何 一切 所有 有关 进行 实行 规定 没有 他们 我们 他的 自己 这个 这些 那些 一个 两个 目前 今年 去年 昨天 今天 已经 正在 表示 认为 指出 以上 以下 左右 同时 此外 其中 以来 之间 之后 之前 成为 作为 具有 包括 需要 能够 不能 不是 就是 还是 使用 得到 没 是否 如何 什么 因为 所以 虽然 而且 不仅 只有 只要 为了 随着 下列 上述 本法 本人"
            .Split(' '),
        StringComparer.Ordinal);

    /// <summary>The stretches of a Chinese sentence.</summary>
    public static IEnumerable<Phrase> Chinese(string sentence)
    {
        var text = ChineseScript.ToSimplified(sentence);
        var words = new List<string>();
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && Han.IsHan(text[i]))
            {
                i++;
            }

            if (i - start < 2)
            {
                continue;
            }

            words.Clear();
            BilingualLexicon.Instance.Segment(text[start..i], words);
            for (var from = 0; from < words.Count; from++)
            {
                var length = 0;
                for (var to = from; to < Math.Min(words.Count, from + MostChineseWords); to++)
                {
                    length += words[to].Length;
                    if (length > LongestChinese)
                    {
                        break;
                    }

                    if (length >= 2 && !IsEdge(words[from], to > from) && !IsEdge(words[to], to > from) && !words.GetRange(from, to - from + 1).Exists(static w => w is "的" or "了" or "是" or "在"))
                    {
                        var part = words.GetRange(from, to - from + 1);
                        yield return new Phrase(
                            string.Join(' ', part), string.Concat(part), [.. part], from > 0 ? words[from - 1] : "", to + 1 < words.Count ? words[to + 1] : "");
                    }
                }
            }
        }
    }

    /// <summary>The stretches of an English sentence.</summary>
    public static IEnumerable<Phrase> English(string sentence)
    {
        foreach (var clause in Clauses(sentence))
        {
            var kinds = clause.ConvertAll(static w => w.All(char.IsDigit) ? WordKind.Barrier : EnglishWords.KindOf(w));
            for (var from = 0; from < clause.Count; from++)
            {
                if (kinds[from] is not (WordKind.Content or WordKind.Light))
                {
                    continue;
                }

                for (var to = from; to < Math.Min(clause.Count, from + MostEnglishWords) && Inside(kinds, clause, from, to); to++)
                {
                    if (kinds[to] != WordKind.Content || EnglishWords.KindOf(clause[to].ToLowerInvariant()) == WordKind.Light || EnglishWords.IsPossessive(clause[to]) || clause[to].Length < 2)
                    {
                        continue;
                    }

                    var part = clause.GetRange(from, to - from + 1);
                    var stems = part.Where((_, k) => kinds[from + k] is not (WordKind.Preposition or WordKind.Determiner or WordKind.Conjunction)).Select(Stem).ToArray();
                    yield return new Phrase(
                        string.Join(' ', part.Select(Stem)), string.Join(' ', part), stems, from > 0 ? clause[from - 1] : "", to + 1 < clause.Count ? clause[to + 1] : "");
                }
            }
        }
    }

    private static bool Inside(List<WordKind> kinds, List<string> clause, int from, int to) => kinds[to] switch
    {
        WordKind.Content or WordKind.Light => true,
        WordKind.Preposition => clause[to] is "of" or "for" or "in" or "on" or "with",
        WordKind.Conjunction => clause[to] is "and",
        WordKind.Determiner => clause[to] is "the" && to > from && kinds[to - 1] == WordKind.Preposition,
        _ => false,
    };

    /// <summary>Whether a Chinese word joins or qualifies, so that no term begins or ends with it.</summary>
    public static bool IsChineseEdge(string word) => s_chineseEdgeWords.Contains(word) || (word.Length == 1 && ChineseEdges.Contains(word, StringComparison.Ordinal));

    private static bool IsEdge(string word, bool inPhrase) => IsChineseEdge(word) || (word.Length == 1 && !inPhrase) || (word.Length == 2 && IsAmount(word));

    // 一米, 万亩 stand in the table of words.
    private static bool IsAmount(string word) =>
        ChineseNumber.IsNumeral(word[0]) && (word[0] is '万' or '亿' ? ChineseNumber.IsUnit(word, 1) : ChineseNumber.TryRead(word, 0, out _));

    private static string Stem(string word)
    {
        var lower = word.ToLowerInvariant().Replace('’', '\'');
        var apostrophe = lower.IndexOf('\'', StringComparison.Ordinal);
        return EnglishStem.Of(apostrophe > 1 ? lower[..apostrophe] : lower.Replace("'", "", StringComparison.Ordinal));
    }

    // Words between signs; a hyphen or apostrophe inside a word belongs to it.
    private static IEnumerable<List<string>> Clauses(string sentence)
    {
        var words = new List<string>();
        for (var i = 0; i < sentence.Length;)
        {
            if (IsLetter(sentence[i]))
            {
                var start = i;
                while (i < sentence.Length && (IsLetter(sentence[i]) || (sentence[i] is '\'' or '’' or '-' && i + 1 < sentence.Length && IsLetter(sentence[i + 1]))))
                {
                    i++;
                }

                words.Add(sentence[start..i]);
            }
            else
            {
                if (!char.IsWhiteSpace(sentence[i]) && words.Count > 0)
                {
                    yield return words;
                    words = [];
                }

                i++;
            }
        }

        if (words.Count > 0)
        {
            yield return words;
        }
    }

    private static bool IsLetter(char c) => char.IsLetterOrDigit(c) && !Han.IsHan(c);
}
