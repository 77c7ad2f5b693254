using System.Globalization;
using Termbase.Formats;
using Termbase.Model;

namespace Termbase.Workspaces;

/// <summary>Preferred terms as translation units, for tools that have no glossary.</summary>
public static class TermUnits
{
    /// <summary>What of a rendering such a unit holds.</summary>
    public const TermFields Carries = TermFields.Concepts | TermFields.Status | TermFields.Domain | TermFields.Client | TermFields.Note | TermFields.History;

    /// <summary>One unit for each decided preferred rendering, marked <c>x-term</c>.</summary>
    public static IEnumerable<TranslationUnit> Of(Glossary glossary, string domain = "") =>
        Of(glossary.Renderings.Where(r => r.Status == TermStatus.Preferred && r.By.Length > 0
            && (domain.Length == 0 || r.Domain.Equals(domain, StringComparison.OrdinalIgnoreCase))));

    /// <summary>One unit for each rendering, whatever its status: one that nobody decided is a draft.</summary>
    public static IEnumerable<TranslationUnit> Of(IEnumerable<Rendering> renderings) =>
        renderings
            .Select(static (r, i) => new TranslationUnit
            {
                Id = $"term-{r.Concept}-{i + 1}",
                Zh = new UnitSide { Language = "zh-CN", Segment = Segment.Plain(r.Zh) },
                En = new UnitSide { Language = "en-US", Segment = Segment.Plain(r.En) },
                Domain = r.Domain,
                Origin = UnitOrigin.Human,
                Status = r.Status == TermStatus.Proposed ? UnitStatus.Draft : UnitStatus.Reviewed,
                CreatedBy = r.By,
                Created = DateTimeOffset.TryParseExact(r.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null,
                Client = r.Client,
                Properties = r.Note.Length == 0 ? [new UnitProperty("x-term", "yes")] : [new UnitProperty("x-term", "yes"), new UnitProperty("", r.Note)],
            });
}
