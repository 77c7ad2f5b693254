using Termbase.Matching;
using Termbase.Model;

namespace Termbase.Tests.Matching;

public sealed class FuzzyMatcherTests : IDisposable
{
    private readonly MemoryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_exact_match_scores_100()
    {
        var match = Assert.Single(_folder.Find("深化科技体制改革。", [MemoryFolder.Unit("深化科技体制改革。", "Deepen the reform of the science and technology system.", "u1")]));
        Assert.Equal((100, MatchReason.None, "u1"), (match.Percent, match.Reasons, match.Unit.Id));
        Assert.Equal("Deepen the reform of the science and technology system.", match.Unit.En.Text);
    }

    [Fact]
    public void Articles_with_other_numbers_match_and_say_why()
    {
        var match = Assert.Single(_folder.Find("第5条", [MemoryFolder.Unit("第3条", "Article 3")]));
        Assert.Equal((98, MatchReason.Numbers), (match.Percent, match.Reasons));
    }

    [Fact]
    public void English_finds_its_English_side()
    {
        var match = Assert.Single(_folder.Find("the action plan of the city", [MemoryFolder.Unit("城市行动计划", "The action plan of a city")]));
        Assert.Equal(83, match.Percent);
    }

    [Fact]
    public void Equal_scores_come_newest_first_then_by_id()
    {
        var units = new[] { ("b", 2020), ("a", 2020), ("c", 2021), ("d", 0) }.Select(u => MemoryFolder.Unit("重点任务", "Key task " + u.Item1, u.Item1) with
        {
            Changed = u.Item2 == 0 ? null : new DateTimeOffset(u.Item2, 1, 1, 0, 0, 0, TimeSpan.Zero),
        });
        Assert.Equal(["c", "a", "b", "d"], _folder.Find("重点任务", units).Select(static m => m.Unit.Id));
    }

    [Fact]
    public void Penalties_are_taken_off_and_told()
    {
        var plain = MemoryFolder.Unit("重点任务", "key tasks");
        var cases = new (TranslationUnit Unit, int Score, MatchReason Reason)[]
        {
            (plain with { Origin = UnitOrigin.Mt }, 90, MatchReason.Machine),
            (plain with { Status = UnitStatus.Draft }, 98, MatchReason.Unreviewed),
            (plain with { Score = 0.3 }, 95, MatchReason.LowScore),
            (plain with { Client = "A" }, 98, MatchReason.OtherClient),
            (plain with { Client = "B" }, 100, MatchReason.None),
            (plain with { Origin = UnitOrigin.Mt, Status = UnitStatus.Draft }, 88, MatchReason.Machine | MatchReason.Unreviewed),
        };
        for (var i = 0; i < cases.Length; i++)
        {
            var index = _folder.Build("m" + i, SignatureIndexOptions.Default, cases[i].Unit);
            var match = Assert.Single(new FuzzyMatcher(index).Find(MatchQuery.Of("重点任务") with { Client = "B" }));
            Assert.Equal((cases[i].Score, cases[i].Reason), (match.Percent, match.Reasons));
        }
    }

    [Fact]
    public void A_penalty_can_push_a_match_below_the_threshold()
    {
        var index = _folder.Build(MemoryFolder.Unit("重点任务", "key tasks") with { Origin = UnitOrigin.Mt });
        Assert.Empty(new FuzzyMatcher(index).Find("重点任务", 91));
        Assert.Single(new FuzzyMatcher(index).Find(MatchQuery.Of("重点任务"), new MatchOptions { Min = 91, Penalties = MatchPenalties.None }));
    }

    [Fact]
    public void The_same_surroundings_score_101_and_102()
    {
        var unit = MemoryFolder.Unit("重点任务", "Key tasks") with { Previous = "总体要求", Next = "保障措施" };
        var matcher = new FuzzyMatcher(_folder.Build(unit, MemoryFolder.Unit("重点任务", "Main tasks")));
        var query = MatchQuery.Of("重点任务");
        Assert.Equal([100, 100], matcher.Find(query).Select(static m => m.Percent));
        Assert.Equal([101, 100], matcher.Find(query with { Previous = "总体要求", Next = "别的" }).Select(static m => m.Percent));
        var best = matcher.Find(query with { Previous = "总体要求", Next = "保障措施" }, new MatchOptions { Max = 1 });
        Assert.Equal((102, "Key tasks"), (best[0].Percent, best[0].Unit.En.Text));
        Assert.Equal(MatchReason.PreviousSame | MatchReason.NextSame, best[0].Reasons);
    }

    [Fact]
    public void Traditional_finds_Simplified_for_a_small_penalty()
    {
        var match = Assert.Single(_folder.Find("協調發展", [MemoryFolder.Unit("协调发展", "coordinated development")]));
        Assert.Equal((98, MatchReason.OtherScript), (match.Percent, match.Reasons));
    }

    [Fact]
    public void Another_case_or_width_costs_nothing_but_is_told()
    {
        var match = Assert.Single(_folder.Find("ACTION PLAN", [MemoryFolder.Unit("行动计划", "Action plan")]));
        Assert.Equal((100, MatchReason.Surface), (match.Percent, match.Reasons));
    }

    [Fact]
    public void The_same_pair_from_several_places_is_one_match_that_names_them_all()
    {
        TranslationUnit At(int line) => MemoryFolder.Unit("重点任务", "Key tasks", "u" + line) with { Location = SourceLocation.AtLine("x.tmx", line) };
        var index = _folder.Build(At(1), At(2), At(3) with { Domain = "policy" }, At(4) with { Client = "A" });
        Assert.Equal((2, 4L), (index.Units, index.UnitsRead));
        var match = Assert.Single(new FuzzyMatcher(index).Find("重点任务"));
        Assert.Equal([1, 2, 3, 4], match.Also.Append(match.Unit).Select(static u => u.Line).Order());
    }

    [Fact]
    public void What_is_known_of_a_unit_comes_back()
    {
        var unit = MemoryFolder.Unit("重点任务", "Key tasks", "id-1") with
        {
            Changed = new DateTimeOffset(2021, 5, 4, 3, 2, 0, TimeSpan.Zero),
            ChangedBy = "Li",
            Document = "plan-2021",
            Domain = "policy",
            Client = "A",
            Origin = UnitOrigin.Human,
            Status = UnitStatus.Reviewed,
            Score = 0.87,
            Confidential = true,
            ZhIsSource = false,
            Previous = "p",
            Next = "n",
            Number = 7,
            Location = SourceLocation.AtLine("x.tmx", 12),
        };
        var found = Assert.Single(_folder.Find("重点任务", [unit])).Unit;
        Assert.Equal(
            new MemoryUnit
            {
                Zh = found.Zh,
                En = found.En,
                Id = "id-1",
                Path = "memory.tmx",
                Line = 12,
                Number = 7,
                Date = unit.Changed,
                By = "Li",
                Document = "plan-2021",
                Domain = "policy",
                Client = "A",
                Origin = UnitOrigin.Human,
                Status = UnitStatus.Reviewed,
                Score = 0.87,
                ZhIsSource = false,
                Confidential = true,
                Previous = "p",
                Next = "n",
            },
            found);
    }

    [Fact]
    public void Inline_codes_come_back_where_they_stood()
    {
        var unit = MemoryFolder.Unit("", "Press OK") with
        {
            Zh = new UnitSide { Language = "zh-CN", Segment = new Segment("按确定", [new InlineCode(1, InlineKind.Begin, "bpt", "<b>", [])]) },
        };
        var match = Assert.Single(_folder.Find("按确定", [unit]));
        Assert.Equal("按{1}确定", match.Unit.Zh.ToDisplay());
        Assert.Equal("<b>", match.Unit.Zh.Codes[0].Content);
        Assert.Equal((0, 99, MatchReason.Codes), (match.Similarity.Distance, match.Percent, match.Reasons));
    }

    [Theory]
    [InlineData("12 345")]
    [InlineData("{0} %s")]
    [InlineData("2026")]
    [InlineData("→")]
    [InlineData("%d%%")]
    public void A_segment_without_words_finds_itself(string text)
    {
        var units = new[] { MemoryFolder.Unit(text, text, "same"), MemoryFolder.Unit("按确定", "Press OK"), MemoryFolder.Unit("", "") };
        foreach (var isZh in new[] { true, false })
        {
            var match = Assert.Single(new FuzzyMatcher(_folder.Build(units)).Find(new MatchQuery { Segment = Segment.Plain(text), IsZh = isZh }));
            Assert.Equal((100, MatchReason.None, "same"), (match.Percent, match.Reasons, match.Unit.Id));
        }
    }

    [Fact]
    public void A_segment_of_codes_only_finds_itself_and_those_with_as_many_codes()
    {
        static Segment Codes(params string[] contents) => new("", [.. contents.Select(static c => new InlineCode(0, InlineKind.Alone, "ph", c, []))]);
        static TranslationUnit Unit(string id, Segment segment) => MemoryFolder.Unit("", "", id) with
        {
            Zh = new UnitSide { Language = "zh-CN", Segment = segment },
            En = new UnitSide { Language = "en-US", Segment = segment },
        };
        var matcher = new FuzzyMatcher(_folder.Build(
            Unit("same", Codes("<g1/>")), Unit("other", Codes("<g2/>")), Unit("two", Codes("<g1/>", "<g2/>")), Unit("text", Segment.Plain("按确定"))));
        foreach (var isZh in new[] { true, false })
        {
            var found = matcher.Find(new MatchQuery { Segment = Codes("<g1/>"), IsZh = isZh });
            Assert.Equal([("same", 100, MatchReason.None), ("other", 99, MatchReason.Codes)], found.Select(static m => (m.Unit.Id, m.Percent, m.Reasons)));
        }

        // What one tool writes as inline codes stands in another tool's files as text.
        Assert.Equal(("same", 100, MatchReason.Surface), new FuzzyMatcher(_folder.Build("ph", SignatureIndexOptions.Default, Unit("same", Codes("{0}", "%s"))))
            .Find("{0} %s") is [var only] ? (only.Unit.Id, only.Percent, only.Reasons) : default);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u200B")]
    public void A_query_without_tokens_finds_nothing(string text) =>
        Assert.Empty(_folder.Find(text, [MemoryFolder.Unit("甲", "a"), MemoryFolder.Unit("", "b"), MemoryFolder.Unit("乙", "")]));

    [Fact]
    public void An_empty_memory_finds_nothing()
    {
        Assert.Empty(_folder.Find("重点任务", []));
        Assert.Empty(new FuzzyMatcher().Find("重点任务"));
    }

    [Fact]
    public void Every_place_of_a_pair_is_told_whichever_of_its_units_is_shown()
    {
        var shown = MemoryFolder.Unit("重点任务", "key tasks", "shown");
        var draft = MemoryFolder.Unit("重点任务", "key tasks", "draft 1") with { Status = UnitStatus.Draft };
        var match = Assert.Single(_folder.Find("重点任务", [shown, draft, draft with { Id = "draft 2" }]));
        Assert.Equal(("shown", "draft 1 draft 2"), (match.Unit.Id, string.Join(' ', match.Also.Select(static u => u.Id))));
    }

    [Fact]
    public void Copies_without_dates_come_in_the_order_of_their_ids_however_many_there_are()
    {
        var ids = Enumerable.Range(0, 40).Select(static i => $"u{i:00}").ToList();
        var match = Assert.Single(_folder.Find("重点任务", ids.AsEnumerable().Reverse().Select(static id => MemoryFolder.Unit("重点任务", "key tasks", id))));
        Assert.Equal(ids, match.Also.Prepend(match.Unit).Select(static u => u.Id));
    }

    [Fact]
    public void A_character_beyond_the_first_plane_makes_a_query_Chinese() => Assert.True(MatchQuery.Of("\U0002B7F3").IsZh);
}
