using System.Xml.Linq;
using Termbase.Model;

namespace Termbase.Formats.Tbx;

/// <summary>Where the elements of an entry stand in their file; carried through all changes of shape.</summary>
internal static class TbxPlace
{
    internal static void Set(XElement element, SourceLocation place) => element.AddAnnotation(place);

    internal static void Copy(XElement from, XElement to)
    {
        if (from.Annotation<SourceLocation>() is { } place)
        {
            to.AddAnnotation(place);
        }
    }

    /// <summary>The place of an element or attribute, of the nearest around it, or null for an entry that was read from no file.</summary>
    internal static SourceLocation? Of(XObject node)
    {
        for (var element = node as XElement ?? node.Parent; element is not null; element = element.Parent)
        {
            if (element.Annotation<SourceLocation>() is { } place)
            {
                return place;
            }
        }

        return null;
    }
}
