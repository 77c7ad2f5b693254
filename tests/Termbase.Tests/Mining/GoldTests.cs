using Termbase.Documents;
using Termbase.Mining;

namespace Termbase.Tests.Mining;

/// <summary>A published translation against a hand-made list of its pairs; nothing but the document is known.</summary>
public class GoldTests
{
    [Fact]
    public void Almost_all_pairs_are_right_and_sure_ones_are_surely_so()
    {
        var gold = Gold("pairs-000.tsv");
        var found = GlossMiner.Mine(Seed()).Where(p => p.En.Length > 0).DistinctBy(p => (Key(p.Zh), Key(p.En))).ToList();
        var open = gold.Select(c => (Zh: Key(c[2]), En: c[4].Split(';', '|').Append(c[3]).Select(Key).ToList())).ToList();
        var right = new List<MinedPair>();
        foreach (var pair in found)
        {
            var at = open.FindIndex(g => g.Zh == Key(pair.Zh) && g.En.Contains(Key(pair.En)));
            if (at >= 0)
            {
                open.RemoveAt(at);
                right.Add(pair);
            }
        }

        Assert.True(2.0 * right.Count / (gold.Count + found.Count) >= 0.97, $"{right.Count} right of {found.Count} found and {gold.Count} wanted");
        var sure = found.Where(p => p.Confidence >= 0.9).ToList();
        Assert.True(sure.Count >= 0.6 * found.Count, $"{sure.Count} sure");
        Assert.True(sure.Count(right.Contains) >= 0.98 * sure.Count);
    }

    [Fact]
    public void Every_note_has_its_anchor_and_its_Chinese() =>
        Assert.Equal(
            Gold("notes-000.tsv").Select(c => (c[1], c[4], c[5])),
            NoteMiner.Mine(Seed()).Select(n => (n.Number, n.Anchor, string.Join("; ", n.Chinese))));

    private static Document Seed()
    {
        var file = Directory.GetFiles(Path.Combine(Shared(), "seeds"), "000*.txt").Single();
        return DocumentReader.Read(file, File.ReadAllText(file));
    }

    private static List<string[]> Gold(string name) => [.. File.ReadLines(Path.Combine(Shared(), "gold", name)).Skip(1).Select(l => l.Split('\t')).Where(c => c.Length > 5)];

    private static string Key(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();

    private static string Shared()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var shared = Path.Combine(at.FullName, "..", "shared");
            if (File.Exists(Path.Combine(at.FullName, "Termbase.sln")) && Directory.Exists(Path.Combine(shared, "gold")))
            {
                return shared;
            }
        }

        Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", "../shared is not here");
        Assert.Fail("../shared is not here");
        return "";
    }
}
