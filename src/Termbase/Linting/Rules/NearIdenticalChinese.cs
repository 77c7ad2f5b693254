using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Termbase.Languages;
using Termbase.Mining;

namespace Termbase.Linting.Rules;

/// <summary>Two Chinese strings that differ in one character where one is meant. See <c>NearIdenticalChinese.md</c>.</summary>
public sealed partial class NearIdenticalChinese : CorpusRule
{
    private const int Shortest = 4;
    private const int ShortestSwapped = 6;

    // From so many characters on it is no chance that the others agree, whatever the English; names of firms may.
    private const int LongestChance = 6;

    // A term with more terms beside it that differ in one character is one of a series, and no slip.
    private const int LongestSeries = 40;

    // What tells two things of one series apart: 省级 and 市级, 上半年 and 下半年.
    private const string Series = "一二三四五六七八九十百千万零〇0123456789东西南北中上下前后内外左右甲乙丙丁大小新旧老高低多少省市县区乡镇村国州部局厅处科委院所厂队校年月日进出长短男女军民党政";

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB314", "near-identical-chinese", "仅差一字的中文", "Chinese in two forms that differ in one character", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(IReadOnlyList<LintDocument> documents, LintContext context)
    {
        var terms = documents.SelectMany(static d => d.Reading.Uses)
            .Where(static t => t.Key.Length is >= Shortest and <= 40 && Han.IsAll(t.Key))
            .GroupBy(static t => t.Key, StringComparer.Ordinal)
            .Select(static g => new Term(g.Key, [.. g]))
            .ToList();

        var index = new OneOffIndex(terms.ConvertAll(static t => t.Zh));
        var termbase = TermbaseView.Of(context.Glossary);
        var seen = new HashSet<(string, string)>();
        foreach (var term in terms)
        {
            var neighbours = index.Near(term.Zh);
            foreach (var number in neighbours.Count > LongestSeries ? [] : neighbours)
            {
                var other = terms[number];
                if (string.CompareOrdinal(term.Zh, other.Zh) < 0 && !(termbase.Knows(term.Zh) && termbase.Knows(other.Zh)) && Difference(term.Zh, other.Zh) is >= 0 and var at && Report(term, other, at, context))
                {
                    seen.Add((term.Zh, other.Zh));
                    seen.Add((other.Zh, term.Zh));
                }
            }
        }

        Inside(terms, seen, context);
        Swapped(terms, context);
    }

    // 飞行服务保障体系 beside 飞行保障服务体系: the same words, two of them in another order.
    private static void Swapped(List<Term> terms, LintContext context)
    {
        foreach (var same in terms.Where(static t => t.Zh.Length >= ShortestSwapped).GroupBy(static t => string.Concat(t.Zh.Order()), StringComparer.Ordinal).Where(static g => g.Skip(1).Any()))
        {
            var all = same.OrderByDescending(static t => t.Uses.Length).ToList();
            foreach (var rare in all.Skip(1).Where(t => IsSwap(t.Zh, all[0].Zh)))
            {
                context.Report(
                    rare.First.ZhLocation, $"{rare.Zh} has the words of {all[0].Zh} in another order; one of them is probably a slip",
                    f => f with
                    {
                        Zh = [rare.Zh, all[0].Zh],
                        En = [.. new[] { rare.First.En, all[0].First.En }.Where(static e => e.Length > 0).Distinct(StringComparer.Ordinal)],
                        Identity = $"{rare.Zh}|{all[0].Zh}",
                        Related = [.. all[0].Uses.Select(static u => new RelatedPlace(u.Pair.ZhLocation, $"here {u.Pair.Zh}"))],
                    });
            }
        }
    }

    // Two words of two characters that stand side by side, exchanged; not the whole, which may be two things (安全生产, 生产安全).
    private static bool IsSwap(string a, string b)
    {
        var at = a.AsSpan().CommonPrefixLength(b);
        return at + 4 <= a.Length && a.AsSpan(at, 2).SequenceEqual(b.AsSpan(at + 2, 2)) && a.AsSpan(at + 2, 2).SequenceEqual(b.AsSpan(at, 2)) && a.AsSpan(at + 4).SequenceEqual(b.AsSpan(at + 4));
    }

    // The shorter term inside a longer one, but for a character that sounds alike: 指辉信息系统 and 国防动员指挥信息系统.
    private static void Inside(List<Term> terms, HashSet<(string, string)> seen, LintContext context)
    {
        var parts = terms.FindAll(static t => t.Zh.Length >= 5);
        var index = new OneOffIndex(parts.ConvertAll(static t => t.Zh));
        var lengths = parts.Select(static p => p.Zh.Length).Distinct().Order().ToList();
        foreach (var whole in terms)
        {
            foreach (var length in lengths.TakeWhile(l => l < whole.Zh.Length))
            {
                for (var from = 0; from + length <= whole.Zh.Length; from++)
                {
                    var near = index.Near(whole.Zh.AsSpan(from, length));
                    var window = near.Count is > 0 and <= LongestSeries ? whole.Zh.Substring(from, length) : "";
                    foreach (var number in window.Length > 0 ? near : [])
                    {
                        var part = parts[number];
                        if (!whole.Zh.Contains(part.Zh, StringComparison.Ordinal) && Difference(part.Zh, window) is >= 0 and var at && LookAlike.Are(part.Zh[at], window[at]) && seen.Add((part.Zh, window)))
                        {
                            Report(part, whole, at, context, window);
                        }
                    }
                }
            }
        }
    }

    private static bool Report(Term a, Term b, int at, LintContext context, string? window = null)
    {
        var english = SameEnglish(a, b);
        var isSame = english == true || (english == false && window is null && (a.Lasts & b.Lasts) != 0 && (SameTail(a, b) || (LookAlike.Nearly(a.Zh[at], b.Zh[at]) && SameHead(a, b))));
        isSame = isSame || (window is null && a.Zh.Length >= LongestChance && !(a.IsName && b.IsName) && LookAlike.Are(a.Zh[at], b.Zh[at]));
        if (english == false && window is null && !isSame)
        {
            return false;
        }

        // The rarer one; of two as frequent, the one that is not a set phrase, else the later.
        var setA = Equivalents.Fixed.Any(f => f.Chinese == a.Zh || (window is not null && a.Zh.Contains(f.Chinese, StringComparison.Ordinal)));
        var setB = Equivalents.Fixed.Any(f => f.Chinese == b.Zh || (window is not null && window.Contains(f.Chinese, StringComparison.Ordinal)));
        var rare = setA != setB ? (setA ? b : a) : a.Uses.Length != b.Uses.Length ? (a.Uses.Length < b.Uses.Length ? a : b) : b;
        var usual = ReferenceEquals(rare, a) ? b : a;
        var pair = rare.First;
        context.Report(
            pair.ZhLocation,
            $"{rare.Zh} differs in one character from {usual.Zh}; one of them is probably a slip",
            f => f with
            {
                Zh = [rare.Zh, usual.Zh],
                En = [.. new[] { pair.En, usual.First.En }.Where(static e => e.Length > 0).Distinct(StringComparer.Ordinal)],
                Suggestion = window is null ? usual.Zh : "",
                Identity = $"{rare.Zh}|{usual.Zh}",
                Related = [.. usual.Uses.Select(static u => new RelatedPlace(u.Pair.ZhLocation, $"here {u.Pair.Zh}"))],
            },
            isSame || LookAlike.Are(a.Zh[at], (window ?? b.Zh)[at]) ? null : Severity.Info);
        return true;
    }

    /// <summary>Whether this rule tells that two terms with the same English are one: the other rules are then silent.</summary>
    internal static bool Tells(string a, string b) => a.Length is >= Shortest and <= 40 && a.Length == b.Length && Difference(a, b) >= 0 && Han.IsAll(a) && Han.IsAll(b);

    // Where two strings of one length differ, if in one place and not in what tells a series apart; else -1.
    private static int Difference(string a, string b)
    {
        var at = -1;
        for (var i = 0; i < a.Length; i++)
        {
            if (i < b.Length && a[i] != b[i])
            {
                if (at >= 0)
                {
                    return -1;
                }

                at = i;
            }
        }

        return a.Length != b.Length || at < 0 || (Series.Contains(a[at], StringComparison.Ordinal) && Series.Contains(b[at], StringComparison.Ordinal)) ? -1 : at;
    }

    // Null where one of them has no English.
    private static bool? SameEnglish(Term a, Term b)
    {
        if (a.English.Count == 0 || b.English.Count == 0)
        {
            return null;
        }

        foreach (var key in a.English)
        {
            if (b.English.Contains(key))
            {
                return true;
            }
        }

        return false;
    }

    // "the share of double-qualified teachers" and "double-qualified teachers": where the English begins is uncertain, so the last two words count.
    private static bool SameHead(Term a, Term b) => a.Words.Exists(mine => b.Words.Exists(theirs => Agree(mine, theirs) >= 2));

    // "rectifying hazardous chemicals" and "hazardous chemical": the one ends in the other, of two words or more.
    private static bool SameTail(Term a, Term b) => a.Words.Exists(mine => b.Words.Exists(theirs => Agree(mine, theirs) == Math.Min(mine.Count, theirs.Count)));

    // How many words agree from the end.
    private static int Agree(List<string> a, List<string> b)
    {
        var count = 0;
        while (count < Math.Min(a.Count, b.Count) && a[^(count + 1)] == b[^(count + 1)])
        {
            count++;
        }

        return count;
    }

    private const string Between = " -“”\"‘’'";

    private static readonly SearchValues<char> Gaps = SearchValues.Create(Between);

    private static List<string> Words(string english) => [.. english.Split(Between.ToCharArray(), StringSplitOptions.RemoveEmptyEntries).Select(static w => EnglishForm.Stem(w.ToLowerInvariant()))];

    // "20 new nurseries" are nurseries.
    [GeneratedRegex(@"^(?:(?:\d[\d,.]*|an?|the|one|two|three|four|five|six|ten|new|some|several|many|more) )+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Counted();

    private sealed record Term(string Zh, ImmutableArray<GlossUse> Uses)
    {
        public MinedPair First => Uses[0].Pair;

        private List<List<string>>? _words;

        // The words of its English, of two and more; a term is compared with many.
        public List<List<string>> Words => _words ??= [.. Uses.Select(static u => NearIdenticalChinese.Words(u.Pair.En)).Where(static w => w.Count >= 2)];

        private uint? _lasts;

        /// <summary>A bit for the first letter of the last word of each of its renderings: where none is common to two terms, no last word is.</summary>
        public uint Lasts => _lasts ??= Uses.Aggregate(0U, static (bits, u) => bits | Last(u.Pair.En.AsSpan().TrimEnd(Between)));

        private static uint Last(ReadOnlySpan<char> english) => english.IsEmpty ? 0 : 1U << (char.ToLowerInvariant(english[english.LastIndexOfAny(Gaps) + 1]) & 31);

        /// <summary>Whether each of its renderings is a name.</summary>
        public bool IsName => Uses.All(static u => u.Pair.En.Length > 0 && char.IsUpper(u.Pair.En[0]));

        private HashSet<string>? _english;

        /// <summary>The keys of its renderings.</summary>
        public HashSet<string> English => _english ??= Uses.Where(static u => u.Pair.En.Length > 0)
            .Select(static u => Counted().IsMatch(u.Pair.En) ? EnglishForm.Of(Counted().Replace(u.Pair.En, "")).Key : u.Form.Key).ToHashSet(StringComparer.Ordinal);
    }
}
