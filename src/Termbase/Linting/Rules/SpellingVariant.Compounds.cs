using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Model;

namespace Termbase.Linting.Rules;

// Words of two parts: with a hyphen, without, apart.
public sealed partial class SpellingVariant
{
    private static void Hyphens(LintDocument document, Dictionary<string, List<(Block, TextSpan)>> places, LintContext context)
    {
        foreach (var hyphened in places.Keys.Where(static w => w.Count(static c => c == '-') == 1).Order(StringComparer.Ordinal).ToList())
        {
            var solid = hyphened.Replace("-", "", StringComparison.Ordinal);

            // re-form is not reform, nor re-sign resign.
            // The parts are words by themselves, or one is a prefix: a line break may have cut "lea-ders".
            var parts = hyphened.Split('-');
            if (solid.Length >= 7 && parts[0] != "re" && places.ContainsKey(solid)
                && ((places.ContainsKey(parts[1]) && (Prefixes.Contains(parts[0]) || places.ContainsKey(parts[0]))) || places[hyphened].Exists(p => !IsCut(document, p.Item1, p.Item2))))
            {
                Both(document, hyphened, solid, "with a hyphen and without", places, context, null);
            }
        }
    }

    // "long-term funds" and "long term funds": before a noun the two words are one; behind "the" the second is the noun.
    private static void Attributes(LintDocument document, Dictionary<string, List<(Block Block, TextSpan Span)>> places, LintContext context)
    {
        foreach (var hyphened in places.Keys.Where(static w => w.Count(static c => c == '-') == 1).Order(StringComparer.Ordinal).ToList())
        {
            // Of other compounds only before the very same noun.
            var open = hyphened.Replace('-', ' ');
            if (!Compound().IsMatch(hyphened))
            {
                SameNoun(document, hyphened, open, places, context);
                continue;
            }

            var found = places.GetValueOrDefault(hyphened.Split('-')[0], [])
                .Where(p => string.Compare(p.Block.Text, p.Span.Start, open, 0, open.Length, StringComparison.OrdinalIgnoreCase) == 0 && BeforeNoun().IsMatch(p.Block.Text, p.Span.Start + open.Length)
                    && !BehindPreposition().IsMatch(p.Block.Text.AsSpan(0, p.Span.Start)[^Math.Min(p.Span.Start, 12)..]))
                .Select(p => (p.Block, new TextSpan(p.Span.Start, open.Length))).ToList();
            if (found.Count > 0 && places[hyphened].Exists(p => BeforeNoun().IsMatch(p.Block.Text, p.Span.End)))
            {
                Both(document, hyphened, open, "one attribute with a hyphen and without", new Dictionary<string, List<(Block, TextSpan)>>(StringComparer.Ordinal) { [hyphened] = places[hyphened], [open] = found }, context, null);
            }
        }
    }

    private static void SameNoun(LintDocument document, string hyphened, string open, Dictionary<string, List<(Block Block, TextSpan Span)>> places, LintContext context)
    {
        var nouns = places[hyphened].Select(static p => EnglishForm.Stem(Next(p.Block.Text, p.Span.End))).Where(static n => n.Length >= 4).ToHashSet(StringComparer.Ordinal);
        if (nouns.Count > 0 && Pair(open, places).Where(p => nouns.Contains(EnglishForm.Stem(Next(p.Block.Text, p.Span.End))) && BeforeNoun().IsMatch(p.Block.Text, p.Span.End)).ToList() is { Count: > 0 } found)
        {
            Both(document, hyphened, open, "one attribute with a hyphen and without", new Dictionary<string, List<(Block, TextSpan)>>(StringComparer.Ordinal) { [hyphened] = places[hyphened], [open] = found }, context, null);
        }
    }

    private static bool IsCut(LintDocument document, Block block, TextSpan span) => block.Map.ToOriginal(span).Of(document.Document.Source.Text).Contains('\n', StringComparison.Ordinal);

    /// <summary>Whether this rule tells that two phrases are one: they differ in a compound (military-civilian, military-civil) before the same word.</summary>
    internal static bool TellsCompound(string a, string b)
    {
        var (mine, theirs) = (a.ToLowerInvariant().Split(' '), b.ToLowerInvariant().Split(' '));
        return mine.Length == theirs.Length && Enumerable.Range(0, mine.Length).Where(i => mine[i] != theirs[i]).ToList() is [var at]
            && at + 1 < mine.Length && mine[at].Count(static c => c == '-') == 1 && theirs[at].Count(static c => c == '-') == 1
            && mine[at].Split('-')[0] == theirs[at].Split('-')[0] && Derived(mine[at], theirs[at]);
    }

    // military-civilian beside military-civil, before the same word; "military and local X" beside "military-local X".
    private static void Compounds(LintDocument document, Dictionary<string, List<(Block Block, TextSpan Span)>> places, LintContext context)
    {
        var uses = places.Where(static p => p.Key.Count(static c => c == '-') == 1)
            .SelectMany(static p => p.Value.Select(place => (Word: p.Key, Next: Next(place.Block.Text, place.Span.End), place.Block, place.Span))).ToList();
        var next = uses.ToLookup(static u => (u.Word[..u.Word.IndexOf('-', StringComparison.Ordinal)], u.Next));
        foreach (var group in next.Where(static g => g.Key.Next.Length > 3))
        {
            var words = group.Select(static u => u.Word).Distinct(StringComparer.Ordinal).ToList();
            for (var i = 0; i < words.Count; i++)
            {
                for (var j = i + 1; j < words.Count; j++)
                {
                    if (Derived(words[i], words[j]))
                    {
                        var both = group.GroupBy(static u => u.Word, StringComparer.Ordinal)
                            .ToDictionary(static g => g.Key, static g => g.Select(static u => (u.Block, u.Span)).ToList(), StringComparer.Ordinal);
                        Both(document, words[i], words[j], $"both before \"{group.Key.Next}\"", both, context, null);
                    }
                }
            }
        }

        foreach (var group in uses.Where(static u => u.Next.Length > 3 && u.Next.Contains('-', StringComparison.Ordinal)).GroupBy(static u => $"{u.Word.Replace("-", " and ", StringComparison.Ordinal)} {u.Next}", StringComparer.Ordinal))
        {
            var open = document.Document.Blocks.Where(static b => b.Kind is not BlockKind.Code).Where(b => b.Text.Contains(group.Key, StringComparison.OrdinalIgnoreCase))
                .SelectMany(b => Regex.Matches(b.Text, $@"\b{Regex.Escape(group.Key)}\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase).Select(m => (b, new TextSpan(m.Index, m.Length)))).ToList();
            if (open.Count > 0)
            {
                var linked = $"{group.First().Word} {group.First().Next}";
                var both = new Dictionary<string, List<(Block, TextSpan)>>(StringComparer.Ordinal)
                {
                    [group.Key] = open,
                    [linked] = [.. group.Select(u => (u.Block, new TextSpan(u.Span.Start, linked.Length)))],
                };
                Both(document, linked, group.Key, "one compound in two forms", both, context, null);
            }
        }
    }

    private static bool Derived(string a, string b)
    {
        var x = a[(a.IndexOf('-', StringComparison.Ordinal) + 1)..];
        var y = b[(b.IndexOf('-', StringComparison.Ordinal) + 1)..];
        var (shorter, longer) = x.Length < y.Length ? (x, y) : (y, x);
        return shorter.Length >= 4 && longer.StartsWith(shorter, StringComparison.Ordinal) && longer[shorter.Length..] is "ian" or "al" or "ical" or "ic" or "ary";
    }
}
