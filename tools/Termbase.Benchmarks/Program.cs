using Termbase.Benchmarks;

// One line per benchmark.
(string Name, string Usage, Func<string[], int> Run)[] benchmarks =
[
    ("bitext-lint", BitextLintBenchmark.Usage, BitextLintBenchmark.Run),
    ("recognition", RecognitionBenchmark.Usage, RecognitionBenchmark.Run),
];

var benchmark = Array.Find(benchmarks, b => args.Length > 0 && b.Name.Equals(args[0], StringComparison.Ordinal));
if (benchmark.Run is null)
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project tools/Termbase.Benchmarks -- BENCHMARK");
    foreach (var (_, usage, _) in benchmarks)
    {
        Console.Error.WriteLine("  " + usage);
    }

    return 2;
}

return benchmark.Run(args[1..]);
