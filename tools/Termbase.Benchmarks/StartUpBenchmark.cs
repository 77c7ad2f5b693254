using System.Diagnostics;
using System.Globalization;
using Termbase.Benchmarks.Memory;

namespace Termbase.Benchmarks;

/// <summary>
/// One <c>lookup</c> and one <c>match</c> of a published command line in a workspace with a large memory, beside an empty program that
/// compares two strings by culture, which loads ICU: wall time from start to end, in turns, the median of several rounds, and the memory of
/// its own (<c>RssAnon</c>) of one run of each.
/// </summary>
internal static class StartUpBenchmark
{
    public const string Usage = "--cli PROGRAM [--units 1000000] [--rounds 15] [--corpus FILE.tsv.xz] [--glossary DIR] [--out DIR]";

    public static int Run(string[] args)
    {
        var options = MemoryWorker.Options(args);
        if (options.GetValueOrDefault("cli") is not { } cli || !File.Exists(cli))
        {
            Console.Error.WriteLine("say with --cli where the published program is: dotnet publish src/Termbase.Cli -c Release -r linux-x64 --self-contained false -o DIR");
            return 2;
        }

        if ((options.GetValueOrDefault("corpus") ?? Corpus.Find()) is not { } corpus || !File.Exists(corpus))
        {
            Console.Error.WriteLine("no corpus: give one with --corpus FILE.tsv.xz (Chinese, tab, English)");
            return 2;
        }

        var folder = Path.GetFullPath(options.GetValueOrDefault("out", Path.Combine(Path.GetTempPath(), "termbase-start-up-benchmark")));
        var workspace = Workspace(folder, corpus, int.Parse(options.GetValueOrDefault("units", "1000000"), CultureInfo.InvariantCulture), options.GetValueOrDefault("glossary", "glossary"));
        Ended(new ProcessStartInfo(cli, ["index", "-w", workspace]));

        var rounds = int.Parse(options.GetValueOrDefault("rounds", "15"), CultureInfo.InvariantCulture);
        (string Name, ProcessStartInfo Start)[] subjects =
        [
            ("empty program", Empty(Path.Combine(folder, "empty"))),
            ("--version", new(cli, ["--version"])),
            ("lookup 社会资本", new(cli, ["lookup", "社会资本", "-w", workspace])),
            ("match 社会资本的参与", new(cli, ["match", "社会资本的参与", "-w", workspace])),
        ];
        var times = Array.ConvertAll(subjects, static _ => new List<double>());
        for (var round = 0; round <= rounds; round++)
        {
            for (var i = 0; i < subjects.Length; i++)
            {
                var watch = Stopwatch.StartNew();
                Ended(subjects[i].Start);

                // The first round fills the caches of the system.
                if (round > 0)
                {
                    times[i].Add(watch.Elapsed.TotalMilliseconds);
                }
            }
        }

        var empty = Median(times[0]);
        for (var i = 0; i < subjects.Length; i++)
        {
            Console.WriteLine(FormattableString.Invariant($"{subjects[i].Name}: {Median(times[i]):0} ms, {Median(times[i]) / empty:0.0} x the empty program, {MostMemory(subjects[i].Start):0} MB of its own"));
        }

        return 0;
    }

    private static string Workspace(string folder, string corpus, int units, string glossary)
    {
        var root = Path.Combine(folder, FormattableString.Invariant($"workspace-{units}"));
        var memory = Path.Combine(root, "tmx", "memory.tmx");
        if (!File.Exists(memory))
        {
            Corpus.Make(corpus, folder, [units], 1);
            Directory.CreateDirectory(Path.Combine(root, "glossary"));
            Directory.CreateDirectory(Path.Combine(root, "tmx"));
            foreach (var table in Directory.Exists(glossary) ? Directory.EnumerateFiles(glossary, "*.csv") : [])
            {
                File.Copy(table, Path.Combine(root, "glossary", Path.GetFileName(table)), overwrite: true);
            }

            MemoryWorker.MakeTmx(Path.Combine(folder, FormattableString.Invariant($"memory-{units}.tsv")), memory);
            File.WriteAllText(Path.Combine(root, "termbase.toml"), "");
        }

        return root;
    }

    private static ProcessStartInfo Empty(string folder)
    {
        Directory.CreateDirectory(folder);

        // Nothing of what lies above the folder is to change the build.
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "empty.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), """
            System.Console.WriteLine(string.Compare("a", "b", System.StringComparison.CurrentCulture));
            """);
        Ended(new ProcessStartInfo("dotnet", ["build", folder, "-c", "Release", "-o", Path.Combine(folder, "out"), "-v", "q"]));
        return new(Path.Combine(folder, "out", OperatingSystem.IsWindows() ? "empty.exe" : "empty"));
    }

    private static void Ended(ProcessStartInfo start)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}: {errors.Result}");
        }
    }

    // Looked at all the time, since a process that has ended tells nothing.
    private static double MostMemory(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var most = 0L;
        while (!process.HasExited)
        {
            most = Math.Max(most, AnonymousMemory.Of(process));
        }

        return most / 1024.0;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
