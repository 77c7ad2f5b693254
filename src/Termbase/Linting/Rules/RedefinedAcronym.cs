using Termbase.Documents;

namespace Termbase.Linting.Rules;

/// <summary>An acronym that is spelled out twice, or for two things. See <c>RedefinedAcronym.md</c>.</summary>
public sealed class RedefinedAcronym : DocumentRule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB106", "redefined-acronym", "缩略语重复给出全称", "An acronym spelled out twice, or for two things", Severity.Warning);

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        // What stands before the front matter is the foreword, which spells out for itself.
        var front = document.Document.Blocks.LastOrDefault(static b => b.Kind == BlockKind.FrontMatter)?.Index ?? -1;
        foreach (var places in document.Reading.Acronyms.Where(static p => p.Expansion.Length > 1).GroupBy(static p => p.Acronym, StringComparer.Ordinal))
        {
            var wordings = places.GroupBy(static p => EnglishForm.Of(p.Expansion).Key, StringComparer.Ordinal).Select(static g => g.First()).ToList();
            var again = wordings.Count > 1 ? wordings[1] : places.ElementAtOrDefault(1);
            if (again is null)
            {
                continue;
            }

            context.Report(
                document, again.Block, again.Span,
                wordings.Count > 1
                    ? $"\"{places.Key}\" is spelled out as {string.Join(" and as ", wordings.Select(static w => $"\"{w.Expansion}\""))}"
                    : FormattableString.Invariant($"\"{places.Key}\" is spelled out {places.Count()} times"),
                finding => finding with
                {
                    En = [places.Key],
                    Related = [.. places.Where(p => !ReferenceEquals(p, again)).Select(p => new RelatedPlace(document.Document.Locate(p.Block, p.Span), $"here \"{p.Expansion}\""))],
                    Identity = string.Join('|', wordings.Select(static w => w.Expansion).Prepend(places.Key)),
                },
                wordings.Count > 1 || places.Count(p => p.Block.Index > front) > 1 ? null : Severity.Info);
        }
    }
}
