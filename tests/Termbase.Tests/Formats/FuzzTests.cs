using Termbase.DevTool.Fuzzing;

namespace Termbase.Tests.Formats;

public sealed class FuzzTests
{
    [Fact]
    public void No_broken_file_brings_a_reader_down()
    {
        var fuzzer = new FormatFuzzer(20261123);
        foreach (var (name, bytes) in Enumerable.Repeat(FuzzSeeds.All, 60).SelectMany(static s => s))
        {
            var failure = FormatFuzzer.Try(name, fuzzer.Mutate(bytes), TimeSpan.FromSeconds(60));
            Assert.True(failure is null, failure?.Why);
        }
    }

    [Fact]
    public void The_same_seed_breaks_in_the_same_way()
    {
        var bytes = FuzzSeeds.All[0].Bytes;
        Assert.Equal(new FormatFuzzer(1).Mutate(bytes), new FormatFuzzer(1).Mutate(bytes));
    }

    [Fact]
    public void Files_that_once_did_are_read()
    {
        var folder = Path.Combine(Termbase.Cli.Tests.SharedFolder.Repository, "tests", "data", "fuzz");
        foreach (var path in Directory.EnumerateFiles(folder))
        {
            var failure = FormatFuzzer.Try(Path.GetFileName(path), File.ReadAllBytes(path), TimeSpan.FromSeconds(60));
            Assert.True(failure is null, failure?.Why);
        }
    }
}
