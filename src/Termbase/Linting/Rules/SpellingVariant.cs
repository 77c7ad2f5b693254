using System.Collections.Frozen;
using System.Globalization;
using System.Text;
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

    private static readonly FrozenDictionary<string, string> RightOf = Rows["slip"].DistinctBy(static r => r.A).ToFrozenDictionary(static r => r.A, static r => r.B, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB320", "spelling-variant", "同一词拼写不一", "One word in two spellings", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        var places = new Dictionary<string, List<(Block Block, TextSpan Span)>>(StringComparer.Ordinal);
        var byWord = places.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> room = stackalloc char[64];
        var words = new List<TextSpan>();
        foreach (var block in document.Document.Blocks.Where(static b => b.Kind is not BlockKind.Code and not BlockKind.FrontMatter && !b.IsQuoted))
        {
            var hasUrls = block.Text.Contains('@', StringComparison.Ordinal) || block.Text.Contains("://", StringComparison.Ordinal) || block.Text.Contains("www.", StringComparison.Ordinal);
            var urls = hasUrls ? Urls().Matches(block.Text).ToList() : [];
            AsciiWords.ReadWhole(block.Text, words);
            foreach (var word in words)
            {
                var written = block.Text.AsSpan(word.Start, word.Length);

                // A capital inside a sentence begins a name, which is spelled as its bearer spells it; so does one in quotation marks.
                var isName = char.IsUpper(written[0]) && word.Start > 1 && (char.IsLetter(block.Text[word.Start - 2]) || block.Text[word.Start - 2] is ',' || block.Text[word.Start - 1] is '"' or '“');
                // "It focuses on" is a verb.
                var isVerb = written is "focuses" or "indexes"
                    && (block.Text.AsSpan(word.End).StartsWith(" on ", StringComparison.Ordinal) || block.Text.AsSpan(word.End).StartsWith(" the ", StringComparison.Ordinal));
                if (!isName && !isVerb && !IsSoftware(word, block.Text) && !IsIn(urls, word.Start))
                {
                    // Letters of ASCII only, so that the length stays.
                    var key = word.Length <= room.Length ? room[..word.Length] : new char[word.Length];
                    Ascii.ToLower(written, key, out _);
                    (byWord.TryGetValue(key, out var list) ? list : byWord[key] = []).Add((block, word));
                }
            }
        }

        Slips(document, places, context);
        var told = Families(document, places, context);
        Variety(document, places, told, context);
        Misspelled(document, places, told, context);
        Open(document, places, context);
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

    // Where one word, or two, is usual: "can not", and "health care" beside "healthcare".
    private static void Open(LintDocument document, Dictionary<string, List<(Block Block, TextSpan Span)>> places, LintContext context)
    {
        foreach (var (slip, right) in Rows["slip"].Where(static r => r.A.Contains(' ', StringComparison.Ordinal)))
        {
            if (Pair(slip, places).Where(static p => !NotOnly().IsMatch(p.Block.Text, p.Span.End)).ToList() is { Count: > 0 } found)
            {
                Report(document, slip, [], $"\"{slip}\" is written \"{right}\"", right, new Dictionary<string, List<(Block Block, TextSpan Span)>>(StringComparer.Ordinal) { [slip] = found }, context, null);
            }
        }

        foreach (var (solid, open) in Rows["open"].Where(r => places.ContainsKey(r.A)))
        {
            if (Pair(open, places) is { Count: > 0 } found)
            {
                Both(document, solid, open, "one word, or two", new Dictionary<string, List<(Block Block, TextSpan Span)>>(StringComparer.Ordinal) { [solid] = places[solid], [open] = found }, context, null);
            }
        }
    }

    // Places of two words in a row.
    private static List<(Block Block, TextSpan Span)> Pair(string open, Dictionary<string, List<(Block Block, TextSpan Span)>> places) =>
    [
        .. places.GetValueOrDefault(open.Split(' ')[0], []).Where(p => string.Compare(p.Block.Text, p.Span.Start, open, 0, open.Length, StringComparison.OrdinalIgnoreCase) == 0
            && (p.Span.Start + open.Length == p.Block.Text.Length || !char.IsLetterOrDigit(p.Block.Text[p.Span.Start + open.Length])))
            .Select(p => (p.Block, new TextSpan(p.Span.Start, open.Length))),
    ];

    // A program that runs on a machine is spelled so by the British too.
    private static bool IsSoftware(TextSpan word, string text) => word.Length is 7 or 8 && text.AsSpan(word.Start, word.Length).StartsWith("program", StringComparison.OrdinalIgnoreCase)
        && (SoftwareBefore().IsMatch(text.AsSpan(Math.Max(0, word.Start - 40), word.Start - Math.Max(0, word.Start - 40))) || SoftwareBehind().IsMatch(text, word.End));

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
            if (SpellingVariety.ToAmerican(british) is { } american && byStem[EnglishForm.Stem(american)].FirstOrDefault(o => SpellingVariety.ToAmerican(o) is null) is { } other)
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

    // "emphasis" and "analysis" are no British verbs; "program" begins "programme" and "programmer".
    private static bool IsForm(string word, string stem) =>
        word.StartsWith(stem, StringComparison.Ordinal) && !word.EndsWith("sis", StringComparison.Ordinal) && !word.EndsWith("ses", StringComparison.Ordinal)
        && !word.EndsWith("st", StringComparison.Ordinal) && !word.EndsWith("sts", StringComparison.Ordinal)
        && word.Length - stem.Length <= 6 && (stem is not "programme" || word is "programme" or "programmes") && (stem is not ("fulfil" or "enrol") || word == stem || word == stem + "s")
        && stem is not "licence" | word is "licence" or "licences";

    private static string Next(string text, int at) => at < text.Length && text[at] == ' ' && Word().Match(text, at) is { Success: true } m && m.Index == at + 1 ? m.Value.ToLowerInvariant() : "";

    private static void Both(
        LintDocument document, string a, string b, string why, Dictionary<string, List<(Block, TextSpan)>> places, LintContext context, Severity? atMost)
    {
        var (rare, usual) = places[a].Count < places[b].Count || (places[a].Count == places[b].Count && IsForeign(a, b, places)) ? (a, b) : (b, a);
        Report(
            document, rare, [usual], string.Create(CultureInfo.InvariantCulture, $"\"{usual}\" ×{places[usual].Count}, \"{rare}\" ×{places[rare].Count}: {why}"),
            usual, places, context, atMost);
    }

    // Of two spellings as frequent, the one that the rest of the text would not choose.
    private static bool IsForeign(string american, string british, Dictionary<string, List<(Block, TextSpan)>> places) =>
        SpellingVariety.ToAmerican(british) is { } a && a == american
        && places.Where(p => p.Key != british && SpellingVariety.IsBritish(p.Key)).Sum(static p => p.Value.Count) > places.Where(p => p.Key != american && SpellingVariety.IsAmerican(p.Key)).Sum(static p => p.Value.Count);

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
                    .. others.SelectMany(o => places[o].Select(p => new RelatedPlace(document.Document.Locate(p.Block, p.Span), $"here \"{o}\""))),
                ],
            },
            atMost);
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}\-])[A-Za-z]{2,}(?:-[A-Za-z]{2,})*(?![\p{L}\p{N}\-])", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\p{Lu}(?<=[\p{L},] \p{Lu})[a-z]{6,}(?![\p{L}\p{N}\-'’])", RegexOptions.CultureInvariant)]
    private static partial Regex NameWord();

    [GeneratedRegex(@"\G (?:only|just|but|simply|merely|help)\b", RegexOptions.CultureInvariant)]
    private static partial Regex NotOnly();

    [GeneratedRegex(@"\b(?:writ(?:e|es|ing|ten)|wrote|computer|software|runs?|running|install(?:s|ed|ing)?|debug(?:s|ged|ging)?|execut(?:e|es|ed|ing)|compil(?:e|es|ed|ing)|mini|applet|control|CNC|PLC|AI|source|machine|application|Python|WeChat)(?: \w+){0,2} $", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SoftwareBefore();

    [GeneratedRegex(@"\G (?:code|files?|listing|errors?\b|[^.;]{0,60}\b(?:robots?|computers?|processors?|software|written|coded|debugged|compiled|installed|algorithms?))\b", RegexOptions.CultureInvariant)]
    private static partial Regex SoftwareBehind();

    [GeneratedRegex(@"^[a-z]+-(?:term|scale|level|speed|quality|tech|end|efficiency|density|performance|precision|value|income|carbon|energy|cost|risk|grade|size|range|distance|depth|standard|yield|volume|voltage|temperature|capacity|intensity|strength)$", RegexOptions.CultureInvariant)]
    private static partial Regex Compound();

    // "in the long term plans fail"
    [GeneratedRegex(@"\b(?:[Ii]n|[Oo]ver|[Aa]t|[Ff]or|[Oo]n) (?:the|an?) $", RegexOptions.CultureInvariant)]
    private static partial Regex BehindPreposition();

    [GeneratedRegex(@"\G (?!(?:and|or|nor|but|of|in|to|for|is|are|was|were|be|will|with|from|by|on|as|at|than|that|which|who|must|shall|should|can|may|has|have|had|through|into|after|before|between|under|over|during|when|while|where|this|these|its|their|our|the|rather|also|only|not|would|could|if|per|so|because|across|among|within|without)\b)[a-z]{4,}(?<!ly)\b", RegexOptions.CultureInvariant)]
    private static partial Regex BeforeNoun();

    [GeneratedRegex(@"(?:https?://|www\.)\S+|\S+@\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Urls();
}
