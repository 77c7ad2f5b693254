using Termbase.Linting;
using Termbase.Model;

namespace Termbase.Tests.Linting;

public class TextFixerTests
{
    private static Finding Edit(int start, int length, string replacement, bool isSafe = true) => new()
    {
        Rule = new RuleInfo("TB999", "x", "", "", Severity.Info),
        Severity = Severity.Info,
        Location = SourceLocation.File("a"),
        Message = "",
        Edit = new TextEdit(new TextSpan(start, length), replacement, isSafe),
    };

    [Fact]
    public void Edits_are_made_from_their_places_in_the_old_text() =>
        Assert.Equal("12cde34", TextFixer.Apply("abcdefg", [Edit(5, 2, "34"), Edit(0, 2, "12")]).Text);

    [Fact]
    public void Of_edits_that_overlap_the_first_is_made_and_the_other_left()
    {
        var result = TextFixer.Apply("abcd", [Edit(1, 2, "x"), Edit(2, 2, "y")]);

        Assert.Equal("axd", result.Text);
        Assert.Single(result.Left);
    }

    [Fact]
    public void An_edit_that_is_not_safe_is_not_made() =>
        Assert.Equal("ab", TextFixer.Apply("ab", [Edit(0, 1, "x", isSafe: false)]).Text);

    [Fact]
    public void Two_insertions_at_one_place_are_a_conflict() =>
        Assert.Equal("a b", TextFixer.Apply("ab", [Edit(1, 0, " "), Edit(1, 0, " ")]).Text);

    [Theory]
    [InlineData("a.txt", "Build the the road，of steel, with social capital(社会资本).", "Build the road, of steel, with social capital (社会资本).")]
    [InlineData("a.md", "# Build the the *road*\n\nSteel，coal.", "# Build the *road*\n\nSteel, coal.")]
    [InlineData("a.html", "<p>Build the the <b>road</b>&amp;，of coal.</p>", "<p>Build the <b>road</b>&amp;, of coal.</p>")]
    public void Fixes_change_what_is_wrong_and_nothing_the_second_time(string path, string text, string wanted)
    {
        string Fix(string from) =>
            TextFixer.Apply(from, new Linter(Glossary.Empty, LintSettings.Default).Findings([Sample.Lintable(path, from)])).Text;

        Assert.Equal(wanted, Fix(text));
        Assert.Equal(wanted, Fix(wanted));
    }
}
