using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Formats.Xliff;

/// <summary>Which opening code belongs to which closing one.</summary>
internal static class CodePairs
{
    /// <summary>
    /// For each code the index of its partner, or -1: first by id (<c>i</c>, <c>rid</c>, <c>startRef</c>, <c>id</c>), then the nearest open
    /// one of the same element.
    /// </summary>
    internal static int[] Match(ImmutableArray<InlineCode> codes)
    {
        var partners = new int[codes.Length];
        Array.Fill(partners, -1);
        var open = new List<int>();
        for (var i = 0; i < codes.Length; i++)
        {
            var code = codes[i];
            if (code.Kind == InlineKind.Begin)
            {
                open.Add(i);
            }
            else if (code.Kind == InlineKind.End)
            {
                var key = Key(code);
                var at = open.FindLastIndex(o => key is not null && Key(codes[o]) == key);
                if (at < 0 && key is null)
                {
                    at = open.Count - 1;
                }

                if (at >= 0)
                {
                    (partners[i], partners[open[at]]) = (open[at], i);
                    open.RemoveAt(at);
                }
            }
        }

        return partners;
    }

    internal static string? Key(InlineCode code) =>
        code.Attribute("startRef") ?? code.Attribute("rid") ?? code.Attribute("i") ?? code.Attribute("id");
}
