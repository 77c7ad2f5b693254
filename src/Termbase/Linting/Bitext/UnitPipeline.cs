using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Termbase.Linting.Bitext;

/// <summary>Makes the context of a rule for a file, which reports to the sink; without a path for the whole run. Null where the rule does not run in the file.</summary>
internal delegate LintContext? ContextMaker(LintRule rule, string? path, Action<Finding> sink);

/// <summary>
/// Gives units to the rules in batches. Rules that judge each unit by itself work on all cores, each core with its own instances; those that compare
/// units (<see cref="BitextRule"/>) see them all in order on the calling thread, which also reads. Only a few batches are held at a time.
/// </summary>
internal sealed class UnitPipeline(ImmutableArray<Func<LintRule>> factories, ContextMaker contextOf, int parallelism, CancellationToken cancellation)
{
    // Enough for the cost of handing over not to count, few enough that small files are divided.
    private const int BatchSize = 128;

    private readonly ConcurrentBag<UnitRules> _idle = [];

    /// <summary>Reads all units and adds what is found, and the comments of units to the book.</summary>
    public void Run(IEnumerable<LintUnit> units, SuppressionBook book, List<Finding> findings)
    {
        var ordered = new UnitRules(factories, contextOf);
        var waiting = new Queue<(LintUnit[] Batch, Task<List<Finding>> Judged)>();
        try
        {
            foreach (var batch in units.Chunk(BatchSize))
            {
                cancellation.ThrowIfCancellationRequested();
                waiting.Enqueue((batch, parallelism == 1 ? Task.FromResult(Judge(batch)) : Task.Run(() => Judge(batch))));
                if (waiting.Count > 2 * parallelism)
                {
                    Take();
                }
            }

            while (waiting.Count > 0)
            {
                Take();
            }
        }
        finally
        {
            // After an error no rule works on behind the caller's back.
            foreach (var (_, judged) in waiting)
            {
                ((IAsyncResult)judged).AsyncWaitHandle.WaitOne();
            }
        }

        findings.AddRange(ordered.Finish());

        void Take()
        {
            var (batch, judged) = waiting.Dequeue();
            findings.AddRange(judged.GetAwaiter().GetResult());
            foreach (var unit in batch)
            {
                cancellation.ThrowIfCancellationRequested();
                book.Add(unit);
            }

            findings.AddRange(ordered.Compare(batch));
        }
    }

    private List<Finding> Judge(LintUnit[] batch)
    {
        var rules = _idle.TryTake(out var idle) ? idle : new UnitRules(factories, contextOf);
        var found = rules.Judge(batch, cancellation);
        _idle.Add(rules);
        return found;
    }
}
