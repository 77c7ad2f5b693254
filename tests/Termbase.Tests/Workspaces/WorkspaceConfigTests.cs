using Termbase.Formats;
using Termbase.Linting;
using Termbase.Matching;
using Termbase.Model;
using Termbase.Workspaces;

namespace Termbase.Tests.Workspaces;

public sealed class WorkspaceConfigTests
{
    [Theory]
    [InlineData("[files]\nglosary = []\n", 2, 1, "glossary")]
    [InlineData("[lnt]\n", 1, 2, "lint")]
    [InlineData("[lint]\nfail-on = \"eror\"\n", 2, 11, "error")]
    [InlineData("[lint]\nfail-on = 3\n", 2, 11, "must be a string")]
    [InlineData("[match]\nzh = \"word\"\n", 2, 6, "words")]
    [InlineData("[match.penalties]\nnumbers = -1\n", 2, 11, "from 0 to 100")]
    [InlineData("[match.penalties]\nmashine = 1\n", 2, 1, "machine")]
    [InlineData("[match.penalties]\ncodes = \"1\"\n", 2, 9, "must be a number")]
    [InlineData("[documents]\ndraft = [1]\n", 2, 9, "list of strings")]
    [InlineData("[languages]\nzh = \"en-US\"\n", 2, 6, "zh-CN")]
    [InlineData("# 说明\n[files]\nmemory = [\"甲\", \"C:\\\\x\"]\n", 3, 16, "forward slashes")]
    [InlineData("[[overrides]]\ndisable = [\"x\"]\n", 1, 3, "paths")]
    public void A_mistake_is_told_with_its_place_and_what_was_meant(string text, int line, int column, string hint)
    {
        var problems = new List<ReadProblem>();
        WorkspaceConfig.Parse(text, "termbase.toml", problems);
        var problem = Assert.Single(problems);
        Assert.Equal((line, column), (problem.Location.Line, problem.Location.Column));
        Assert.Contains(hint, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_toml_is_an_input_error_with_the_line()
    {
        var error = Assert.Throws<InputException>(() => WorkspaceConfig.Parse("[files]\nglossary = [\"a\"\n[lint]\n", "t.toml"));
        Assert.True(error.Location!.Line >= 2);
    }

    [Fact]
    public void The_template_means_the_defaults()
    {
        var config = WorkspaceConfig.Parse(WorkspaceConfig.Template, "termbase.toml");
        Assert.Equal(WorkspaceConfig.Default.Glossary.Select(g => g.Pattern), config.Glossary.Select(g => g.Pattern));
        Assert.Equal(WorkspaceConfig.Default.Memory.Select(g => g.Pattern), config.Memory.Select(g => g.Pattern));
        Assert.Equal(Severity.Error, config.FailOn);
        Assert.Equal(WorkspaceConfig.Default.Match, config.Match);
    }

    [Fact]
    public void Units_and_penalties_of_matches_can_be_set()
    {
        var match = WorkspaceConfig.Parse("[match]\nen = \"characters\"\n[match.penalties]\nmachine = 3\nlow-score-below = 0.25\n", "t.toml").Match;
        Assert.Equal((TokenUnit.Characters, TokenUnit.Characters), (match.ZhUnit, match.EnUnit));
        Assert.Equal(MatchPenalties.Default with { Machine = 3, LowScoreBelow = 0.25 }, match.Penalties);
    }

    [Fact]
    public void Rules_keep_severity_and_their_own_options()
    {
        var config = WorkspaceConfig.Parse(
            "[rules.doubled-word]\nseverity = \"info\"\nallow = [\"that\"]\n[[overrides]]\npaths = [\"old/**\"]\n[overrides.rules.doubled-word]\nenable = false\n", "t.toml");
        Assert.Equal(Severity.Info, config.Rules[0].Severity);
        Assert.Equal(["that"], config.Rules[0].Options.Get<List<string>>("allow", []));
        Assert.True(config.Overrides[0].AppliesTo("old/a/b.md"));
        Assert.False(config.Overrides[0].Rules[0].Enable);
    }

    [Fact]
    public void A_rule_nobody_knows_is_reported_where_it_stands()
    {
        var config = WorkspaceConfig.Parse("[lint]\ndisable = [\"doubled-wrd\"]\n", "t.toml");
        var problem = Assert.Single(config.UnknownRules([new RuleInfo("TB201", "doubled-word", "", "", Severity.Warning)]));
        Assert.Equal((2, 12), (problem.Location.Line, problem.Location.Column));
        Assert.Contains("did you mean 'doubled-word'?", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("glossary/*.csv", "glossary/a.csv", true)]
    [InlineData("glossary/*.csv", "glossary/a/b.csv", false)]
    [InlineData("**/*.md", "a.md", true)]
    [InlineData("docs/**", "docs/a/b.md", true)]
    [InlineData("docs/**", "docs", false)]
    public void Patterns_fit_paths(string pattern, string path, bool fits) => Assert.Equal(fits, new GlobPattern(pattern).IsMatch(path));

    [Fact]
    public void Roles_come_from_the_patterns_and_drafts_win()
    {
        using var folder = new TempFolder().With("termbase.toml", "[documents]\npublished = [\"out/**\"]\ndraft = [\"out/new.md\"]\n");
        var workspace = folder.Open();
        Assert.Equal(DocumentRole.Published, workspace.RoleOf(folder.PathOf("out/old.md")));
        Assert.Equal(DocumentRole.Draft, workspace.RoleOf(folder.PathOf("out/new.md")));
    }
}
