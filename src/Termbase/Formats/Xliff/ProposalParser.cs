using System.Globalization;
using System.Xml;
using Termbase.Model;

namespace Termbase.Formats.Xliff;

/// <summary>Parses the proposals of a unit: <c>alt-trans</c> (1.x) and <c>match</c> (2.x). Not thread-safe.</summary>
internal sealed class ProposalParser(XmlReader xml, InlineParser inline, ElementWalk walk)
{
    internal void Match(UnitDraft unit, Dictionary<string, string>? unitData)
    {
        var quality = Number(xml.GetAttribute("matchQuality") ?? xml.GetAttribute("similarity"));
        var origin = xml.GetAttribute("origin") ?? xml.GetAttribute("type") ?? "";
        Segment? source = null, target = null;
        inline.Data = unitData;
        walk.Children(() =>
        {
            switch (xml.LocalName)
            {
                case "source":
                    source = inline.Parse().Segment;
                    break;
                case "target":
                    target = inline.Parse().Segment;
                    break;
                case "originalData":
                    inline.Data = inline.OriginalData(walk);
                    break;
                default:
                    xml.Skip();
                    break;
            }
        });
        if (target is not null)
        {
            (unit.Matches ??= []).Add(new XliffMatch(source, target, quality, origin));
        }
    }

    internal void AltTrans(UnitDraft unit)
    {
        var quality = Number(xml.GetAttribute("match-quality"));
        var origin = xml.GetAttribute("origin") ?? "";
        Segment? source = null;
        walk.Children(() =>
        {
            switch (xml.LocalName)
            {
                case "source":
                    source = inline.Parse().Segment;
                    break;
                case "target":
                    (unit.Matches ??= []).Add(new XliffMatch(source, inline.Parse().Segment, quality, origin));
                    break;
                default:
                    xml.Skip();
                    break;
            }
        });
    }

    private static double? Number(string? text) =>
        double.TryParse(text?.TrimEnd('%', ' '), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? Math.Clamp(number, 0, 100)
            : null;
}
