using System.Buffers;

namespace Termbase.Formats.Xliff;

/// <summary>A tag as it stands in a file.</summary>
internal static class RawTag
{
    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t\r\n/>");

    /// <summary>The name in a start or end tag.</summary>
    internal static ReadOnlySpan<char> Name(ReadOnlySpan<char> tag)
    {
        var rest = tag[(tag[1] == '/' ? 2 : 1)..];
        var end = rest.IndexOfAny(NameEnd);
        return end < 0 ? rest : rest[..end];
    }

    /// <summary>Where the value of an attribute stands in a start tag, between its quotes; null if the tag lacks it.</summary>
    internal static (int Start, int Length)? Attribute(string tag, string name)
    {
        var i = tag.AsSpan().IndexOfAny(NameEnd);
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

    /// <summary>From the white space before an attribute to behind its closing quote; null if the tag lacks it.</summary>
    internal static (int Start, int Length)? Whole(string tag, string name)
    {
        if (Attribute(tag, name) is not { } value)
        {
            return null;
        }

        var start = tag.LastIndexOf(name, value.Start - 1, StringComparison.Ordinal);
        while (char.IsWhiteSpace(tag[start - 1]))
        {
            start--;
        }

        return (start, value.Start + value.Length + 1 - start);
    }
}
