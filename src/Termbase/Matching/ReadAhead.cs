using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Termbase.Matching;

/// <summary>Reads a stream on a thread of its own, a little ahead of who uses it, so that reading and building go on at the same time.</summary>
internal static class ReadAhead
{
    private const int Batch = 256;
    private const int Batches = 16;

    /// <summary>
    /// The same items in the same order. What the reading throws is thrown where its item would have come. The reader has ended when the
    /// enumeration has.
    /// </summary>
    public static IEnumerable<T> Of<T>(IEnumerable<T> items)
    {
        using var stop = new CancellationTokenSource();
        using var queue = new BlockingCollection<List<T>>(Batches);
        ExceptionDispatchInfo? failure = null;
        var reader = Task.Factory.StartNew(Read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            foreach (var batch in queue.GetConsumingEnumerable(CancellationToken.None))
            {
                foreach (var item in batch)
                {
                    yield return item;
                }
            }

            failure?.Throw();
        }
        finally
        {
            stop.Cancel();
            reader.Wait(CancellationToken.None);
        }

        void Read()
        {
            var batch = new List<T>(Batch);
            try
            {
                foreach (var item in items)
                {
                    batch.Add(item);
                    if (batch.Count == Batch)
                    {
                        queue.Add(batch, stop.Token);
                        batch = new List<T>(Batch);
                    }
                }
            }
            catch (OperationCanceledException e) when (e.CancellationToken == stop.Token)
            {
                return;
            }
            catch (Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }

            try
            {
                queue.Add(batch, stop.Token);
                queue.CompleteAdding();
            }
            catch (OperationCanceledException)
            {
            }
        }
    }
}
