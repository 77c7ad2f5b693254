using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Linting;

/// <summary>
/// Runs the rules. Built once from a termbase and settings, then run any number of times; each run makes its rules anew.
/// Immutable and thread-safe. The same input gives the same findings in the same order, on however many cores.
/// </summary>
public sealed class Linter
{
    private readonly Glossary _glossary;
    private readonly LintSettings _settings;
    private readonly ImmutableArray<Func<LintRule>> _factories;
    private readonly ImmutableArray<RuleInfo> _known;

    /// <summary>
    /// Prepares the rules that <paramref name="settings"/> let run. <paramref name="rules"/> replaces the list of
    /// <see cref="RuleCatalog"/> (a user's own rules are added to it).
    /// </summary>
    public Linter(Glossary glossary, LintSettings settings, IEnumerable<Func<LintRule>>? rules = null)
    {
        _glossary = glossary;
        _settings = settings;
        var all = (rules ?? RuleCatalog.Factories).Select(static make => (Make: make, make().Info)).ToList();
        _known = [.. all.Select(static r => r.Info)];
        _factories = [.. all.Where(r => settings.Runs(r.Info)).Select(static r => r.Make)];
        Rules = [.. _factories.Select(static make => make().Info)];
    }

    /// <summary>The rules that run.</summary>
    public ImmutableArray<RuleInfo> Rules { get; }

    /// <summary>
    /// What is wrong in the documents and, unit by unit, in the bitexts, ordered by path, line and column, without what comments in
    /// the text allow. Published documents are only compared with: no finding stands in one. <paramref name="units"/> is read once,
    /// in order, and not kept.
    /// </summary>
    public ImmutableArray<Finding> Run(
        IReadOnlyList<LintDocument> documents, IEnumerable<LintUnit>? units = null, CancellationToken cancellation = default) =>
        Lint(documents, units, cancellation: cancellation).Findings;

    /// <summary>
    /// Like <see cref="Run"/>, with what comments allow beside it. <paramref name="progress"/> is told, on any thread, how many rules went
    /// through all documents, and of how many.
    /// </summary>
    public LintResult Lint(
        IReadOnlyList<LintDocument> documents, IEnumerable<LintUnit>? units = null, Action<int, int>? progress = null, CancellationToken cancellation = default)
    {
        // What a rule takes for the first use must not depend on the order in which files were named.
        var run = new LintRun(_glossary, _settings, _factories, [.. documents.OrderBy(static d => d.Path, StringComparer.Ordinal)], cancellation) { Progress = progress };
        var findings = run.Findings(units ?? [], _known);
        return new LintResult(
            [.. findings.Where(static f => f.Suppression is null)], [.. findings.Where(static f => f.Suppression is not null)]);
    }
}
