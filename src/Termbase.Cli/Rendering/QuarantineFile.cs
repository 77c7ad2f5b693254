using System.Text;
using Termbase.Formats;
using Termbase.Model;

namespace Termbase.Cli.Rendering;

/// <summary>What a repair could not save: each reason with its place, and below it the source as it stood.</summary>
internal static class QuarantineFile
{
    /// <summary>What the name of the repaired file gets behind it.</summary>
    public const string Ending = ".quarantine.txt";

    private const int MostLines = 200;

    private static readonly string[] s_starts = ["<tu", "<conceptEntry", "<termEntry", "<trans-unit", "<unit"];
    private static readonly string[] s_ends = ["</tu>", "</conceptEntry>", "</termEntry>", "</trans-unit>", "</unit>"];

    /// <summary>Writes the file; <paramref name="text"/> is the whole source, <paramref name="name"/> what it is called in messages.</summary>
    public static void Write(string path, string name, string text, IReadOnlyList<ReadProblem> problems)
    {
        var lines = text.Split('\n');
        AtomicFile.Write(path, stream =>
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
            foreach (var problem in problems)
            {
                writer.WriteLine($"# {name}:{problem.Location.Line}: unit {problem.Unit}: {problem.Message} [{problem.Code}]");
                foreach (var line in Source(lines, problem.Location))
                {
                    writer.WriteLine(line);
                }
            }
        });
    }

    // From the start of the unit to the end of its element; of an entry of PO all lines; else the line.
    private static IEnumerable<string> Source(string[] lines, SourceLocation place)
    {
        if (place.Line < 1 || place.Line > lines.Length)
        {
            return [];
        }

        var first = lines[place.Line - 1];
        if (first.StartsWith("msg", StringComparison.Ordinal))
        {
            return Entry(lines, place.Line - 1);
        }

        var start = place.Column > 1 && place.Column <= first.Length ? first[Math.Max(0, place.Column - 2)..] : first;
        return s_starts.Any(s => start.Contains(s, StringComparison.Ordinal)) ? Unit(lines, place.Line - 1, start) : [first.Trim()];
    }

    // An entry of PO ends where the next one starts.
    private static IEnumerable<string> Entry(string[] lines, int at)
    {
        yield return lines[at].TrimEnd('\r');
        for (var i = at + 1; i < lines.Length && i < at + MostLines; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]) || lines[i].StartsWith('#') || lines[i].StartsWith("msgid ", StringComparison.Ordinal) || lines[i].StartsWith("msgctxt ", StringComparison.Ordinal))
            {
                yield break;
            }

            yield return lines[i].TrimEnd('\r');
        }
    }

    private static IEnumerable<string> Unit(string[] lines, int at, string start)
    {
        if (start.StartsWith("<tu", StringComparison.Ordinal) && start.IndexOf('>', StringComparison.Ordinal) is > 0 and var close && start[close - 1] == '/')
        {
            // An empty unit.
            yield return start[..(close + 1)];
            yield break;
        }

        for (var i = at; i < lines.Length && i < at + MostLines; i++)
        {
            var line = i == at ? start : lines[i];
            var end = s_ends.Select(e => line.IndexOf(e, StringComparison.Ordinal) is var found && found >= 0 ? found + e.Length : int.MaxValue).Min();
            yield return end < line.Length ? line[..end] : line.TrimEnd('\r');
            if (end != int.MaxValue)
            {
                yield break;
            }
        }
    }
}
