using System.Globalization;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Languages;
using Termbase.Mining;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A body under a name that it did not bear when the document was issued, or under another body's. See <c>OutdatedBody.md</c>.</summary>
public sealed partial class OutdatedBody : DocumentRule
{
    // Papers drafted before a reform come out for some months after it.
    private const int MonthsOfGrace = 4;

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB356", "outdated-body", "机构名称与文件日期或中文不符", "A body under a name that was not its own at the time", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        var swapped = Swapped(document, context);
        if (DocumentDate.Of(document.Document) is not { } issued)
        {
            return;
        }

        var found = new Dictionary<Body, List<(Block Block, TextSpan Span)>>();
        void Add(Body body, Block block, TextSpan span)
        {
            if ((body.From > issued || IsBeforeItWas(block, span, body) || body.Until.AddMonths(body.Until == DateOnly.MaxValue ? 0 : MonthsOfGrace) < issued) && !IsHistory(block, span, body))
            {
                (found.TryGetValue(body, out var list) ? list : found[body] = []).Add((block, span));
            }
        }

        // The translator's notes, the foreword and the front matter speak of today.
        var body = document.Document.Blocks.LastOrDefault(static b => b.Kind == BlockKind.FrontMatter)?.Index ?? -1;
        foreach (var block in document.Document.Blocks.Where(b => b.Index > body && b.Kind is not (BlockKind.Code or BlockKind.Note or BlockKind.FrontMatter)))
        {
            foreach (Match match in BodyRegistry.NamesIn(block.Text))
            {
                var named = BodyRegistry.OfEnglish(match.Value)!;
                if (!IsForeign(block.Text, match.Index) && (!named.IsLocal || IsOfPlace(block.Text, match.Index)) && !swapped.Contains((block.Index, match.Index)))
                {
                    Add(named, block, new TextSpan(match.Index, match.Length));
                }
            }
        }

        foreach (var pair in document.Pairs.Where(p => p.Block.Index > body && p.Block.Kind is not (BlockKind.Note or BlockKind.FrontMatter)))
        {
            if (OfGloss(pair) is { } named && !(found.TryGetValue(named, out var there) && there.Exists(t => ReferenceEquals(t.Block, pair.Block))))
            {
                Add(named, pair.Block, pair.ZhSpan);
            }
        }

        foreach (var (named, places) in found)
        {
            Report(document, named, places, issued, context);
        }
    }

    private static void Report(LintDocument document, Body body, List<(Block Block, TextSpan Span)> places, DateOnly issued, LintContext context)
    {
        var (block, span) = places[0];
        var when = body.From > issued || IsBeforeItWas(block, span, body)
            ? string.Create(CultureInfo.InvariantCulture, $"bears that name only since {body.From:MMMM yyyy}")
            : string.Create(CultureInfo.InvariantCulture, $"gave up that name in {body.Until:MMMM yyyy}{(BodyRegistry.OfChinese(body.Successor) is { } next ? $" ({next.Zh[0]}, {next.En[0]})" : "")}");
        context.Report(
            document, block, span, string.Create(CultureInfo.InvariantCulture, $"{body.Zh[0]} ({body.En[0]}) {when}; {(IsBeforeItWas(block, span, body) ? "the sentence speaks of an earlier time" : string.Create(CultureInfo.InvariantCulture, $"the document is of {issued:MMMM yyyy}"))}"),
            f => f with
            {
                Zh = [body.Zh[0]],
                En = [body.En[0]],
                Identity = body.Zh[0],
                Related = [.. places.Skip(1).Select(p => new RelatedPlace(document.Document.Locate(p.Block, p.Span), $"here \"{p.Span.Of(p.Block.Text)}\""))],
            });
    }

    // The English is another body's: 工信部 as "Ministry of Commerce". One body's names in time are a matter of dates.
    private static HashSet<(int, int)> Swapped(LintDocument document, LintContext context)
    {
        var places = new HashSet<(int, int)>();
        foreach (var pair in document.Pairs.Where(static p => p.Confidence >= 0.5 && p.En.Length > 0))
        {
            var zh = TermbaseView.ChineseKey(pair.Zh);
            var english = Article().Replace(pair.En, "");
            if (BodyRegistry.OfChinese(zh) is { } meant && BodyRegistry.OfEnglish(english) is { } said && !ReferenceEquals(meant, said) && !said.Zh.Contains(zh, StringComparer.Ordinal)
                && !meant.En.Contains(english, StringComparer.Ordinal))
            {
                places.Add(((pair.EnBlock ?? pair.Block).Index, pair.EnSpan.End - english.Length));
                context.Report(
                    pair.EnLocation, $"\"{english}\" is {said.Zh[0]}, not {pair.Zh} ({meant.En[0]})",
                    f => f with { Zh = [pair.Zh], En = [pair.En], Suggestion = meant.En[0], Identity = $"{pair.Zh}|{pair.En}" });
            }
        }

        return places;
    }

    // 农业部 and 农业部科教司, but no 农业部门.
    private static Body? OfGloss(MinedPair pair)
    {
        var zh = TermbaseView.ChineseKey(pair.Zh);
        return BodyRegistry.OfChinese(zh) ?? (zh.Length > 5 && (zh[^1] is '司' or '局' or '厅') ? Enumerable.Range(3, zh.Length - 4).Reverse().Select(n => BodyRegistry.OfChinese(zh[..n])).FirstOrDefault(static b => b is not null) : null);
    }

    // "the former …", "renamed", a year in the sentence when it was so, and what an earlier document is called.
    private static bool IsHistory(Block block, TextSpan span, Body body)
    {
        var sentence = SentenceSplitter.Split(block.Text).FirstOrDefault(s => s.Start <= span.Start && span.Start < s.End);
        var text = sentence.Length == 0 ? block.Text : sentence.Of(block.Text);
        return Former().IsMatch(text) || block.Emphasis.Any(e => e.Start <= span.Start && span.End <= e.End) || InTitle(block.Text, span)
            || Year().Matches(text).Any(y => int.Parse(y.Value, CultureInfo.InvariantCulture) is var year && year <= body.Until.Year && year >= body.From.Year);
    }

    // "In May 2016, the …" of a body that came later.
    private static bool IsBeforeItWas(Block block, TextSpan span, Body body) =>
        body.From > DateOnly.MinValue && ThenIt().Match(block.Text[Math.Max(0, span.Start - 40)..span.Start]) is { Success: true } then
        && (BodyRegistry.Month(then.Groups["date"].Value) ?? new DateOnly(int.Parse(then.Groups["year"].Value, CultureInfo.InvariantCulture), 12, 1)) < body.From;

    private static bool InTitle(string text, TextSpan span) =>
        text.AsSpan(0, span.Start).Count('"') % 2 == 1 || text.LastIndexOf('“', span.Start) > text.LastIndexOf('”', span.Start) || text.LastIndexOf('《', span.Start) > text.LastIndexOf('》', span.Start)
        || TitleBefore().IsMatch(text.AsSpan(0, span.Start)[^Math.Min(span.Start, 60)..]);

    // "Japan's Ministry of Health", "the Vietnamese Ministry of Culture".
    private static bool IsForeign(string text, int at) => Foreign().IsMatch(text.AsSpan(0, at)[^Math.Min(at, 30)..]);

    // "Hubei Provincial Department of …": what each province has is told by its place.
    private static bool IsOfPlace(string text, int at) =>
        Owner().Match(text[Math.Max(0, at - 40)..at]) is { Success: true } owner && (owner.Groups["level"].Success || PlaceNames.IsPlace(owner.Groups["place"].Value));

    [GeneratedRegex("^(?:the|The|its|PRC|China's|China’s) ", RegexOptions.CultureInvariant)]
    private static partial Regex Article();

    [GeneratedRegex(@"\b(?:former|formerly|then|predecessor|erstwhile|defunct|renamed|reorganiz\w+|reorganis\w+|merg\w+|restructur\w+|abolish\w+|dissolv\w+|succeed\w+|successor|previous|previously|at the time|until|before|old|now the|prior|to be)\b|原", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Former();

    [GeneratedRegex(@"\b[Ii]n (?<date>(?:\p{Lu}[a-z]+ )?(?<year>(?:19|20)\d\d)),? (?:the )?$", RegexOptions.CultureInvariant)]
    private static partial Regex ThenIt();

    [GeneratedRegex(@"\b(?:19|20)\d\d\b", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"(?:Opinions?|Notice|Measures|Circular|Decision|Regulations|Provisions|Announcement|Decree|Order) (?:of|by|from) (?:the )?(?:[\p{L}, ]+ and (?:the )?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex TitleBefore();

    [GeneratedRegex(@"(?<![\p{L}])(?:(?<level>Provincial|Municipal|County|City|District|Prefectural|Regional|Region|Province|Municipality)|(?<place>\p{Lu}\p{L}+)(?:['’]s)?) $", RegexOptions.CultureInvariant)]
    private static partial Regex Owner();

    [GeneratedRegex(@"\b(?:Japan|Russia|India|Viet|France|French|German|Brit|UK|U\.K\.|U\.S\.|US|United States|America|Korea|DPRK|Canad|Austral|Israel|Ukrain|Pakistan|Brazil|Ital|Spain|Spanish|Thai|Singapor|Malays|Indones|Turk|Iran|Saudi|Egypt|Soviet|Philippin|Filipino|Mongol|Kazakh|Uzbek|Myanmar|Burm|Lao|Cambod|Taiwan|Dutch|Netherlands|Polish|Poland|Swed|Norw|Danish|Denmark|Finnish|Finland|Swiss|Greek|Nepal|Banglad|Sri Lanka|Mexic|Argentin|Chile|Cuba|South Africa|Nigeria|Kenya|Ethiopia|European|Foreign|Serbia|Hungar|Czech|Belarus|Zealand)[\p{L}]*(?:['’]s?)? $", RegexOptions.CultureInvariant)]
    private static partial Regex Foreign();
}
