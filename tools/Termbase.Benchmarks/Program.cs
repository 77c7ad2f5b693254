using BenchmarkDotNet.Running;
using Termbase.Benchmarks.Kernels;
using Termbase.Benchmarks.Memory;

// Whole-process runs (memory) and kernels (BenchmarkDotNet). Figures of one run compare with each other only.
switch (args is [var command, ..] ? command : "")
{
    case "memory":
        return MemoryBenchmark.Run(args[1..]);
    case "memory-worker":
        return MemoryWorker.Run(args[1..]);
    case "kernels":
        BenchmarkSwitcher.FromTypes([typeof(ScanBenchmark), typeof(DistanceBenchmark)]).Run(args[1..]);
        return 0;
    default:
        Console.Error.WriteLine(
            """
            usage: Termbase.Benchmarks memory [--sizes 10000,100000,1000000] [--queries 1000] [--corpus FILE.tsv.xz] [--out DIR]
                                              [--engines ours,lucene,brute] [--brute-queries 1000] [--brute-up-to 1000000]
                   Termbase.Benchmarks kernels [BenchmarkDotNet options]
            """);
        return 2;
}
