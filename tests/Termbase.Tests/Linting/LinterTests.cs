using System.Collections.Immutable;
using Termbase.Linting;
using Termbase.Model;

namespace Termbase.Tests.Linting;

public class LinterTests
{
    private const string Doubled = "We build the the road.\n\nThey use a a bridge.";

    private static ImmutableArray<Finding> Lint(string text, LintSettings? settings = null, string path = "a.md") =>
        new Linter(Glossary.Empty, settings ?? LintSettings.Default).Findings([Sample.Lintable(path, text)]);

    [Fact]
    public void Findings_come_by_path_line_and_column()
    {
        var documents = new[] { Sample.Lintable("b.md", Doubled), Sample.Lintable("a.md", "A，b of of c") };

        var places = new Linter(Glossary.Empty, LintSettings.Default).Findings(documents).Select(f => f.Location.ToString());

        Assert.Equal(["a.md:1:2", "a.md:1:5", "b.md:1:10", "b.md:3:10"], places);
    }

    [Fact]
    public void Two_rules_that_see_one_decision_at_one_place_tell_it_once()
    {
        var findings = Lint("Grain is kept by Golden Valley Storage (金谷仓储) of the city.\n\nThe dryers of Jingu Storage are checked in May.");

        var finding = Assert.Single(findings, static f => f.En.Contains("Jingu Storage"));
        Assert.Equal("TB310", finding.Rule.Code);
    }

    [Fact]
    public void Columns_count_characters_not_code_units()
    {
        var finding = Assert.Single(Lint("😀 the the road"));

        Assert.Equal((3, 10), (finding.Location.Column, finding.Location.EndColumn));
    }

    [Fact]
    public void A_linter_can_run_again_and_finds_the_same()
    {
        var linter = new Linter(Glossary.Empty, LintSettings.Default);
        var documents = new[] { Sample.Lintable("a.md", Doubled) };

        Assert.Equal(linter.Findings(documents).Select(f => f.Fingerprint), linter.Findings(documents).Select(f => f.Fingerprint));
    }

    [Fact]
    public void A_rule_that_is_switched_off_does_not_run()
    {
        var settings = LintSettings.Default with { Rules = LintSettings.Default.Rules.Add("DOUBLED-WORD", new RuleSettings { Enabled = false }) };

        Assert.Empty(Lint(Doubled, settings));
    }

    [Fact]
    public void A_rule_asked_for_by_name_runs_even_where_it_is_switched_off()
    {
        var settings = LintSettings.ForRule("TB202") with
        {
            Rules = LintSettings.Default.Rules.Add("doubled-word", new RuleSettings { Enabled = false }),
        };

        Assert.Equal(2, Lint(Doubled, settings).Length);
    }

    [Fact]
    public void Severity_is_as_configured_by_code()
    {
        var settings = LintSettings.Default with { Rules = LintSettings.Default.Rules.Add("tb202", new RuleSettings { Severity = Severity.Error }) };

        Assert.All(Lint(Doubled, settings), f => Assert.Equal(Severity.Error, f.Severity));
    }

    [Fact]
    public void A_finding_that_is_only_info_stays_info_when_its_rule_is_raised()
    {
        var settings = LintSettings.Default with { Rules = LintSettings.Default.Rules.Add("TB202", new RuleSettings { Severity = Severity.Error }) };

        Assert.Equal(Severity.Info, Assert.Single(Lint("They had had enough.", settings)).Severity);
    }

    [Theory]
    [InlineData("doubled-sign", "道路，，修好了。", "The road is finished.")]
    [InlineData("wrong-variant", "道路的修復工作完成了。", "The road has been repaired.")]
    public void A_slip_in_the_text_translated_from_is_told_quietly(string rule, string zh, string en)
    {
        var fromChinese = BitextSample.Unit(zh, en);
        var fromEnglish = fromChinese with { Unit = fromChinese.Unit with { ZhIsSource = false } };
        var lint = new Linter(Glossary.Empty, LintSettings.ForRule(rule));

        Assert.Equal(Severity.Info, Assert.Single(lint.Findings([], [fromChinese])).Severity);
        Assert.Equal(Severity.Warning, Assert.Single(lint.Findings([], [fromEnglish])).Severity);
    }

    [Fact]
    public void Nothing_is_reported_in_a_published_document() =>
        Assert.Empty(new Linter(Glossary.Empty, LintSettings.Default).Findings([Sample.Lintable("a.md", Doubled, published: true)]));

    [Fact]
    public void A_fingerprint_is_sixteen_hexadecimal_digits_and_unique()
    {
        var prints = Lint("We build the the road. We build the the road.").Select(f => f.Fingerprint).ToList();

        Assert.Equal(2, prints.Distinct().Count());
        Assert.All(prints, print => Assert.Matches("^[0-9a-f]{16}$", print));
    }

    [Fact]
    public void A_fingerprint_survives_edits_elsewhere() =>
        Assert.Equal(
            Assert.Single(Lint("One line.\n\nAfter the long winter we build the the road to the north of the town.")).Fingerprint,
            Assert.Single(Lint("New heading\n\nOne line more.\n\nNext year, after the long winter we build the the road to the north of the town of old.")).Fingerprint);

    [Fact]
    public void A_fingerprint_is_the_same_under_another_folder()
    {
        var here = Assert.Single(Lint("the the", LintSettings.Default with { Root = "/one" }, "/one/docs/a.md"));
        var there = Assert.Single(Lint("the the", LintSettings.Default with { Root = "/two/w" }, "/two/w/docs/a.md"));
        var elsewhere = Assert.Single(Lint("the the", LintSettings.Default with { Root = "/two/w" }, "/two/w/more/a.md"));

        Assert.Equal(here.Fingerprint, there.Fingerprint);
        Assert.NotEqual(here.Fingerprint, elsewhere.Fingerprint);
    }

    [Fact]
    public void An_options_value_is_used_and_its_default_where_it_is_not_set()
    {
        var option = new RuleOption("limit", 0.5, "");

        Assert.Equal(0.5, RuleOptions.None.Get<double>(option));
        Assert.Equal(0.7, new RuleOptions(new Dictionary<string, object> { ["limit"] = 0.7 }).Get<double>(option));
        Assert.Equal(1.0, new RuleOptions(new Dictionary<string, object> { ["limit"] = 1L }).Get<double>(option));
    }

    [Fact]
    public void A_unit_rule_sees_every_unit_once_and_is_told_the_end()
    {
        var units = Enumerable.Range(1, 3).Select(n => new LintUnit(Unit(n), "m.tmx"));

        var findings = new Linter(Glossary.Empty, LintSettings.Default, [() => new EveryUnit()]).Findings([], units);

        Assert.Equal(["the end: 3", "1", "2", "3"], findings.Select(f => f.Message));
        Assert.Equal(("2", "target"), (findings[2].Unit, findings[2].Side));
    }

    [Fact]
    public void A_rule_that_reads_segments_finds_in_a_unit_where_it_stands()
    {
        var unit = Unit(1) with { En = Unit(1).En with { Segment = Segment.Plain("drink the water， now") } };

        var finding = Assert.Single(new Linter(Glossary.Empty, LintSettings.ForRule("full-width-sign")).Findings([], [new LintUnit(unit, "m.tmx")]));

        Assert.Equal(("TB201", "1", "target", 10), (finding.Rule.Code, finding.Unit, finding.Side, finding.Location.Line));
        Assert.StartsWith("，", finding.InSegment!.Value.Of(finding.UnitTarget), StringComparison.Ordinal);
        Assert.Equal(("水", "drink the water， now"), (finding.UnitSource, finding.UnitTarget));
    }

    [Fact]
    public void Full_width_signs_belong_to_the_Chinese_side()
    {
        var unit = Unit(1) with { Zh = Unit(1).Zh with { Segment = Segment.Plain("参见 the very long English name of the function， 和。") } };

        Assert.Empty(new Linter(Glossary.Empty, LintSettings.ForRule("full-width-sign")).Findings([], [new LintUnit(unit, "m.tmx")]));
    }

    private static TranslationUnit Unit(int number) => new()
    {
        Number = number,
        Zh = new UnitSide { Language = "zh", Segment = Segment.Plain("水") },
        En = new UnitSide { Language = "en", Segment = Segment.Plain("water"), Location = SourceLocation.AtLine("m.tmx", 10 * number) },
    };

    private sealed class EveryUnit : BitextRule
    {
        private int _seen;

        public override RuleInfo Info { get; } = new("TB999", "every-unit", "", "", Severity.Info);

        public override void Check(LintUnit unit, LintContext context)
        {
            _seen++;
            context.Report(unit, unit.Unit.En, new TextSpan(0, 5), $"{unit.Unit.Number}");
        }

        public override void Finish(LintContext context) => context.Report(SourceLocation.File("m.tmx"), $"the end: {_seen}");
    }
}
