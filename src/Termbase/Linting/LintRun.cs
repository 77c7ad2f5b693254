using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using Termbase.Linting.Bitext;
using Termbase.Model;

namespace Termbase.Linting;

/// <summary>
/// One run of the rules: over the documents, rule beside rule on all cores, then over the units, then over the comments that allow findings. An
/// instance of a rule never works on two threads at once; findings are put together in the order of rules and units. Used once.
/// </summary>
internal sealed class LintRun
{
    private readonly Glossary _glossary;
    private readonly LintSettings _settings;
    private readonly ImmutableArray<Func<LintRule>> _factories;
    private readonly List<LintDocument> _documents;
    private readonly HashSet<string> _published;
    private readonly SuppressionBook _book = new();
    private readonly CancellationToken _cancellation;

    public LintRun(
        Glossary glossary, LintSettings settings, ImmutableArray<Func<LintRule>> factories, List<LintDocument> documents, CancellationToken cancellation)
    {
        // What a translator notes himself is no evidence of anything.
        (_glossary, _settings, _factories, _cancellation) = (glossary, settings, factories, cancellation);
        _documents = documents.ConvertAll(SicNote.Without);
        _published = documents.Where(static d => d.IsPublished).Select(static d => d.Path).ToHashSet(StringComparer.Ordinal);
        documents.FindAll(static d => !d.IsPublished).ForEach(_book.Add);
    }

    /// <summary>Told how many rules went through the documents, and of how many; on any thread.</summary>
    public Action<int, int>? Progress { get; init; }

    public ImmutableArray<Finding> Findings(IEnumerable<LintUnit> units, ImmutableArray<RuleInfo> known)
    {
        var rules = _factories.Select(static make => make()).ToList();
        if (rules.Find(static r => r is not (DocumentRule or CorpusRule or UnitRule or SuppressionRule)) is { } other)
        {
            throw new InvalidOperationException($"{other.GetType().Name} must derive from DocumentRule, CorpusRule, UnitRule or SuppressionRule.");
        }

        var findings = Documents(rules);
        new UnitPipeline(_factories, (rule, path, sink) => path is null || For(rule, path).Enabled ? ContextOf(rule, sink, path) : null, _settings.Parallelism, _cancellation)
            .Run(units, _book, findings);
        _book.Close();
        var found = TwinFindings.Without(findings).ConvertAll(_book.Apply);
        return Fingerprints.Set(
            found.Concat(Suppressions(rules, known))
                .OrderBy(static f => f.Location.Path, StringComparer.Ordinal)
                .ThenBy(static f => f.Location.Line)
                .ThenBy(static f => f.Location.Column)
                .ThenBy(static f => f.InSegment?.Start ?? 0)
                .ThenBy(static f => f.Rule.Code, StringComparer.Ordinal)
                .ThenBy(static f => f.Message, StringComparer.Ordinal),
            _settings.Root);
    }

    // The findings of each rule in the order of the rules. Of several errors the one is thrown that would have come first on one core.
    private List<Finding> Documents(List<LintRule> rules)
    {
        var found = rules.ConvertAll(static _ => new List<Finding>());
        var errors = new ExceptionDispatchInfo?[rules.Count];
        var done = 0;
        Progress?.Invoke(0, rules.Count);
        Parallel.ForEach(
            Partitioner.Create(rules, EnumerablePartitionerOptions.NoBuffering), new ParallelOptions { MaxDegreeOfParallelism = _settings.Parallelism },
            (rule, loop, at) =>
            {
                try
                {
                    _cancellation.ThrowIfCancellationRequested();
                    Check(rule, found[(int)at]);
                    Progress?.Invoke(Interlocked.Increment(ref done), rules.Count);
                }
                catch (Exception e)
                {
                    errors[at] = ExceptionDispatchInfo.Capture(e);
                    loop.Break();
                }
            });
        Array.Find(errors, static e => e is not null)?.Throw();
        return [.. found.SelectMany(static f => f)];
    }

    private void Check(LintRule rule, List<Finding> found)
    {
        if (rule is DocumentRule documentRule)
        {
            _documents.FindAll(d => !d.IsPublished && For(rule, d.Path).Enabled).ForEach(d => documentRule.Check(d, ContextOf(rule, found.Add, d.Path)));
        }
        else if (rule is CorpusRule corpusRule)
        {
            corpusRule.Check(_documents.FindAll(d => For(rule, d.Path).Enabled), ContextOf(rule, found.Add));
        }
    }

    private RuleSettings For(LintRule rule, string path) => _settings.For(rule.Info, path);

    private List<Finding> Suppressions(List<LintRule> rules, ImmutableArray<RuleInfo> known)
    {
        var running = rules.ConvertAll(static r => r.Info);
        var uses = _book.Uses(known, (rule, path) => running.Contains(rule) && _settings.For(rule, path).Enabled);
        var found = new List<Finding>();
        foreach (var rule in rules.OfType<SuppressionRule>())
        {
            rule.Check([.. uses.Where(u => For(rule, u.Suppression.Location.Path).Enabled)], ContextOf(rule, found.Add));
        }

        return found;
    }

    // The severity is that of the file in which the finding stands, also for rules that compare files.
    private LintContext ContextOf(LintRule rule, Action<Finding> sink, string? path = null)
    {
        var settings = path is null ? _settings.For(rule.Info) : For(rule, path);
        return new LintContext(rule.Info, settings.Severity ?? rule.Info.Severity, _glossary, settings.Options, finding =>
        {
            if (!_published.Contains(finding.Location.Path) && (path is not null || For(rule, finding.Location.Path) is var there && Enabled(there, ref finding)))
            {
                sink(finding);
            }
        })
        { Model = _settings.Model, Compiler = _settings.Compiler };
    }

    private static bool Enabled(RuleSettings settings, ref Finding finding)
    {
        // A rule that reports this one as less than its own severity keeps doing so.
        if (settings.Severity is { } severity && finding.Severity >= finding.Rule.Severity)
        {
            finding = finding with { Severity = severity };
        }

        return settings.Enabled;
    }
}
