using System.Xml;

namespace Termbase.Formats.Xliff;

/// <summary>Goes over the child elements of an element. Not thread-safe.</summary>
internal sealed class ElementWalk(XmlReader xml)
{
    /// <summary>Goes behind the start tag; false where the element is empty.</summary>
    internal bool Enter()
    {
        var isEmpty = xml.IsEmptyElement;
        xml.Read();
        return !isEmpty;
    }

    /// <summary>Moves to the next child element; false on the end tag of the parent at <paramref name="depth"/>, or at the end of the file.</summary>
    internal bool Next(int depth)
    {
        while (true)
        {
            var node = xml.NodeType;
            if (node == XmlNodeType.Element)
            {
                return true;
            }

            if ((node == XmlNodeType.EndElement && xml.Depth == depth) || !xml.Read())
            {
                return false;
            }
        }
    }

    /// <summary>Calls <paramref name="child"/> on each child element, which it must leave behind, then <paramref name="atEnd"/> on the end tag, and goes behind that.</summary>
    internal void Children(Action child, Action? atEnd = null)
    {
        var depth = xml.Depth;
        if (!Enter())
        {
            return;
        }

        while (Next(depth))
        {
            child();
        }

        if (xml.NodeType == XmlNodeType.EndElement)
        {
            atEnd?.Invoke();
            xml.Read();
        }
    }
}
