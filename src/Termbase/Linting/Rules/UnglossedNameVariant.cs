using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Termbase.Languages;
using Termbase.Mining;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>A name that was glossed in one form and stands later in another, without its Chinese. See <c>UnglossedNameVariant.md</c>.</summary>
public sealed partial class UnglossedNameVariant : DocumentRule
{
    // What begins so is not told apart by its first word.
    private static readonly FrozenSet<string> Common = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "china", "chinese", "national", "state", "central", "people", "people's", "the", "new", "first", "second", "third", "north", "south", "east", "west", "northern", "southern",
        "eastern", "western", "international", "general", "joint", "military", "military-civil", "civil", "defense", "advanced", "key", "academy", "institute", "ministry", "department",
        "bureau", "office", "committee", "commission", "university", "center", "four", "three", "two", "one", "long", "high", "high-tech", "science", "red", "plan", "opinions", "party");

    // A firm's park or project bears its name and more.
    private static readonly FrozenSet<string> Belongings = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "project", "center", "centre", "park", "base", "line", "zone", "area", "institute", "laboratory", "plan", "university", "bridge", "airport", "station", "platform", "fund",
        "building", "plant", "alliance", "academy", "college", "school", "hospital", "system", "series", "award", "prize", "model", "road", "street", "brand", "case", "agreement", "act", "law");

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB310", "unglossed-name-variant", "同一名称后文另译而未注中文", "A glossed name in another form, without its Chinese", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        var names = Names(document);
        if (names.Count == 0)
        {
            return;
        }

        var glossed = names.Select(static n => Key(n.Words)).ToHashSet(StringComparer.Ordinal);
        var glosses = document.Pairs.Where(static p => p.EnSpan.Length > 0).ToLookup(static p => (p.EnBlock ?? p.Block).Index, static p => p.EnSpan);
        var runs = document.Reading.Names.Where(run => !glosses[run.Block.Index].Any(span => span.Overlaps(run.Span(0, run.Words.Length)))).ToList();
        var byWord = runs.SelectMany(static run => run.Words.Select(w => (w.Word, run))).ToLookup(static w => w.Word, static w => w.run, StringComparer.OrdinalIgnoreCase);
        var places = NameRun.Places(runs);
        var alone = runs.Where(static r => r.Words.Length == 1).Select(static r => r.Words[0].Word).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names.DistinctBy(static n => Key(n.Words)))
        {
            // Every variant shares the first word, the next (behind a place) or the last with the name.
            var likely = name.Words.Take(2).Concat(Read(name.Pair.Zh)).Append(name.Words[^1]).Append(name.Words[^Math.Min(2, name.Words.Length)]).Where(static w => !NameRun.LegalForms.Contains(w))
                .Distinct(StringComparer.OrdinalIgnoreCase).SelectMany(w => byWord[w]).Distinct().OrderBy(static r => r.Block.Index).ThenBy(static r => r.Words[0].Span.Start);
            var variants = likely
                .Select(run => (Run: run, Found: Romanised(name, run, names) ?? RomanisedAlone(name, run, names) ?? OtherNumber(name, run) ?? OtherWord(name, run) ?? OtherMiddle(name, run, places) ?? OtherCompany(name, run, places) ?? OtherHead(name, run, places, alone)))
                .Where(v => v.Found is { } f && !glossed.Contains(Key([.. v.Run.Words[f.From..f.To].Select(static w => w.Word)])))
                .GroupBy(static v => v.Run.Text(v.Found!.Value.From, v.Found.Value.To), StringComparer.Ordinal);
            foreach (var variant in variants)
            {
                Report(document, name, variant.Key, [.. variant.Select(static v => (v.Run, v.Run.Span(v.Found!.Value.From, v.Found.Value.To)))], context);
            }
        }
    }

    private static void Report(LintDocument document, Name name, string variant, List<(NameRun Run, TextSpan Span)> places, LintContext context) =>
        context.Report(
            document, places[0].Run.Block, places[0].Span,
            string.Create(CultureInfo.InvariantCulture, $"\"{variant}\" (×{places.Count}, no Chinese beside it) seems to be {name.Pair.Zh}, glossed as \"{name.Pair.En}\""),
            f => f with
            {
                Zh = [name.Pair.Zh],
                En = [variant, name.Pair.En],
                Suggestion = name.Pair.En,
                Identity = $"{name.Pair.Zh}|{variant}",
                Related =
                [
                    new RelatedPlace(name.Pair.EnLocation, $"glossed as \"{name.Pair.En}\""),
                    .. places.Skip(1).Select(p => new RelatedPlace(document.Document.Locate(p.Run.Block, p.Span), $"here \"{variant}\"")),
                ],
            });

    private static List<Name> Names(LintDocument document) =>
    [
        .. document.Pairs.Where(static p => p.Confidence >= 0.5 && p.En.Length > 1 && char.IsAsciiLetterUpper(p.En[0]) && Han.Count(p.Zh) is >= 2 and <= 40)
            .Select(static p => new Name(p, WithoutLabel(NameRun.Split(p.En))))
            .Where(static n => n.Words.Length is > 0 and <= 10 && n.Words.All(static w => !char.IsAsciiLetterLower(w[0]) || w is "of" or "and" or "for" or "the")),
    ];

    // Houfu Medical, where 厚福医疗 was glossed as Hope-Full Medical: the Chinese read out, before the words that both share.
    private static (int From, int To)? Romanised(Name name, NameRun run, List<Name> names)
    {
        for (var to = 2; to <= run.Words.Length; to++)
        {
            var shared = 0;
            while (shared < name.Words.Length - 1 && shared < to - 1
                && string.Equals(run.Words[to - 1 - shared].Word, name.Words[^(shared + 1)], StringComparison.OrdinalIgnoreCase))
            {
                shared++;
            }

            var at = to - shared - 1;
            if (shared == 0 || !Reads(run.Words[at].Word, name.Pair.Zh) || name.Words.Any(w => Reads(w, name.Pair.Zh)))
            {
                continue;
            }

            // Another firm may be read alike.
            var latin = run.Words[at].Word;
            return names.Exists(n => n.Words.Contains(latin, StringComparer.OrdinalIgnoreCase)) ? null : (at, to);
        }

        return null;
    }

    // Jingang alone, where 金港集团 was glossed as Golden Harbor Group: all of the Chinese but its form.
    private static (int From, int To)? RomanisedAlone(Name name, NameRun run, List<Name> names)
    {
        var core = Form().Replace(ChineseScript.ToSimplified(name.Pair.Zh), "");
        return run.Words.Length == 1 && run.Words[0].Word.Length >= 5 && !PlaceNames.IsPlace(run.Words[0].Word)
            && ((core.Length >= 2 && core.Length < name.Pair.Zh.Length && Romanization.PinyinMatches(run.Words[0].Word, core)) || ReadsLong(run.Words[0].Word, name.Pair.Zh)) && !name.Words.Any(w => Reads(w, name.Pair.Zh))
            && !names.Exists(n => n.Words.Contains(run.Words[0].Word, StringComparer.OrdinalIgnoreCase)) ? (0, 1) : null;
    }

    [GeneratedRegex("(?:集团|公司|股份|有限|责任|控股|实业|科技|技术|电子|医疗|药业|生物|化工|机械|物流|农业|种业|食品|能源|重工|汽车|软件|信息|智能|材料|新材|纸业|服务|居家)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    // Three syllables and more that begin the Chinese are no chance, whatever follows, nor are two before a line of business.
    private static bool ReadsLong(string latin, string zh) =>
        Reads(latin, zh) && Romanization.TryParsePinyin(latin, out var syllables) && (syllables.Length >= 3 || GlossLexicon.English(zh.AsSpan(syllables.Length)) is not null || BilingualLexicon.Instance.Frequency(ChineseScript.ToSimplified(zh[syllables.Length..])) > 0);

    // What the first two to four characters are read: a name that begins so may share no other word.
    private static IEnumerable<string> Read(string zh) => Enumerable.Range(2, 3).Where(n => n < zh.Length).Select(n => Romanization.Pinyin(zh[..n]));

    private static bool Reads(string latin, string zh) =>
        latin.Length >= 4 && zh.Length > 2 && Romanization.TryParsePinyin(latin, out var syllables) && syllables.Length >= 2 && syllables.Length < zh.Length
        && Romanization.PinyinMatches(latin, zh[..syllables.Length]);

    // Jinli Hydraulic beside Jinli Hydraulics (金力液压), told to be the same by its pinyin.
    private static (int From, int To)? OtherNumber(Name name, NameRun run)
    {
        if (name.Words.Length < 2 || !(Reads(name.Words[0], name.Pair.Zh) || (name.Words.Length >= 3 && !Common.Contains(name.Words[0]) && char.IsUpper(name.Words[^1][0]))))
        {
            return null;
        }

        for (var from = 0; from + name.Words.Length <= run.Words.Length; from++)
        {
            var length = name.Words.Length;
            var words = run.Words[from..(from + length)];
            if (words[..(length - 1)].Select(static w => w.Word).SequenceEqual(name.Words[..(length - 1)], StringComparer.OrdinalIgnoreCase)
                && (IsPlural(words[^1].Word, name.Words[^1]) || IsPlural(name.Words[^1], words[^1].Word)))
            {
                // Behind it a legal form or one more word of the name may stand.
                var to = from + length;
                return to == run.Words.Length ? (from, to)
                    : NameRun.LegalForms.Contains(run.Words[to].Word) || (to + 1 == run.Words.Length && !Belongings.Contains(run.Words[to].Word)) ? (from, to + 1) : null;
            }
        }

        return null;
    }

    private static bool IsPlural(string plural, string singular) =>
        (plural.Length == singular.Length + 1 && plural[^1] == 's' && plural.StartsWith(singular, StringComparison.OrdinalIgnoreCase))
        || (singular.Length > 3 && plural.Length == singular.Length + 2 && singular[^1] == 'y' && plural.EndsWith("ies", StringComparison.Ordinal) && plural.AsSpan(0, singular.Length - 1).Equals(singular.AsSpan(0, singular.Length - 1), StringComparison.OrdinalIgnoreCase));

    // Two full names of companies, one word apart: neither is a short form of the other, since both are written to the end.
    private static (int From, int To)? OtherCompany(Name name, NameRun run, HashSet<string> places)
    {
        if (!HasLegalForm(name.Words[^1]) || !HasLegalForm(run.Words[^1].Word))
        {
            return null;
        }

        var mine = Body(name.Words, places);
        var all = run.Words.Select(static w => w.Word).ToImmutableArray();
        var theirs = Body(all, places);
        if (mine.Length < 2 || theirs.Length < 2 || Math.Min(mine.Length, theirs.Length) < 3 || !string.Equals(mine[0], theirs[0], StringComparison.OrdinalIgnoreCase)
            || Common.Contains(mine[0]) || mine.SequenceEqual(theirs, StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        var common = mine.Intersect(theirs, StringComparer.OrdinalIgnoreCase).Count();
        return Math.Max(mine.Length, theirs.Length) - common == 1 ? (0, run.Words.Length) : null;
    }

    // Ganhua Universal Aviation, where Ganhua General Aviation Co., Ltd. was introduced: a name of its own, one word of the trade apart.
    private static (int From, int To)? OtherMiddle(Name name, NameRun run, HashSet<string> places)
    {
        var from = run.Words.TakeWhile(w => places.Contains(w.Word) || PlaceNames.IsPlace(w.Word)).Count();
        ImmutableArray<string> mine = [.. Body(name.Words, places).SkipWhile(PlaceNames.IsPlace)];
        ImmutableArray<string> theirs = [.. run.Words.Skip(from).Select(static w => w.Word).Where(static w => !NameRun.LegalForms.Contains(w) && !HasLegalForm(w))];
        mine = [.. mine.Where(static w => !HasLegalForm(w))];
        if (mine.Length < 3 || mine.Length != theirs.Length || !string.Equals(mine[0], theirs[0], StringComparison.OrdinalIgnoreCase) || !string.Equals(mine[^1], theirs[^1], StringComparison.OrdinalIgnoreCase)
            || Common.Contains(mine[0]) || GlossLexicon.IsEnglish(mine[0].ToLowerInvariant()) || Public().IsMatch(name.Pair.Zh))
        {
            return null;
        }

        var differing = Enumerable.Range(0, mine.Length).Where(i => !string.Equals(mine[i], theirs[i], StringComparison.OrdinalIgnoreCase)).ToList();
        return differing is [var one] && !SameRoot(mine[one], theirs[one]) && !Series.Contains(mine[one]) && !Series.Contains(theirs[one]) && !PlaceNames.IsPlace(theirs[one]) ? (from, run.Words.Length) : null;
    }

    // What tells two firms of one group apart.
    private static readonly FrozenSet<string> Series = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "first", "second", "third", "one", "two", "three", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "new", "old", "upper", "lower", "central");

    private static bool HasLegalForm(string last) => last.StartsWith("Co.", StringComparison.Ordinal) || last is "Ltd." or "Inc." or "Corp." or "Corporation";

    private static ImmutableArray<string> Body(ImmutableArray<string> words, HashSet<string> places) =>
        [.. words.SkipWhile(places.Contains).Where(static w => !NameRun.LegalForms.Contains(w))];

    // Pamica Electric Material, where only Pamica Technology Corporation (平安电工) was introduced.
    private static (int From, int To)? OtherHead(Name name, NameRun run, HashSet<string> places, HashSet<string> alone)
    {
        var first = name.Words[0];
        var theirs = run.Words.Select(static w => w.Word).ToImmutableArray();
        if (name.Words.Length is < 2 or > 5 || theirs.Length is < 2 or > 5 || !string.Equals(first, theirs[0], StringComparison.OrdinalIgnoreCase)
            || first.Length < 4 || Common.Contains(first) || places.Contains(first) || PlaceNames.IsPlace(first) || alone.Contains(first)
            || GlossLexicon.IsEnglish(first.ToLowerInvariant()) || Public().IsMatch(name.Pair.Zh) || IsPlaceOf(first, name.Pair.Zh) || theirs.Any(Belongings.Contains) || name.Words.Any(static w => char.IsAsciiLetterLower(w[0])) || name.Words.Any(Belongings.Contains))
        {
            return null;
        }

        var mine = name.Words.Where(static w => !NameRun.LegalForms.Contains(w)).Skip(1).ToList();
        var others = theirs.Where(static w => !NameRun.LegalForms.Contains(w)).Skip(1).ToList();
        return mine.Count > 0 && others.Count > 0 && !mine.Exists(m => others.Exists(o => SameRoot(m, o))) ? (0, theirs.Length) : null;
    }

    // Hanzhong of 汉中市…: the place, not what stands in it.
    private static bool IsPlaceOf(string first, string zh) =>
        Enumerable.Range(2, 3).Any(n => n < zh.Length && zh[n] is '市' or '县' or '省' or '区' or '镇' or '州' or '旗' && Romanization.PinyinMatches(first, zh[..n]));

    [GeneratedRegex("(?:办|局|厅|委|委员会|部|处|政府|网站|日报|大学|学院|中学|小学|医院|学校|中心|规划|计划|办公室|院)$", RegexOptions.CultureInvariant)]
    private static partial Regex Public();

    private static bool SameRoot(string a, string b) => a.AsSpan().CommonPrefixLength(b) >= Math.Min(4, Math.Min(a.Length, b.Length));

    private static string Key(IEnumerable<string> words) => string.Join(' ', words).ToLowerInvariant();

    private sealed record Name(Mining.MinedPair Pair, ImmutableArray<string> Words);
}
