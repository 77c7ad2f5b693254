using Termbase.Documents;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>English that the termbase bans, wherever it stands. See <c>DisapprovedTerm.md</c>.</summary>
public sealed class DisapprovedTerm : DocumentRule
{
    private Glossary? _glossary;
    private PhraseFinder<Rendering?>? _finder;

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB103", "disapproved-term", "使用了停用的译法", "A banned term is used", Severity.Warning);

    /// <inheritdoc/>
    public override bool ReadsSegments => true;

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        var found = document.Document.Blocks.Where(static b => b.Kind != BlockKind.Code)
            .SelectMany(b => FinderOf(context.Glossary).In(b.Text), static (block, hit) => (Block: block, hit.Span, Row: hit.Value))
            .Where(static hit => hit.Row is not null)
            .GroupBy(static hit => (hit.Row!.Concept, hit.Row.En));
        foreach (var term in found)
        {
            var (block, span, row) = term.First();
            var better = context.Glossary.Find(row!.Concept)?.Renderings
                .FirstOrDefault(r => r.Status == TermStatus.Preferred && r.Zh == row.Zh)?.En ?? "";
            var count = term.Count();
            context.Report(
                document, block, span,
                FormattableString.Invariant($"\"{row.En}\"{(count > 1 ? $" ×{count}" : "")} is not used for {row.Zh}{(better.Length > 0 ? $": write \"{better}\"" : "")}"),
                finding => finding with
                {
                    Zh = [row.Zh],
                    En = [row.En],
                    Suggestion = better,
                    Edit = better.Length > 0 ? LintContext.Edit(block, span, better, isSafe: false) : null,
                    Related = [.. term.Skip(1).Select(hit => new RelatedPlace(document.Document.Locate(hit.Block, hit.Span), $"here \"{hit.Span.Of(hit.Block.Text)}\""))],
                    Identity = $"{row.Zh}|{row.En}",
                });
        }
    }

    // Terms that may be used are looked for too: "capital market" hides a banned "capital".
    private PhraseFinder<Rendering?> FinderOf(Glossary glossary)
    {
        if (_finder is null || !ReferenceEquals(_glossary, glossary))
        {
            _glossary = glossary;
            var banned = glossary.Renderings.Where(static r => r.IsEnforced && r.Check == CheckMode.Ban && !r.IsAcceptable).ToList();
            var good = banned.Count == 0 ? [] : glossary.Renderings.Where(static r => r.IsEnforced && r.IsAcceptable);
            _finder = new PhraseFinder<Rendering?>([.. good.Select(static r => (r.En, (Rendering?)null)), .. banned.Select(static r => (r.En, (Rendering?)r))]);
        }

        return _finder;
    }
}
