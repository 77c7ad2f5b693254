using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A body of one place and field under two ranks (Department of Water Resources, Water Resources Bureau). See <c>BodyNameVariant.md</c>.</summary>
public sealed partial class BodyNameVariant : DocumentRule
{
    private static readonly FrozenSet<string> Ranks = FrozenSet.Create(
        StringComparer.Ordinal, "Ministry", "Department", "Bureau", "Commission", "Committee", "Administration", "Office", "Agency", "Board", "Authority");

    private static readonly SearchValues<string> AnyRank = SearchValues.Create([.. Ranks], StringComparison.Ordinal);

    // Ranks that are taken for each other, where a word more or less is a difference besides.
    private static readonly string[][] Confused = [["Commission", "Committee", "Board"], ["Department", "Bureau", "Administration", "Office", "Agency", "Authority"]];

    // Words that do not tell two bodies apart.
    private static readonly FrozenSet<string> Weak = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "of", "and", "for", "the", "on", "province", "provincial", "city", "municipal", "municipality", "people", "affairs", "management", "work");

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB319", "body-name-variant", "同一机构两种级别名称", "One body under two ranks", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        var bodies = document.Document.Blocks.Where(static b => b.Kind is not BlockKind.Code).SelectMany(static b => In(b)).GroupBy(static b => b.Name, StringComparer.Ordinal)
            .Select(static g => (Body: g.First(), Places: g.ToList())).ToList();
        var firsts = bodies.ConvertAll(static b => b.Body.Words.Order(StringComparer.Ordinal).Take(2).ToList());

        // By a word; where all have one rank, none is a variant of another.
        var byWord = Enumerable.Range(0, bodies.Count).GroupBy(i => firsts[i][0], i => bodies[i], StringComparer.Ordinal).Where(static g => g.DistinctBy(static b => b.Body.Rank).Skip(1).Any())
            .ToDictionary(static g => g.Key, static g => g.ToList(), StringComparer.Ordinal);
        for (var i = 0; i < bodies.Count; i++)
        {
            var (mine, places) = bodies[i];
            foreach (var (other, others) in byWord.GetValueOrDefault(firsts[i][0], []).Concat(byWord.GetValueOrDefault(firsts[i][1], [])))
            {
                // Each pair once, at the rarer of the two, or the later.
                if (mine.Rank == other.Rank || places.Count > others.Count || (places.Count == others.Count && string.CompareOrdinal(Order(other), Order(mine)) >= 0) || !IsOne(mine, other) || HasOtherChinese(document, mine.Name, other.Name))
                {
                    continue;
                }

                var place = places[0];
                context.Report(
                    document, place.Block, place.Span, $"\"{mine.Name}\" and \"{other.Name}\": one body, one name",
                    f => f with
                    {
                        En = [mine.Name, other.Name],
                        Suggestion = other.Name,
                        Identity = $"{mine.Name}|{other.Name}",
                        Related = [.. others.Select(o => new RelatedPlace(document.Document.Locate(o.Block, o.Span), $"here \"{other.Name}\""))],
                    });
                break;
            }
        }
    }

    private static string Order(Body body) => $"{body.Block.Index:D9} {body.Span.Start:D9}";

    // The same place and field; or all but one word, where the ranks are often confused and three words agree.
    private static bool IsOne(Body a, Body b)
    {
        if (a.Words.SetEquals(b.Words))
        {
            return true;
        }

        var (shorter, longer) = a.Words.Count < b.Words.Count ? (a.Words, b.Words) : (b.Words, a.Words);
        return shorter.Count >= 3 && longer.Count == shorter.Count + 1 && shorter.IsSubsetOf(longer) && Array.Exists(Confused, c => c.Contains(a.Rank) && c.Contains(b.Rank));
    }

    private static bool HasOtherChinese(LintDocument document, string a, string b)
    {
        var mine = document.Pairs.FirstOrDefault(p => p.En.Contains(a, StringComparison.Ordinal))?.Zh;
        var theirs = document.Pairs.FirstOrDefault(p => p.En.Contains(b, StringComparison.Ordinal))?.Zh;
        return mine is not null && theirs is not null && mine != theirs;
    }

    private static IEnumerable<Body> In(Block block)
    {
        if (block.Text.AsSpan().IndexOfAny(AnyRank) < 0)
        {
            yield break;
        }

        foreach (Match match in Name().Matches(block.Text))
        {
            if (match.ValueSpan.IndexOfAny(AnyRank) < 0)
            {
                continue;
            }

            var words = new List<string>();
            foreach (var word in Word().EnumerateMatches(match.ValueSpan))
            {
                if (words.Count > 0 || match.ValueSpan.Slice(word.Index, word.Length) is not ("The" or "In" or "On" or "By" or "For" or "To" or "From" or "With" or "At" or "And" or "of" or "and" or "for" or "the" or "on"))
                {
                    words.Add(match.Value.Substring(word.Index, word.Length));
                }
            }

            var ranks = words.FindAll(Ranks.Contains);
            if (ranks.Count != 1 || words.Contains("Party", StringComparer.Ordinal) || words.Contains("Standing", StringComparer.Ordinal) || words.Contains("General", StringComparer.Ordinal) || words.Contains("Central", StringComparer.Ordinal))
            {
                continue;
            }

            // A place and a field: without the place two levels of government may be meant.
            var key = words.Where(w => w != ranks[0] && !Weak.Contains(w)).Select(static w => EnglishForm.Stem(w.ToLowerInvariant())).ToHashSet(StringComparer.Ordinal);
            if (key.Count >= 2 && words.Exists(static w => IsPlace(w)))
            {
                var start = match.Value.IndexOf(words[0], StringComparison.Ordinal);
                yield return new Body(match.Value[start..], ranks[0], key, block, TextSpan.FromBounds(match.Index + start, match.Index + match.Length));
            }
        }
    }

    private static bool IsPlace(string word) => word is "River" or "Lake" or "Delta" or "Sea" or "Mongolia" or "Xizang" or "Tibet" || (word.Length >= 4 && Romanization.CountPinyin(word) > 0);

    private sealed record Body(string Name, string Rank, HashSet<string> Words, Block Block, TextSpan Span);

    [GeneratedRegex(@"\p{Lu}(?<![\p{L}\p{N}\-]\p{Lu})[\p{L}\-]+(?:(?: (?:of|for|on|and|the|of the|for the)| ?,)? \p{Lu}[\p{L}\-]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"[\p{L}\-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
