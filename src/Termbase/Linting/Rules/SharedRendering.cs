using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>One English term for several Chinese ones. See <c>SharedRendering.md</c>.</summary>
public sealed partial class SharedRendering : CorpusRule
{
    private static readonly RuleOption MinConfidence =
        new("min-confidence", 0.6, "how sure the reading of a gloss must be, 0 to 1, for it to count");

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB102", "shared-rendering", "不同中文译成同一英文", "The same English for different Chinese", Severity.Warning)
        {
            Options = [MinConfidence],
        };

    /// <inheritdoc/>
    public override void Check(IReadOnlyList<LintDocument> documents, LintContext context)
    {
        var termbase = TermbaseView.Of(context.Glossary);
        var sure = context.Options.Get<double>(MinConfidence);
        var terms = documents.SelectMany(static d => d.Reading.Uses)
            .Where(use => use.Form.Key.Length > 0 && !use.Form.IsAcronym && use.Pair.Confidence >= (Bare(use.Pair.En).Length < use.Pair.En.Length ? sure - 0.1 : sure) && use.Key.Length > 0 && !termbase.IsOff(use.Key))
            .GroupBy(static use => Bare(use.Pair.En) is var bare && bare.Length < use.Pair.En.Length ? EnglishForm.Of(bare).Key : use.Form.Key, StringComparer.Ordinal);
        foreach (var term in terms)
        {
            // Two Chinese terms in one bracket are declared to be the same.
            var first = term.First();
            var groups = term.GroupBy(static u => u.Key, StringComparer.Ordinal).Select(static g => g.ToList()).ToList();
            var other = groups.Skip(1).FirstOrDefault(g => !IsDeclared(first, g[0], termbase) && !g.Exists(u => SharesBracket(u, term)));
            if (other is null || groups.Skip(1).All(g => NearIdenticalChinese.Tells(first.Key, g[0].Key)) || (other.Find(static u => !u.IsPublished) ?? groups[0].Find(static u => !u.IsPublished)) is not { } place)
            {
                continue;
            }

            var isSlip = ChineseForm.IsOneCharacterOff(first.Key, other[0].Key);
            context.Report(
                place.Pair.ZhLocation,
                $"\"{first.Pair.En}\" stands for {GlossUse.List(groups)}{(isSlip ? ": one character differs" : "")}",
                finding => finding with
                {
                    Zh = [.. groups.Select(static g => g[0].Pair.Zh)],
                    En = [first.Pair.En],
                    Related = [.. term.Where(u => !ReferenceEquals(u, place)).Select(static u => new RelatedPlace(u.Pair.ZhLocation, $"here {u.Pair.Zh}") { Words = u.Pair.Zh })],
                    Identity = string.Join('|', groups.Select(static g => g[0].Key).Order(StringComparer.Ordinal).Prepend(term.Key)),
                },
                isSlip || IsContradiction(first, other) || IsOtherAgent(first, other) || IsOtherName(first, other) ? null : Severity.Info);
        }
    }

    // One document, a term of two words or more (no name, which two may bear), and Chinese that has next to nothing in common.
    private static bool IsContradiction(GlossUse first, List<GlossUse> others) =>
        others.Find(o => ReferenceEquals(o.Pair.Document, first.Pair.Document) && !ReferenceEquals(o.Pair.Block, first.Pair.Block)) is { } other
        && first.Pair.En.Contains(' ', StringComparison.Ordinal) && first.Pair.En.Split(' ').Skip(1).All(static w => char.IsLower(w[0]) || w[0] is '-' or '(') && first.Key.Length >= 3 && other.Key.Length >= 3
        && first.Pair.Confidence >= Sure && other.Pair.Confidence >= Sure && 3 * first.Key.Intersect(other.Key).Count() <= Math.Min(first.Key.Length, other.Key.Length);

    private const double Sure = 0.55;

    // 数据处理者 and 数据加工者: they begin and end alike, so that the two characters between tell them apart.
    private static bool IsOtherAgent(GlossUse first, List<GlossUse> others)
    {
        if (others.Find(o => ReferenceEquals(o.Pair.Document, first.Pair.Document)) is not { } other || first.Pair.Confidence < Sure || other.Pair.Confidence < Sure || first.Key.Length != other.Key.Length || first.Key.Length < 4)
        {
            return false;
        }

        var (a, b) = (first.Key, other.Key);
        var head = a.AsSpan().CommonPrefixLength(b);
        var tail = 0;
        while (tail < a.Length - head && a[^(tail + 1)] == b[^(tail + 1)])
        {
            tail++;
        }

        var (mine, theirs) = (a[head..^tail], b[head..^tail]);
        return head >= 1 && tail >= 1 && mine.Length == 2 && !mine.Intersect(theirs).Any() && Agents().IsMatch(first.Key);
    }

    // One firm, Mawei Shipbuilding, under two Chinese names that begin alike and of which none is short for the other.
    private static bool IsOtherName(GlossUse first, List<GlossUse> others)
    {
        var words = first.Pair.En.Split(' ');
        if (others.Find(o => ReferenceEquals(o.Pair.Document, first.Pair.Document) && !ReferenceEquals(o.Pair.Block, first.Pair.Block)) is not { } other || words.Length < 2 || words.Any(static w => !char.IsUpper(w[0]))
            || first.Pair.Confidence < Sure || other.Pair.Confidence < Sure || Romanization.TryParsePinyin(words[^1], out _))
        {
            return false;
        }

        var head = first.Key.AsSpan().CommonPrefixLength(other.Key);
        return head >= 2 && first.Key.Length >= head + 2 && other.Key.Length >= head + 2 && Enumerable.Range(2, head - 1).Any(n => Romanization.PinyinMatches(words[0], first.Key[..n]))
            && !IsShort(first.Key, other.Key) && !IsShort(other.Key, first.Key);
    }

    // All of its characters in order.
    private static bool IsShort(string few, string many)
    {
        var at = 0;
        foreach (var c in many)
        {
            at += at < few.Length && few[at] == c ? 1 : 0;
        }

        return at == few.Length;
    }

    [GeneratedRegex("(?:者|方|人|员|商|机构|企业|单位|主体|组织|权|费|税|证|制度|办法)$", RegexOptions.CultureInvariant)]
    private static partial Regex Agents();

    // "deeper", "further", "our" belong to the sentence, not to the term.
    private static string Bare(string english)
    {
        var loose = Loose.GetAlternateLookup<ReadOnlySpan<char>>();
        var from = 0;
        while (english.IndexOf(' ', from) is >= 0 and var space && loose.Contains(english.AsSpan(from, space - from)))
        {
            from = space + 1;
        }

        return english.IndexOf(' ', from) < 0 ? english : english[from..];
    }

    private static readonly FrozenSet<string> Loose = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "deeper", "further", "our", "its", "their", "such", "this", "these", "stronger", "better", "closer", "greater", "more", "faster", "promote", "strengthen", "deepen", "support", "develop", "improve", "advance", "accelerate", "encourage", "expand", "of", "for", "in", "to", "with", "all", "new", "local", "share", "the");

    // A short form, or terms that the termbase knows for this English.
    private static bool IsDeclared(GlossUse a, GlossUse b, TermbaseView termbase) =>
        ChineseForm.IsShortForm(a.Key, b.Key) || (termbase.Has(a.Key, a.Form) && termbase.Has(b.Key, b.Form)) || termbase.AreOneConcept(a.Key, b.Key);

    private static bool SharesBracket(GlossUse use, IEnumerable<GlossUse> all) =>
        all.Any(o => o.Key != use.Key && ReferenceEquals(o.Pair.Block, use.Pair.Block) && o.Pair.EnSpan == use.Pair.EnSpan);
}
