using System.Collections.Concurrent;
using Termbase.Linting;
using Termbase.Model;

namespace Termbase.Tests.Linting;

public class ParallelLintTests
{
    private static readonly string[] Sources = ["该市投资90亿元。", "他们于2019年5月3日签署协议。", "社会资本（PPP）参与建设。", "请点击“保存”。", "增长2.5%。"];

    private static readonly string[] Targets =
    [
        "The city invested 9 billion yuan.", "They signed the the agreement on May 4, 2019.", "Social capital （PPP） takes part", "Click \"Save\".", "It grew by 2.6%.", "It grew by 2.5%。",
    ];

    private static IEnumerable<LintUnit> Units(int count) => Enumerable.Range(1, count).Select(n => new LintUnit(
        new TranslationUnit
        {
            Number = n,
            Zh = new UnitSide { Language = "zh", Segment = Segment.Plain(Sources[n % Sources.Length]) },
            En = new UnitSide { Language = "en", Segment = Segment.Plain(Targets[n * n % 11 % Targets.Length]), Location = SourceLocation.AtLine("m.tmx", n) },
        },
        n < count / 2 ? "m.tmx" : "n.tmx"));

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Findings_and_their_order_do_not_depend_on_the_number_of_threads(int threads)
    {
        // The rules' own pages hold examples of all they find.
        var documents = RuleCatalog.Rules.Select(static rule => Sample.Lintable($"{rule.Name}.md", RuleCatalog.Page(rule)!)).ToList();

        var expected = Found(1);

        Assert.True(expected.Count > 300);
        Assert.Equal(expected, Found(threads));

        List<string> Found(int parallelism) =>
        [
            .. new Linter(Glossary.Empty, LintSettings.Default with { Parallelism = parallelism }).Findings([.. documents.Select(static d => d with { })], Units(1000))
                .Select(static f => $"{f.Location}|{f.Rule.Code}|{f.Severity}|{f.Unit}|{f.Side}|{f.InSegment}|{f.Message}|{string.Join(',', f.Related)}|{f.Fingerprint}"),
        ];
    }

    [Fact]
    public void No_instance_of_a_rule_works_on_two_threads_at_once()
    {
        var made = new ConcurrentBag<Busy>();
        Func<LintRule> make = () =>
        {
            var rule = new Busy();
            made.Add(rule);
            return rule;
        };

        _ = new Linter(Glossary.Empty, LintSettings.Default with { Parallelism = 4 }, [make]).Findings([], Units(2000));

        Assert.Equal(2000, made.Sum(static r => r.Seen));
        Assert.All(made, static r => Assert.False(r.WasShared));
    }

    [Fact]
    public void Units_are_read_only_a_little_ahead()
    {
        var read = 0;
        var farthest = 0;
        var rule = new Watching(unit => farthest = Math.Max(farthest, read - unit.Unit.Number));

        _ = new Linter(Glossary.Empty, LintSettings.Default with { Parallelism = 2 }, [() => rule]).Findings([], Units(20_000).Select(u =>
        {
            read++;
            return u;
        }));

        Assert.Equal(20_000, read);
        Assert.InRange(farthest, 0, 2000);
    }

    [Fact]
    public void Of_several_errors_the_first_one_is_thrown_as_it_is()
    {
        var settings = LintSettings.Default with { Parallelism = 4 };
        var documents = new[] { Sample.Lintable("a.md", "Some text.") };

        var ofRule = Assert.Throws<FormatException>(() => new Linter(Glossary.Empty, settings, [() => new Failing("first"), () => new Failing("second")]).Findings(documents));
        var ofUnit = Assert.Throws<FormatException>(() => new Linter(Glossary.Empty, settings, [() => new Watching(static u => throw new FormatException($"{u.Unit.Number}"))]).Findings([], Units(2000)));

        Assert.Equal(("first", "1"), (ofRule.Message, ofUnit.Message));
    }

    [Fact]
    public void A_lint_that_is_called_off_ends_and_says_so()
    {
        using var source = new CancellationTokenSource();
        var linter = new Linter(Glossary.Empty, LintSettings.Default with { Parallelism = 2 });
        var units = Units(100_000).Select(unit =>
        {
            if (unit.Unit.Number == 300)
            {
                source.Cancel();
            }

            return unit;
        });

        Assert.Throws<OperationCanceledException>(() => linter.Run([], units, source.Token));
    }

    private sealed class Busy : UnitRule
    {
        private int _inside;

        public int Seen { get; private set; }

        public bool WasShared { get; private set; }

        public override RuleInfo Info { get; } = new("TB998", "busy", "", "", Severity.Info);

        public override void Check(LintUnit unit, LintContext context)
        {
            WasShared |= Interlocked.Increment(ref _inside) != 1;
            Thread.SpinWait(200);
            Seen++;
            Interlocked.Decrement(ref _inside);
        }
    }

    private sealed class Watching(Action<LintUnit> seen) : BitextRule
    {
        public override RuleInfo Info { get; } = new("TB997", "watching", "", "", Severity.Info);

        public override void Check(LintUnit unit, LintContext context) => seen(unit);

        public override void Finish(LintContext context)
        {
        }
    }

    private sealed class Failing(string message) : DocumentRule
    {
        public override RuleInfo Info { get; } = new($"TB99{message.Length}", message, "", "", Severity.Info);

        public override void Check(LintDocument document, LintContext context) => throw new FormatException(message);
    }
}
