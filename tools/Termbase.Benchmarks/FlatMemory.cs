using System.Diagnostics;
using System.Globalization;
using System.Text;
using Termbase.Formats;
using Termbase.Formats.Csv;
using Termbase.Formats.Tmx;
using Termbase.Model;

namespace Termbase.Benchmarks;

/// <summary>The most memory that <c>termbase recognize</c> takes for files of several sizes: a text, a text without line ends, TSV and TMX.</summary>
internal static class FlatMemory
{
    private const int Terms = 10_000;

    public static int Run(string? cli, string sizes, List<string> zh, List<string> en, List<(string Zh, string En)> terms)
    {
        cli ??= Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../src/Termbase.Cli/bin/Release/net10.0/Termbase.Cli.dll"));
        if (!File.Exists(cli))
        {
            Console.Error.WriteLine($"{cli}: no such program; build it (dotnet build src/Termbase.Cli -c Release) or name it with --cli");
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("termbase-bench-").FullName;
        try
        {
            var glossary = Path.Combine(folder, "terms.csv");
            File.WriteAllLines(glossary, terms.Take(Terms).Select(static (t, i) => FormattableString.Invariant($"c{i},{t.Zh},{t.En},preferred")).Prepend("concept,zh,en,status"));
            Console.WriteLine("| input | MB | RssAnon at most, MB | seconds of processor | occurrences |");
            Console.WriteLine("|---|---|---|---|---|");
            foreach (var ending in (string[])[".txt", ".line.txt", ".tsv", ".tmx"])
            {
                foreach (var size in sizes.Split(',').Select(static s => int.Parse(s, CultureInfo.InvariantCulture)))
                {
                    var path = Path.Combine(folder, "input" + ending);
                    Write(path, size * 1_000_000L, zh, en);
                    Measure(cli, path, glossary);
                    File.Delete(path);
                }
            }

            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Measure(string cli, string path, string glossary)
    {
        var start = new ProcessStartInfo(cli.EndsWith(".dll", StringComparison.Ordinal) ? "dotnet" : cli) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (IEnumerable<string>)[.. cli.EndsWith(".dll", StringComparison.Ordinal) ? [cli] : Array.Empty<string>(), "recognize", path, "--glossary", glossary, "--format", "tsv", "-q"])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        process.BeginErrorReadLine();
        var (peak, time) = (0L, TimeSpan.Zero);
        using (new Timer(_ => (peak, time) = (Math.Max(peak, AnonymousMemory.Of(process)), Used(process, time)), null, 0, 50))
        {
            var rows = -1L;
            while (process.StandardOutput.ReadLine() is not null)
            {
                rows++;
            }

            process.WaitForExit();
            Console.WriteLine(FormattableString.Invariant(
                $"| {Path.GetFileName(path)} | {new FileInfo(path).Length / 1e6:F0} | {peak / 1024} | {time.TotalSeconds:F1} | {rows} |"));
        }
    }

    private static TimeSpan Used(Process process, TimeSpan before)
    {
        try
        {
            return process.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            return before;
        }
    }

    private static void Write(string path, long size, List<string> zh, List<string> en)
    {
        using var stream = File.Create(path);
        if (path.EndsWith(".txt", StringComparison.Ordinal))
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = path.EndsWith(".line.txt", StringComparison.Ordinal) ? " " : "\n" };
            for (var i = 0; stream.Length < size; i++)
            {
                writer.WriteLine(zh[i % zh.Count]);
                writer.WriteLine(en[i % en.Count]);
            }

            return;
        }

        IUnitFormat format = path.EndsWith(".tmx", StringComparison.Ordinal) ? new TmxFormat() : new BitextTsvFormat();
        format.Write(stream, Units(stream, size, zh, en), new UnitWriteOptions());
    }

    private static IEnumerable<TranslationUnit> Units(FileStream stream, long size, List<string> zh, List<string> en)
    {
        for (var i = 0; stream.Length < size; i++)
        {
            yield return new TranslationUnit
            {
                Id = i.ToString(CultureInfo.InvariantCulture),
                Zh = new UnitSide { Language = "zh-CN", Segment = Segment.Plain(zh[i % zh.Count]) },
                En = new UnitSide { Language = "en-US", Segment = Segment.Plain(en[i % en.Count]) },
            };
        }
    }
}
