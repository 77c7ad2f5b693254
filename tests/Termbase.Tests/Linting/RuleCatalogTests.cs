using System.Text.RegularExpressions;
using Termbase.Linting;

namespace Termbase.Tests.Linting;

public class RuleCatalogTests
{
    [Fact]
    public void Every_rule_class_is_in_the_list()
    {
        var classes = typeof(LintRule).Assembly.GetTypes().Where(t => t.Namespace == "Termbase.Linting.Rules" && t.IsSubclassOf(typeof(LintRule))).Select(t => t.Name);

        Assert.Equal(classes.Order(StringComparer.Ordinal), RuleCatalog.Factories.Select(make => make().GetType().Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_class_is_called_as_its_rule() =>
        Assert.All(RuleCatalog.Factories, make => Assert.Equal(make().GetType().Name, RuleCatalog.ClassName(make().Info)));

    [Fact]
    public void Codes_and_names_are_unique_and_in_order()
    {
        var codes = RuleCatalog.Rules.Select(r => r.Code).ToList();

        Assert.Equal(codes.Distinct().Order(StringComparer.Ordinal), codes);
        Assert.All(codes, code => Assert.Matches("^TB[0-9]{3}$", code));
        Assert.Equal(codes.Count, RuleCatalog.Rules.Select(r => r.Name).Distinct().Count());
        Assert.All(RuleCatalog.Rules, r => Assert.Matches("^[a-z]+(-[a-z]+)*$", r.Name));
    }

    [Theory]
    [InlineData("TB101")]
    [InlineData("tb101")]
    [InlineData("inconsistent-rendering")]
    public void A_rule_is_found_by_code_and_by_name(string called) =>
        Assert.Equal("TB101", RuleCatalog.Find(called)?.Code);

    [Fact]
    public void An_unknown_rule_is_not_found() => Assert.Null(RuleCatalog.Find("no-such-rule"));

    [Fact]
    public void Every_rule_has_a_page_that_says_all_a_user_asks() =>
        Assert.All(RuleCatalog.Rules, rule =>
        {
            var page = RuleCatalog.Page(rule);
            Assert.NotNull(page);
            Assert.StartsWith($"# {rule.Code} {rule.Name}", page, StringComparison.Ordinal);
            Assert.Equal(
                ["Why", "Bad", "Good", "Options", "Fix"],
                Regex.Matches(page, "(?m)^## ([A-Z][a-z]+)\r?$").Select(m => m.Groups[1].Value));
            var examples = PageExample.Of(rule, page);
            Assert.Contains(examples, e => e.IsBad);
            Assert.Contains(examples, e => !e.IsBad);
        });

    [Fact]
    public void Every_option_is_on_its_page_with_its_default() =>
        Assert.All(
            RuleCatalog.Rules.SelectMany(rule => rule.Options, (rule, option) => (rule, option)),
            x => Assert.Contains(FormattableString.Invariant($"`{x.option.Key}` ({(x.option.Default is string[] ? "none" : x.option.Default)})"), RuleCatalog.Page(x.rule), StringComparison.Ordinal));
}
