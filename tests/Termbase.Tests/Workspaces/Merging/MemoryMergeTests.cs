using System.Globalization;
using FsCheck.Xunit;
using Termbase.Model;
using Termbase.Workspaces.Merging;

namespace Termbase.Tests.Workspaces.Merging;

public class MemoryMergeTests
{
    private static TranslationUnit Unit(string id, string zh, string en, string changed = "2024-01-02", string document = "d") => new()
    {
        Id = id,
        Zh = new UnitSide { Language = "zh-CN", Segment = Segment.Plain(zh) },
        En = new UnitSide { Language = "en-US", Segment = Segment.Plain(en) },
        Changed = DateTimeOffset.Parse(changed + "T00:00:00Z", CultureInfo.InvariantCulture),
        Document = document,
    };

    private static string[] Texts(MergedMemory merged) => [.. merged.Units.Select(static u => u.En.Segment.Text)];

    [Fact]
    public void The_second_memorys_new_units_come_after_the_firsts() =>
        Assert.Equal(["one", "two", "three"], Texts(MemoryMerge.Merge(
            null, [Unit("1", "一", "one"), Unit("2", "二", "two")], [Unit("3", "三", "three"), Unit("1", "一", "one")], MergeOptions.Default)));

    [Fact]
    public void Two_translations_of_one_segment_of_a_document_are_left_marked()
    {
        var merged = MemoryMerge.Merge(null, [Unit("1", "一", "one")], [Unit("1", "一", "a")], MergeOptions.Default);

        Assert.Equal(["one", "a"], Texts(merged));
        Assert.Equal(1, merged.Report.Open);
        Assert.All(merged.Units, static u => Assert.Contains(u.Properties, static p => p.Type == MemoryMerge.ConflictProperty));
    }

    [Fact]
    public void The_newest_translation_wins_where_asked_for() =>
        Assert.Equal(["a"], Texts(MemoryMerge.Merge(
            null, [Unit("1", "一", "one")], [Unit("1", "一", "a", "2025-01-01")], new MergeOptions { Policy = MergePolicy.Newest })));

    [Fact]
    public void A_deleted_unit_stays_deleted_and_the_unchanged_side_yields()
    {
        TranslationUnit[] old = [Unit("1", "一", "one"), Unit("2", "二", "two")];

        var merged = MemoryMerge.Merge(old, [Unit("1", "一", "a single one")], old[..1].Append(old[1] with { Status = UnitStatus.Unknown }), MergeOptions.Default);

        Assert.Equal(["a single one"], Texts(merged));
        Assert.Empty(merged.Report.Conflicts);
    }

    [Fact]
    public void Other_documents_may_translate_the_same_segment_in_their_own_way()
    {
        var merged = MemoryMerge.Merge(null, [Unit("", "一", "one", document: "a")], [Unit("", "一", "single", document: "b")], MergeOptions.Default);

        Assert.Empty(merged.Report.Conflicts);
        Assert.Equal("same-source", Assert.Single(merged.Report.Duplicates).Kind);
    }

    [Property(MaxTest = 200)]
    public void Merging_again_changes_nothing(byte[] a, byte[] b)
    {
        var options = new MergeOptions { Policy = MergePolicy.Newest };
        var (mine, theirs) = (Units(a), Units(b));
        var once = MemoryMerge.Merge(null, mine, theirs, options);

        Assert.Equal(Lines(once), Lines(MemoryMerge.Merge(null, once.Units, theirs, options)));
        Assert.Equal(mine.Select(TextConversion.Unit), Lines(MemoryMerge.Merge(null, mine, Units(a), options)));
    }

    private static IEnumerable<string> Lines(MergedMemory memory) => memory.Units.Select(TextConversion.Unit);

    private static List<TranslationUnit> Units(byte[] bytes) =>
    [
        .. (bytes ?? []).Take(10).DistinctBy(static x => x % 6)
            .Select(static x => Unit($"{x % 6}", $"句子{x % 6}", $"sentence {x / 6 % 3}", $"202{x / 18 % 4}-01-01")),
    ];

    [Fact]
    public void A_draft_does_not_replace_a_unit_that_does_not_say_how_far_it_is()
    {
        var (said, draft) = (Unit("1", "一", "one"), Unit("1", "一", "one", "2024-01-01") with { Status = UnitStatus.Draft });
        Assert.Equal(UnitStatus.Unknown, Assert.Single(MemoryMerge.Merge(null, [said], [draft], MergeOptions.Default).Units).Status);
        var other = draft with { En = draft.En with { Segment = Segment.Plain("a") }, Changed = said.Changed!.Value.AddDays(1) };
        Assert.Equal(["one"], Texts(MemoryMerge.Merge(null, [said], [other], new MergeOptions { Policy = MergePolicy.Evidence })));
    }
}
