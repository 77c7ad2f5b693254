using System.Diagnostics;
using System.Globalization;
using Termbase.DevTool.Fuzzing;

namespace Termbase.DevTool.Commands;

/// <summary>Breaks files of every format for some minutes; what a reader does not survive is kept beside.</summary>
internal static class Fuzz
{
    public const string Usage = "[--minutes N] [--seed N] [--out DIR]  break sound files and read them";

    private const long MostBytes = 1_000_000_000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    public static int Run(string[] args)
    {
        var minutes = double.Parse(Option(args, "--minutes", "3"), CultureInfo.InvariantCulture);
        var seed = int.Parse(Option(args, "--seed", "1"), CultureInfo.InvariantCulture);
        var folder = Option(args, "--out", Path.Combine(Path.GetTempPath(), "termbase-fuzz"));
        Console.WriteLine(FormattableString.Invariant($"seed {seed}, {minutes} minutes, {FuzzSeeds.All.Count} kinds of files"));
        var fuzzer = new FormatFuzzer(seed);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var watch = Stopwatch.StartNew();
        long files = 0;
        while (watch.Elapsed.TotalMinutes < minutes)
        {
            var (name, bytes) = FuzzSeeds.All[(int)(files++ % FuzzSeeds.All.Count)];
            var variant = fuzzer.Mutate(bytes);
            var failure = FormatFuzzer.Try(name, variant, Longest);
            if (failure is null && Process.GetCurrentProcess().WorkingSet64 > MostBytes)
            {
                failure = new FormatFuzzer.Failure(name, variant, "more than 1 GB of memory");
            }

            if (failure is not null && seen.Add(failure.Why))
            {
                Directory.CreateDirectory(folder);
                var path = Path.Combine(folder, FormattableString.Invariant($"{seen.Count}-{failure.Name}"));
                File.WriteAllBytes(path, failure.Bytes);
                Console.WriteLine($"{path}: {failure.Why}");
            }
        }

        Console.WriteLine(FormattableString.Invariant($"{files} files, {seen.Count} kinds of failures"));
        return seen.Count == 0 ? 0 : 1;
    }

    private static string Option(string[] args, string name, string otherwise) =>
        Array.IndexOf(args, name) is var at && at >= 0 && at + 1 < args.Length ? args[at + 1] : otherwise;
}
