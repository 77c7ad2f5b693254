using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A slogan of counted things ("two bases, three clusters") with other counts elsewhere. See <c>CountMismatch.md</c>.</summary>
public sealed partial class CountMismatch : DocumentRule
{
    private static readonly FrozenDictionary<string, int> Numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB338", "count-mismatch", "所述数目与实际不符", "Counted things whose count is another", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        Lists(document, context);
        var slogans = document.Document.Blocks.Where(static b => b.Kind is not BlockKind.Code)
            .SelectMany(static b => Quoted().Matches(b.Text).Select(m => (Block: b, Match: m, Counts: Read(m.Groups[1].Value)))).Where(static s => s.Counts.Count >= 2).ToList();
        for (var j = 1; j < slogans.Count; j++)
        {
            // All things of the shorter slogan are in the longer one, but counted differently.
            var other = slogans[..j].FirstOrDefault(s =>
            {
                var (few, many) = s.Counts.Count < slogans[j].Counts.Count ? (s.Counts, slogans[j].Counts) : (slogans[j].Counts, s.Counts);
                return few.All(c => many.ContainsKey(c.Key)) && few.Any(c => many[c.Key] != c.Value);
            });
            if (other.Block is not null)
            {
                var (block, match, _) = slogans[j];
                context.Report(
                    document, block, new TextSpan(match.Groups[1].Index, match.Groups[1].Length), $"\"{match.Groups[1].Value}\", elsewhere \"{other.Match.Groups[1].Value}\"",
                    f => f with
                    {
                        En = [match.Groups[1].Value, other.Match.Groups[1].Value],
                        Related = [new RelatedPlace(document.Document.Locate(other.Block, new TextSpan(other.Match.Groups[1].Index, other.Match.Groups[1].Length)), "the other counts")],
                    });
            }
        }
    }

    private static Dictionary<string, int> Read(string slogan)
    {
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (Match match in Counted().Matches(slogan))
        {
            counts[match.Groups[2].Value.ToLowerInvariant().TrimEnd('s')] = Numbers[match.Groups[1].Value];
        }

        return counts;
    }

    [GeneratedRegex(@"[""“]([^""“”]{8,120})[""”]", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(one|two|three|four|five|six|seven|eight|nine|ten) ([a-z]{3,})\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Counted();
}
