using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Linting;

/// <summary>
/// Runs the rules. Built once from a termbase and settings, then run any number of times; each run makes its rules anew.
/// Immutable and thread-safe. The same input gives the same findings in the same order.
/// </summary>
public sealed class Linter
{
    private readonly Glossary _glossary;
    private readonly LintSettings _settings;
    private readonly ImmutableArray<Func<LintRule>> _factories;

    /// <summary>
    /// Prepares the rules that <paramref name="settings"/> let run. <paramref name="rules"/> replaces the list of
    /// <see cref="RuleCatalog"/> (a user's own rules are added to it).
    /// </summary>
    public Linter(Glossary glossary, LintSettings settings, IEnumerable<Func<LintRule>>? rules = null)
    {
        _glossary = glossary;
        _settings = settings;
        _factories = [.. (rules ?? RuleCatalog.Factories).Where(make => settings.Runs(make().Info))];
        Rules = [.. _factories.Select(static make => make().Info)];
    }

    /// <summary>The rules that run.</summary>
    public ImmutableArray<RuleInfo> Rules { get; }

    /// <summary>
    /// What is wrong in the documents and, unit by unit, in the bitexts, ordered by path, line and column. Published documents
    /// are only compared with: no finding stands in one. <paramref name="units"/> is read once, in order, and not kept.
    /// </summary>
    public ImmutableArray<Finding> Run(
        IReadOnlyList<LintDocument> documents, IEnumerable<LintUnit>? units = null, CancellationToken cancellation = default)
    {
        // What a rule takes for the first use must not depend on the order in which files were named.
        documents = [.. documents.OrderBy(static d => d.Path, StringComparer.Ordinal)];
        var published = documents.Where(static d => d.IsPublished).Select(static d => d.Path).ToHashSet(StringComparer.Ordinal);
        var findings = new List<Finding>();
        var unitRules = new List<(UnitRule Rule, LintContext Context)>();
        foreach (var make in _factories)
        {
            var rule = make();
            var context = ContextOf(rule.Info, finding =>
            {
                if (!published.Contains(finding.Location.Path))
                {
                    findings.Add(finding);
                }
            });
            switch (rule)
            {
                case DocumentRule documentRule:
                    foreach (var document in documents.Where(static d => !d.IsPublished))
                    {
                        cancellation.ThrowIfCancellationRequested();
                        documentRule.Check(document, context);
                    }

                    break;
                case CorpusRule corpusRule:
                    cancellation.ThrowIfCancellationRequested();
                    corpusRule.Check(documents, context);
                    break;
                case UnitRule unitRule:
                    unitRules.Add((unitRule, context));
                    break;
                default:
                    throw new InvalidOperationException($"{rule.GetType().Name} must derive from DocumentRule, CorpusRule or UnitRule.");
            }
        }

        RunUnits(unitRules, units ?? [], cancellation);
        return Fingerprints.Set(
            findings
                .OrderBy(static f => f.Location.Path, StringComparer.Ordinal)
                .ThenBy(static f => f.Location.Line)
                .ThenBy(static f => f.Location.Column)
                .ThenBy(static f => f.Rule.Code, StringComparer.Ordinal)
                .ThenBy(static f => f.Message, StringComparer.Ordinal),
            _settings.Root);
    }

    private static void RunUnits(
        List<(UnitRule Rule, LintContext Context)> rules, IEnumerable<LintUnit> units, CancellationToken cancellation)
    {
        foreach (var unit in units)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var (rule, context) in rules)
            {
                rule.Check(unit, context);
            }
        }

        foreach (var (rule, context) in rules)
        {
            rule.Finish(context);
        }
    }

    private LintContext ContextOf(RuleInfo rule, Action<Finding> sink)
    {
        var settings = _settings.For(rule);
        return new LintContext(rule, settings.Severity ?? rule.Severity, _glossary, settings.Options, sink);
    }
}
