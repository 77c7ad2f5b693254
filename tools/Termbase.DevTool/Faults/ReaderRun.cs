using Termbase.Search;
using Termbase.Workspaces;

namespace Termbase.DevTool.Faults;

/// <summary>Eight readers that open, read and read again while the memory goes from state to state and another process refreshes.</summary>
internal static class ReaderRun
{
    private const int Readers = 8;

    public static int Run(FaultWorkspace workspace, CliChild cli, int refreshes, TimeSpan time)
    {
        var (reads, mixed, failed, state) = (0, 0, 0, 1);
        using var end = new CancellationTokenSource(time);
        var readers = Enumerable.Range(0, Readers).Select(_ => new Thread(() => Read(end.Token))).ToList();
        readers.ForEach(static r => r.Start());
        while (!end.IsCancellationRequested && state <= refreshes)
        {
            workspace.Put(state++);
            if (cli.Run(null, "index") is { Status: not 0 } run)
            {
                failed++;
                Console.WriteLine($"writer: {run.Error}");
            }
        }

        end.Cancel();
        readers.ForEach(static r => r.Join());
        Console.WriteLine($"readers: {Readers} at once, {reads} reads over {state - 1} refreshes: {mixed} saw a mixed state, {failed} failed");
        return mixed + failed + (reads == 0 ? 1 : 0);

        void Read(CancellationToken cancellation)
        {
            while (!cancellation.IsCancellationRequested)
            {
                try
                {
                    using var host = SearchHost.Open(Workspace.Open(workspace.Root), cancellation: cancellation);
                    var first = FaultWorkspace.StatesOf(host);

                    // Time for the writer to put another state in its place.
                    cancellation.WaitHandle.WaitOne(500);
                    var second = FaultWorkspace.StatesOf(host);
                    Interlocked.Increment(ref reads);
                    if (first.Count != 1 || first.Values.Single() != workspace.Units || !first.SequenceEqual(second))
                    {
                        Interlocked.Increment(ref mixed);
                        Console.WriteLine($"reader: {string.Join(", ", first)}; then {string.Join(", ", second)}");
                    }
                }
                catch (OperationCanceledException)
                {
                }
                catch (Exception e) when (e is not OutOfMemoryException)
                {
                    Interlocked.Increment(ref failed);
                    Console.WriteLine($"reader: {e.GetType().Name}: {e.Message}");
                }
            }
        }
    }
}
