using System.Globalization;
using Termbase.Documents;
using Termbase.Linting;
using Termbase.Mining;
using Termbase.Model;

namespace Termbase.Tests.Linting;

/// <summary>Documents of <c>tests/data/lint-documents</c>: planted faults are found, places that tempt and are right are left alone.</summary>
public class PlantedFaultTests
{
    public static TheoryData<string> Documents => new(Directory.EnumerateFiles(Folder()).Where(f => !f.EndsWith(".tsv", StringComparison.Ordinal)).Select(Path.GetFileName).Order(StringComparer.Ordinal)!);

    [Theory]
    [MemberData(nameof(Documents))]
    public void Finds_nearly_all_faults_and_nothing_else(string name)
    {
        var file = Path.Combine(Folder(), name);
        var rows = File.ReadLines(Path.ChangeExtension(file, ".answers.tsv")).Skip(1).Select(l => l.Split('\t'))
            .Select(c => (Id: c[0], IsFault: c[1] == "fault", Lines: c[3].Split(',').Select(l => int.Parse(l, CultureInfo.InvariantCulture)).ToList(), Strings: c[4].Split(" || "))).ToList();
        var document = DocumentReader.Read(name, File.ReadAllText(file));
        var findings = new Linter(Glossary.Empty, LintSettings.Default).Findings([new LintDocument(document, GlossMiner.Mine(document), false)]).Where(f => f.Severity >= Severity.Warning).ToList();

        bool IsAt(Finding f, List<int> lines, string[] strings, bool related) =>
            f.Related.Select(r => r.Location.Line).Where(_ => related).Append(f.Location.Line).Any(lines.Contains)
            && f.Zh.Concat(f.En).Append(f.Message).Any(named => named.Length > 0 && strings.Any(s => named.Contains(s, StringComparison.OrdinalIgnoreCase) || (named.Length >= 3 && s.Contains(named, StringComparison.OrdinalIgnoreCase))));
        var faults = rows.Where(r => r.IsFault).ToList();
        var missed = faults.Where(r => !findings.Exists(f => IsAt(f, r.Lines, r.Strings, related: true))).Select(r => r.Id).ToList();
        var cried = rows.Where(r => !r.IsFault && findings.Exists(f => IsAt(f, r.Lines, r.Strings, related: false) && !faults.Exists(x => IsAt(f, x.Lines, x.Strings, related: true)))).Select(r => r.Id).ToList();

        Assert.True(missed.Count * 10 <= faults.Count, $"missed: {string.Join(", ", missed)}");
        Assert.True(cried.Count <= 1, $"cried wolf: {string.Join(", ", cried)}");
    }

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, "tests", "data", "lint-documents") is var path && Directory.Exists(path))
            {
                return path;
            }
        }

        throw new DirectoryNotFoundException("tests/data/lint-documents");
    }
}
