using System.Collections.Immutable;
using Termbase.Documents;
using Termbase.Languages;
using Termbase.Model;

namespace Termbase.Linting.Bitext;

/// <summary>An instance of each rule that looks at units, with its context for the file at hand. For one thread at a time.</summary>
internal sealed class UnitRules
{
    private readonly ContextMaker _contextOf;
    private readonly List<UnitRule> _single = [];
    private readonly List<BitextRule> _comparing = [];
    private readonly List<DocumentRule> _ofSegments = [];
    private readonly Dictionary<LintRule, LintContext?> _contexts = [];
    private string? _path;
    private List<Finding> _found = [];

    public UnitRules(ImmutableArray<Func<LintRule>> factories, ContextMaker contextOf)
    {
        _contextOf = contextOf;
        foreach (var rule in factories.Select(static make => make()))
        {
            switch (rule)
            {
                case BitextRule comparing:
                    _comparing.Add(comparing);
                    break;
                case UnitRule single:
                    _single.Add(single);
                    break;
                case DocumentRule { ReadsSegments: true } ofSegments:
                    _ofSegments.Add(ofSegments);
                    break;
            }
        }
    }

    /// <summary>What the rules that judge each unit by itself find, in order; reads what the others will ask for.</summary>
    public List<Finding> Judge(LintUnit[] batch, CancellationToken cancellation)
    {
        _found = [];
        foreach (var unit in batch)
        {
            cancellation.ThrowIfCancellationRequested();
            Enter(unit.Path);
            foreach (var rule in _single)
            {
                if (_contexts[rule] is { } context)
                {
                    rule.Check(unit, context);
                }
            }

            foreach (var rule in _comparing)
            {
                if (_contexts[rule] is { } context)
                {
                    rule.Prepare(unit, context);
                }
            }

            Segment(unit, unit.Unit.Zh);
            Segment(unit, unit.Unit.En);
        }

        return _found;
    }

    /// <summary>Shows a batch to the rules that compare units.</summary>
    public List<Finding> Compare(LintUnit[] batch)
    {
        _found = [];
        foreach (var unit in batch)
        {
            Enter(unit.Path);
            foreach (var rule in _comparing)
            {
                if (_contexts[rule] is { } context)
                {
                    rule.Check(unit, context);
                }
            }
        }

        return _found;
    }

    /// <summary>What shows only over the whole.</summary>
    public List<Finding> Finish()
    {
        _found = [];
        _comparing.ForEach(rule => rule.Finish(_contextOf(rule, null, f => _found.Add(f))!));
        return _found;
    }

    private void Enter(string path)
    {
        if (string.Equals(path, _path, StringComparison.Ordinal))
        {
            return;
        }

        _path = path;
        foreach (var rule in _single.Concat<LintRule>(_comparing).Concat(_ofSegments))
        {
            _contexts[rule] = _contextOf(rule, path, f => _found.Add(f));
        }
    }

    // A side of a unit as a document of one paragraph; what is found there is a finding of the unit.
    private void Segment(LintUnit unit, UnitSide side)
    {
        var text = side.Segment.Text;
        if (text.Length == 0 || _ofSegments.Count == 0)
        {
            return;
        }

        var block = new Block(0, BlockKind.Paragraph, 0, text, OffsetMap.Identity(text.Length));
        var source = new SourceText(unit.Path, text);
        var document = new LintDocument(new Document(source, [block], []), [], IsPublished: false) { IsChinese = ReferenceEquals(side, unit.Unit.Zh) };
        foreach (var rule in _ofSegments)
        {
            if (_contexts[rule] is { } context)
            {
                rule.Check(document, context.With(finding => _found.Add(OnSide(
                    unit, side, LintContext.InUnit(finding, unit, side, finding.Location.Line == 0 ? null : source.SpanOf(finding.Location)) with { Related = [] }))));
            }
        }
    }

    // The text translated from is not the translator's to change.
    private static Finding OnSide(LintUnit unit, UnitSide side, Finding finding) =>
        ReferenceEquals(side, unit.Unit.Source) ? finding with { Severity = Severity.Info, Suggestion = "", Edit = null } : finding;
}
