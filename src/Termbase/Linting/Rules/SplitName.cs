using System.Buffers;
using System.Text.RegularExpressions;
using Termbase.Documents;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A name in pinyin written in one word and in two (Xiaolangdi, Xiao Langdi). See <c>SplitName.md</c>.</summary>
public sealed partial class SplitName : DocumentRule
{
    private const int MostSyllables = 4;

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB317", "split-name", "拼音地名分写与连写并存", "A name in pinyin written together and apart", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        var syllables = new Dictionary<string, int>(StringComparer.Ordinal);
        var places = new List<Place>();
        foreach (var block in document.Document.Blocks.Where(static b => b.Kind is not BlockKind.Code))
        {
            Read(block, syllables, places);
        }

        foreach (var name in places.GroupBy(static p => p.Key, StringComparer.Ordinal))
        {
            var forms = name.GroupBy(static p => p.Written, StringComparer.Ordinal).OrderByDescending(static g => g.Count()).Select(static g => g.ToList()).ToList();
            if (forms.Count < 2)
            {
                continue;
            }

            // In two words it may be a person of that name, unless it stands as a place does.
            var usual = forms.FirstOrDefault(static f => !f[0].Written.Contains(' ', StringComparison.Ordinal));
            var other = usual is null ? null : forms.FirstOrDefault(f => f != usual && (!f[0].Written.Contains(' ', StringComparison.Ordinal) || f.Exists(p => IsPlace(p, usual))));
            if (usual is null || other is null || HasOtherChinese(document, usual[0].Written, other[0].Written))
            {
                continue;
            }

            var (rare, common) = other.Count <= usual.Count ? (other, usual) : (usual, other);
            var place = rare.Find(p => p.Written.Contains(' ', StringComparison.Ordinal) && IsPlace(p, usual)) ?? rare[0];
            context.Report(
                document, place.Block, place.Span, $"\"{place.Written}\" and \"{common[0].Written}\": one name, written in one way",
                f => f with
                {
                    En = [place.Written, common[0].Written],
                    Suggestion = common[0].Written,
                    Identity = $"{place.Written}|{common[0].Written}",
                    Related = [.. common.Select(c => new RelatedPlace(document.Document.Locate(c.Block, c.Span), $"here \"{c.Written}\""))],
                });
        }
    }

    // How many syllables of pinyin a word is; 0 for another.
    private static int Syllables(ReadOnlySpan<char> word, Dictionary<string, int> known)
    {
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(word, out var count))
        {
            known[word.ToString()] = count = Romanization.CountPinyin(word);
        }

        return count;
    }

    private static void Read(Block block, Dictionary<string, int> known, List<Place> places)
    {
        var words = new List<(TextSpan Span, int Syllables)>();
        foreach (var match in Runs().EnumerateMatches(block.Text))
        {
            words.Clear();
            foreach (var word in Word().EnumerateMatches(block.Text.AsSpan(match.Index, match.Length)))
            {
                words.Add((new TextSpan(match.Index + word.Index, word.Length), Syllables(block.Text.AsSpan(match.Index + word.Index, word.Length), known)));
            }

            for (var i = 0; i < words.Count; i++)
            {
                for (var (j, syllables) = (i, 0); j < Math.Min(words.Count, i + 3) && words[j] is { Span.Length: > 1, Syllables: > 0 and var more }; j++)
                {
                    syllables += more;
                    if (syllables is > 1 and <= MostSyllables)
                    {
                        var span = TextSpan.FromBounds(words[i].Span.Start, words[j].Span.End);
                        var written = span.Of(block.Text);
                        var key = (written.AsSpan().ContainsAnyExcept(Letters) ? string.Concat(written.Where(char.IsAsciiLetter)) : written).ToLowerInvariant();
                        if (key.Length >= 4)
                        {
                            places.Add(new Place(key, written.Replace('’', '\''), block, span));
                        }
                    }
                }
            }
        }
    }

    // "the dam at Xiao Langdi", "Xiao Langdi Dam" beside "Xiaolangdi Dam", "the Chang Jiang".
    private static bool IsPlace(Place apart, List<Place> joined)
    {
        var behind = Behind().Match(apart.Block.Text, apart.Span.End).Groups[1].Value;
        return Before().IsMatch(apart.Block.Text.AsSpan(0, apart.Span.Start)[^Math.Min(apart.Span.Start, 12)..])
            || (behind.Length > 0 && (Kinds().IsMatch(behind) || joined.Exists(j => Behind().Match(j.Block.Text, j.Span.End).Groups[1].Value == behind)));
    }

    // Two glosses: two names.
    private static bool HasOtherChinese(LintDocument document, string a, string b)
    {
        var (mine, theirs) = (Chinese(a), Chinese(b));
        return mine is not null && theirs is not null && mine != theirs;

        string? Chinese(string written) => document.Pairs.FirstOrDefault(p => p.En.Replace('’', '\'').Contains(written, StringComparison.Ordinal))?.Zh is { } zh ? string.Concat(zh.Where(Han.IsHan).Take(2)) : null;
    }

    private sealed record Place(string Key, string Written, Block Block, TextSpan Span);

    [GeneratedRegex(@"\p{Lu}(?<![\p{L}\p{N}\-]\p{Lu})[a-zü]+(?:['’\-]\p{L}?[a-zü]+)*(?: \p{Lu}[a-zü]+(?:['’\-]\p{L}?[a-zü]+)*)*", RegexOptions.CultureInvariant)]
    private static partial Regex Runs();

    [GeneratedRegex(@"\p{Lu}[a-zü]+(?:['’\-]\p{L}?[a-rt-zü][a-zü]*)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?:\b[Ii]n|\b[Aa]t|\b[Nn]ear|\bof the|\b[Ff]rom the|\b[Tt]he|\baround|\bthrough|\bbetween) $", RegexOptions.CultureInvariant)]
    private static partial Regex Before();

    [GeneratedRegex(@"\G (\p{L}+)", RegexOptions.CultureInvariant)]
    private static partial Regex Behind();

    [GeneratedRegex("^(?:City|County|District|Province|Township|Town|Village|Prefecture|River|Lake|Dam|Reservoir|Port|Harbou?r|Airport|Station|Bridge|Island|Mountains?|Bay|Canal|Gorge|Basin|Plain|Wetlands?|Park|Zone)$", RegexOptions.CultureInvariant)]
    private static partial Regex Kinds();
}
