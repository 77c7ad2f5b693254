using System.Collections.Immutable;
using System.Xml;
using Termbase.Model;

namespace Termbase.Formats.Tmx;

/// <summary>
/// The header of a TMX file, carried from the reader to the writer so that a conversion from TMX to TMX keeps it
/// (<see cref="ReadLog.Header"/>, <see cref="UnitWriteOptions.Header"/>). Immutable.
/// </summary>
public sealed record TmxHeader
{
    /// <summary>The attributes in order, as they stood.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Attributes { get; init; } = [];

    /// <summary>Notes and props, in order.</summary>
    public ImmutableArray<UnitProperty> Properties { get; init; } = [];

    /// <summary>Other children (<c>ude</c>), as XML, in order.</summary>
    public ImmutableArray<string> Foreign { get; init; } = [];

    /// <summary>The value of an attribute, or the empty string.</summary>
    public string this[string name] => Attributes.FirstOrDefault(a => a.Key == name).Value ?? "";

    /// <summary>Reads the header on which the reader stands; leaves it on the header's end.</summary>
    internal static TmxHeader Read(XmlReader xml)
    {
        var attributes = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        var isEmpty = xml.IsEmptyElement;
        while (xml.MoveToNextAttribute())
        {
            attributes.Add(new(xml.Name, xml.Value));
        }

        xml.MoveToElement();
        var properties = ImmutableArray.CreateBuilder<UnitProperty>();
        var foreign = ImmutableArray.CreateBuilder<string>();
        var depth = xml.Depth;
        var ahead = !isEmpty && xml.Read();
        while (ahead && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "body" or "tu" })
            {
                throw new XmlException("the header has no end tag");
            }

            if (xml is { NodeType: XmlNodeType.Element, LocalName: "prop" or "note" })
            {
                var type = xml.LocalName == "note" ? "" : xml.GetAttribute("type") is { Length: > 0 } said ? said : "x-untyped";
                var language = xml.GetAttribute("xml:lang") ?? xml.GetAttribute("lang");
                properties.Add(new UnitProperty(type, xml.ReadElementContentAsString(), language));
            }
            else if (xml.NodeType == XmlNodeType.Element)
            {
                foreign.Add(xml.ReadOuterXml());
            }
            else
            {
                ahead = xml.Read();
            }
        }

        return new TmxHeader
        {
            Attributes = attributes.DrainToImmutable(),
            Properties = properties.DrainToImmutable(),
            Foreign = foreign.DrainToImmutable(),
        };
    }
}
