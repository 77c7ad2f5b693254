using System.Runtime.CompilerServices;
using Termbase.Documents;
using Termbase.Model;
using Termbase.Recognition;

namespace Termbase.Linting.Rules;

/// <summary>English that the termbase bans, wherever it stands. See <c>DisapprovedTerm.md</c>.</summary>
public sealed class DisapprovedTerm : DocumentRule
{
    // Several instances look at the units of a bitext.
    private static readonly ConditionalWeakTable<Glossary, Lazy<TermMatcher?>> Matchers = [];

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB103", "disapproved-term", "使用了停用的译法", "A banned term is used", Severity.Warning);

    /// <inheritdoc/>
    public override bool ReadsSegments => true;

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        if (document.IsChinese || MatcherOf(context) is not { } matcher)
        {
            return;
        }

        var found = document.Document.Blocks.Where(static b => b.Kind != BlockKind.Code)
            .SelectMany(b => matcher.Match(b.Text, TermSide.En), static (block, hit) => (Block: block, hit.Span, hit.Renderings))
            .Where(static hit => hit.Renderings.All(IsBanned))
            .Select(static hit => (hit.Block, hit.Span, Row: hit.Renderings[0]))
            .GroupBy(static hit => (hit.Row.Concept, hit.Row.En));
        foreach (var term in found)
        {
            var (block, span, row) = term.First();
            var better = context.Glossary.Find(row.Concept)?.Renderings
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
    private static TermMatcher? MatcherOf(LintContext context) =>
        Matchers.GetValue(context.Glossary, glossary => new Lazy<TermMatcher?>(() =>
        {
            var rows = glossary.Renderings.Where(static r => r.IsEnforced && (IsBanned(r) || r.IsAcceptable)).ToList();
            return rows.Exists(IsBanned) ? context.Compiler("enforced", new Glossary(rows)) : null;
        })).Value;

    private static bool IsBanned(Rendering row) => row.Check == CheckMode.Ban && !row.IsAcceptable;
}
