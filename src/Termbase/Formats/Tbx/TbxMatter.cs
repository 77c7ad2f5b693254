using System.Xml;
using System.Xml.Linq;

namespace Termbase.Formats.Tbx;

/// <summary>What a TBX file says around its entries, without namespaces, carried from TBX to TBX.</summary>
/// <param name="Language">The <c>xml:lang</c> of the root; empty if none.</param>
/// <param name="Header">The header element, or null.</param>
/// <param name="Back">The <c>back</c> element (persons, sources that entries point to), or null.</param>
internal sealed record TbxMatter(string Language, XElement? Header, XElement? Back)
{
    /// <summary>A child of the file description of the header, for writing: title, publication, sources.</summary>
    internal IEnumerable<XElement> Of(string name) =>
        (Header?.Elements("fileDesc") ?? []).Elements(name).Concat(Header?.Elements(name) ?? []).Where(static e => e.HasElements);

    /// <summary>The constraints file (XCS) that the header of a martif names; empty if none.</summary>
    internal string Constraints => Header?.Descendants("p").FirstOrDefault(static p => p.Attribute("type")?.Value is "XCSURI" or "DCSName" or "XCSName")?.Value.Trim() ?? "";

    /// <summary>The ids of the back, which entries may name.</summary>
    internal IEnumerable<string> Ids => Back?.DescendantsAndSelf().Attributes("id").Select(static a => a.Value).Where(TbxBasicRules.IsId) ?? [];

    /// <summary>The same element and all in it without namespaces.</summary>
    internal static XElement Plain(XElement element) => InSpace(element, XNamespace.None);

    /// <summary>The same element and all in it with the names of a namespace.</summary>
    internal static XElement InSpace(XElement element, XNamespace space, Func<string, string>? name = null) => new(
        space + (name?.Invoke(element.Name.LocalName) ?? element.Name.LocalName),
        element.Attributes().Where(static a => !a.IsNamespaceDeclaration),
        element.Nodes().Select(n => n is XElement child ? InSpace(child, space, name) : n));

    /// <summary>The back in the names of a dialect, or null where nothing of it can stand there; the rest is told.</summary>
    internal XElement? BackFor(XNamespace space, bool legacy, LossReport? losses)
    {
        var back = new XElement(space + "back");
        foreach (var list in Back?.Elements() ?? [])
        {
            var kept = InSpace(list, space, name => name is "refObjectSec" or "refObjectList" ? legacy ? "refObjectList" : "refObjectSec" : name);
            if (kept.Name.LocalName is "refObjectList" or "refObjectSec" && kept.Attribute("type") is not null && kept.Elements().Any()
                && kept.Elements().All(o => o.Name.LocalName == "refObject" && o.Elements().Any() && o.Elements().All(static i => i.Name.LocalName == "item")))
            {
                back.Add(kept);
            }
            else
            {
                losses?.Add($"back matter '{list.Name.LocalName}'", list.Attribute("type")?.Value ?? "");
            }
        }

        return back.HasElements ? back : null;
    }
}
