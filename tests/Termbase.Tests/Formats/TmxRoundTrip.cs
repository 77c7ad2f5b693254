using Termbase.Model;

namespace Termbase.Tests.Formats;

/// <summary>The content of a unit as one text, for comparing: records that hold lists do not compare by content.</summary>
internal static class TmxRoundTrip
{
    internal static string Show(TranslationUnit unit) => string.Join(
        "\n",
        new[]
        {
            unit.Id, unit.ZhIsSource.ToString(), unit.Created?.ToString("O"), unit.CreatedBy, unit.Changed?.ToString("O"), unit.ChangedBy, unit.Document,
            unit.Url, unit.Domain, unit.Client, unit.Licence, unit.Confidential.ToString(), unit.Origin.ToString(), unit.Status.ToString(), unit.Score?.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
            unit.Previous, unit.Next, Show(unit.Properties), Side(unit.Zh), Side(unit.En), string.Join(";", unit.Others.Select(Side)),
        });

    private static string Side(UnitSide side) =>
        // A side without a region takes the export's.
        $"{side.Language.Split('-')[0]}|{side.Segment.Text}|{string.Join(";", side.Segment.Codes.Select(static c => $"{c.Position} {c.Kind} {c.Content}"))}|{Show(side.Properties)}";

    private static string Show(IEnumerable<UnitProperty> properties) => string.Join(";", properties.Select(static p => $"{p.Type}={p.Value}@{p.Language}"));
}
