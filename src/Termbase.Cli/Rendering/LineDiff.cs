using System.Globalization;

namespace Termbase.Cli.Rendering;

/// <summary>The difference of two texts in the unified format, with one line of context.</summary>
internal static class LineDiff
{
    // Above this, what lies between the first and the last difference is shown as replaced whole.
    private const int Largest = 4_000_000;

    public static void Write(CliConsole console, string path, string before, string after)
    {
        var ansi = new Ansi(console.Color);
        var (old, now) = (before.Split('\n'), after.Split('\n'));
        console.Out.Write($"{ansi.Bold($"--- {path}")}\n{ansi.Bold($"+++ {path}")}\n");
        var edits = Edits(old, now);
        for (var i = 0; i < edits.Count;)
        {
            if (edits[i].Sign == ' ')
            {
                i++;
                continue;
            }

            var from = Math.Max(0, i - 1);
            var to = i;
            while (to < edits.Count && (edits[to].Sign != ' ' || (to + 1 < edits.Count && edits[to + 1].Sign != ' ')))
            {
                to++;
            }

            to = Math.Min(edits.Count, to + 1);
            var hunk = edits[from..to];
            console.Out.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"@@ -{hunk[0].Old + 1},{hunk.Count(static e => e.Sign != '+')} +{hunk[0].New + 1},{hunk.Count(static e => e.Sign != '-')} @@\n"));
            foreach (var (sign, at, other) in hunk)
            {
                var line = sign + (sign == '+' ? now[other] : old[at]).TrimEnd('\r');
                console.Out.Write((sign switch { '+' => ansi.Green(line), '-' => ansi.Red(line), _ => line }) + "\n");
            }

            i = to;
        }
    }

    // Common head and tail, and the longest common subsequence between them.
    private static List<(char Sign, int Old, int New)> Edits(string[] old, string[] now)
    {
        int head = 0, tail = 0;
        while (head < old.Length && head < now.Length && old[head] == now[head])
        {
            head++;
        }

        while (tail < old.Length - head && tail < now.Length - head && old[^(tail + 1)] == now[^(tail + 1)])
        {
            tail++;
        }

        var (rows, columns) = (old.Length - head - tail, now.Length - head - tail);
        var common = (long)rows * columns <= Largest ? new int[rows + 1, columns + 1] : null;
        for (var i = rows - 1; common is not null && i >= 0; i--)
        {
            for (var j = columns - 1; j >= 0; j--)
            {
                common[i, j] = old[head + i] == now[head + j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var edits = new List<(char, int, int)>();
        edits.AddRange(Enumerable.Range(0, head).Select(static n => (' ', n, n)));
        for (int i = 0, j = 0; i < rows || j < columns;)
        {
            if (common is not null && i < rows && j < columns && old[head + i] == now[head + j])
            {
                edits.Add((' ', head + i++, head + j++));
            }
            else if (i < rows && (j == columns || common is null || common[i + 1, j] >= common[i, j + 1]))
            {
                edits.Add(('-', head + i++, head + j));
            }
            else
            {
                edits.Add(('+', head + i, head + j++));
            }
        }

        edits.AddRange(Enumerable.Range(0, tail).Select(n => (' ', old.Length - tail + n, now.Length - tail + n)));
        return edits;
    }
}
