using System.Xml.Linq;

namespace Termbase.Formats.Tbx;

/// <summary>
/// Turns an entry of any TBX (v3 in either style, martif with tig or ntig) into one shape: the names of the v3 DCA style, without a
/// namespace. What is not TBX's stays as it is. And back into the style that is to be written.
/// </summary>
internal static class TbxCanonical
{
    internal static XElement From(XElement entry)
    {
        var canonical = Copy(entry);
        foreach (var section in canonical.Elements("langSec").Elements("termSec"))
        {
            Flatten(section);
        }

        return canonical;
    }

    /// <summary>The entry in a style of v3.</summary>
    internal static XElement ToV3(XElement canonical, bool dct) => Rename(canonical, element =>
    {
        if (element.Name.Namespace != XNamespace.None)
        {
            return element.Name;
        }

        return dct && element.Attribute("type") is { } type && TbxNames.Category(type.Value) is { } category && category.Element == element.Name.LocalName
            ? (category.IsMin ? TbxNames.Min : TbxNames.Basic) + category.Type
            : TbxNames.Core + element.Name.LocalName;
    });

    /// <summary>The entry as martif of 2008.</summary>
    internal static XElement ToLegacy(XElement canonical) => Rename(canonical, static element => element.Name.LocalName switch
    {
        "conceptEntry" => "termEntry",
        "langSec" => "langSet",
        "termSec" => "tig",
        var other => element.Name.Namespace == XNamespace.None ? other : element.Name,
    });

    private static XElement Copy(XElement element)
    {
        var (name, type) = Name(element);
        var copy = new XElement(name);
        TbxPlace.Copy(element, copy);
        if (type is not null)
        {
            copy.Add(new XAttribute("type", type));
        }

        foreach (var attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration && (type is null || a.Name.LocalName is not ("type" or "metaType"))))
        {
            copy.Add(new XAttribute(attribute));
        }

        foreach (var node in element.Nodes())
        {
            if (node is XElement child)
            {
                copy.Add(Copy(child));
            }
            else if (node is XText text)
            {
                copy.Add(new XText(text.Value));
            }
        }

        if (copy.HasElements && name.LocalName is "conceptEntry" or "langSec" or "termSec" or "descripGrp" or "adminGrp" or "transacGrp" or "termNoteGrp" or "termGrp")
        {
            copy.Nodes().OfType<XText>().Where(static t => string.IsNullOrWhiteSpace(t.Value)).Remove();
        }

        return copy;
    }

    private static (XName Name, string? Type) Name(XElement element)
    {
        var space = element.Name.Namespace;
        var local = element.Name.LocalName;
        if (space == TbxNames.Core || space == XNamespace.None)
        {
            return (local switch { "termEntry" => "conceptEntry", "langSet" => "langSec", "tig" or "ntig" => "termSec", _ => local }, null);
        }

        return space.NamespaceName.StartsWith("http://www.tbxinfo.net/ns/", StringComparison.Ordinal)
            ? TbxNames.Category(local) is { } category ? (category.Element, local)
                : element.Attribute("metaType") is { Value: "admin" or "adminNote" or "descrip" or "descripNote" or "ref" or "termNote" or "transac" or "transacNote" or "xref" } meta
                    ? (meta.Value, local)
                    : (element.Name, null)
            : (element.Name, null);
    }

    // <ntig><termGrp><term/>…</termGrp>…</ntig>: the group falls away.
    private static void Flatten(XElement section)
    {
        foreach (var group in section.Elements("termGrp").ToList())
        {
            var inside = group.Nodes().ToList();
            group.RemoveNodes();
            group.ReplaceWith(inside.ToArray<object>());
        }
    }

    private static XElement Rename(XElement element, Func<XElement, XName> name)
    {
        var to = name(element);
        var isCategory = to.Namespace == TbxNames.Min || to.Namespace == TbxNames.Basic;
        var renamed = new XElement(to, element.Attributes().Where(a => !(isCategory && a.Name.LocalName == "type" && element.Name.Namespace == XNamespace.None)));
        foreach (var node in element.Nodes())
        {
            renamed.Add(node is XElement child ? Rename(child, name) : node is XText text ? new XText(text.Value) : null);
        }

        return renamed;
    }
}
