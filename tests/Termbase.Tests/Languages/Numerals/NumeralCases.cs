using Termbase.Languages.Numerals;

namespace Termbase.Tests.Languages.Numerals;

/// <summary>A row of <c>tests/data/numerals/cases.tsv</c>.</summary>
internal sealed record NumeralCase(string Text, string Language, string Expected)
{
    public string Read() => string.Join("; ", NumeralReader.Read(Text, Language == "zh" ? NumeralLanguage.Chinese : NumeralLanguage.English)
        .Where(q => q.Kind != QuantityKind.Name || Expected.Contains("Name", StringComparison.Ordinal)));
}

internal static class NumeralCases
{
    public static NumeralCase[] Load() =>
    [
        .. File.ReadLines(Path.Combine(DataFolder(), "numerals", "cases.tsv"))
            .Where(static line => line.Length > 0 && line[0] != '#').Skip(1)
            .Select(static line => line.Split('\t')).Select(static cells => new NumeralCase(cells[0], cells[1], cells[2])),
    ];

    private static string DataFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "tests", "data")))
            {
                return Path.Combine(folder.FullName, "tests", "data");
            }
        }

        throw new DirectoryNotFoundException("tests/data");
    }
}
