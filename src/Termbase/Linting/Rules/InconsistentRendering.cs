using System.Collections.Immutable;
using System.Globalization;
using Termbase.Model;

namespace Termbase.Linting.Rules;

/// <summary>One Chinese term rendered in several ways, or otherwise than was decided. See <c>InconsistentRendering.md</c>.</summary>
public sealed class InconsistentRendering : CorpusRule
{
    private static readonly RuleOption MinConfidence =
        new("min-confidence", 0.5, "how sure the reading of a gloss must be, 0 to 1, for it to count");

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB101", "inconsistent-rendering", "同一中文译法不一", "The same Chinese rendered in different ways", Severity.Warning)
        {
            Options = [MinConfidence],
        };

    /// <inheritdoc/>
    public override void Check(IReadOnlyList<LintDocument> documents, LintContext context)
    {
        var termbase = TermbaseView.Of(context.Glossary);
        var sure = context.Options.Get<double>(MinConfidence);
        var terms = documents
            .SelectMany(static d => d.Reading.Uses)
            .Where(use => use.Pair.Zh.Length > 0 && use.Form.Key.Length > 0 && use.Pair.Confidence >= sure && !use.IsFigure)
            .GroupBy(static use => use.Key, StringComparer.Ordinal);
        foreach (var term in terms.Where(term => term.Key.Length > 0 && !termbase.IsOff(term.Key) && !Modals.IsModal(term.Key)))
        {
            var decided = termbase.Decided(term.Key);
            if (!decided.IsEmpty)
            {
                AgainstTermbase(term.Key, [.. term], decided, context);
            }

            if (!decided.Any(static d => d.Row.IsAcceptable))
            {
                AmongThemselves(term.Key, Wording.Group(term), context);
            }
        }
    }

    private static void AgainstTermbase(
        string key, List<GlossUse> uses, ImmutableArray<(Rendering Row, EnglishForm Form)> decided, LintContext context)
    {
        var good = decided.Where(static d => d.Row.IsAcceptable).ToList();
        var preferred = good.OrderBy(static d => d.Row.Status != TermStatus.Preferred).ThenBy(static d => d.Row.When.Length)
            .Select(static d => d.Row.En).FirstOrDefault("");

        // Decided against wins over being like something admitted; else the nearest of what is admitted counts.
        RenderingRelation Deviation(GlossUse use) =>
            decided.Any(d => !d.Row.IsAcceptable && d.Form.CompareTo(use.Form) == RenderingRelation.Same)
                ? RenderingRelation.Different
                : good.Select(d => d.Form.CompareTo(use.Form)).DefaultIfEmpty(RenderingRelation.Compatible).Min();

        var wrong = uses.Select(use => (Use: use, Relation: Deviation(use))).Where(static w => w.Relation >= RenderingRelation.Near).ToList();
        if (wrong.FindIndex(static w => !w.Use.IsPublished) < 0)
        {
            return;
        }

        var worst = wrong.Where(static w => !w.Use.IsPublished).Max(static w => w.Relation);
        var first = wrong.Find(w => !w.Use.IsPublished && w.Relation == worst).Use;
        var wordings = Wording.Group(wrong.Select(static w => w.Use));
        Report(
            key, first, [.. wrong.Select(static w => w.Use)], wordings, preferred, worst,
            $"{first.Pair.Zh} is rendered {Wording.List(wordings)}; the termbase {(preferred.Length > 0 ? $"has \"{preferred}\"" : "decided against it")}", context);
    }

    private static void AmongThemselves(string key, List<Wording> wordings, LintContext context)
    {
        var conflicting = wordings.Where(w => w.Worst(wordings) >= RenderingRelation.Near).ToList();
        if (conflicting.Count < 2)
        {
            return;
        }

        // The rarer wording is the one to look at; of two as frequent, the later one, since the first set the usage.
        var worst = conflicting.Max(w => w.Worst(conflicting));
        var places = conflicting.Where(w => w.Worst(conflicting) == worst).Reverse().OrderBy(static w => w.Uses.Count);
        var first = places.SelectMany(static w => w.Uses).FirstOrDefault(static use => !use.IsPublished);
        if (first is null)
        {
            return;
        }

        var total = conflicting.Sum(static w => w.Uses.Count);
        var usual = conflicting.MaxBy(static w => w.Uses.Count)!;
        var dominant = usual.Uses.Count >= 3 && 4 * usual.Uses.Count >= 3 * total && !usual.Uses.Contains(first);
        Report(
            key, first, [.. conflicting.SelectMany(static w => w.Uses)], conflicting, dominant ? usual.Text : "", worst,
            $"{first.Pair.Zh} is rendered in {conflicting.Count.ToString(CultureInfo.InvariantCulture)} ways: {Wording.List(conflicting)}", context);
    }

    private static void Report(
        string key, GlossUse first, List<GlossUse> uses, List<Wording> wordings, string suggestion, RenderingRelation worst, string message, LintContext context) =>
        context.Report(
            first.Pair.EnLocation,
            message,
            finding => finding with
            {
                Zh = [.. uses.Prepend(first).Select(static use => use.Pair.Zh).Distinct(StringComparer.Ordinal)],
                En = [.. wordings.Select(static w => w.Text)],
                Suggestion = suggestion,
                Related =
                [
                    .. uses.Where(use => !ReferenceEquals(use, first))
                        .Select(static use => new RelatedPlace(use.Pair.EnLocation, $"here \"{use.Pair.En}\"") { Words = use.Pair.En })
                        .OrderBy(static p => p.Location.Path, StringComparer.Ordinal)
                        .ThenBy(static p => p.Location.Line)
                        .ThenBy(static p => p.Location.Column),
                ],
                Identity = string.Join('|', wordings.Select(static w => w.Uses[0].Form.Key).Order(StringComparer.Ordinal).Prepend(key)),
            },
            // A title is a name: the reader looks for two documents, whatever the words.
            worst < RenderingRelation.Different && !(worst == RenderingRelation.Near && uses.TrueForAll(static use => use.Pair.Kind == Mining.GlossKind.Title && char.IsUpper(use.Pair.En[0]))) ? Severity.Info : null);
}
