namespace Termbase.Linting.Rules;

/// <summary>An acronym that is never spelled out, or later than it is used. See <c>UndefinedAcronym.md</c>.</summary>
public sealed class UndefinedAcronym : DocumentRule
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
        foreach (var places in document.Reading.Acronyms.Where(p => !known.Contains(p.Acronym, StringComparer.Ordinal)).GroupBy(static p => p.Acronym, StringComparer.Ordinal))
        {
            var first = places.First();
            var definition = places.FirstOrDefault(static p => p.Expansion.Length > 0);
            if (definition is not null && (ReferenceEquals(definition, first) || ReferenceEquals(definition.Block, first.Block)))
            {
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

                // Once, in passing: the reader can live with it.
                definition is null && places.Count() == 1 ? Severity.Info : null);
        }
    }
}
