using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Mining;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A glossed term that stands elsewhere with another form of one of its words (dual prevention mechanism, dual preventive mechanism). See <c>UnglossedTermVariant.md</c>.</summary>
public sealed partial class UnglossedTermVariant : DocumentRule
{
    private const double Sure = 0.75;

    // What nouns and adjectives of one root end in; a verb's forms are no variants.
    private static readonly FrozenSet<string> Endings = FrozenSet.Create(
        StringComparer.Ordinal,
        "", "ion", "ions", "ation", "ations", "ive", "ative", "al", "ial", "ical", "ic", "y", "ry", "ies", "ence", "ent", "ance", "ant", "ary", "ory", "ity", "ment", "mental", "ism", "ist", "ous", "er", "or", "ian", "ure", "ural", "e", "ion-based", "ional", "ics", "able", "ate");

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB364", "unglossed-term-variant", "同一术语后文用词不同而未注中文", "A glossed term with another form of a word, without its Chinese", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        var terms = document.Pairs.Where(static p => p is { Kind: GlossKind.Paren or GlossKind.List, Confidence: >= Sure } && p.EnBlock is null && p.En.Length >= 10 && p.En.All(static c => char.IsAsciiLetterLower(c) || c is ' ' or '-'))
            .DistinctBy(static p => p.En).Select(static p => (Pair: p, Words: p.En.Split([' ', '-']))).Where(static t => t.Words.Length is >= 2 and <= 5).ToList();
        if (terms.Count == 0)
        {
            return;
        }

        // A variant differs in one word, so it has the term's last word; only words before the last are compared.
        var byLast = terms.ToLookup(static t => EnglishForm.Stem(t.Words[^1]), StringComparer.Ordinal);
        var words = new List<TextSpan>();
        var ending = new Dictionary<string, List<(MinedPair Pair, string[] Words)>>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var glosses = document.Pairs.Where(static p => p.EnSpan.Length > 0).ToLookup(static p => (p.EnBlock ?? p.Block).Index, static p => p.EnSpan);
        var found = new Dictionary<(string Term, string Variant), (MinedPair Pair, List<(Block Block, TextSpan Span)> Places)>();
        foreach (var block in document.Document.Blocks.Where(static b => b.Kind is BlockKind.Paragraph or BlockKind.ListItem))
        {
            words.Clear();
            foreach (var word in Word().EnumerateMatches(block.Text))
            {
                words.Add(new TextSpan(word.Index, word.Length));
                if (!ending.TryGetValue(block.Text.AsSpan(word.Index, word.Length), out var candidates))
                {
                    var written = block.Text.Substring(word.Index, word.Length);
                    ending[written] = candidates = [.. byLast[EnglishForm.Stem(written.ToLowerInvariant())]];
                }

                foreach (var (pair, term) in candidates)
                {
                    var from = words.Count - term.Length;
                    if (from < 0)
                    {
                        continue;
                    }

                    var span = TextSpan.FromBounds(words[from].Start, word.Index + word.Length);
                    if (IsVariant(term, block.Text, words, from) && span.Of(block.Text).All(static c => char.IsAsciiLetter(c) || c is ' ' or '-') && !glosses[block.Index].Any(g => g.Overlaps(span)))
                    {
                        var key = (pair.En, span.Of(block.Text).ToLowerInvariant());
                        (found.TryGetValue(key, out var list) ? list : found[key] = (pair, [])).Places.Add((block, span));
                    }
                }
            }
        }

        foreach (var ((_, variant), (pair, places)) in found.Where(static v => !SpellingVariant.TellsCompound(v.Key.Term, v.Key.Variant)))
        {
            context.Report(
                document, places[0].Block, places[0].Span,
                string.Create(CultureInfo.InvariantCulture, $"\"{variant}\" (×{places.Count}, no Chinese beside it) seems to be {pair.Zh}, glossed as \"{pair.En}\""),
                f => f with
                {
                    Zh = [pair.Zh],
                    En = [variant, pair.En],
                    Suggestion = pair.En,
                    Identity = $"{pair.Zh}|{variant}",
                    Related = [new RelatedPlace(pair.EnLocation, $"glossed as \"{pair.En}\""), .. places.Skip(1).Select(p => new RelatedPlace(document.Document.Locate(p.Block, p.Span), $"here \"{variant}\""))],
                });
        }
    }

    private static bool IsVariant(string[] term, string text, List<TextSpan> words, int from)
    {
        var differing = -1;
        for (var i = 0; i + 1 < term.Length; i++)
        {
            if (!text.AsSpan(words[from + i].Start, words[from + i].Length).Equals(term[i], StringComparison.OrdinalIgnoreCase))
            {
                if (differing >= 0)
                {
                    return false;
                }

                differing = i;
            }
        }

        return differing >= 0 && IsOneRoot(term[differing], words[from + differing].Of(text).ToLowerInvariant());
    }

    private static bool IsOneRoot(string a, string b)
    {
        var common = a.AsSpan().CommonPrefixLength(b);
        return common >= 5 && EnglishForm.Stem(a) != EnglishForm.Stem(b) && SpellingVariety.ToAmerican(a) != b && SpellingVariety.ToAmerican(b) != a && Enumerable.Range(0, 3).Select(n => common - n).Any(n => n >= 5 && Endings.Contains(a[n..]) && Endings.Contains(b[n..]));
    }

    [GeneratedRegex(@"[A-Za-z]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
