using System.Text.RegularExpressions;

namespace Termbase.Linting.Rules;

/// <summary>An acronym that is never spelled out, or later than it is used. See <c>UndefinedAcronym.md</c>.</summary>
public sealed partial class UndefinedAcronym : DocumentRule
{
    private static readonly RuleOption Known = new("known", Array.Empty<string>(), "acronyms that need not be spelled out, besides the built-in list");

    /// <inheritdoc/>
    public override RuleInfo Info { get; } =
        new("TB105", "undefined-acronym", "缩略语未给出全称", "An acronym not spelled out at first use", Severity.Warning)
        {
            Options = [Known],
        };

    /// <inheritdoc/>
    public override void Check(LintDocument document, LintContext context)
    {
        var known = context.Options.GetList(Known);
        var all = document.Reading.Acronyms.Where(p => !known.Contains(p.Acronym, StringComparer.Ordinal)).ToList();
        var defined = all.Where(static p => p.Expansion.Length > 0).DistinctBy(static p => p.Acronym).ToList();
        foreach (var places in all.GroupBy(static p => p.Acronym, StringComparer.Ordinal))
        {
            var first = places.First();
            var definition = places.FirstOrDefault(static p => p.Expansion.Length > 0);
            if (definition is not null && (ReferenceEquals(definition, first) || ReferenceEquals(definition.Block, first.Block)))
            {
                continue;
            }

            if (definition is null && defined.Find(d => IsSlip(places.Key, d.Acronym)) is { } meant)
            {
                context.Report(
                    document, first.Block, first.Span, $"\"{places.Key}\" is not spelled out anywhere; \"{meant.Acronym}\" is probably meant",
                    finding => finding with
                    {
                        En = [places.Key, meant.Acronym],
                        Suggestion = meant.Acronym,
                        Related = [.. places.Skip(1).Select(p => new RelatedPlace(document.Document.Locate(p.Block, p.Span), "used here")).Append(new RelatedPlace(document.Document.Locate(meant.Block, meant.Span), $"here \"{meant.Acronym}\""))],
                        Identity = $"{places.Key} for {meant.Acronym}",
                    });
                continue;
            }

            var others = places.Skip(1).Where(p => definition is null || ReferenceEquals(p, definition));
            context.Report(
                document, first.Block, first.Span,
                definition is null
                    ? FormattableString.Invariant($"\"{places.Key}\" ×{places.Count()} is never spelled out")
                    : $"\"{places.Key}\" is used here and spelled out only later",
                finding => finding with
                {
                    En = [places.Key],
                    Related = [.. others.Select(p => new RelatedPlace(document.Document.Locate(p.Block, p.Span), definition is null ? "used here" : "spelled out here"))],
                    Identity = $"{places.Key} {(definition is null ? "never" : "late")}",
                },

                // Once, in passing: the reader can live with it, unless the document spells out others or speaks of it as of a body ("the PDTC").
                definition is null && places.Count() == 1 && (places.Key.Length < 3 || (defined.Count < 2 && !IsBody(first))) ? Severity.Info : null);
        }
    }

    private static bool IsBody(AcronymPlace place) =>
        place.Acronym.Length >= 4 && place.Block.Text.AsSpan(0, place.Span.Start).EndsWith("the ", StringComparison.OrdinalIgnoreCase) && EndOfPhrase().IsMatch(place.Block.Text, place.Span.End);

    // Not before a noun: "the MOSFET market" is of a thing.
    [GeneratedRegex(@"\G(?:[.,;:)]|['’]s\b|$| (?:and|or|in|on|at|to|for|of|by|with|from|before|after|when|if|that|which|who|is|are|was|were|will|shall|should|must|may|can|has|have|had|within|under)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex EndOfPhrase();

    // The same letters in another order, or of five and more one letter missing or too many.
    private static bool IsSlip(string acronym, string right) =>
        (acronym.Length >= 4 && acronym.Length == right.Length && acronym[0] == right[0] && acronym.Order().SequenceEqual(right.Order()))
        || (Math.Min(acronym.Length, right.Length) >= 4 && Math.Abs(acronym.Length - right.Length) == 1 && Math.Max(acronym.Length, right.Length) >= 5 && EditDistance.Of(acronym, right) == 1);
}
