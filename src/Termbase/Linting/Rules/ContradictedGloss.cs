using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>An English term of the termbase glossed with other Chinese. See <c>ContradictedGloss.md</c>.</summary>
public sealed class ContradictedGloss : CorpusRule
{
    private static readonly RuleOption MinConfidence =
        new("min-confidence", 0.5, "how sure the reading of a gloss must be, 0 to 1, for it to count");

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB104", "contradicted-gloss", "括注的中文与术语库不符", "A gloss that contradicts the termbase", Severity.Warning)
        {
            Options = [MinConfidence],
        };

    /// <inheritdoc/>
    public override void Check(IReadOnlyList<LintDocument> documents, LintContext context)
    {
        var termbase = TermbaseView.Of(context.Glossary);
        var byEnglish = context.Glossary.Renderings.Where(static r => r.IsEnforced && r.IsAcceptable)
            .ToLookup(static r => EnglishForm.Of(r.En).Key, StringComparer.Ordinal);
        var sure = context.Options.Get<double>(MinConfidence);
        var wrong = documents.Where(static d => !d.IsPublished).SelectMany(static d => d.Reading.Uses)
            .Where(use => use.Key.Length > 0 && use.Pair.Confidence >= sure && termbase.Decided(use.Key).IsEmpty && Contradicts(use, [.. byEnglish[use.Form.Key]]))
            .GroupBy(static use => (use.Form.Key, Zh: use.Key));
        foreach (var uses in wrong)
        {
            var first = uses.First();
            var known = byEnglish[first.Form.Key].Select(static r => r.Zh).Distinct(StringComparer.Ordinal).ToImmutableArray();
            context.Report(
                first.Pair.ZhLocation,
                $"\"{first.Pair.En}\" is glossed {first.Pair.Zh}; the termbase has {string.Join(", ", known)}",
                finding => finding with
                {
                    Zh = [first.Pair.Zh],
                    En = [first.Pair.En],
                    Suggestion = known.Length == 1 ? known[0] : "",
                    Related = [.. uses.Skip(1).Select(static u => new RelatedPlace(u.Pair.ZhLocation, $"here {u.Pair.Zh}") { Words = u.Pair.Zh })],
                    Identity = $"{uses.Key.Key}|{uses.Key.Zh}",
                });
        }
    }

    // Chinese that the termbase has decided about is for inconsistent-rendering; a short form or a longer name contradicts nothing.
    private static bool Contradicts(GlossUse use, ImmutableArray<Rendering> rows) =>
        rows.Length > 0 && rows.All(row => !ChineseForm.IsShortForm(TermbaseView.ChineseKey(row.Zh), use.Key));
}
