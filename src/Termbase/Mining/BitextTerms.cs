using System.Runtime.InteropServices;
using Termbase.Alignment;
using Termbase.Languages;

namespace Termbase.Mining;

/// <summary>A Chinese term with the English that stands where it stands, found in several units. Immutable.</summary>
/// <param name="Zh">The Chinese.</param>
/// <param name="En">The English, in its commonest form.</param>
/// <param name="Units">Numbers of the units that hold both, 0-based.</param>
/// <param name="Confidence">How sure it is that both are terms and translate each other, 0 to 1.</param>
/// <param name="Reasons">What speaks for it.</param>
internal sealed record BitextTerm(string Zh, string En, IReadOnlyList<int> Units, double Confidence, IReadOnlyList<string> Reasons);

/// <summary>
/// Terms that carry no gloss, out of sentences and their translations: stretches that can be terms on both sides, that stand together in units
/// and hardly apart, and whose words explain each other. The words are those of the shipped table and of the bitext itself.
/// </summary>
internal sealed class BitextTerms
{
    // Words are learned from so many units; more change little and cost much.
    private const int MostLearned = 20_000;
    private const int LeastUnits = 2;
    private const float Known = 0.12f;
    private const float MostCommon = 1e-3f;
    private const double Mostly = 0.7;
    private const double Often = 0.4;
    private const double LeastCovered = 0.6;
    private const double LeastShare = 0.3;
    private const double Subsumed = 0.75;

    private readonly List<(string Zh, string En)> _units;
    private readonly Dictionary<string, int> _zhWords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _enWords = new(StringComparer.Ordinal);
    private readonly Dictionary<(int, int), float> _links = [];

    private BitextTerms(List<(string, string)> units) => _units = units;

    /// <summary>The terms of a bitext, the surest first.</summary>
    public static List<BitextTerm> Find(List<(string Zh, string En)> units)
    {
        var terms = new BitextTerms(units);
        terms.Learn();
        return terms.Run();
    }

    private void Learn()
    {
        var (zh, en) = (_units.Take(MostLearned).Select(static u => u.Zh).ToList(), _units.Take(MostLearned).Select(static u => u.En).ToList());
        var marks = SentenceMarks.Find(zh, en, null);
        var enTokens = TextTokens.English(en, marks.En);
        var zhTokens = TextTokens.Chinese(zh, marks.Zh, enTokens);
        List<AlignmentLink> links = [.. zh.Select(static (_, i) => new AlignmentLink(i, 1, i, 1, 1))];
        var relations = LearnedLexicon.Learn(zhTokens, enTokens, WordRelations.Of(zhTokens, enTokens), links, AlignmentWeights.Default.Trust);
        Number(zhTokens.Words, _zhWords);
        Number(enTokens.Words, _enWords);
        for (var z = 0; z < relations.ZhToEn.Length; z++)
        {
            foreach (var (e, probability) in relations.ZhToEn[z])
            {
                Best((z, e), probability);
            }
        }

        for (var e = 0; e < relations.EnToZh.Length; e++)
        {
            foreach (var (z, probability) in relations.EnToZh[e])
            {
                Best((z, e), probability);
            }
        }
    }

    private static void Number(List<string> words, Dictionary<string, int> numbers)
    {
        for (var i = 0; i < words.Count; i++)
        {
            numbers[words[i]] = i;
        }
    }

    private void Best((int, int) pair, float probability)
    {
        ref var best = ref CollectionsMarshal.GetValueRefOrAddDefault(_links, pair, out _);
        best = Math.Max(best, probability);
    }

    private List<BitextTerm> Run()
    {
        var zh = Gather(static u => PhraseScan.Chinese(u.Zh));
        var en = Gather(static u => PhraseScan.English(u.En));
        var (zhOf, enOf) = (ByUnit(zh), ByUnit(en));
        var together = new Dictionary<(Group Zh, Group En), int>();
        var covered = new Dictionary<(Group Zh, Group En), double>();
        for (var unit = 0; unit < _units.Count; unit++)
        {
            foreach (var z in zhOf[unit])
            {
                foreach (var e in enOf[unit])
                {
                    ref var cover = ref CollectionsMarshal.GetValueRefOrAddDefault(covered, (z, e), out var known);
                    cover = known ? cover : Covered(z.Words, e.Words);
                    if (cover >= LeastCovered)
                    {
                        CollectionsMarshal.GetValueRefOrAddDefault(together, (z, e), out _)++;
                    }
                }
            }
        }

        var scored = together.Where(static t => t.Value >= LeastUnits)
            .Select(t => (t.Key.Zh, t.Key.En, Count: t.Value, Cover: covered[t.Key], Share: 2.0 * t.Value / (t.Key.Zh.Units.Count + t.Key.En.Units.Count)))
            .Where(static t => t.Share >= LeastShare)
            .Select(static t => (t.Zh, t.En, t.Count, t.Cover, t.Share, Score: t.Cover * t.Cover * (0.4 + (0.6 * t.Share)) * (1 - (0.5 / t.Count)) * Rarity(t.Zh)))
            .OrderByDescending(static t => t.Score).ThenByDescending(static t => t.En.Words.Length).ThenBy(static t => t.Zh.Key, StringComparer.Ordinal).ThenBy(static t => t.En.Key, StringComparer.Ordinal).ToList();
        // The surest first; of equals the longest English, since it says more.
        var bestEn = new Dictionary<Group, double>();
        var taken = new HashSet<Group>();
        var result = new List<BitextTerm>();
        foreach (var t in scored)
        {
            bestEn.TryAdd(t.En, t.Score);
            if (!taken.Add(t.Zh) || t.Score < bestEn[t.En] || t.Zh.IsPartOfLonger(t.En.Units) || t.En.IsPartOfLonger(t.Zh.Units) || t.En.IsModifierOrVerb || IsCommon(t.Zh))
            {
                continue;
            }

            var reasons = new List<string> { FormattableString.Invariant($"together in {t.Count} units"), FormattableString.Invariant($"{t.Share:P0} of their places"), FormattableString.Invariant($"words explained {t.Cover:P0}") };
            result.Add(new BitextTerm(t.Zh.Surface, t.En.Surface, [.. t.Zh.Units.Intersect(t.En.Units)], t.Score, reasons));
        }

        return result;
    }

    // A single word that any text holds is vocabulary, not a term; the commoner it is, the less likely it is one.
    private static bool IsCommon(Group zh) => zh.Words.Length == 1 && BilingualLexicon.Instance.Frequency(zh.Words[0]) > MostCommon;

    private static double Rarity(Group zh) => zh.Words.Length > 1 ? 1 : 1 - (0.3 * Math.Min(1, BilingualLexicon.Instance.Frequency(zh.Words[0]) / MostCommon));

    private List<Group>[] ByUnit(IEnumerable<Group> groups)
    {
        var result = new List<Group>[_units.Count];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = [];
        }

        foreach (var group in groups)
        {
            foreach (var unit in group.Units)
            {
                result[unit].Add(group);
            }
        }

        return result;
    }

    private List<Group> Gather(Func<(string Zh, string En), IEnumerable<Phrase>> scan)
    {
        var groups = new Dictionary<string, Group>(StringComparer.Ordinal);
        for (var unit = 0; unit < _units.Count; unit++)
        {
            foreach (var phrase in scan(_units[unit]))
            {
                ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, phrase.Key, out _);
                group ??= new Group(phrase.Key, phrase.Words);
                group.Add(unit, phrase);
            }
        }

        return [.. groups.Values.Where(static g => g.Units.Count >= LeastUnits).OrderBy(static g => g.Key, StringComparer.Ordinal)];
    }

    // The smaller of the shares of Chinese characters and of English words that the other side explains.
    private double Covered(string[] zh, string[] en)
    {
        var (enBest, sum, characters) = (new float[en.Length], 0.0, 0);
        foreach (var word in zh)
        {
            var best = 0f;
            for (var i = 0; i < en.Length; i++)
            {
                var probability = Link(word, en[i]);
                best = Math.Max(best, probability);
                enBest[i] = Math.Max(enBest[i], Math.Max(probability, LinkOfPart(word, en[i])));
            }

            sum += word.Length * Math.Min(1, best / Known);
            characters += word.Length;
        }

        return en.Length == 0 ? 0 : Math.Min(sum / characters, enBest.Average(static b => Math.Min(1, b / Known)));
    }

    private float Link(string zh, string en) =>
        _zhWords.TryGetValue(zh, out var z) && _enWords.TryGetValue(en, out var e) ? _links.GetValueOrDefault((z, e)) : 0;

    // What a table knows as one word takes several words of English: 民族乡, of which 民族 says "ethnic".
    private float LinkOfPart(string zh, string en)
    {
        var best = 0f;
        for (var i = 1; i < zh.Length; i++)
        {
            best = Math.Max(best, Math.Max(Link(zh[..i], en), Link(zh[i..], en)));
        }

        return best;
    }

    // A phrase with all its places.
    private sealed class Group(string key, string[] words)
    {
        private readonly Dictionary<string, int> _surfaces = new(StringComparer.Ordinal);
        private readonly List<(int Unit, string Before, string After)> _places = [];

        public string Key { get; } = key;

        public string[] Words { get; } = words;

        public List<int> Units { get; } = [];

        /// <summary>The commonest form; of equal ones the one in small letters.</summary>
        public string Surface => _surfaces.OrderByDescending(static s => s.Value).ThenByDescending(static s => s.Key, StringComparer.Ordinal).First().Key;

        /// <summary>Whether in these units nearly always the same word of weight stands beside it.</summary>
        public bool IsPartOfLonger(List<int> units)
        {
            var places = _places.FindAll(p => units.BinarySearch(p.Unit) >= 0);
            return Same(places.ConvertAll(static p => p.Before), before: true) || Same(places.ConvertAll(static p => p.After), before: false);
        }

        /// <summary>Whether English mostly stands before a noun of its own (socialist, administrative) or behind "to" and the like (exercise).</summary>
        public bool IsModifierOrVerb => _places.Count(static p => p.After.Length > 0 && EnglishWords.KindOf(p.After) == WordKind.Content) >= Mostly * _places.Count
            || (Words.Length == 1 && _places.Count(static p => p.Before == "to" || EnglishWords.CallsForVerb(p.Before)) >= Often * _places.Count);

        public void Add(int unit, Phrase phrase)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_surfaces, phrase.Surface, out _)++;
            _places.Add((unit, Neighbour(phrase.Before), Neighbour(phrase.After)));
            if (Units.Count == 0 || Units[^1] != unit)
            {
                Units.Add(unit);
            }
        }

        private static string Neighbour(string word) => word.ToLowerInvariant().Replace('’', '\'');

        private static bool Same(List<string> neighbours, bool before)
        {
            var (word, count) = neighbours.CountBy(static n => n, StringComparer.Ordinal).MaxBy(static n => n.Value);
            return count > 1 && count >= Subsumed * neighbours.Count && word.Length > 0 && IsOfWeight(word, before);
        }

        private static bool IsOfWeight(string word, bool before) => Han.IsHan(word[0])
            ? !PhraseScan.IsChineseEdge(word)
            : EnglishWords.KindOf(word) is WordKind.Content || (before && EnglishWords.KindOf(word) is WordKind.Light);
    }
}
