using Termbase.Matching;
using Termbase.Model;

namespace Termbase.Tests.Matching;

public sealed class SegmentDiffTests
{
    [Theory]
    [InlineData("坚持创新发展", "坚持协调发展", "坚持[-创新-]{+协调+}发展")]
    [InlineData("第5条", "第3条", "第[-5-]{+3+}条")]
    [InlineData("第5条", "第5条", "第5条")]
    [InlineData("发展", "绿色发展。", "{+绿色+}发展{+。+}")]
    [InlineData("绿色发展。", "发展", "[-绿色-]发展[-。-]")]
    [InlineData("ＡＢＣ", "abc", "abc")]
    public void Chinese_differences_are_marked_by_character(string query, string unit, string expected) =>
        Assert.Equal(expected, Show(query, unit, TokenUnit.Characters));

    [Theory]
    [InlineData("The new action plan", "The old action plan", "The[- new-]{+ old+} action plan")]
    [InlineData("The action plan", "the action plan of the city", "the action plan{+ of the city+}")]
    [InlineData("Delete %s now", "Delete {0} now", "Delete[- %s-]{+ {0}+} now")]
    [InlineData("\u0001a\u0002", "\u0001b\u0002", "[- a-]{+ b+} ")]
    [InlineData("cafe\u0301 one", "cafe\u0301 two", "cafe\u0301[- one-]{+ two+}")]
    [InlineData("one two", "three four", "[-one two-]{+three four+}")]
    public void English_differences_are_marked_by_word(string query, string unit, string expected) =>
        Assert.Equal(expected, Show(query, unit, TokenUnit.Words));

    private static string Show(string query, string unit, TokenUnit by) => string.Concat(
        SegmentDiff.Compare(Segment.Plain(query), Segment.Plain(unit), by).Select(static p => p.Kind switch
        {
            DiffKind.QueryOnly => $"[-{p.Text}-]",
            DiffKind.UnitOnly => $"{{+{p.Text}+}}",
            _ => p.Text,
        }));
}
