using System.Text;
using BenchmarkDotNet.Running;
using Termbase.Benchmarks;
using Termbase.Benchmarks.Kernels;
using Termbase.Benchmarks.Memory;

// One line per benchmark. Figures of one run compare with each other only.
(string Name, string Usage, Func<string[], int> Run)[] commands =
[
    ("document-lint", DocumentLintBenchmark.Usage, DocumentLintBenchmark.Run),
    ("exchange", ExchangeBenchmark.Usage, ExchangeBenchmark.Run),
    ("exchange-xliff", ExchangeXliff.Usage, ExchangeXliff.Run),
    ("kernels", "[BenchmarkDotNet options]", static rest => { BenchmarkSwitcher.FromTypes([typeof(ScanBenchmark), typeof(DistanceBenchmark)]).Run(rest); return 0; }),
    ("memory", "[--sizes 10000,100000,1000000] [--queries 1000] [--corpus FILE.tsv.xz] [--out DIR] [--engines ours,two-processes,tmx,concordance,lucene,brute,plain] [--brute-queries 1000] [--brute-up-to 1000000]", MemoryBenchmark.Run),
    ("memory-worker", "(called by memory)", MemoryWorker.Run),
    ("mining", MiningBenchmark.Usage, MiningBenchmark.Run),
    ("align", AlignmentBenchmark.Usage, AlignmentBenchmark.Run),
    ("bitext-lint", BitextLintBenchmark.Usage, BitextLintBenchmark.Run),
    ("start-up", StartUpBenchmark.Usage, StartUpBenchmark.Run),
    ("recognition", RecognitionBenchmark.Usage, RecognitionBenchmark.Run),
];

Console.OutputEncoding = new UTF8Encoding(false);
var command = Array.Find(commands, c => args.Length > 0 && c.Name.Equals(args[0], StringComparison.Ordinal));
if (command.Run is null)
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project tools/Termbase.Benchmarks -- BENCHMARK");
    foreach (var (name, usage, _) in commands)
    {
        Console.Error.WriteLine($"  {name} {usage}");
    }

    return 2;
}

// BenchmarkDotNet has a help of its own.
if (command.Name != "kernels" && args[1..].Any(static a => a is "--help" or "-h" or "-?"))
{
    Console.WriteLine($"usage: dotnet run -c Release --project tools/Termbase.Benchmarks -- {command.Name} {command.Usage}");
    return 0;
}

return command.Run(args[1..]);
