using Termbase.Linting;
using Termbase.Model;

namespace Termbase.Tests.Linting;

/// <summary>What findings in bitexts say, and what they leave to the author of the source.</summary>
public sealed class BitextFindingTests
{
    private static IReadOnlyList<Finding> Lint(string rule, params LintUnit[] units) =>
        new Linter(Glossary.Empty, LintSettings.ForRule(rule)).Findings([], [.. units]);

    private static LintUnit Named(LintUnit unit, string id, string context = "") => unit with
    {
        Unit = unit.Unit with { Id = id, Properties = context.Length > 0 ? [new UnitProperty("x-context", context)] : [] },
    };

    [Fact]
    public void Forms_of_one_entry_for_one_and_for_many_are_no_two_translations()
    {
        Assert.Empty(Lint(
            "divergent-translation",
            Named(BitextSample.Unit("%d 个文件", "%d file", 1), "files[0]"),
            Named(BitextSample.Unit("%d 个文件", "%d files", 2), "files[1]")));
        Assert.Single(Lint(
            "divergent-translation",
            Named(BitextSample.Unit("%d 个文件", "%d file", 1), "files[0]"),
            Named(BitextSample.Unit("%d 个文件", "%d documents", 2), "other[0]")));
    }

    [Fact]
    public void The_same_words_in_another_context_may_be_translated_otherwise() =>
        Assert.Empty(Lint(
            "divergent-translation",
            Named(BitextSample.Unit("打开", "Open", 1), "a", "menu"),
            Named(BitextSample.Unit("打开", "On", 2), "b", "state of a switch")));

    [Fact]
    public void A_divergent_translation_is_told_in_plain_words()
    {
        LintUnit[] units =
        [
            BitextSample.Unit("保存更改。", "Save changes.", 1), BitextSample.Unit("保存更改。", "Save changes.", 2), BitextSample.Unit("保存更改。", "Keep the edits.", 3),
        ];

        Assert.Equal("the same source has another translation 2 times, this one once", Assert.Single(Lint("divergent-translation", units)).Message);
        Assert.Equal("the same source has another translation elsewhere", Assert.Single(Lint("divergent-translation", units[1..])).Message);
    }

    [Fact]
    public void Traditional_characters_that_stand_apart_are_named_apart() =>
        Assert.Equal(
            "“圖書館”, “開” are Traditional; Simplified: “图书馆”, “开”",
            Assert.Single(Lint("wrong-variant", BitextSample.Unit("本市圖書館今天開放。", "The city library is open today."))).Message);

    [Theory]
    [InlineData("misplaced-space", "我们 (今天) 在这里 , 等候大家。", "We are waiting for you here today.")]
    [InlineData("wrong-variant", "道路的修復工作完成了。", "The road has been repaired.")]
    public void The_text_translated_from_gets_no_suggestion_and_no_edit(string rule, string zh, string en)
    {
        var findings = Lint(rule, BitextSample.Unit(zh, en));

        Assert.NotEmpty(findings);
        Assert.All(findings, static f => Assert.True(f is { Side: "source", Severity: Severity.Info, Suggestion: "", Edit: null }));
    }
}
