using System.Text;

namespace Termbase.Cli.Rendering;

/// <summary>Breaks text into lines of so many cells, at spaces and between Han characters.</summary>
internal static class Wrap
{
    public static IEnumerable<string> Lines(string text, int width)
    {
        var line = new StringBuilder();
        var used = 0;
        var lastBreak = -1;
        foreach (var rune in text.EnumerateRunes())
        {
            var cells = DisplayWidth.Of(rune);
            if (cells == 2 && line.Length > 0)
            {
                lastBreak = line.Length;
            }

            if (used + cells > width && lastBreak > 0)
            {
                yield return line.ToString(0, lastBreak).TrimEnd();
                line.Remove(0, lastBreak);
                used = DisplayWidth.Of(line.ToString());
                lastBreak = -1;
            }

            line.Append(rune.ToString());
            used += cells;
            if (rune.Value == ' ')
            {
                lastBreak = line.Length;
            }
        }

        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }
}
