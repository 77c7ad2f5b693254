using System.Collections.Frozen;
using Termbase.Documents;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A name romanised in one place and translated in another (Yuhe Pumps, Yu River Pump Company). See <c>TranslatedName.md</c>.</summary>
public sealed class TranslatedName : DocumentRule
{
    // What a syllable of a name commonly means.
    private static readonly FrozenDictionary<string, string[]> Meanings = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["he"] = ["River"],
        ["jiang"] = ["River"],
        ["shui"] = ["River", "Water"],
        ["shan"] = ["Mountain", "Mount", "Hill"],
        ["ling"] = ["Ridge"],
        ["hu"] = ["Lake"],
        ["chi"] = ["Pool", "Lake"],
        ["hai"] = ["Sea"],
        ["yang"] = ["Ocean", "Sun"],
        ["gang"] = ["Port", "Harbor", "Harbour"],
        ["wan"] = ["Bay", "Gulf"],
        ["dao"] = ["Island"],
        ["cheng"] = ["City"],
        ["qiao"] = ["Bridge"],
        ["quan"] = ["Spring"],
        ["xi"] = ["West", "Stream", "Creek"],
        ["dong"] = ["East", "Cave"],
        ["nan"] = ["South"],
        ["bei"] = ["North"],
        ["hong"] = ["Red"],
        ["huang"] = ["Yellow"],
        ["bai"] = ["White"],
        ["hei"] = ["Black"],
        ["qing"] = ["Green", "Blue"],
        ["lan"] = ["Blue"],
        ["jin"] = ["Gold", "Golden"],
        ["yin"] = ["Silver"],
        ["long"] = ["Dragon"],
        ["feng"] = ["Wind", "Phoenix", "Peak"],
        ["xing"] = ["Star"],
        ["tian"] = ["Sky", "Heaven"],
        ["yun"] = ["Cloud"],
        ["qi"] = ["Flag", "Seven"],
        ["xin"] = ["New"],
        ["da"] = ["Great", "Big"],
        ["gu"] = ["Valley"],
        ["lin"] = ["Forest"],
        ["sha"] = ["Sand"],
        ["ma"] = ["Horse"],
        ["zhong"] = ["Central", "Middle"],
        ["chang"] = ["Long", "Great"],
        ["ping"] = ["Peace", "Flat"],
        ["hua"] = ["Flower", "China"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly ILookup<string, string> Syllables = Meanings.SelectMany(static m => m.Value.Select(w => (Word: w, m.Key))).ToLookup(static p => p.Word, static p => p.Key, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB318", "translated-name", "同一名称音译与意译并存", "A name romanised in one place and translated in another", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        var runs = document.Reading.Names.Where(static r => r.Block.Kind is not BlockKind.FrontMatter).ToList();
        var joined = new Dictionary<string, List<(NameRun Run, int At)>>(StringComparer.Ordinal);
        foreach (var run in runs)
        {
            for (var at = 0; at < run.Words.Length; at++)
            {
                var word = run.Words[at].Word;
                if (joined.TryGetValue(word, out var places) || (Romanization.CountPinyin(word) is 2 or 3 && joined.TryAdd(word, places = [])))
                {
                    places.Add((run, at));
                }
            }
        }

        var told = new HashSet<(string, string)>();
        foreach (var run in runs)
        {
            for (var at = 0; at + 1 < run.Words.Length; at++)
            {
                foreach (var name in Romanised(run.Words[at].Word, run.Words[at + 1].Word).Where(joined.ContainsKey))
                {
                    if (joined[name].FirstOrDefault(j => SameThing(run, at, j.Run, j.At)) is { Run: { } there } found && told.Add((name, run.Text(at, at + 2))))
                    {
                        Report(document, run, at, there, found.At, context);
                    }
                }
            }
        }
    }

    // "Yu River" gives Yuhe and Yujiang; "East Lake" gives Donghu; "Lake Tai" and "Mount Tai" give Taihu and Taishan.
    private static IEnumerable<string> Romanised(string first, string second) =>
        first is "Lake" or "Mount" || Syllables.Contains(second) || (second[^1] == 's' && Syllables.Contains(second[..^1])) ? Read(first, second) : [];

    private static IEnumerable<string> Read(string first, string second)
    {
        foreach (var syllable in Syllables[second].Concat(second[^1] == 's' ? Syllables[second[..^1]] : []))
        {
            if (Romanization.CountPinyin(first) > 0)
            {
                yield return first + syllable;
            }

            foreach (var before in Syllables[first])
            {
                yield return char.ToUpperInvariant(before[0]) + before[1..] + syllable;
            }
        }

        if (first is "Lake" or "Mount" && Romanization.CountPinyin(second) > 0)
        {
            foreach (var syllable in Syllables[first])
            {
                yield return second + syllable;
            }
        }
    }

    // The next words are one (Pumps, Pump Company), or the romanised form bears the meaning again: Taihu Lake beside Lake Tai.
    private static bool SameThing(NameRun apart, int at, NameRun joined, int where)
    {
        var next = where + 1 < joined.Words.Length ? joined.Words[where + 1].Word : "";
        var behind = at + 2 < apart.Words.Length ? apart.Words[at + 2].Word : "";
        var isAgain = next.Length > 0 && (next == apart.Words[at + 1].Word || (next == apart.Words[at].Word && next == "Lake")) && where + 2 == joined.Words.Length && at + 2 == apart.Words.Length;
        return isAgain || (next.Length >= 4 && behind.Length >= 4 && next.AsSpan().CommonPrefixLength(behind) is var common && common >= 4 && common + 2 >= Math.Min(next.Length, behind.Length));
    }

    private static void Report(LintDocument document, NameRun apart, int at, NameRun joined, int where, LintContext context)
    {
        var (a, b) = (apart.Text(at, apart.Words.Length), joined.Text(where, joined.Words.Length));
        var isLater = apart.Block.Index > joined.Block.Index || (apart.Block.Index == joined.Block.Index && apart.Words[0].Span.Start > joined.Words[0].Span.Start);
        var (block, span, mine, other, there, spot) = isLater
            ? (apart.Block, apart.Span(at, apart.Words.Length), a, b, joined.Block, joined.Span(where, joined.Words.Length))
            : (joined.Block, joined.Span(where, joined.Words.Length), b, a, apart.Block, apart.Span(at, apart.Words.Length));
        context.Report(
            document, block, span, $"\"{mine}\" and \"{other}\": one name, translated in one place and romanised in the other",
            f => f with { En = [mine, other], Identity = $"{mine}|{other}", Related = [new RelatedPlace(document.Document.Locate(there, spot), $"here \"{other}\"")] });
    }
}
