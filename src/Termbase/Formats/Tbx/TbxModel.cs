using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Xml.Linq;

namespace Termbase.Formats.Tbx;

/// <summary>The elements and attributes that an entry of TBX-Basic may hold, in their canonical shape.</summary>
internal static class TbxModel
{
    private static readonly ImmutableArray<string> Marks = ["bold", "entailedTerm", "hotkey", "italics", "math", "subscript", "superscript"];

    private static readonly FrozenSet<string> Elements = new[]
    {
        "conceptEntry", "langSec", "termSec", "term", "note", "descrip", "descripGrp", "descripNote", "admin", "adminGrp", "adminNote", "transac", "transacGrp",
        "transacNote", "termNote", "termNoteGrp", "ref", "xref", "date", "hi", "foreign", "sc", "ec", "ph",
    }.ToFrozenSet(StringComparer.Ordinal);

    // What martif and the fuller dialects hold besides: parts of a term, mark-up of other tools inside a text.
    private static readonly FrozenSet<string> Fuller = new[]
    {
        "termCompList", "termCompGrp", "termComp", "bpt", "ept", "it", "ut",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether an element stands in martif or a fuller dialect, though not in TBX-Basic of today.</summary>
    internal static bool IsFuller(XElement element) => Fuller.Contains(element.Name.LocalName);

    /// <summary>The elements of an entry that TBX does not know, those of other namespaces aside, which any TBX may hold.</summary>
    internal static IEnumerable<XElement> UnknownElements(XElement entry) =>
        entry.Descendants().Where(static e => e.Name.Namespace == XNamespace.None && !Elements.Contains(e.Name.LocalName));

    /// <summary>Whether an element stands beside the categories of an entry, not inside a text.</summary>
    internal static bool StandsAlone(XElement element) =>
        element.Parent!.Name.LocalName is "conceptEntry" or "langSec" or "termSec" or "descripGrp" or "adminGrp" or "transacGrp" or "termNoteGrp";

    /// <summary>The attributes of an entry that may not stand where they do.</summary>
    internal static IEnumerable<XAttribute> Unknown(XElement entry) =>
        entry.DescendantsAndSelf().Where(static e => e.Name.Namespace == XNamespace.None).Attributes().Where(static a => !a.IsNamespaceDeclaration && !Allows(a));

    private static bool Allows(XAttribute attribute)
    {
        var isLanguage = attribute.Name == TbxNames.Lang;
        var name = attribute.Name.Namespace == XNamespace.None ? attribute.Name.LocalName : isLanguage ? "lang" : "";
        return attribute.Parent!.Name.LocalName switch
        {
            "conceptEntry" or "termSec" or "term" or "date" or "descripGrp" or "adminGrp" or "transacGrp" or "termNoteGrp" => name is "id",
            "langSec" => name is "lang",
            "note" or "foreign" => name is "id" or "lang",
            "hi" => name is "target" or "lang" || (name is "type" && Marks.Contains(attribute.Value)),
            "xref" => name is "id" or "type" or "target",
            "descrip" or "admin" or "termNote" or "transac" or "transacNote" or "ref" or "descripNote" or "adminNote" => name is "id" or "lang" or "type" or "target" or "datatype",

            // What is no element of TBX-Basic is another matter.
            _ => true,
        };
    }
}
