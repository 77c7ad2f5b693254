using System.Diagnostics;

namespace Termbase.DevTool.Faults;

/// <summary>The command line in a process of its own.</summary>
internal sealed class CliChild(string program, string root)
{
    public sealed record Ended(int Status, string Out, string Error, TimeSpan Time)
    {
        /// <summary>Lines on standard error.</summary>
        public string[] Lines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The command line beside this program, or the one named.</summary>
    public static CliChild Of(string? program, string root) =>
        new(program ?? Path.Combine(AppContext.BaseDirectory, "Termbase.Cli.dll"), root);

    /// <summary>Runs to the end, or kills it (SIGKILL) after a time; the status is -1 then.</summary>
    public Ended Run(TimeSpan? killAfter, params string[] args)
    {
        var isLibrary = program.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
        var start = new ProcessStartInfo(isLibrary ? "dotnet" : program)
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in isLibrary ? ["exec", program, .. args] : args)
        {
            start.ArgumentList.Add(argument);
        }

        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var killed = !process.WaitForExit(killAfter ?? TimeSpan.FromMinutes(5));
        if (killed)
        {
            process.Kill();
        }

        process.WaitForExit();
        return new Ended(killed ? -1 : process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult(), clock.Elapsed);
    }
}
