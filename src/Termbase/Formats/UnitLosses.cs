using Termbase.Model;

namespace Termbase.Formats;

/// <summary>What of a unit a bare bitext (two columns of text) leaves behind.</summary>
public static class UnitLosses
{
    /// <summary>
    /// Passes the units on and tells the report what stays behind; a table with columns of its own (<paramref name="hasColumns"/>) holds the id,
    /// the document, the fields and the properties of the unit.
    /// </summary>
    public static IEnumerable<TranslationUnit> Count(IEnumerable<TranslationUnit> units, LossReport losses, bool hasColumns = false)
    {
        foreach (var unit in units)
        {
            Tell(unit, !hasColumns && unit.Id.Length > 0, "id");
            Tell(unit, unit.CreatedBy.Length + unit.ChangedBy.Length > 0 || unit.Created is not null || unit.Changed is not null, "dates and persons");
            Tell(unit, unit.Url.Length + (hasColumns ? 0 : unit.Document.Length) > 0, "document");
            Tell(unit, !hasColumns && unit.Domain.Length > 0, "domain");
            Tell(unit, !hasColumns && unit.Client.Length > 0, "client");
            Tell(unit, unit.Licence.Length > 0, "licence");
            Tell(unit, unit.Confidential, "confidentiality");
            Tell(unit, unit.Origin != UnitOrigin.Unknown || unit.Score is not null, "origin and score");
            Tell(unit, unit.Status != UnitStatus.Unknown, "status");
            Tell(unit, unit.Previous.Length + unit.Next.Length > 0, "context");
            Tell(unit, !unit.Others.IsEmpty, "further languages");
            Tell(unit, (!hasColumns && !unit.Properties.IsEmpty) || !unit.Zh.Properties.IsEmpty || !unit.En.Properties.IsEmpty, "other properties and notes");
            yield return unit;
        }

        void Tell(TranslationUnit unit, bool has, string what)
        {
            if (has)
            {
                losses.Add(what, unit.Id, unit.Location);
            }
        }
    }
}
