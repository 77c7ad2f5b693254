using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Model;

namespace Termbase.Linting;

/// <summary>Capitalised words in a row, with the form of a company ("Co., Ltd.") as one word. Immutable.</summary>
internal sealed partial record NameRun(Block Block, ImmutableArray<(string Word, TextSpan Span)> Words)
{
    /// <summary>A run is itself alone, wherever else the same words stand.</summary>
    public bool Equals(NameRun? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => HashCode.Combine(Block.Index, Words[0].Span.Start);

    /// <summary>Words that say what kind of company it is, not what it is called.</summary>
    public static readonly FrozenSet<string> LegalForms = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "co., ltd.", "co., ltd", "co.,ltd.", "ltd.", "ltd", "inc.", "inc", "corporation", "corp.", "corp", "company", "limited", "group", "holdings", "llc");

    // Behind such a word a capitalised one names the place, not the company: Jiayu County, Jiayu Port.
    private static readonly FrozenSet<string> PlaceHeads = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "county", "city", "district", "province", "provincial", "municipality", "municipal", "prefecture", "town", "township", "village", "port", "airport", "wharf", "region", "island",
        "river", "lake", "mountain", "bridge", "railway", "station", "university", "bay", "banner", "autonomous", "military", "garrison", "high-tech", "new", "economic", "government", "hub");

    // With a capital only because a sentence or heading begins with it.
    private static readonly FrozenSet<string> Openers = FrozenSet.Create(
        StringComparer.Ordinal,
        "The", "A", "An", "In", "On", "For", "With", "By", "From", "At", "To", "Of", "And", "But", "If", "As", "Its", "Our", "This", "These", "That", "Other", "Others", "Both", "Under", "Through",
        "Later", "Today", "Then", "When", "While", "After", "Before", "Since", "Until", "Support", "Promote", "Build", "Strengthen", "Develop", "Accelerate", "Establish", "Encourage", "Improve", "Use", "We");

    /// <summary>The words as they stand, from one to another (not including it).</summary>
    public string Text(int from, int to) => TextSpan.FromBounds(Words[from].Span.Start, Words[to - 1].Span.End).Of(Block.Text);

    public TextSpan Span(int from, int to) => TextSpan.FromBounds(Words[from].Span.Start, Words[to - 1].Span.End);

    /// <summary>All runs of a document, in order.</summary>
    public static IEnumerable<NameRun> Of(Document document) =>
        document.Blocks.Where(static b => b.Kind is not BlockKind.Code).SelectMany(Of);

    private static List<NameRun> Of(Block block)
    {
        var runs = new List<NameRun>();
        var words = ImmutableArray.CreateBuilder<(string, TextSpan)>();
        foreach (var match in Run().EnumerateMatches(block.Text))
        {
            words.Clear();
            foreach (var part in Word().EnumerateMatches(block.Text.AsSpan(match.Index, match.Length)))
            {
                var word = Bare(block.Text.Substring(match.Index + part.Index, part.Length));
                if (words.Count > 0 || !Openers.Contains(word))
                {
                    words.Add((word, new TextSpan(match.Index + part.Index, word.Length)));
                }
            }

            if (words.Count > 0)
            {
                runs.Add(new NameRun(block, words.ToImmutable()));
            }
        }

        return runs;
    }

    /// <summary>The words of a name, company form as one; "'s" is dropped.</summary>
    public static ImmutableArray<string> Split(string name)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        foreach (var word in Word().EnumerateMatches(name))
        {
            words.Add(Bare(name.Substring(word.Index, word.Length)));
        }

        return words.ToImmutable();
    }

    /// <summary>Words that the document uses as the names of places, by what stands behind them.</summary>
    public static HashSet<string> Places(IEnumerable<NameRun> runs)
    {
        var places = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var run in runs)
        {
            for (var i = 0; i + 1 < run.Words.Length; i++)
            {
                if (PlaceHeads.Contains(run.Words[i + 1].Word))
                {
                    places.Add(run.Words[i].Word);
                }
            }
        }

        return places;
    }

    private static string Bare(string word) =>
        word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word.TrimEnd('\'', '’', '-');

    [GeneratedRegex(@"(?<![\p{L}\p{N}\-])(?:\p{Lu}[\p{L}\p{N}'’&\-]*(?:,? Co\., ?Ltd\.?|,? (?:Ltd|Inc|Corp)\.|[ \u00A0](?=[\p{Lu}]))?)+", RegexOptions.CultureInvariant)]
    private static partial Regex Run();

    [GeneratedRegex(@"Co\., ?Ltd\.?|(?:Ltd|Inc|Corp)\.|[\p{L}\p{N}][\p{L}\p{N}'’&\-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
