using Termbase.Documents;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Mining;

/// <summary>
/// What the documents as a whole and the termbase say about doubtful boundaries: the same Chinese glossed elsewhere, the same English
/// standing elsewhere without a gloss. Linear in the length of the documents.
/// </summary>
internal static class Occurrences
{
    private const int LongestPhrase = 8;
    private const double DoubtfulMargin = 1.2;

    /// <summary>Changes the costs of the candidates of doubtful glosses.</summary>
    public static void Weigh(IReadOnlyList<Document> documents, List<FoundGloss> glosses, Glossary? termbase)
    {
        var known = Known(glosses, termbase);
        var doubtful = glosses.Where(g => g.Fixed is null && g.Candidates.Count > 1).ToList();
        foreach (var gloss in doubtful)
        {
            var sources = known.GetValueOrDefault(Key(gloss.Zh));
            for (var i = 0; sources is not null && i < gloss.Candidates.Count; i++)
            {
                var candidate = gloss.Candidates[i];
                if (sources.TryGetValue(Key(candidate.Span.Of(gloss.Block.Text)), out var from) && !ReferenceEquals(from.Only, gloss))
                {
                    gloss.Candidates[i] = candidate with { Cost = candidate.Cost - 1, Reasons = candidate.Reasons.Add(from.Only is null && from.IsTermbase ? "in the termbase" : "glossed so elsewhere") };
                }
            }
        }

        var counts = Counts(documents, doubtful);
        foreach (var gloss in doubtful)
        {
            Recurring(gloss, counts);
        }
    }

    // Chinese to English of glosses that are sure, with the one gloss that says so (null for several), and of the termbase.
    private static Dictionary<string, Dictionary<string, (FoundGloss? Only, bool IsTermbase)>> Known(List<FoundGloss> glosses, Glossary? termbase)
    {
        var known = new Dictionary<string, Dictionary<string, (FoundGloss?, bool)>>(StringComparer.Ordinal);
        foreach (var gloss in glosses)
        {
            if (gloss.Choice is { Confidence: >= 0.85 } choice)
            {
                Put(Key(gloss.Zh), Key(choice.Span.Of((gloss.EnBlock ?? gloss.Block).Text)), gloss, false);
            }
        }

        foreach (var rendering in termbase?.Renderings ?? [])
        {
            Put(Key(rendering.Zh), Key(rendering.En), null, true);
        }

        return known;

        void Put(string zh, string en, FoundGloss? gloss, bool isTermbase)
        {
            if (!known.TryGetValue(zh, out var english))
            {
                known.Add(zh, english = new Dictionary<string, (FoundGloss?, bool)>(StringComparer.Ordinal));
            }

            english[en] = english.TryGetValue(en, out var before) ? (null, before.Item2 || isTermbase) : (gloss, isTermbase);
        }
    }

    private static void Recurring(FoundGloss gloss, Dictionary<string, int> counts)
    {
        var byLength = gloss.Candidates.Index().Where(c => c.Item.Words <= LongestPhrase).OrderBy(c => c.Item.Words).ToList();
        for (var k = 0; k + 1 < byLength.Count; k++)
        {
            var (shorter, longer) = (byLength[k], byLength[k + 1]);
            var few = CountOf(gloss, longer.Item, counts);
            var many = CountOf(gloss, shorter.Item, counts);
            var at = shorter.Item.Words > 1 && many >= 3 && few * 2 <= many ? shorter.Index : few >= 3 && few * 4 >= many * 3 ? longer.Index : -1;
            if (at >= 0)
            {
                var candidate = gloss.Candidates[at];
                gloss.Candidates[at] = candidate with { Cost = candidate.Cost - 0.2, Reasons = candidate.Reasons.Add("recurs") };
            }
        }
    }

    private static int CountOf(FoundGloss gloss, BoundaryCandidate candidate, Dictionary<string, int> counts) =>
        counts.GetValueOrDefault(candidate.Span.Of(gloss.Block.Text).ToLowerInvariant());

    // How often the candidates' words stand in the documents. Only they are counted.
    private static Dictionary<string, int> Counts(IReadOnlyList<Document> documents, List<FoundGloss> doubtful)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var firsts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var gloss in doubtful)
        {
            var best = gloss.Candidates.Min(c => c.Cost);
            foreach (var candidate in gloss.Candidates)
            {
                if (candidate.Words <= LongestPhrase && candidate.Cost < best + DoubtfulMargin)
                {
                    var text = candidate.Span.Of(gloss.Block.Text).ToLowerInvariant();
                    counts.TryAdd(text, 0);
                    var space = text.IndexOf(' ', StringComparison.Ordinal);
                    firsts.Add(space < 0 ? text : text[..space]);
                }
            }
        }

        if (counts.Count == 0)
        {
            return counts;
        }

        var phrases = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        var begins = firsts.GetAlternateLookup<ReadOnlySpan<char>>();
        var ends = new List<int>();
        foreach (var document in documents)
        {
            foreach (var block in document.Blocks)
            {
                Count(block.Text.ToLowerInvariant(), phrases, begins, ends);
            }
        }

        return counts;
    }

    private static void Count(string text, Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> phrases, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> begins, List<int> starts)
    {
        // Words with the signs inside them; a phrase ends where a word does.
        starts.Clear();
        var ends = new List<int>();
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '-' or '–' or '\'' or '’' or '&' or '.' or '/'))
            {
                i++;
            }

            var end = i;
            while (end > start + 1 && !char.IsLetterOrDigit(text[end - 1]))
            {
                end--;
            }

            starts.Add(start);
            ends.Add(end);
        }

        for (var w = 0; w < starts.Count; w++)
        {
            if (!begins.Contains(text.AsSpan(starts[w], ends[w] - starts[w])))
            {
                continue;
            }

            for (var last = w; last < Math.Min(starts.Count, w + LongestPhrase); last++)
            {
                var phrase = text.AsSpan(starts[w], ends[last] - starts[w]);
                if (phrases.TryGetValue(phrase, out var count))
                {
                    phrases[phrase] = count + 1;
                }
            }
        }
    }

    private static string Key(string text) => Normalizer.Key(text);
}
