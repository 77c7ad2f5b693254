using Termbase.Languages;
using Termbase.Matching;
using Termbase.Model;

namespace Termbase.Workspaces.Quality;

/// <summary>Hashes under which units or sides are the same; for tables in memory, never stored. Thread-safe.</summary>
internal static class UnitKeys
{
    /// <summary>A side apart from case, width, spacing, script, accents and style of signs; without its codes.</summary>
    public static ulong Loose(UnitSide side)
    {
        var hash = new ContentHash();
        hash.Add(Normalizer.Key(side.Segment.Text));
        return (ulong)hash.Value;
    }

    /// <summary>A side apart from width and spacing, with its codes.</summary>
    public static ulong Strict(UnitSide side)
    {
        var hash = new ContentHash();
        Add(ref hash, side);
        return (ulong)hash.Value;
    }

    /// <summary>
    /// A pair that may be merged: both sides strictly, the direction, and what keeps pairs apart in use (client, confidentiality).
    /// </summary>
    public static UInt128 Pair(TranslationUnit unit)
    {
        var hash = new ContentHash();
        Add(ref hash, unit.Zh);
        Add(ref hash, unit.En);
        hash.Add((unit.ZhIsSource ? 1UL : 0) | (unit.Confidential ? 2UL : 0));
        hash.Add(unit.Client);
        return hash.Value;
    }

    private static void Add(ref ContentHash hash, UnitSide side)
    {
        hash.Add(Normalizer.Normalize(side.Segment.Text, NormalizerOptions.Width | NormalizerOptions.WhiteSpace).Text);
        foreach (var code in side.Segment.Codes)
        {
            // Where it stands is counted in signs, not in spaces.
            hash.Add((ulong)side.Segment.Text.AsSpan(0, code.Position).Count(static c => !char.IsWhiteSpace(c)));
            hash.Add((ulong)code.Kind);
            hash.Add(code.Content);
        }
    }

    private static int Count(this ReadOnlySpan<char> text, Func<char, bool> which)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += which(c) ? 1 : 0;
        }

        return count;
    }
}
