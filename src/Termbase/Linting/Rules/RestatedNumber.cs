using System.Globalization;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A figure that a list repeats otherwise, or a day that differs by its digits' order. See <c>RestatedNumber.md</c>.</summary>
public sealed partial class RestatedNumber : DocumentRule
{
    // A label of more words is a sentence.
    private const int LongestLabel = 60;

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB362", "restated-number", "同一数字前后不一", "A figure given again, and otherwise", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        var blocks = document.Document.Blocks.Where(static b => b.Kind is not (BlockKind.Code or BlockKind.FrontMatter)).ToList();
        var items = blocks.Select(static b => (Block: b, Match: b.Text.Length < 160 ? Item().Match(b.Text) : Match.Empty)).Where(static i => i.Match.Success && i.Match.Groups["label"].Length <= LongestLabel).ToList();
        if (items.Count > 0)
        {
            var quantities = blocks.SelectMany(static b => Quantity().Matches(b.Text).SelectMany(m => new[] { m.Groups["unit"].Value, m.Groups["second"].Value }.Where(static u => u.Length > 0).Select(u => (Unit: EnglishForm.Stem(u), Block: b, Match: m))))
                .ToLookup(static q => q.Unit, static q => (q.Block, q.Match), StringComparer.Ordinal);
            foreach (var (block, match) in items)
            {
                Item(document, block, match, quantities, context);
            }
        }

        Dates(document, blocks, context);
    }

    // "Dredging of rivers: 240 kilometers" where the text has "the dredging of 420 kilometers of rivers" and no other length of that.
    private static void Item(LintDocument document, Block block, Match match, ILookup<string, (Block Block, Match Match)> quantities, LintContext context)
    {
        var words = Content().Matches(match.Groups["label"].Value).Select(static w => EnglishForm.Stem(w.Value.ToLowerInvariant())).Distinct(StringComparer.Ordinal).ToList();
        var said = Value(match);
        var others = quantities[EnglishForm.Stem(match.Groups["unit"].Value)].Where(q => !ReferenceEquals(q.Block, block) && words.Count > 0 && Sentence(q.Block.Text, q.Match.Index) is var s && words.TrueForAll(w => s.Contains(w, StringComparison.OrdinalIgnoreCase))).ToList();
        if (others.Count == 0 || others.Exists(o => Value(o.Match) == said) || others.Select(static o => Value(o.Match)).Distinct(StringComparer.Ordinal).Count() > 1 || (words.Count == 1 && words[0] == EnglishForm.Stem(match.Groups["unit"].Value) && !IsExchanged(said, Value(others[0].Match))))
        {
            return;
        }

        var (there, other) = others[0];
        var span = TextSpan.FromBounds(match.Groups["n"].Index, match.Groups["unit"].Index + match.Groups["unit"].Length);
        context.Report(
            document, block, span, $"\"{match.Groups["label"].Value}\" is {span.Of(block.Text)} here, elsewhere {other.Value}",
            f => f with { En = [match.Value, other.Value], Related = [new RelatedPlace(document.Document.Locate(there, new TextSpan(other.Index, other.Length)), $"here {other.Value}")] });
    }

    // Issued on June 12, says the front matter; June 21 stands below the signature.
    private static void Dates(LintDocument document, List<Block> blocks, LintContext context)
    {
        if (blocks.FindLast(static b => b.Text.Length < 40 && Date().Match(b.Text) is { Success: true } m && m.Length >= b.Text.Trim('(', ')', '.', ' ').Length) is not { } signed)
        {
            return;
        }

        var below = Date().Match(signed.Text);
        foreach (var front in document.Document.Blocks.Where(static b => b.Kind == BlockKind.FrontMatter && !b.Label.Contains("Translat", StringComparison.OrdinalIgnoreCase)))
        {
            foreach (var above in Date().Matches(front.Text).Where(m => Same(m, below, "month") && Same(m, below, "year") && !Same(m, below, "day") && IsExchanged(m.Groups["day"].Value, below.Groups["day"].Value)))
            {
                context.Report(
                    document, signed, new TextSpan(below.Index, below.Length), $"\"{below.Value}\" here, \"{above.Value}\" in the front matter",
                    f => f with { En = [below.Value, above.Value], Related = [new RelatedPlace(document.Document.Locate(front, new TextSpan(above.Index, above.Length)), $"here {above.Value}")] });
            }
        }
    }

    private static bool Same(Match a, Match b, string group) => a.Groups[group].Value == b.Groups[group].Value;

    private static bool IsExchanged(string a, string b) => a.Length > 1 && a.Length == b.Length && a != b && a.Order().SequenceEqual(b.Order());

    private static string Value(Match match) => match.Groups["n"].Value.Replace(",", "", StringComparison.Ordinal) + match.Groups["scale"].Value.Trim();

    private static string Sentence(string text, int at)
    {
        var start = text.LastIndexOf(". ", at, StringComparison.Ordinal) + 1;
        var end = text.IndexOf(". ", at, StringComparison.Ordinal);
        return text[start..(end < 0 ? text.Length : end)];
    }

    [GeneratedRegex(@"^(?:\(?\d{1,2}[.)、] ?|[-•*] ?)?(?<label>\p{Lu}[\p{L} \-]+?)(?: ?[:–—] |: ?)(?:about |some |approximately |over |more than )?(?<n>\d[\d,]*(?:\.\d+)?)(?<scale> (?:thousand|million|billion))? (?<unit>[a-z]{3,})(?: of [a-z ]+)?[.;]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    [GeneratedRegex(@"(?<![\d.,\-/])(?<n>\d[\d,]*(?:\.\d+)?)(?<scale> (?:thousand|million|billion))? (?<unit>[a-z]{3,})(?: (?<second>[a-z]{3,}))?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Quantity();

    [GeneratedRegex(@"\p{L}{4,}", RegexOptions.CultureInvariant)]
    private static partial Regex Content();

    [GeneratedRegex(@"\b(?:(?<day>\d{1,2}) (?<month>January|February|March|April|May|June|July|August|September|October|November|December)|(?<month>January|February|March|April|May|June|July|August|September|October|November|December) (?<day>\d{1,2})),? (?<year>(?:19|20)\d\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
