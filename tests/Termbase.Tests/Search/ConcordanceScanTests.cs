using System.Text;
using Termbase.Formats;
using Termbase.Languages;
using Termbase.Search;
using Termbase.Tests.Workspaces;
using Termbase.Workspaces;

namespace Termbase.Tests.Search;

/// <summary>
/// What the concordance finds is what a look at every unit finds. The predicate is written out again here, from the documentation of
/// <see cref="Concordance"/>: the normalised query stands in the normalised text, and where it begins with a letter or digit of a word,
/// no such character stands before it.
/// </summary>
public sealed class ConcordanceScanTests : IDisposable
{
    private const int Queries = 200;
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Generated_units_are_found_as_by_a_linear_scan()
    {
        var random = new Random(11);
        string[] words = ["reform", "reforms", "platform", "Action", "plan", "planning", "co-operation", "café", "5G", "R&D", "2025", "the", "of", "naïve", "I'd", "U.S."];
        const string Han = "改革开放發展与國家建设的一二三人民经济科技𠮷創新";
        var units = new List<(string Zh, string En)>();
        for (var i = 0; i < 2000; i++)
        {
            var zh = new StringBuilder();
            for (var length = 1 + random.Next(25); length > 0; length--)
            {
                var rune = Han.EnumerateRunes().ElementAt(random.Next(Han.EnumerateRunes().Count()));
                zh.Append(rune.ToString());
                zh.Append(random.Next(12) switch { 0 => "，", 1 => " ", 2 => "ＡＢ", 3 => "3", 4 => "app", _ => "" });
            }

            units.Add((zh.ToString(), string.Join(random.Next(4) == 0 ? ", " : " ", Enumerable.Range(0, 1 + random.Next(12)).Select(_ => words[random.Next(words.Length)]))));
        }

        Compare(units, random);
    }

    [Fact]
    public void Units_of_a_news_memory_are_found_as_by_a_linear_scan()
    {
        var path = Shared("corpora/tm/news-wmt21.zh-en.tsv");
        var units = File.ReadLines(path).Take(5000).Select(static l => l.Split('\t')).Where(static c => c.Length >= 2).Select(static c => (c[0], c[1])).ToList();
        Compare(units, new Random(12));
    }

    private void Compare(List<(string Zh, string En)> units, Random random)
    {
        _folder.With("tmx/a.tsv", string.Concat(units.Select(static u => $"{u.Zh}\t{u.En}\n")));
        using var host = SearchHost.Open(_folder.Open(), cancellation: TestContext.Current.CancellationToken);

        // What the reader makes of the lines is not in question here.
        var stored = Workspace.ReadMemory([_folder.PathOf("tmx/a.tsv")], new ReadLog()).Select(static u => (Zh: u.Zh.Segment.Text, En: u.En.Segment.Text)).ToList();
        Assert.InRange(stored.Count, units.Count * 9 / 10, units.Count);
        var normal = stored.ConvertAll(static u => (Zh: Normal(u.Zh), En: Normal(u.En)));
        var found = 0;
        for (var i = 0; i < Queries; i++)
        {
            var query = i % 2 == 0 ? Characters(stored[random.Next(stored.Count)].Zh, random) : Phrase(stored[random.Next(stored.Count)].En, random);
            var wanted = Normal(query);
            if (wanted.Length == 0)
            {
                continue;
            }

            var expected = normal.Count(u => Contains(u.Zh, wanted) || Contains(u.En, wanted));
            found += expected > 0 ? 1 : 0;
            Assert.True(expected == host.Units.Search(query, 1).Total, $"“{query}”: {expected} by the scan, {host.Units.Search(query, 1).Total} by the index");
        }

        Assert.InRange(found, Queries / 2, Queries);
    }

    // 1 to 8 characters out of a text, now and then changed a little so that nothing need be found.
    private static string Characters(string text, Random random)
    {
        var runes = text.EnumerateRunes().ToList();
        var length = Math.Min(1 + random.Next(8), runes.Count);
        var start = random.Next(runes.Count - length + 1);
        var part = string.Concat(runes.Skip(start).Take(length).Select(static r => r.ToString()));
        return random.Next(5) == 0 ? string.Concat(part.EnumerateRunes().Reverse().Select(static r => r.ToString())) : part;
    }

    // Words that stand together, from anywhere in a word on, to anywhere in one.
    private static string Phrase(string text, Random random)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var start = random.Next(words.Length);
        var phrase = string.Join(' ', words.Skip(start).Take(1 + random.Next(4)));
        return random.Next(4) switch
        {
            0 when phrase.Length > 2 => phrase[..^1],
            1 when phrase.Length > 3 => phrase[1..],
            2 => phrase.ToUpperInvariant(),
            _ => phrase,
        };
    }

    private static string Normal(string text) => Normalizer.Normalize(text, NormalizerOptions.Text).Text;

    private static bool Contains(string text, string wanted)
    {
        for (var at = text.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = at + 1 >= text.Length ? -1 : text.IndexOf(wanted, at + 1, StringComparison.Ordinal))
        {
            if (!IsWord(wanted, 0) || at == 0 || !IsWord(text, at - 1))
            {
                return true;
            }
        }

        return false;
    }

    // A letter or digit that is written in words with others: not of the Chinese or another caseless script.
    private static bool IsWord(string text, int at)
    {
        if (char.IsLowSurrogate(text[at]) && at > 0)
        {
            at--;
        }

        return Rune.TryGetRuneAt(text, at, out var rune) && Rune.IsLetterOrDigit(rune)
            && (rune.IsAscii || Rune.GetUnicodeCategory(rune) != System.Globalization.UnicodeCategory.OtherLetter);
    }

    private static string Shared(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "..", "shared", relative);
            if (File.Exists(path))
            {
                return Path.GetFullPath(path);
            }
        }

        Assert.False(Environment.GetEnvironmentVariable("CI") is "true", $"../shared/{relative} is missing");
        Assert.Skip($"../shared/{relative} is not here");
        return "";
    }
}
