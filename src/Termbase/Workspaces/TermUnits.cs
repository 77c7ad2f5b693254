using Termbase.Model;

namespace Termbase.Workspaces;

/// <summary>Preferred terms as translation units, for tools that have no glossary.</summary>
public static class TermUnits
{
    /// <summary>One unit for each decided preferred rendering, marked <c>x-term</c>.</summary>
    public static IEnumerable<TranslationUnit> Of(Glossary glossary, string domain = "") =>
        glossary.Renderings
            .Where(r => r.Status == TermStatus.Preferred && r.By.Length > 0 && (domain.Length == 0 || r.Domain == domain))
            .Select(static (r, i) => new TranslationUnit
            {
                Id = $"term-{r.Concept}-{i + 1}",
                Zh = new UnitSide { Language = "zh-CN", Segment = Segment.Plain(r.Zh) },
                En = new UnitSide { Language = "en-US", Segment = Segment.Plain(r.En) },
                Domain = r.Domain,
                Origin = UnitOrigin.Human,
                Status = UnitStatus.Reviewed,
                CreatedBy = r.By,
                Properties = [new UnitProperty("x-term", "yes")],
            });
}
