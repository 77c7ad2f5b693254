using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>Word groups in English alone that seem to stand for one thing in two forms. See <c>EnglishNameVariant.md</c>.</summary>
public sealed partial class EnglishNameVariant : DocumentRule
{
    // Words that stand for each other in names; only between these is a difference taken for a variant.
    private static readonly FrozenDictionary<string, int> Group = Groups(
        "waterway channel", "belt zone corridor", "response rescue relief", "base park zone area", "institute academy", "industry industrial", "center hub", "optical optics",
        "plan program scheme", "fund foundation", "electric electrical electronic", "science scientific", "platform base", "strategy strategic", "medical medicine", "logistics logistic");

    // Words by which a name is made fuller.
    private static readonly FrozenSet<string> Fillers = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "highway", "demonstration", "city", "municipal", "provincial", "national", "railway");

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB316", "english-name-variant", "同一事物两种英文名称", "One thing under two English names", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        var names = document.Reading.Names.Where(static r => r.Words.Length is >= 4 and <= 12 && r.Block.Kind != BlockKind.FrontMatter)
            .GroupBy(static r => r.Text(0, r.Words.Length), StringComparer.Ordinal).Select(static g => (Text: g.Key, Runs: g.ToList(), Words: NameRun.Split(g.Key))).ToList();

        // One word apart, or one word more: the first two or the last two words are the same.
        var near = names.SelectMany(static (n, i) => new[] { (Key: $"<{n.Words[0]} {n.Words[1]}", i), (Key: $">{n.Words[^2]} {n.Words[^1]}", i) })
            .ToLookup(static n => n.Key, static n => n.i, StringComparer.OrdinalIgnoreCase);
        foreach (var (i, j) in near.SelectMany(static g => g.SelectMany(i => g.Where(j => i < j).Select(j => (i, j)))).Distinct().Order())
        {
            if (IsVariant(names[i].Words, names[j].Words))
            {
                var (rare, usual) = names[i].Runs.Count < names[j].Runs.Count ? (names[i], names[j]) : (names[j], names[i]);
                Report(document, rare.Text, rare.Runs, usual.Text, usual.Runs, context);
            }
        }

        foreach (var block in document.Document.Blocks.Where(static b => b.Kind is BlockKind.Paragraph or BlockKind.ListItem))
        {
            Capitals(document, block, context);
        }
    }

    // English alone proves nothing: a hint, unless a gloss stands by one of the two.
    private static void Report(LintDocument document, string rare, List<NameRun> rares, string usual, List<NameRun> usuals, LintContext context) =>
        context.Report(
            document, rares[0].Block, rares[0].Span(0, rares[0].Words.Length),
            string.Create(CultureInfo.InvariantCulture, $"\"{rare}\" ×{rares.Count} and \"{usual}\" ×{usuals.Count}: one thing under two names?"),
            f => f with
            {
                En = [rare, usual],
                Identity = $"{rare}|{usual}",
                Related = [.. usuals.Select(r => new RelatedPlace(document.Document.Locate(r.Block, r.Span(0, r.Words.Length)), $"here \"{usual}\""))],
            },
            // A name as its bearer writes it stands by one of the two.
            Equivalents.OfficialNames.Any(o => IsOfficial(rare, o) != IsOfficial(usual, o)) ? null : Severity.Info);

    private static bool IsOfficial(string name, string official) => string.Equals(name, official, StringComparison.Ordinal);

    private static bool IsVariant(ImmutableArray<string> x, ImmutableArray<string> y)
    {
        if (x.Length == y.Length)
        {
            var differing = Enumerable.Range(0, x.Length).Where(i => !string.Equals(x[i], y[i], StringComparison.OrdinalIgnoreCase)).ToList();
            return differing.Count == 1 && Group.TryGetValue(x[differing[0]], out var mine) && Group.TryGetValue(y[differing[0]], out var theirs) && (mine & theirs) != 0;
        }

        var (shorter, longer) = x.Length < y.Length ? (x, y) : (y, x);
        return longer.Length == shorter.Length + 1 && shorter.Length >= 4
            && Enumerable.Range(1, shorter.Length - 1).Any(at => Fillers.Contains(longer[at]) && longer.RemoveAt(at).SequenceEqual(shorter, StringComparer.OrdinalIgnoreCase));
    }

    // "the High-Tech Zone" and "the high-tech zone" in one paragraph: one thing, since both are "the".
    private static void Capitals(LintDocument document, Block block, LintContext context)
    {
        var upper = TheName().Matches(block.Text).Where(static m => m.Groups[1].Value.Contains('-', StringComparison.Ordinal) || m.Groups[1].Value.Count(static c => c == ' ') >= 2);
        foreach (var match in upper.DistinctBy(static m => m.Groups[1].Value))
        {
            var lower = $"the {match.Groups[1].Value.ToLowerInvariant()}";
            var at = block.Text.IndexOf(lower, StringComparison.Ordinal);
            if (at >= 0 && (at + lower.Length == block.Text.Length || !char.IsLetter(block.Text[at + lower.Length])) && !lower.Contains('\'', StringComparison.Ordinal))
            {
                var name = match.Groups[1].Value;
                context.Report(
                    document, block, new TextSpan(at + 4, name.Length), $"\"{block.Text.Substring(at + 4, name.Length)}\" and \"{name}\" in one paragraph",
                    f => f with { En = [name, name.ToLowerInvariant()], Related = [new RelatedPlace(document.Document.Locate(block, new TextSpan(match.Groups[1].Index, name.Length)), $"here \"{name}\"")] });
            }
        }
    }

    private static FrozenDictionary<string, int> Groups(params string[] groups)
    {
        var result = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < groups.Length; i++)
        {
            foreach (var word in groups[i].Split(' '))
            {
                result[word] = result.GetValueOrDefault(word) | (1 << i);
            }
        }

        return result.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"(?<=[\w,;] )[Tt]he ((?:\p{Lu}[\p{L}\-]+ )+\p{Lu}[\p{L}\-]+)(?! \p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex TheName();
}
