using System.Collections.Immutable;
using Termbase.Documents;
using Termbase.Languages;
using Termbase.Linting.Bitext;
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
        Lint(documents, units, cancellation).Findings;

    /// <summary>Like <see cref="Run"/>, with what comments allow beside it.</summary>
    public LintResult Lint(
        IReadOnlyList<LintDocument> documents, IEnumerable<LintUnit>? units = null, CancellationToken cancellation = default)
    {
        // What a rule takes for the first use must not depend on the order in which files were named.
        var run = new LintRun(this, [.. documents.OrderBy(static d => d.Path, StringComparer.Ordinal)], cancellation);
        var findings = run.Findings(units ?? []);
        return new LintResult(
            [.. findings.Where(static f => f.Suppression is null)], [.. findings.Where(static f => f.Suppression is not null)]);
    }

    private sealed class LintRun
    {
        private readonly Linter _linter;
        private readonly List<LintDocument> _documents;
        private readonly HashSet<string> _published;
        private readonly List<Finding> _findings = [];
        private readonly SuppressionBook _book = new();
        private readonly CancellationToken _cancellation;

        public LintRun(Linter linter, List<LintDocument> documents, CancellationToken cancellation)
        {
            (_linter, _documents, _cancellation) = (linter, documents, cancellation);
            _published = documents.Where(static d => d.IsPublished).Select(static d => d.Path).ToHashSet(StringComparer.Ordinal);
            documents.FindAll(static d => !d.IsPublished).ForEach(_book.Add);
        }

        public ImmutableArray<Finding> Findings(IEnumerable<LintUnit> units)
        {
            var rules = _linter._factories.Select(static make => make()).ToList();
            foreach (var rule in rules)
            {
                _cancellation.ThrowIfCancellationRequested();
                switch (rule)
                {
                    case DocumentRule documentRule:
                        _documents.FindAll(d => !d.IsPublished && For(rule, d.Path).Enabled).ForEach(d => documentRule.Check(d, ContextOf(rule, d.Path)));
                        break;
                    case CorpusRule corpusRule:
                        corpusRule.Check(_documents.FindAll(d => For(rule, d.Path).Enabled), ContextOf(rule));
                        break;
                    case UnitRule or SuppressionRule:
                        break;
                    default:
                        throw new InvalidOperationException($"{rule.GetType().Name} must derive from DocumentRule, CorpusRule, UnitRule or SuppressionRule.");
                }
            }

            Units(rules, units);
            _book.Close();
            var found = _findings.ConvertAll(_book.Apply);
            _findings.Clear();
            Suppressions(rules);
            return Fingerprints.Set(
                found.Concat(_findings)
                    .OrderBy(static f => f.Location.Path, StringComparer.Ordinal)
                    .ThenBy(static f => f.Location.Line)
                    .ThenBy(static f => f.Location.Column)
                    .ThenBy(static f => f.InSegment?.Start ?? 0)
                    .ThenBy(static f => f.Rule.Code, StringComparer.Ordinal)
                    .ThenBy(static f => f.Message, StringComparer.Ordinal),
                _linter._settings.Root);
        }

        private RuleSettings For(LintRule rule, string path) => _linter._settings.For(rule.Info, path);

        private void Units(List<LintRule> rules, IEnumerable<LintUnit> units)
        {
            var unitRules = rules.OfType<UnitRule>().ToList();
            var segmentRules = rules.OfType<DocumentRule>().Where(static r => r.ReadsSegments).ToList();
            var contexts = new Dictionary<LintRule, LintContext?>();
            var path = "";
            foreach (var unit in unitRules.Count > 1 ? UnitReading.Ahead(units) : units)
            {
                _cancellation.ThrowIfCancellationRequested();
                if (!string.Equals(path, unit.Path, StringComparison.Ordinal))
                {
                    path = unit.Path;
                    foreach (var rule in unitRules.Concat<LintRule>(segmentRules))
                    {
                        contexts[rule] = For(rule, path).Enabled ? ContextOf(rule, path) : null;
                    }
                }

                _book.Add(unit);
                unitRules.ForEach(rule =>
                {
                    if (contexts[rule] is { } context)
                    {
                        rule.Check(unit, context);
                    }
                });
                Segment(unit, unit.Unit.Zh, segmentRules, contexts);
                Segment(unit, unit.Unit.En, segmentRules, contexts);
            }

            unitRules.ForEach(rule => rule.Finish(ContextOf(rule)));
        }

        // A side of a unit as a document of one paragraph; what is found there is a finding of the unit.
        private void Segment(LintUnit unit, UnitSide side, List<DocumentRule> rules, Dictionary<LintRule, LintContext?> contexts)
        {
            var text = side.Segment.Text;
            if (text.Length == 0 || rules.Count == 0)
            {
                return;
            }

            var block = new Block(0, BlockKind.Paragraph, 0, text, OffsetMap.Identity(text.Length));
            var source = new SourceText(unit.Path, text);
            var document = new LintDocument(new Document(source, [block], []), [], IsPublished: false) { IsChinese = ReferenceEquals(side, unit.Unit.Zh) };
            foreach (var rule in rules)
            {
                if (contexts[rule] is { } context)
                {
                    rule.Check(document, context.With(finding => _findings.Add(
                        LintContext.InUnit(finding, unit, side, finding.Location.Line == 0 ? null : source.SpanOf(finding.Location)) with { Related = [], Severity = OnSide(unit, side, finding.Severity) })));
                }
            }
        }

        // The text translated from is not the translator's to change.
        private static Severity OnSide(LintUnit unit, UnitSide side, Severity severity) =>
            ReferenceEquals(side, unit.Unit.Source) && severity > Severity.Info ? Severity.Info : severity;

        private void Suppressions(List<LintRule> rules)
        {
            var uses = _book.Uses(_linter._known, (rule, path) => _linter.Rules.Contains(rule) && _linter._settings.For(rule, path).Enabled);
            foreach (var rule in rules.OfType<SuppressionRule>())
            {
                rule.Check([.. uses.Where(u => For(rule, u.Suppression.Location.Path).Enabled)], ContextOf(rule));
            }
        }

        // The severity is that of the file in which the finding stands, also for rules that compare files.
        private LintContext ContextOf(LintRule rule, string? path = null)
        {
            var settings = path is null ? _linter._settings.For(rule.Info) : For(rule, path);
            return new LintContext(rule.Info, settings.Severity ?? rule.Info.Severity, _linter._glossary, settings.Options, finding =>
            {
                if (!_published.Contains(finding.Location.Path) && (path is not null || For(rule, finding.Location.Path) is var there && Enabled(there, ref finding)))
                {
                    _findings.Add(finding);
                }
            })
            { Model = _linter._settings.Model, Compiler = _linter._settings.Compiler };
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
}
