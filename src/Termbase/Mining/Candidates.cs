using System.Collections.Immutable;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Mining;

/// <summary>Merges mined pairs into candidates. Stateless and thread-safe.</summary>
public static class Candidates
{
    private const int ContextReach = 70;

    /// <summary>
    /// One candidate for each pair of terms (letter case, width, script and spacing aside), in the order of first appearance. Acronyms and
    /// other English given in the bracket are candidates of their own; Chinese with no English beside it is left out.
    /// </summary>
    public static ImmutableArray<MinedCandidate> Merge(IEnumerable<MinedPair> pairs) => Merge(pairs, static pair => pair.ZhLocation);

    /// <summary>The same where the places are not those of the documents.</summary>
    internal static ImmutableArray<MinedCandidate> Merge(IEnumerable<MinedPair> pairs, Func<MinedPair, SourceLocation> locate)
    {
        var merged = new Dictionary<(string, string), List<(MinedPair Pair, string En, TermType Type)>>();
        var order = new List<(string, string)>();
        foreach (var pair in pairs.Where(p => p.En.Length > 0))
        {
            Put(pair, pair.En, TypeOf(pair));
            if (pair.Acronym.Length > 0)
            {
                Put(pair, pair.Acronym, TermType.Acronym);
            }

            foreach (var other in pair.OtherEnglish)
            {
                Put(pair, other, TermType.Variant);
            }
        }

        return [.. order.Select(key => Merge(merged[key], locate))];

        void Put(MinedPair pair, string en, TermType type)
        {
            var key = (Normalizer.Key(pair.Zh), Normalizer.Key(en));
            if (!merged.TryGetValue(key, out var list))
            {
                merged.Add(key, list = []);
                order.Add(key);
            }

            list.Add((pair, en, type));
        }
    }

    private static MinedCandidate Merge(List<(MinedPair Pair, string En, TermType Type)> found, Func<MinedPair, SourceLocation> locate)
    {
        var best = found.MaxBy(f => f.Pair.Confidence);
        return new MinedCandidate
        {
            Zh = found[0].Pair.Zh,
            En = found.GroupBy(f => f.En, StringComparer.Ordinal).MaxBy(g => g.Count())!.Key,
            Type = found[0].Type,
            Places = [.. found.Select(f => new CandidatePlace(locate(f.Pair), f.Pair.Kind, Context(f.Pair)))],
            Confidence = best.Pair.Confidence,
            Reasons = best.Pair.Reasons,
        };
    }

    private static TermType TypeOf(MinedPair pair) => pair.Kind == GlossKind.Title ? TermType.Title : TypeOf(pair.Zh, pair.En);

    /// <summary>What kind of term two texts seem to be.</summary>
    internal static TermType TypeOf(string zh, string en)
    {
        if (zh.AsSpan().ContainsAny("、，,"))
        {
            return TermType.Phrase;
        }

        // Every word of weight begins with a capital.
        var words = en.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.All(w => !char.IsLower(w[0]) || EnglishWords.KindOf(w) is WordKind.Preposition or WordKind.Conjunction or WordKind.Determiner) ? TermType.Name : TermType.Full;
    }

    private static string Context(MinedPair pair)
    {
        var text = pair.Block.Text;
        var from = Math.Max(0, Math.Min(pair.ZhSpan.Start, pair.EnBlock is null ? pair.EnSpan.Start : pair.ZhSpan.Start) - ContextReach);
        var to = Math.Min(text.Length, Math.Max(pair.ZhSpan.End, pair.EnBlock is null ? pair.EnSpan.End : 0) + ContextReach);
        return OneLine(text, from, to);
    }

    /// <summary>A stretch of a text on one line; no character is cut in two.</summary>
    internal static string OneLine(string text, int from, int to)
    {
        to = Math.Min(to, text.Length);
        from += from > 0 && char.IsLowSurrogate(text[from]) ? 1 : 0;
        to -= to < text.Length && char.IsLowSurrogate(text[to]) ? 1 : 0;
        return string.Join(' ', text[from..to].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
