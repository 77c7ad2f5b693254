using Termbase.Model;
using Termbase.Recognition;

namespace Termbase.Tests.Recognition;

public sealed class TermMatcherTests
{
    [Fact]
    public void A_Chinese_term_that_cuts_a_word_is_no_occurrence() =>
        Assert.Equal(["生命"], Find("研究生命的起源", "研究生", "生命"));

    [Fact]
    public void Without_segmentation_evidence_the_longest_match_stands() =>
        Assert.Equal(["研究生"], Find(new MatchPolicy { SegmentationEvidence = false }, "研究生命的起源", "研究生"));

    [Fact]
    public void A_number_is_not_cut() => Assert.Empty(Find("二十八日", "十八"));

    [Fact]
    public void The_longest_Chinese_term_decides() =>
        Assert.Equal(["协同创新"], Find("推进协同创新", "协同", "创新", "协同创新"));

    [Fact]
    public void All_nested_terms_come_when_asked_for() =>
        Assert.Equal(["协同创新", "协同", "创新"], Find(new MatchPolicy { Nested = NestedTerms.All }, "推进协同创新", "协同", "创新", "协同创新"));

    [Fact]
    public void Traditional_text_holds_the_Simplified_term_at_its_own_place()
    {
        var match = Assert.Single(Matcher("人工智能").Match("發展人工智能與經濟"));
        Assert.Equal((new TextSpan(2, 4), MatchForm.Exact), (match.Span, match.Form));
        Assert.Equal(MatchForm.Folded, Assert.Single(Matcher("经济").Match("發展經濟。")).Form);
    }

    [Fact]
    public void A_space_between_Latin_and_Chinese_says_nothing() =>
        Assert.Equal(["5G 技术", "５Ｇ技术"], Find("用5G 技术和５Ｇ技术。", "5G技术"));

    [Fact]
    public void A_mixed_term_keeps_the_case_of_its_acronym() => Assert.Empty(Find("ai芯片", "AI芯片"));

    [Fact]
    public void Every_occurrence_is_reported() => Assert.Equal(3, Find("经济、经济和经济", "经济").Length);

    [Fact]
    public void A_row_with_collocates_needs_one_in_the_same_clause()
    {
        var matcher = TermMatcher.Create(new Glossary([new Rendering { Concept = "1", Zh = "协同", En = "collaborative", When = ["创新"] }]));
        Assert.Single(matcher.Match("加强协同和创新。"));
        Assert.Empty(matcher.Match("加强协同。创新驱动。", TermSide.Zh));
    }

    [Fact]
    public void The_entry_in_the_case_of_the_text_is_preferred()
    {
        var matcher = TermMatcher.Create(new Glossary([Row("1", "中国", "China"), Row("2", "瓷器", "china")]));
        Assert.Equal("1", Assert.Single(Assert.Single(matcher.Match("In China")).Renderings).Concept);
        Assert.Equal("2", Assert.Single(Assert.Single(matcher.Match("fine china")).Renderings).Concept);
    }

    [Fact]
    public void Positions_are_those_of_the_original_behind_rare_characters() =>
        Assert.Equal(new TextSpan(3, 2), Assert.Single(Matcher("经济").Match("𠮷，经济")).Span);

    [Fact]
    public void Compiled_terms_of_another_glossary_are_refused() =>
        Assert.Throws<InvalidDataException>(() => TermMatcher.Create(new Glossary([Row("1", "甲方", "party A")]), TermAutomaton.Build([])));

    [Fact]
    public void A_pronoun_stands_in_only_where_it_is_tolerated()
    {
        Assert.Equal(0, StandIns.Count("It grew.", TermSide.En, "market", MatchPolicy.Default));
        Assert.Equal(1, StandIns.Count("It grew.", TermSide.En, "market", new MatchPolicy { ToleratePronouns = true }));
        Assert.Equal(1, StandIns.Count("The commissions met.", TermSide.En, "reform commission", new MatchPolicy { TolerateEllipsis = true }));
    }

    [Fact]
    public void The_table_of_English_cases_has_no_false_match_and_few_missed()
    {
        var (wanted, missed) = (0, 0);
        foreach (var line in File.ReadLines(Path.Combine(Root(), "tests", "data", "recognition", "english-cases.tsv")).Where(l => l[0] != '#').Skip(1))
        {
            var cells = line.Split('\t');
            var parts = cells[3].Split('⟦', '⟧');
            var spans = new HashSet<TextSpan>();
            for (int i = 0, at = 0; i < parts.Length; at += parts[i++].Length)
            {
                _ = i % 2 == 1 && spans.Add(new TextSpan(at, parts[i].Length));
            }

            var found = new List<RawMatch>();
            TermAutomaton.Build([new TermEntry(cells[0], TermSide.En, Enum.Parse<TermType>(cells[2]), cells[1])])
                .Match(string.Concat(parts), MatchPolicy.Default, found);
            Assert.True(found.All(m => spans.Contains(m.Span)), line);
            wanted += spans.Count;
            missed += spans.Count(s => found.All(m => m.Span != s));
        }

        Assert.True(wanted >= 300 && missed * 50 <= wanted, $"{missed} of {wanted} missed");
    }

    [Fact]
    public void Saved_terms_match_as_before()
    {
        var built = TermAutomaton.Build([new TermEntry("智能体", TermSide.Zh), new TermEntry("policy maker", TermSide.En)]);
        using var stream = new MemoryStream();
        built.Save(stream);
        stream.Position = 0;
        var (before, after) = (new List<RawMatch>(), new List<RawMatch>());
        built.Match("Policymakers 用智能体。", MatchPolicy.Default, before);
        TermAutomaton.Load(stream).Match("Policymakers 用智能体。", MatchPolicy.Default, after);
        Assert.Equal(2, before.Count);
        Assert.Equal(before, after);
    }

    [Fact]
    public void A_damaged_cache_is_refused()
    {
        using var stream = new MemoryStream();
        TermAutomaton.Build([new TermEntry("智能体", TermSide.Zh)]).Save(stream);
        Assert.Throws<InvalidDataException>(() => TermAutomaton.Load(new MemoryStream(stream.ToArray()[..^9])));
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Termbase.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    private static Rendering Row(string concept, string zh, string en) => new() { Concept = concept, Zh = zh, En = en };

    private static TermMatcher Matcher(params string[] zh) =>
        TermMatcher.Create(new Glossary(zh.Select((z, i) => Row($"c{i}", z, ""))));

    private static string[] Find(string text, params string[] zh) => Find(MatchPolicy.Default, text, zh);

    private static string[] Find(MatchPolicy policy, string text, params string[] zh) =>
        [.. Matcher(zh).With(policy).Match(text).Select(m => m.Span.Of(text))];
}
