using System.Collections.Immutable;
using Termbase.Formats;
using Termbase.Linting;
using Termbase.Linting.Custom;
using Termbase.Model;
using Termbase.Workspaces;

namespace Termbase.Tests.Linting;

/// <summary>Rules that a user writes in <c>termbase.toml</c> or CSV.</summary>
public class CustomRuleTests
{
    private static ImmutableArray<CustomRule> Toml(string text) => WorkspaceConfig.Parse(text, "termbase.toml").Custom;

    private static ImmutableArray<Finding> Lint(CustomRule rule, string text) =>
        new Linter(Glossary.Empty, LintSettings.Default, [rule.Build((place, message) => Assert.Fail($"{place}: {message}"))!])
            .Findings([Sample.Lintable("a.md", text)]);

    private const string Substitution = """
        [[rules.custom]]
        name = "plain-words"
        substitute = { "utilise" = "use", "in order to" = "to" }
        fix = true
        hit = ["We utilise it."]
        miss = ["The utility is open."]
        """;

    [Fact]
    public void A_substitution_offers_the_better_word_and_keeps_the_capital()
    {
        var findings = Lint(Assert.Single(Toml(Substitution)), "Utilise it in  order\nto win. The utilised one stays.");

        Assert.Equal(["Use", "to"], findings.Select(f => f.Suggestion));
        Assert.All(findings, f => Assert.True(f.Edit!.IsSafe));
        Assert.Equal("custom/plain-words", findings[0].Rule.Code);
    }

    [Fact]
    public void A_word_beside_Chinese_is_a_whole_word() =>
        Assert.Single(Lint(Assert.Single(Toml(Substitution)), "中文utilise中文"));

    [Fact]
    public void A_forbidden_pattern_is_told_in_the_users_words()
    {
        var rule = Assert.Single(Toml("""
            [[rules.custom]]
            name = "so-called"
            severity = "error"
            message = "no scare words"
            forbid = ['\bso-called\b']
            hit = ["the so-called plan"]
            """));

        var finding = Assert.Single(Lint(rule, "A so-called road."));
        Assert.Equal(("no scare words", Severity.Error), (finding.Message, finding.Severity));
    }

    [Fact]
    public void A_gloss_is_wanted_at_first_use_only()
    {
        var rule = Assert.Single(Toml("""
            [[rules.custom]]
            name = "first-gloss"
            gloss = { "social capital" = "社会资本" }
            hit = ["It needs social capital now."]
            miss = ["It needs social capital (社会资本) now. Social capital is dear."]
            """));

        Assert.Equal(1, Assert.Single(Lint(rule, "With social capital.\n\nWith social capital (社会资本).")).Location.Line);
        Assert.Empty(Lint(rule, "With \"social capital\" (社会资本; private money).\n\nWith social capital."));
    }

    [Theory]
    [InlineData("hit = [\"The utility is open.\"]", 5, "finds nothing")]
    [InlineData("hit = [\"We utilise it.\"]\nmiss = [\"Nobody\", \"They utilise it.\"]", 6, "must find nothing")]
    public void An_example_that_does_not_hold_is_a_mistake_with_its_line(string examples, int line, string message)
    {
        var rule = Assert.Single(Toml("[[rules.custom]]\nname = \"plain-words\"\nsubstitute = { \"utilise\" = \"use\" }\n\n" + examples));
        var problems = new List<(SourceLocation? Place, string Message)>();

        Assert.Null(rule.Build((place, text) => problems.Add((place, text))));
        Assert.Equal(line, Assert.Single(problems).Place?.Line);
        Assert.Contains(message, problems[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[[rules.custom]]\nname = \"x\"\nforbid = ['(']\nhit = [\"(\"]", 3, "regular expression")]
    [InlineData("[[rules.custom]]\nname = \"x\"\nforbid = ['a']", 1, "hit")]
    public void A_pattern_that_cannot_be_checked_is_a_mistake(string toml, int line, string message)
    {
        var problems = new List<(SourceLocation? Place, string Message)>();

        Assert.Null(Assert.Single(Toml(toml)).Build((place, text) => problems.Add((place, text))));
        Assert.Equal(line, Assert.Single(problems).Place?.Line);
        Assert.Contains(message, problems[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[[rules.custom]]\nname = \"Bad Name\"\nforbid = ['a']", 2)]
    [InlineData("[[rules.custom]]\nname = \"doubled-word\"\nforbid = ['a']", 2)]
    [InlineData("[[rules.custom]]\nname = \"x\"\nforbid = ['a']\ngloss = { a = \"b\" }", 1)]
    [InlineData("[[rules.custom]]\nname = \"x\"\nforbit = ['a']", 3)]
    [InlineData("[[rules.custom]]\nname = \"x\"\nsubstitute = ['a']", 3)]
    public void A_mistake_in_the_file_is_told_with_its_line(string toml, int line) =>
        Assert.Equal(line, Assert.Throws<InputException>(() => Toml(toml)).Location?.Line);

    [Fact]
    public void Rows_of_one_name_are_one_rule()
    {
        var problems = new List<ReadProblem>();
        using var csv = new StringReader("name,kind,find,write,hit,miss\nplain,substitute,utilise,use,We utilise.|Utilise!,utility\nplain,substitute,whilst,while,,\nbad,replace,a,b,,\n");

        var rule = Assert.Single(CustomRuleReader.ReadCsv(csv, "rules.csv", problems));

        Assert.Equal((2, 3), (rule.Items.Length, rule.Examples.Length));
        Assert.Equal(4, Assert.Single(problems).Location.Line);
        Assert.Single(Lint(rule, "Whilst it rains."));
    }

    [Fact]
    public void A_rule_is_allowed_by_its_name_like_any_other()
    {
        var rule = Assert.Single(Toml(Substitution));

        Assert.Empty(Lint(rule, "We utilise it. <!-- termbase: allow plain-words: quoted -->"));
    }
}
