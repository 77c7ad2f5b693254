using Termbase.Formats;

namespace Termbase.Cli.Tests;

// Alone, since what is removed is what any write of the process has begun.
[CollectionDefinition("alone", DisableParallelization = true)]
public sealed class Alone;

[Collection("alone")]
public class InterruptionTests
{
    [Fact]
    public void The_first_request_asks_the_command_to_stop_and_the_second_ends_it()
    {
        var ends = 0;
        using var interruption = new Interruption(() => ends++, TimeSpan.FromHours(1));

        interruption.Request();
        Assert.True(interruption.Token.IsCancellationRequested);
        Assert.Equal(0, ends);

        interruption.Request();
        Assert.Equal(1, ends);
    }

    [Fact]
    public void A_command_that_does_not_stop_is_ended_and_leaves_the_old_file_and_none_that_is_half_written()
    {
        using var cli = new CliRun();
        var path = cli.Write("out.tmx", "as it was");
        using var ended = new ManualResetEventSlim();
        using var interruption = new Interruption(ended.Set, TimeSpan.FromMilliseconds(1));

        Assert.Throws<OperationCanceledException>(() => AtomicFile.Write(path, stream =>
        {
            stream.WriteByte(1);
            interruption.Request();
            Assert.True(ended.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
            Assert.Equal(["out.tmx"], Directory.EnumerateFiles(cli.Folder).Select(static f => Path.GetFileName(f)));
            Assert.Equal("as it was", File.ReadAllText(path));

            // In earnest the process is gone here.
            throw new OperationCanceledException();
        }));
    }
}
