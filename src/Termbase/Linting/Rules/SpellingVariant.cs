using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Languages;
using Termbase.Mining;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>One word in two spellings, or in one that is none. See <c>SpellingVariant.md</c>.</summary>
public sealed partial class SpellingVariant : DocumentRule
{
    private static readonly FrozenSet<string> Prefixes = FrozenSet.Create(
        StringComparer.Ordinal,
        "anti", "bio", "co", "counter", "cyber", "geo", "hydro", "inter", "macro", "mega", "micro", "mini", "multi", "nano", "non", "over", "post", "pre", "semi", "sub", "super", "tele", "ultra", "under");

    private static readonly ILookup<string, (string A, string B)> Rows =
        LintData.Rows("spellings").ToLookup(static r => r[0], static r => (r[1], r[2]), StringComparer.Ordinal);

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB320", "spelling-variant", "同一词拼写不一", "One word in two spellings", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        var places = new Dictionary<string, List<(Block Block, TextSpan Span)>>(StringComparer.Ordinal);
        var byWord = places.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> room = stackalloc char[64];
        foreach (var block in document.Document.Blocks.Where(static b => b.Kind is not BlockKind.Code and not BlockKind.FrontMatter))
        {
            var hasUrls = block.Text.Contains('@', StringComparison.Ordinal) || block.Text.Contains("://", StringComparison.Ordinal) || block.Text.Contains("www.", StringComparison.Ordinal);
            var urls = hasUrls ? Urls().Matches(block.Text).ToList() : [];
            foreach (var word in Word().EnumerateMatches(block.Text))
            {
                var written = block.Text.AsSpan(word.Index, word.Length);

                // A capital inside a sentence begins a name, which is spelled as its bearer spells it.
                var isName = char.IsUpper(written[0]) && word.Index > 1 && (char.IsLetter(block.Text[word.Index - 2]) || block.Text[word.Index - 2] is ',');
                // "It focuses on" is a verb.
                var isVerb = written is "focuses" or "indexes"
                    && (block.Text.AsSpan(word.Index + word.Length).StartsWith(" on ", StringComparison.Ordinal) || block.Text.AsSpan(word.Index + word.Length).StartsWith(" the ", StringComparison.Ordinal));
                if (!isName && !isVerb && !IsIn(urls, word.Index))
                {
                    // Letters of ASCII only, so that the length stays.
                    var key = word.Length <= room.Length ? room[..word.Length] : new char[word.Length];
                    written.ToLowerInvariant(key);
                    (byWord.TryGetValue(key, out var list) ? list : byWord[key] = []).Add((block, new TextSpan(word.Index, word.Length)));
                }
            }
        }

        Slips(document, places, context);
        var told = Families(document, places, context);
        Variety(document, places, told, context);
        Neighbours(document, places, context);
        Hyphens(document, places, context);
        Attributes(document, places, context);
        Compounds(document, places, context);
    }

    private static bool IsIn(List<Match> urls, int at) => urls.Exists(u => at >= u.Index && at < u.Index + u.Length);

    private static void Slips(LintDocument document, Dictionary<string, List<(Block, TextSpan)>> places, LintContext context)
    {
        foreach (var (slip, right) in Rows["slip"].Where(r => places.ContainsKey(r.A)))
        {
            // The other forms that the document uses belong to the decision.
            var others = Rows["plural"].Where(p => p.A == right || p.B == right).SelectMany(static p => new[] { p.A, p.B }).Append(right)
                .Distinct(StringComparer.Ordinal).Where(places.ContainsKey).ToList();
            Report(document, slip, others, $"\"{slip}\" is misspelled for \"{right}\"", right, places, context, null);
        }
    }

    private static HashSet<string> Families(LintDocument document, Dictionary<string, List<(Block, TextSpan)>> places, LintContext context)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        var byStem = places.Keys.ToLookup(EnglishForm.Stem, StringComparer.Ordinal);
        var words = places.Keys.Order(StringComparer.Ordinal).ToList();
        foreach (var (american, british) in Rows["us"])
        {
            var first = words.BinarySearch(british, StringComparer.Ordinal);
            var pairs = words.Skip(first < 0 ? ~first : first).TakeWhile(w => w.StartsWith(british, StringComparison.Ordinal)).Where(w => IsForm(w, british)).Select(w => (British: w, American: american + w[british.Length..]))
                .Where(p => !string.Equals(p.British, p.American, StringComparison.Ordinal) && places.ContainsKey(p.American)).ToList();
            foreach (var (b, a) in pairs)
            {
                told.Add(b);
                Both(document, a, b, "spelled in the American and in the British way", places, context, null);
            }
        }

        // By their form: fertiliser and fertilizer, also in another number (centre and centers).
        foreach (var british in places.Keys.Where(w => w.Length > 4 && !told.Contains(w)).Order(StringComparer.Ordinal).ToList())
        {
            if (SpellingVariety.ToAmerican(british) is { } american && byStem[EnglishForm.Stem(american)].FirstOrDefault() is { } other && other != british)
            {
                told.Add(british);
                Both(document, other, british, "spelled in the American and in the British way", places, context, null);
            }
        }

        foreach (var (usual, other) in Rows["plural"].Where(p => places.ContainsKey(p.A) && places.ContainsKey(p.B)
            && !Rows["slip"].Any(s => places.ContainsKey(s.A) && (s.B == p.A || s.B == p.B))))
        {
            Both(document, usual, other, "two plurals of one word", places, context, null);
        }

        return told;
    }

    // One word of the other variety in a document that is clearly of one.
    private static void Variety(LintDocument document, Dictionary<string, List<(Block, TextSpan)>> places, HashSet<string> told, LintContext context)
    {
        var american = places.Keys.Where(SpellingVariety.IsAmerican).Order(StringComparer.Ordinal).ToList();
        var british = places.Keys.Where(w => w.Length > 4 && SpellingVariety.IsBritish(w)).Order(StringComparer.Ordinal).ToList();
        var (few, many, name) = american.Count >= british.Count ? (british, american, "American") : (american, british, "British");
        if (many.Count >= 2 && few.Count * 2 <= many.Count && few.Sum(w => places[w].Count) * 3 <= many.Sum(w => places[w].Count) + 1)
        {
            foreach (var word in few.Where(w => !told.Contains(w) && !many.Exists(m => SpellingVariety.ToAmerican(m) == w)))
            {
                Report(document, word, [many[0]], $"\"{word}\" in a text that spells in the {name} way ({string.Join(", ", many.Take(3))})", "", places, context, null);
            }
        }
    }

    // construciton beside construction: once, unlike any word of the table, one letter or two neighbours off a word that the text has three times.
    private static void Neighbours(LintDocument document, Dictionary<string, List<(Block Block, TextSpan Span)>> places, LintContext context)
    {
        var usual = places.Where(static p => p.Key.Length >= 8 && p.Value.Count >= 3).Select(static p => p.Key).ToLookup(static w => (w[0], w[^1]));
        foreach (var word in places.Where(static p => p.Key.Length >= 8 && p.Value.Count == 1 && !p.Key.Contains('-', StringComparison.Ordinal)).Select(static p => p.Key).Order(StringComparer.Ordinal).ToList())
        {
            if (usual[(word[0], word[^1])].FirstOrDefault(u => Math.Abs(u.Length - word.Length) <= 1 && u != word && IsSlipOf(word, u)) is { } right && !GlossLexicon.IsEnglish(word) && !IsWord(word))
            {
                Report(document, word, [right], $"\"{word}\" is misspelled for \"{right}\"", right, places, context, null);
            }
        }
    }

    // The table of translations is large and read at first use, which is rare here.
    private static bool IsWord(string word) => BilingualLexicon.Instance.StemOf(EnglishStem.Of(word)) >= 0;

    // A letter too few or too many, or two letters exchanged.
    private static bool IsSlipOf(string word, string right)
    {
        var common = word.AsSpan().CommonPrefixLength(right);
        return word.Length == right.Length
            ? common + 2 < word.Length && word[common] == right[common + 1] && word[common + 1] == right[common] && word.AsSpan(common + 2).SequenceEqual(right.AsSpan(common + 2))
            : word.Length < right.Length ? common < word.Length - 1 && word.AsSpan(common).SequenceEqual(right.AsSpan(common + 1))
            : common < right.Length - 1 && right.AsSpan(common).SequenceEqual(word.AsSpan(common + 1));
    }

    // "emphasis" and "analysis" are no British verbs; "program" begins "programme" and "programmer".
    private static bool IsForm(string word, string stem) =>
        word.StartsWith(stem, StringComparison.Ordinal) && !word.EndsWith("sis", StringComparison.Ordinal) && !word.EndsWith("ses", StringComparison.Ordinal)
        && !word.EndsWith("st", StringComparison.Ordinal) && !word.EndsWith("sts", StringComparison.Ordinal)
        && word.Length - stem.Length <= 6 && (stem is not "programme" || word is "programme" or "programmes") && (stem is not ("fulfil" or "enrol") || word == stem || word == stem + "s")
        && stem is not "licence" | word is "licence" or "licences";

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
        foreach (var hyphened in places.Keys.Where(static w => Compound().IsMatch(w)).Order(StringComparer.Ordinal).ToList())
        {
            var open = hyphened.Replace('-', ' ');
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

    private static bool IsCut(LintDocument document, Block block, TextSpan span) => block.Map.ToOriginal(span).Of(document.Document.Source.Text).Contains('\n', StringComparison.Ordinal);

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

    private static string Next(string text, int at) => at < text.Length && text[at] == ' ' && Word().Match(text, at) is { Success: true } m && m.Index == at + 1 ? m.Value.ToLowerInvariant() : "";

    private static void Both(
        LintDocument document, string a, string b, string why, Dictionary<string, List<(Block, TextSpan)>> places, LintContext context, Severity? atMost)
    {
        var (rare, usual) = places[a].Count < places[b].Count ? (a, b) : (b, a);
        Report(
            document, rare, [usual], string.Create(CultureInfo.InvariantCulture, $"\"{usual}\" ×{places[usual].Count}, \"{rare}\" ×{places[rare].Count}: {why}"),
            usual, places, context, atMost);
    }

    private static void Report(
        LintDocument document, string found, List<string> others, string message, string suggestion, Dictionary<string, List<(Block Block, TextSpan Span)>> places,
        LintContext context, Severity? atMost)
    {
        var (block, span) = places[found][0];
        context.Report(
            document, block, span, message,
            f => f with
            {
                En = [found, .. others],
                Suggestion = suggestion,
                Identity = string.Join('|', others.Prepend(found)),
                Related =
                [
                    .. places[found].Skip(1).Select(p => new RelatedPlace(document.Document.Locate(p.Block, p.Span), $"here \"{found}\"")),
                    .. others.SelectMany(o => places[o].Take(20).Select(p => new RelatedPlace(document.Document.Locate(p.Block, p.Span), $"here \"{o}\""))),
                ],
            },
            atMost);
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}\-])[A-Za-z]{2,}(?:-[A-Za-z]{2,})*(?![\p{L}\p{N}\-])", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"^[a-z]+-(?:term|scale|level|speed|quality|tech|end|efficiency|density|performance|precision|value|income|carbon|energy|cost|risk|grade|size|time|range|distance|depth|standard|yield|volume|voltage|temperature|capacity|intensity|strength)$", RegexOptions.CultureInvariant)]
    private static partial Regex Compound();

    // "in the long term plans fail"
    [GeneratedRegex(@"\b(?:[Ii]n|[Oo]ver|[Aa]t|[Ff]or|[Oo]n) (?:the|an?) $", RegexOptions.CultureInvariant)]
    private static partial Regex BehindPreposition();

    [GeneratedRegex(@"\G (?!(?:and|or|nor|but|of|in|to|for|is|are|was|were|be|will|with|from|by|on|as|at|than|that|which|who|must|shall|should|can|may|has|have|had|through|into|after|before|between|under|over|during|when|while|where|this|these|its|their|our|the|rather|also|only|not|would|could|if|per|so|because|across|among|within|without)\b)[a-z]{4,}(?<!ly)\b", RegexOptions.CultureInvariant)]
    private static partial Regex BeforeNoun();

    [GeneratedRegex(@"(?:https?://|www\.)\S+|\S+@\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Urls();
}
