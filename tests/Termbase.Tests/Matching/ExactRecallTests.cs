using System.Text;
using Termbase.Matching;
using Termbase.Model;

namespace Termbase.Tests.Matching;

/// <summary>Whatever the filters do, the answer is that of comparing the query with every unit.</summary>
public sealed class ExactRecallTests
{
    private const string Han = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处";

    private static readonly string[] Words =
        "the of and to in a is for that with on as by be this are from or at an it not which has was should will can its plan city science technology development innovation talent industry government policy fund project research enterprise university support promote build system service market international cooperation key national local center".Split(' ');

    public static TheoryData<int, int> Cases
    {
        get
        {
            var data = new TheoryData<int, int>();
            foreach (var min in new[] { 50, 70, 85 })
            {
                data.Add(1, min);
                data.Add(2, min);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Chinese_queries_find_every_unit_at_or_above_the_threshold(int seed, int min) => Check(seed, min, zh: true);

    [Theory]
    [MemberData(nameof(Cases))]
    public void English_queries_find_every_unit_at_or_above_the_threshold(int seed, int min) => Check(seed, min, zh: false);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_best_few_are_the_first_of_all_matches(int max)
    {
        using var folder = new MemoryFolder();
        var random = new Random(max);
        var units = Units(random, 1200, 20);
        var matcher = new FuzzyMatcher(folder.Build(units));
        for (var i = 0; i < 20; i++)
        {
            var query = Query(Edit(random, units[random.Next(units.Count)].Zh.Segment.Text, zh: true), zh: true);
            var all = matcher.Find(query, new MatchOptions { Min = 40, Max = int.MaxValue });
            var few = matcher.Find(query, new MatchOptions { Min = 40, Max = max });
            Assert.Equal(all.Take(max).Select(static m => (m.Score, m.Unit.Id)), few.Select(static m => (m.Score, m.Unit.Id)));
        }
    }

    [Theory]
    [InlineData(64)]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void Every_width_of_the_scan_gives_the_same_answer(int width)
    {
        using var folder = new MemoryFolder();
        var random = new Random(7);
        var units = Units(random, 1200, 40);
        var index = folder.Build(units);
        var matcher = new FuzzyMatcher((LaneWidth)width, index);
        var best = new FuzzyMatcher(index);
        for (var i = 0; i < 15; i++)
        {
            var query = Query(Edit(random, units[random.Next(units.Count)].En.Segment.Text, zh: false), zh: false);
            var options = new MatchOptions { Min = 45, Max = int.MaxValue };
            var expected = best.Find(query, options, out var expectedCost);
            var actual = matcher.Find(query, options, out var cost);
            Assert.Equal(expectedCost, cost);
            Assert.Equal(expected.Select(static m => (m.Score, m.Unit.Id)), actual.Select(static m => (m.Score, m.Unit.Id)));
        }
    }

    [Fact]
    public void Segments_of_hundreds_of_tokens_are_compared_exactly()
    {
        using var folder = new MemoryFolder();
        var random = new Random(11);
        var units = Units(random, 560, 200);
        Compare(folder.Build(units), units, Enumerable.Range(0, 4).Select(_ => Edit(random, units[random.Next(units.Count)].Zh.Segment.Text, zh: true, 0.3)), 60, zh: true);
    }

    [Fact]
    public void Several_indexes_answer_as_one()
    {
        using var folder = new MemoryFolder();
        var random = new Random(5);
        var units = Units(random, 1500, 20);
        var whole = new FuzzyMatcher(folder.Build("whole", SignatureIndexOptions.Default, units));
        var parts = new FuzzyMatcher(
            folder.Build("a", SignatureIndexOptions.Default, units.Take(13)),
            folder.Build("b", SignatureIndexOptions.Default, units.Skip(13).Take(800)),
            folder.Build("c", SignatureIndexOptions.Default, units.Skip(813)));
        for (var i = 0; i < 20; i++)
        {
            var text = Edit(random, units[random.Next(units.Count)].Zh.Segment.Text, zh: true);
            Assert.Equal(whole.Find(text, 50).Select(static m => (m.Score, m.Unit.Id)), parts.Find(text, 50).Select(static m => (m.Score, m.Unit.Id)));
        }
    }

    [Fact]
    public void Many_queries_at_once_give_what_each_gives_alone()
    {
        using var folder = new MemoryFolder();
        var random = new Random(6);
        var units = Units(random, 1000, 25);
        var matcher = new FuzzyMatcher(folder.Build(units));
        var queries = Enumerable.Range(0, 100).Select(_ => Query(Edit(random, units[random.Next(units.Count)].Zh.Segment.Text, zh: true), zh: true)).ToList();
        var together = matcher.FindAll(queries, threads: 2, cancellation: TestContext.Current.CancellationToken);
        for (var i = 0; i < queries.Count; i++)
        {
            Assert.Equal(matcher.Find(queries[i]).Select(static m => m.Unit.Id), together[i].Select(static m => m.Unit.Id));
        }
    }

    private static void Check(int seed, int min, bool zh)
    {
        using var folder = new MemoryFolder();
        var random = new Random(seed);
        var units = Units(random, 1100, seed == 1 ? 15 : 40);
        var texts = Enumerable.Range(0, 12).Select(_ =>
        {
            var unit = units[random.Next(units.Count)];
            return Edit(random, (zh ? unit.Zh : unit.En).Segment.Text, zh, 1.2 * (100 - min) / 100);
        });
        Compare(folder.Build(units), units, texts, min, zh);
    }

    private static void Compare(SignatureIndex index, List<TranslationUnit> units, IEnumerable<string> texts, int min, bool zh)
    {
        var matcher = new FuzzyMatcher(index);
        var found = 0;
        foreach (var text in texts)
        {
            var actual = matcher.Find(Query(text, zh), new MatchOptions { Min = min, Max = int.MaxValue });
            var expected = units
                .Where(u => CouldReach(text, (zh ? u.Zh : u.En).Segment.Text, zh, min))
                .Select(u => (Score: Reference(text, (zh ? u.Zh : u.En).Segment.Text, zh), u.Id))
                .Where(m => m.Score >= min)
                .OrderByDescending(static m => m.Score)
                .ThenBy(static m => m.Id, StringComparer.Ordinal)
                .ToList();
            Assert.Equal(expected, actual.Select(static m => (m.Score, m.Unit.Id)).ToList());
            found += expected.Count;
        }

        Assert.True(found >= 3, "the test found next to nothing to compare");
    }

    // Only spares the time of comparing texts whose lengths differ too much: here each Chinese character but digits, and each word, is a token.
    private static bool CouldReach(string a, string b, bool zh, int min)
    {
        if (zh)
        {
            return b.Length * 100 >= a.Count(static c => !char.IsAsciiDigit(c)) * min && a.Length * 100 >= b.Count(static c => !char.IsAsciiDigit(c)) * min;
        }

        var (shorter, longer) = (a.Split(' ').Length, b.Split(' ').Length);
        return Math.Min(shorter, longer) * 100 >= Math.Max(shorter, longer) * min;
    }

    private static double Reference(string a, string b, bool zh)
    {
        var result = Similarity.Compare(a, b, zh ? TokenUnit.Characters : TokenUnit.Words);
        return Math.Max(0, result.Score - (result.NumbersDiffer ? MatchPenalties.Default.Numbers : 0));
    }

    private static MatchQuery Query(string text, bool zh) => new() { Segment = Segment.Plain(text), IsZh = zh };

    private static List<TranslationUnit> Units(Random random, int count, int longest)
    {
        var units = new List<TranslationUnit>();
        var seen = new HashSet<(string, string)>();
        while (units.Count < count)
        {
            var id = FormattableString.Invariant($"u{units.Count:D6}");

            // Half of them are edits of earlier ones, so that there is something to find at every score.
            var model = units.Count > 10 && random.Next(2) == 0 ? units[random.Next(units.Count)] : null;
            var zh = model is null ? Text(random, 1 + random.Next(longest), zh: true) : Edit(random, model.Zh.Segment.Text, zh: true);
            var en = model is null ? Text(random, 1 + random.Next(longest), zh: false) : Edit(random, model.En.Segment.Text, zh: false);
            if (seen.Add((zh, en)))
            {
                units.Add(MemoryFolder.Unit(zh, en, id));
            }
        }

        return units;
    }

    private static string Text(Random random, int length, bool zh) =>
        string.Join(zh ? "" : " ", Enumerable.Range(0, length).Select(_ => Token(random, zh)));

    // Some tokens are much more frequent than others, as in any language.
    private static string Token(Random random, bool zh) => random.Next(20) == 0
        ? random.Next(2000).ToString(System.Globalization.CultureInfo.InvariantCulture)
        : zh ? Han[(int)(Han.Length * random.NextDouble() * random.NextDouble())].ToString() : Words[(int)(Words.Length * random.NextDouble() * random.NextDouble())];

    private static string Edit(Random random, string text, bool zh, double most = 0.45)
    {
        var tokens = zh ? text.Select(static c => c.ToString()).ToList() : [.. text.Split(' ')];
        var edits = (int)(tokens.Count * most * random.NextDouble());
        for (var i = 0; i < edits; i++)
        {
            var at = random.Next(tokens.Count);
            switch (random.Next(4))
            {
                case 0 when tokens.Count > 1:
                    tokens.RemoveAt(at);
                    break;
                case 1:
                    tokens.Insert(at, Token(random, zh));
                    break;
                case 2:
                    (tokens[at], tokens[^1]) = (tokens[^1], tokens[at]);
                    break;
                default:
                    tokens[at] = Token(random, zh);
                    break;
            }
        }

        return new StringBuilder().AppendJoin(zh ? "" : " ", tokens).ToString();
    }
}
