using System.Globalization;
using FsCheck.Xunit;
using Termbase.Model;
using Termbase.Workspaces.Merging;

namespace Termbase.Tests.Workspaces.Merging;

/// <summary>Laws of merging memories, on small ones made from random bytes: a byte pair is a unit (5 segments × 3 translations) or an edit of one.</summary>
public class MemoryMergePropertyTests
{
    private const int Most = 10;

    [Property(MaxTest = 300)]
    public void Without_conflicts_it_does_not_matter_which_memory_is_first(byte[] a, byte[] b)
    {
        var (mine, theirs) = (Edit([], a), Edit([], b));
        var one = MemoryMerge.Merge(null, mine, theirs, MergeOptions.Default);
        var other = MemoryMerge.Merge(null, theirs, mine, MergeOptions.Default);

        Assert.Equal(one.Report.Open, other.Report.Open);
        if (one.Report.Open == 0)
        {
            Assert.Equal(Shown(one.Units), Shown(other.Units));
        }
    }

    [Property(MaxTest = 300)]
    public void Without_conflicts_it_does_not_matter_which_branch_is_merged_into_which(byte[] origin, byte[] a, byte[] b)
    {
        var old = Edit([], origin);
        var (mine, theirs) = (Edit(old, a), Edit(old, b));
        var one = MemoryMerge.Merge(old, mine, theirs, MergeOptions.Default);
        var other = MemoryMerge.Merge(old, theirs, mine, MergeOptions.Default);

        Assert.Equal(one.Report.Open, other.Report.Open);
        if (one.Report.Open == 0)
        {
            Assert.Equal(Shown(one.Units), Shown(other.Units));
        }
    }

    [Property(MaxTest = 200)]
    public void The_side_that_did_not_change_yields(byte[] origin, byte[] a)
    {
        var old = Edit([], origin);
        var edited = Edit(old, a);

        Assert.Equal(Shown(edited), Shown(MemoryMerge.Merge(old, old, edited, MergeOptions.Default).Units));
        Assert.Equal(Shown(edited), Shown(MemoryMerge.Merge(old, edited, old, MergeOptions.Default).Units));
    }

    [Property(MaxTest = 300)]
    public void Merging_the_same_memory_again_changes_nothing(byte[] a, byte[] b, byte policy)
    {
        var options = new MergeOptions { Policy = (MergePolicy)(1 + (policy % 4)) };
        var (mine, theirs) = (Edit([], a), Edit([], b));
        var once = MemoryMerge.Merge(null, mine, theirs, options).Units;

        Assert.Equal(Shown(once), Shown(MemoryMerge.Merge(null, once, theirs, options).Units));
    }

    [Property(MaxTest = 300)]
    public void No_translation_and_no_note_is_lost_without_a_word(byte[] a, byte[] b)
    {
        var (mine, theirs) = (Edit([], a), Edit([], b));

        // Without a policy nothing is decided: both of two translations stay.
        var merged = MemoryMerge.Merge(null, mine, theirs, MergeOptions.Default);

        foreach (var unit in mine.Concat(theirs))
        {
            var there = merged.Units.Where(u => u.Zh.Segment.Text == unit.Zh.Segment.Text && u.En.Segment.Text == unit.En.Segment.Text).ToList();
            Assert.NotEmpty(there);
            Assert.All(unit.Properties, p => Assert.Contains(there, u => u.Properties.Contains(p)));
        }
    }

    private static List<string> Shown(IEnumerable<TranslationUnit> units) =>
        [.. units.Select(static u => TextConversion.Unit(u) + string.Concat(u.Properties.Select(static p => p.Value).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal)];

    // Each pair of bytes adds a unit, changes it where its segment is there, or deletes it.
    private static List<TranslationUnit> Edit(List<TranslationUnit> units, byte[] bytes)
    {
        var result = units.ToList();
        for (var i = 0; i + 1 < Math.Min(bytes?.Length ?? 0, 2 * Most); i += 2)
        {
            var (x, y) = (bytes![i], bytes[i + 1]);
            var at = result.FindIndex(u => u.Id == $"{x % 5}");
            if (y > 220 && at >= 0)
            {
                result.RemoveAt(at);
                continue;
            }

            var unit = new TranslationUnit
            {
                Id = $"{x % 5}",
                Zh = new UnitSide { Language = "zh-CN", Segment = Segment.Plain($"句子{x % 5}") },
                En = new UnitSide { Language = "en-US", Segment = Segment.Plain($"sentence {x / 5 % 3}") },
                Changed = DateTimeOffset.Parse($"202{x / 15 % 4}-01-01T00:00:00Z", CultureInfo.InvariantCulture),
                Status = (UnitStatus)(y % 3),
                Document = "d",
                Properties = y / 3 % 3 == 0 ? [] : [new UnitProperty("", $"note {y / 3 % 3}")],
            };
            if (at >= 0)
            {
                result[at] = unit;
            }
            else
            {
                result.Add(unit);
            }
        }

        return result;
    }
}
