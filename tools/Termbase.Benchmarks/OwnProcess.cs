using System.Diagnostics;

namespace Termbase.Benchmarks;

/// <summary>This program once more, for a step that needs a process of its own.</summary>
internal static class OwnProcess
{
    /// <summary>How to start it with <paramref name="args"/>, its output read by the caller.</summary>
    public static ProcessStartInfo With(params string[] args)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };

        // "dotnet Termbase.Benchmarks.dll" instead of the program itself.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet")
        {
            start.ArgumentList.Add(typeof(OwnProcess).Assembly.Location);
        }

        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        return start;
    }
}
