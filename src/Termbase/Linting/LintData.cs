using System.Text;

namespace Termbase.Linting;

/// <summary>Tables that ship with the rules: tab-separated, <c>#</c> begins a comment line.</summary>
internal static class LintData
{
    public static List<string[]> Rows(string name)
    {
        using var stream = typeof(LintData).Assembly.GetManifestResourceStream($"lint/{name}.tsv")
            ?? throw new InvalidOperationException($"The table {name} is missing from the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                rows.Add(line.Split('\t'));
            }
        }

        return rows;
    }
}
