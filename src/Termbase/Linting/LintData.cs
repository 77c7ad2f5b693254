using System.Text;
using System.Text.RegularExpressions;

namespace Termbase.Linting;

/// <summary>Tables that ship with the rules: tab-separated, <c>#</c> begins a comment line.</summary>
internal static partial class LintData
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

    /// <summary>The rows of a table of <c>glossary/registry</c> that ships with the program (RFC 4180, one line a row), without its header.</summary>
    public static IEnumerable<string[]> Csv(string name)
    {
        using var stream = typeof(LintData).Assembly.GetManifestResourceStream($"registry/{name}.csv")
            ?? throw new InvalidOperationException($"The table {name} is missing from the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        _ = reader.ReadLine();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            yield return [.. Cell().Matches(line).Select(static c => c.Groups["quoted"].Success ? c.Groups["quoted"].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : c.Groups["plain"].Value)];
        }
    }

    [GeneratedRegex(@"(?:^|,)(?:""(?<quoted>(?:[^""]|"""")*)""|(?<plain>[^,""]*))", RegexOptions.CultureInvariant)]
    private static partial Regex Cell();
}
