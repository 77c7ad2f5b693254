using Termbase.Languages;
using Termbase.Search;
using Termbase.Tests.Workspaces;
using Termbase.Workspaces;

namespace Termbase.Tests.Search;

public sealed class SearchHostTests : IDisposable
{
    private readonly TempFolder _folder = new TempFolder().With("glossary/terms.csv", TempFolder.Terms).With(
        "tmx/a.tsv", "吸引社会资本参与建设\tattract social capital to construction\n深化改革\tDeepen reforms on every platform\n资金\tfunds\n");

    private readonly List<string> _said = [];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("社会资本", MatchKind.Exact)]
    [InlineData("社會資本", MatchKind.Exact)]
    [InlineData("Social Capital", MatchKind.Exact)]
    [InlineData("social capitals", MatchKind.Exact)]
    [InlineData("shehuiziben", MatchKind.Pinyin)]
    [InlineData("shè huì zī běn", MatchKind.Pinyin)]
    [InlineData("she4hui4zi1ben3", MatchKind.Pinyin)]
    [InlineData("huizi", MatchKind.Pinyin)]
    [InlineData("资本", MatchKind.Part)]
    [InlineData("资", MatchKind.Part)]
    [InlineData("socia", MatchKind.Part)]
    [InlineData("社会资夲", MatchKind.Fuzzy)]
    [InlineData("socail capital", MatchKind.Fuzzy)]
    public void A_concept_is_found_in_every_way_people_type_it(string query, MatchKind kind)
    {
        using var host = Host(_folder, _said.Add);
        var hit = Assert.Single(host.Terms.Find(query, 10), h => h.Concept.Id == "c1");
        Assert.Equal(kind, hit.Kind);
        Assert.Equal("private money, as a rule", hit.Concept.Note);
    }

    [Fact]
    public void The_exact_term_comes_before_longer_ones()
    {
        using var host = Host(_folder);
        Assert.Equal(["c3", "c1"], host.Terms.Find("资本", 10).Select(h => h.Concept.Id));
    }

    [Theory]
    [InlineData("社會資本", 1, "社会资本")]
    [InlineData("资", 2, "资")]
    [InlineData("reform", 1, "reform")]
    [InlineData("form", 0, "")]
    [InlineData("SOCIAL capital", 1, "social capital")]
    public void The_concordance_finds_what_contains_the_text_and_marks_it(string query, int total, string marked)
    {
        using var host = Host(_folder);
        var result = host.Units.Search(query, 10);
        Assert.Equal(total, result.Total);
        Assert.All(result.Hits, h => Assert.Equal(marked, h.SourceSpans.Select(s => s.Of(h.Source)).Concat(h.TargetSpans.Select(s => s.Of(h.Target))).First()));
    }

    [Theory]
    [InlineData("ref*s", "reforms")]
    [InlineData("*form", "form")]
    [InlineData("plat????", "platform")]
    [InlineData("att*", "attract")]
    [InlineData("社*建设", "社会资本参与建设")]
    [InlineData("資?參", "资本参")]
    [InlineData("attract * capital", "attract social capital")]
    [InlineData("deepen * on", "Deepen reforms on")]
    [InlineData("* platform", "Deepen reforms on every platform")]
    public void Wildcards_stand_for_characters_and_words(string query, string marked)
    {
        using var host = Host(_folder);
        var hit = host.Units.Search(query, 10).Hits[0];
        Assert.Equal(marked, hit.SourceSpans.Select(s => s.Of(hit.Source)).Concat(hit.TargetSpans.Select(s => s.Of(hit.Target))).First());
    }

    [Theory]
    [InlineData("ref*plat", false)]
    [InlineData("att?act", true)]
    [InlineData("att?ract", false)]
    [InlineData("社*改革", false)]
    [InlineData("attract * platform", false)]
    [InlineData("ref\\*s", false)]
    [InlineData("*", false)]
    [InlineData("? ?", true)]
    public void A_wildcard_goes_no_further_than_it_says(string query, bool finds)
    {
        using var host = Host(_folder);
        Assert.Equal(finds, host.Units.Search(query, 10).Total > 0);
    }

    [Fact]
    public void A_query_can_be_taken_literally_and_ask_for_case_width_and_script()
    {
        _folder.With("tmx/b.tsv", "（ＡＢ）*號\tAb* Plan\n(AB)号\tab plan\n");
        using var host = Host(_folder);
        long Total(string text, NormalizerOptions without, bool isLiteral = false) =>
            host.Units.Search(new ConcordanceQuery { Text = text, Folding = NormalizerOptions.Text & ~without, IsLiteral = isLiteral }, 0).Total;
        Assert.Equal(2, Total("ab*", NormalizerOptions.None));
        Assert.Equal(1, Total("ab*", NormalizerOptions.None, isLiteral: true));
        Assert.Equal(1, Total("ab\\*", NormalizerOptions.None));
        Assert.Equal((2, 1), (Total("(AB)", NormalizerOptions.None), Total("(AB)", NormalizerOptions.Width)));
        Assert.Equal((2, 1), (Total("号", NormalizerOptions.None), Total("号", NormalizerOptions.Script)));
        Assert.Equal((2, 1), (Total("plan", NormalizerOptions.None), Total("plan", NormalizerOptions.Case)));
    }

    [Fact]
    public void Hits_are_chosen_by_source_domain_and_date_and_a_pair_of_two_files_counts_twice()
    {
        static string Tu(string id, string date, string domain) =>
            $"<tu tuid=\"{id}\" changedate=\"{date}T120000Z\"><prop type=\"x-domain\">{domain}</prop><tuv xml:lang=\"zh-CN\"><seg>行动计划</seg></tuv><tuv xml:lang=\"en-US\"><seg>action plan</seg></tuv></tu>";
        static string Tmx(string units) =>
            "<?xml version=\"1.0\"?><tmx version=\"1.4\"><header creationtool=\"t\" creationtoolversion=\"1\" segtype=\"sentence\" o-tmf=\"t\" adminlang=\"en\" srclang=\"zh-CN\" datatype=\"plaintext\"/><body>" + units + "</body></tmx>";
        _folder.With("tmx/north.tmx", Tmx(Tu("n1", "20200101", "law") + Tu("n2", "20220101", "policy"))).With("tmx/south.tmx", Tmx(Tu("s1", "20210101", "policy")));
        using var host = Host(_folder);
        var all = new ConcordanceQuery { Text = "行动" };
        (long, string) Found(ConcordanceQuery query) =>
            host.Units.Search(query, 10) is var r ? (r.Total, string.Join(' ', r.Hits.Select(static h => h.Unit).Order(StringComparer.Ordinal))) : default;
        Assert.Equal((3, "n1 n2 s1"), Found(all));
        Assert.Equal((2, "n1 n2"), Found(all with { Source = "North" }));
        Assert.Equal((2, "n2 s1"), Found(all with { Domain = "policy" }));
        Assert.Equal((2, "n2 s1"), Found(all with { Since = new DateOnly(2021, 1, 1) }));
        Assert.Equal((1, "s1"), Found(all with { Since = new DateOnly(2021, 1, 1), Until = new DateOnly(2021, 1, 1) }));
        Assert.Equal(0, host.Units.Search(new ConcordanceQuery { Text = "资", Until = new DateOnly(2021, 1, 1) }, 10).Total);
        Assert.Equal((3, 2), host.Units.Search("行动", 2) is var few ? (few.Total, few.Hits.Count) : default);
    }

    [Fact]
    public void A_closed_concordance_keeps_no_file_of_the_index()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "open files are read from /proc");
        using (var host = Host(_folder))
        {
            Assert.Equal(1, host.Units.Search("改革", 10).Total);
            Assert.Contains(_folder.Root, File.ReadAllText("/proc/self/maps"), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(_folder.Root, File.ReadAllText("/proc/self/maps"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_added_or_removed_file_is_seen_at_once()
    {
        Assert.Empty(Find("软件"));
        _folder.With("glossary/terms.csv", TempFolder.Terms + "c9,软件,software,preferred,,,li,2024-01-02\n");
        Assert.Single(Find("软件"));
        _folder.With("glossary/more.csv", "concept,zh,en\nc8,硬件,hardware\n");
        Assert.Single(Find("硬件"));
        File.Delete(_folder.PathOf("glossary/more.csv"));
        Assert.Empty(Find("硬件"));
        Assert.Empty(_said);
    }

    [Fact]
    public void Old_generations_are_removed_but_not_under_a_reader()
    {
        using var reader = Host(_folder);
        Assert.Single(reader.Terms.Find("平战结合", 1));
        _folder.With("glossary/terms.csv", TempFolder.Terms + "c9,软件,software,preferred,,,li,2024-01-02\n");
        Assert.Single(Find("软件"));
        Assert.Single(reader.Terms.Find("平战结合", 1));
        Assert.Equal(2, Generations().Length);
        reader.Dispose();
        _folder.With("glossary/terms.csv", TempFolder.Terms);
        Assert.Empty(Find("软件"));
        Assert.Single(Generations());
    }

    [Theory]
    [InlineData("manifest.json", "{")]
    [InlineData("segments.gen", "x")]
    public void A_damaged_index_is_rebuilt_with_one_line(string file, string text)
    {
        Assert.Single(Find("社会资本"));
        File.WriteAllText(Path.Combine(Generations()[0], file), text);
        Assert.Single(Find("社会资本"));
        Assert.Contains("rebuilding", Assert.Single(_said), StringComparison.Ordinal);
    }

    [Fact]
    public void Damage_that_keeps_the_length_is_rebuilt_too()
    {
        Assert.Single(Find("社会资本"));
        foreach (var path in Directory.GetFiles(Generations()[0], "segments_*"))
        {
            File.WriteAllBytes(path, new byte[new FileInfo(path).Length]);
        }

        Assert.Single(Find("社会资本"));
        Assert.Contains("is damaged", Assert.Single(_said), StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_of_another_analyzer_is_rebuilt_with_one_line()
    {
        Assert.Single(Find("社会资本"));
        var manifest = Path.Combine(Generations()[0], "manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"analyzer\":\"", "\"analyzer\":\"Other", StringComparison.Ordinal));
        Assert.Single(Find("社会资本"));
        Assert.Contains("analyzer Other", Assert.Single(_said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_writer_says_that_it_waits_and_then_reads()
    {
        Directory.CreateDirectory(_folder.PathOf(".termbase/terms"));
        var held = new FileStream(_folder.PathOf(".termbase/terms/lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var waiting = new TaskCompletionSource<string>();
        var second = Task.Run(() =>
        {
            using var host = Host(_folder, line => waiting.TrySetResult(line));
            return host.Terms.Find("社会资本", 1).Count;
        }, TestContext.Current.CancellationToken);
        Assert.Contains("waiting", await waiting.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.False(second.IsCompleted);
        await held.DisposeAsync();
        Assert.Equal(1, await second);
    }

    [Fact]
    public void Where_the_workspace_takes_no_cache_the_users_cache_folder_does()
    {
        _folder.With(".termbase", "in the way");
        Assert.Single(Find("社会资本"));
        Assert.Single(Directory.GetFiles(_folder.Cache, "current", SearchOption.AllDirectories));
    }

    [Fact]
    public void An_empty_workspace_finds_nothing_and_writes_nothing()
    {
        using var empty = new TempFolder();
        using var host = Host(empty);
        Assert.Empty(host.Terms.Find("社会资本", 5));
        Assert.Equal(0, host.Units.Search("社会资本", 5).Total);
        Assert.Empty(Directory.GetFileSystemEntries(empty.Root));
    }

    private static SearchHost Host(TempFolder folder, Action<string>? say = null) =>
        SearchHost.Open(folder.Open(), say, cancellation: TestContext.Current.CancellationToken);

    private string[] Generations() => Directory.GetDirectories(_folder.PathOf(".termbase/terms"));

    private IReadOnlyList<TermHit> Find(string query)
    {
        using var host = Host(_folder, _said.Add);
        return [.. host.Terms.Find(query, 10).Where(h => h.Kind == MatchKind.Exact)];
    }
}
