namespace Termbase.Formats.Xliff;

/// <summary>A tag as it stands in a file.</summary>
internal static class RawTag
{
    /// <summary>Where the value of an attribute stands in a start tag, between its quotes; null if the tag lacks it.</summary>
    internal static (int Start, int Length)? Attribute(string tag, string name)
    {
        var i = tag.AsSpan().IndexOfAny(" \t\r\n/>");
        while (i < tag.Length)
        {
            while (i < tag.Length && char.IsWhiteSpace(tag[i]))
            {
                i++;
            }

            var nameStart = i;
            while (i < tag.Length && tag[i] != '=' && tag[i] != '>' && tag[i] != '/' && !char.IsWhiteSpace(tag[i]))
            {
                i++;
            }

            var found = tag.AsSpan(nameStart, i - nameStart).SequenceEqual(name);
            var quote = tag.AsSpan(i).IndexOfAny('"', '\'');
            if (quote < 0)
            {
                return null;
            }

            var start = i + quote + 1;
            var length = tag.AsSpan(start).IndexOf(tag[start - 1]);
            if (found)
            {
                return (start, length);
            }

            i = start + length + 1;
        }

        return null;
    }
}
