using System.Text;

namespace Termbase.Formats;

/// <summary>Tells Chinese cells from English ones, for checking and for finding out which column is which.</summary>
internal static class ScriptTest
{
    internal static bool HasHan(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsHan(rune.Value))
            {
                return true;
            }
        }

        return false;
    }

    internal static int CountHan(string text)
    {
        var count = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            count += IsHan(rune.Value) ? 1 : 0;
        }

        return count;
    }

    // Unicode blocks: CJK Unified Ideographs with extension A, compatibility ideographs, 〇 々, the supplementary planes.
    private static bool IsHan(int c) =>
        c is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0xF900 and <= 0xFAFF) or 0x3007 or 0x3005
            or (>= 0x20000 and <= 0x3FFFD);
}
