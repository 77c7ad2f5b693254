using Termbase.Formats;
using Termbase.Formats.Po;
using Termbase.Tests.Formats.Xliff;

namespace Termbase.Tests.Formats.Po;

/// <summary>PO files of another project's tests: read whole, written back byte by byte, judged as msgfmt judges them.</summary>
public class PoSuiteTests
{
    // Where the verdict differs from `msgfmt -c`, and why.
    private static readonly Dictionary<string, string> Differences = new(StringComparer.Ordinal)
    {
    };

    public static TheoryData<string> Files()
    {
        var files = new TheoryData<string>();
        string[] all = SharedFormats.FindFolder("data/po") is { } folder ? Directory.GetFiles(folder, "*.po") : [""];
        foreach (var file in all.Order(StringComparer.Ordinal))
        {
            files.Add(Path.GetFileName(file));
        }

        return files;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Rewriting_without_a_change_is_byte_equal(string name)
    {
        var original = File.ReadAllBytes(Path.Combine(SharedFormats.Folder("data/po"), name));
        var output = new MemoryStream();
        PoRewriter.Rewrite(new MemoryStream(original), output, static u => u, name);
        Assert.Equal(original, output.ToArray());
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_verdict_is_the_one_of_msgfmt(string name)
    {
        var file = Path.Combine(SharedFormats.Folder("data/po"), name);
        var msgfmt = Clients.Run("msgfmt", ["-c", "-o", "/dev/null", file]);
        using var stream = File.OpenRead(file);
        var problems = PoChecker.Check(stream, file).Where(static p => p.Outcome == ProblemOutcome.Refused).ToList();
        var differs = (msgfmt.Status == 0) != (problems.Count == 0);
        Assert.True(
            differs == Differences.ContainsKey(name), $"msgfmt {msgfmt.Status}: {msgfmt.Error}\nhere: {string.Join('\n', problems)}");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void What_was_repaired_is_accepted(string name)
    {
        var file = Path.Combine(SharedFormats.Folder("data/po"), name);
        using var stream = File.OpenRead(file);
        var output = new MemoryStream();
        PoRepairer.Repair(stream, output, file, new ReadLog());
        output.Position = 0;

        // Which plural forms a language has only a person can say.
        var problems = PoChecker.Check(output, file).Where(static p => p.Outcome == ProblemOutcome.Refused && p.Code != "missing-plural-forms");
        Assert.Empty(problems);
    }
}
