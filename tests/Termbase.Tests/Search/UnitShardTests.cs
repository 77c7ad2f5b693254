using Termbase.Matching;
using Termbase.Search;
using Termbase.Tests.Matching;
using Termbase.Tests.Workspaces;
using Termbase.Workspaces;

namespace Termbase.Tests.Search;

/// <summary>Of a memory that changed, only the stretches that changed are indexed anew, and the answers are those of an index made from nothing.</summary>
public sealed class UnitShardTests : IDisposable
{
    private const int Units = 2000;
    private const int Smallest = 128;
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 1)]
    [InlineData(300, 1)]
    [InlineData(300, -1)]
    [InlineData(Units, 5)]
    public void A_unit_that_comes_or_goes_moves_only_the_borders_beside_it(int place, int change)
    {
        using var memory = new MemoryFolder();
        var texts = Texts();
        var before = UnitPart.Of(memory.Build("before", SignatureIndexOptions.Default, texts.Select(Unit)), Smallest).Shards;
        if (change > 0)
        {
            texts.InsertRange(place, Enumerable.Range(0, change).Select(static i => "新的句子" + i));
        }
        else if (change < 0)
        {
            texts.RemoveAt(place);
        }

        var after = UnitPart.Of(memory.Build("after", SignatureIndexOptions.Default, texts.Select(Unit)), Smallest).Shards;
        Assert.Equal(texts.Count, after.Sum(static s => s.Units));
        Assert.All(after.SkipLast(1), static s => Assert.True(s.Units >= Smallest));
        Assert.InRange(before.Length, 5, 16);
        Assert.InRange(after.Count(s => !before.Contains(s)), change == 0 ? 0 : 1, change == 0 ? 0 : 3);
    }

    [Fact]
    public void Stretches_that_have_not_changed_are_taken_over_and_every_unit_is_found()
    {
        var texts = Texts();
        Write(texts);
        var (folder, _) = Search("句");
        var shards = Directory.GetDirectories(folder);
        foreach (var shard in shards)
        {
            File.WriteAllText(Path.Combine(shard, "mark"), "");
        }

        texts.Insert(300, "后来加的句子");
        texts[305] = "改过的句子";
        texts.RemoveAt(310);
        Write(texts);
        var (renewed, total) = Search("句子");
        Assert.NotEqual(folder, renewed);
        Assert.Equal(texts.Count(static t => t.Contains("句子", StringComparison.Ordinal)), total);
        Assert.Equal(1, Search("后来加").Total);
        Assert.Equal(1, Search("改过").Total);
        Assert.Equal(texts.Count(static t => t.Contains("第1", StringComparison.Ordinal)), Search("第1").Total);
        var now = Directory.GetDirectories(renewed);
        var written = now.Count(static s => !File.Exists(Path.Combine(s, "mark")));
        Assert.InRange(written, 1, 3);
        Assert.InRange(now.Length - written, shards.Length - 3, shards.Length - 1);
    }

    [Fact]
    public void A_damaged_stretch_is_not_taken_over()
    {
        var texts = Texts();
        Write(texts);
        var (folder, _) = Search("句");
        foreach (var file in Directory.GetFiles(folder, "*.cfs", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(file);
            bytes[bytes.Length / 2] ^= 1;
            File.WriteAllBytes(file, bytes);
        }

        texts.Add("后来加的句子");
        Write(texts);
        Assert.Equal(texts.Count(static t => t.Contains("第1", StringComparison.Ordinal)), Search("第1").Total);
    }

    private static List<string> Texts() =>
        [.. Enumerable.Range(0, Units).Select(static i => FormattableString.Invariant($"第{i * 37 % Units}个句子说的是{(char)('一' + (i * 7))}事"))];

    private static Model.TranslationUnit Unit(string zh) => MemoryFolder.Unit(zh, "Sentence");

    private void Write(List<string> texts) => _folder.With("tmx/memory.tsv", string.Concat(texts.Select(static t => t + "\tSentence\n")));

    private (string Folder, long Total) Search(string text)
    {
        var workspace = _folder.Open();
        var (generation, postings) = workspace.Derived.Open(
            new UnitIndex(workspace) { SmallestShard = Smallest }, static f => UnitPostings.Open(f, verify: false), cancellation: TestContext.Current.CancellationToken);
        using (generation)
        using (postings)
        {
            var (texts, set) = new MatchIndex(workspace).Open(cancellation: TestContext.Current.CancellationToken)!.Value;
            using (texts)
            using (set)
            {
                Assert.True(postings.Fits(set));
                return (generation.Directory, new Concordance(postings.Searcher(), set.Indexes).Search(text, 10).Total);
            }
        }
    }
}
