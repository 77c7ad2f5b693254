using Termbase.Matching;
using Termbase.Model;

namespace Termbase.Tests.Matching;

public sealed class SignatureIndexTests : IDisposable
{
    private readonly MemoryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_build_that_is_given_up_leaves_what_was_there()
    {
        using (var index = _folder.Build(MemoryFolder.Unit("甲乙丙", "abc")))
        {
            Assert.Equal(1, index.Units);
        }

        using (var builder = new SignatureIndexBuilder(_folder.File("memory.tbm")))
        {
            builder.Add(MemoryFolder.Unit("丁", "d"));
        }

        using var again = SignatureIndex.Open(_folder.File("memory.tbm"));
        Assert.Single(new FuzzyMatcher(again).Find("甲乙丙"));
        Assert.Equal(["memory.tbm"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_reader_keeps_its_state_while_the_file_is_replaced()
    {
        var old = _folder.Build(MemoryFolder.Unit("甲乙丙", "abc"));
        var renewed = _folder.Build(MemoryFolder.Unit("丁戊己", "def"));
        Assert.Single(new FuzzyMatcher(old).Find("甲乙丙"));
        Assert.Empty(new FuzzyMatcher(renewed).Find("甲乙丙"));
        Assert.Single(new FuzzyMatcher(renewed).Find("丁戊己"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(-1)]
    [InlineData(-5000)]
    public void A_file_cut_off_anywhere_is_refused_with_a_reason(int length)
    {
        var units = Enumerable.Range(0, 100).Select(static i => MemoryFolder.Unit("句子" + i, "sentence " + i));
        _folder.Build(units).Dispose();
        var bytes = File.ReadAllBytes(_folder.File("memory.tbm"));
        File.WriteAllBytes(_folder.File("cut.tbm"), bytes[..(length >= 0 ? length : bytes.Length + length)]);
        var problem = Assert.Throws<InputException>(() => SignatureIndex.Open(_folder.File("cut.tbm")));
        Assert.Contains("made again", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flipped_byte_in_the_header_is_refused()
    {
        _folder.Build(MemoryFolder.Unit("甲乙丙", "abc")).Dispose();
        var bytes = File.ReadAllBytes(_folder.File("memory.tbm"));
        bytes[40] ^= 1;
        File.WriteAllBytes(_folder.File("bad.tbm"), bytes);
        Assert.Throws<InputException>(() => SignatureIndex.Open(_folder.File("bad.tbm")));
    }

    [Fact]
    public void Searching_a_disposed_index_is_an_error_and_no_crash()
    {
        var index = _folder.Build(MemoryFolder.Unit("甲乙丙", "abc"));
        index.Dispose();
        index.Dispose();
        Assert.Throws<ObjectDisposedException>(() => new FuzzyMatcher(index).Find("甲乙丙"));
    }

    [Fact]
    public void Little_memory_for_signatures_gives_the_same_file()
    {
        var random = new Random(3);
        var units = Enumerable.Range(0, 3000).Select(i => MemoryFolder.Unit(
            string.Concat(Enumerable.Range(0, 1 + random.Next(60)).Select(_ => (char)(0x4E00 + random.Next(500)))), "unit " + i)).ToList();
        _folder.Build("one", SignatureIndexOptions.Default, units).Dispose();
        _folder.Build("many", SignatureIndexOptions.Default with { SignatureBuffer = 1 }, units).Dispose();
        var one = File.ReadAllBytes(_folder.File("one.tbm"));
        var many = File.ReadAllBytes(_folder.File("many.tbm"));

        // Only the name of the source differs ("one.tmx", "many.tmx"), so the signatures are compared by what they find.
        Assert.InRange(many.Length - one.Length, 0, 64);
        using var first = SignatureIndex.Open(_folder.File("one.tbm"));
        using var second = SignatureIndex.Open(_folder.File("many.tbm"));
        foreach (var unit in units.Take(50))
        {
            var options = new MatchOptions { Min = 40, Max = int.MaxValue };
            Assert.Equal(
                new FuzzyMatcher(first).Find(MatchQuery.Of(unit.Zh.Segment.Text), options).Select(static m => (m.Score, m.Unit.En.Text)),
                new FuzzyMatcher(second).Find(MatchQuery.Of(unit.Zh.Segment.Text), options).Select(static m => (m.Score, m.Unit.En.Text)));
        }
    }

    [Fact]
    public void Only_what_changed_is_read_again()
    {
        var big = _folder.File("big.tsv");
        var small = _folder.File("small.tsv");
        File.WriteAllText(big, new string('x', 2 << 20));
        File.WriteAllText(small, "x");
        var read = new List<string>();
        IEnumerable<TranslationUnit> Read(string file)
        {
            read.Add(Path.GetFileName(file));
            return [MemoryFolder.Unit("来自" + Path.GetFileName(file), "from " + Path.GetFileName(file))];
        }

        var first = Directory.CreateDirectory(_folder.File("1")).FullName;
        var second = Directory.CreateDirectory(_folder.File("2")).FullName;
        MemoryIndexSet.Build(first, [big, small], null, [big, small], Read);
        Assert.Equal(["big.tsv", "small.tsv"], read);
        read.Clear();
        MemoryIndexSet.Build(second, [big, small], first, [small], Read);
        Assert.Equal(["small.tsv"], read);
        using var set = MemoryIndexSet.Open(second);
        Assert.Equal(2, set.Units);
        Assert.Equal(100, set.Matcher.Find("来自big.tsv")[0].Percent);
        Assert.Equal(100, set.Matcher.Find("来自small.tsv")[0].Percent);
    }

    [Fact]
    public void A_full_disk_or_a_folder_that_is_not_there_is_an_error_that_leaves_nothing_behind()
    {
        var path = Path.Combine(_folder.Path, "none", "memory.tbm");
        Assert.ThrowsAny<IOException>(() => new SignatureIndexBuilder(path));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_changed_byte_anywhere_in_the_body_is_found_by_verifying()
    {
        var bytes = Sample();
        for (var at = 512; at < bytes.Length; at += 1999)
        {
            using var index = SignatureIndex.Open(_folder.File("sample.tbm"));
            index.Verify(TestContext.Current.CancellationToken);
            index.Dispose();
            var changed = bytes.ToArray();
            changed[at] ^= 0x10;
            File.WriteAllBytes(_folder.File("changed.tbm"), changed);
            Assert.Throws<InputException>(() =>
            {
                using var damaged = SignatureIndex.Open(_folder.File("changed.tbm"));
                damaged.Verify(TestContext.Current.CancellationToken);
            });
        }
    }

    [Fact]
    public void Damage_anywhere_is_an_error_or_a_wrong_answer_but_never_a_crash()
    {
        var bytes = Sample();
        var random = new Random(5);
        for (var round = 0; round < 60; round++)
        {
            var changed = bytes.ToArray();
            random.NextBytes(changed.AsSpan(512 + random.Next(changed.Length - 512 - 16), 16));
            File.WriteAllBytes(_folder.File("changed.tbm"), changed);
            try
            {
                using var index = SignatureIndex.Open(_folder.File("changed.tbm"));
                var matcher = new FuzzyMatcher(index);
                matcher.FindAll([MatchQuery.Of("句子第五十条长短不一"), MatchQuery.Of("sentence 40 of some length")], new MatchOptions { Min = 1, Max = int.MaxValue }, cancellation: TestContext.Current.CancellationToken);
                Assert.InRange(index.ReadAll().Count(), 0, index.Units);
            }
            catch (Exception e) when (e is InputException or InvalidDataException)
            {
                // Told, and the cache is built again.
            }
        }
    }

    [Fact]
    public void A_damaged_part_is_not_taken_over_by_a_refresh()
    {
        var big = _folder.File("big.tsv");
        File.WriteAllText(big, new string('x', 2 << 20));
        var read = 0;
        IEnumerable<TranslationUnit> Read(string file)
        {
            read++;
            return [MemoryFolder.Unit("来自大文件", "from the big file")];
        }

        var first = Directory.CreateDirectory(_folder.File("1")).FullName;
        var second = Directory.CreateDirectory(_folder.File("2")).FullName;
        MemoryIndexSet.Build(first, [big], null, [big], Read);
        var part = Directory.GetFiles(first).Single();
        var bytes = File.ReadAllBytes(part);
        bytes[520] ^= 1;
        File.WriteAllBytes(part, bytes);
        MemoryIndexSet.Build(second, [big], first, [], Read);
        Assert.Equal(2, read);
        using var set = MemoryIndexSet.Open(second);
        Assert.Single(set.Matcher.Find("来自大文件"));
    }

    private byte[] Sample()
    {
        _folder.Build("sample", SignatureIndexOptions.Default, Enumerable.Range(0, 700).Select(static i => MemoryFolder.Unit(
            $"句子第{i}条{new string('长', i % 30)}", $"sentence {i} of some length{string.Concat(Enumerable.Repeat(" more", i % 20))}"))).Dispose();
        return File.ReadAllBytes(_folder.File("sample.tbm"));
    }

    [Fact]
    public void Disposing_twice_leaves_what_others_hold()
    {
        var index = _folder.Build(MemoryFolder.Unit("甲", "a"));
        var held = index.Use();
        index.Dispose();
        index.Dispose();
        held.Dispose();
    }

    [Fact]
    public void A_stored_date_that_is_none_is_damage() => Assert.Throws<InvalidDataException>(static () => StoredDate.ToDate(int.MinValue + 1));
}
