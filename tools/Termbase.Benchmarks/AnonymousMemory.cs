using System.Diagnostics;
using System.Globalization;

namespace Termbase.Benchmarks;

/// <summary>Memory that a process has for itself, files mapped into it left out.</summary>
internal static class AnonymousMemory
{
    /// <summary>RssAnon in kilobytes; where the system does not tell it, the working set; 0 of a process that is gone.</summary>
    public static long Of(Process process)
    {
        try
        {
            var status = $"/proc/{process.Id}/status";
            return !File.Exists(status) ? process.WorkingSet64 / 1024
                : File.ReadLines(status).FirstOrDefault(static l => l.StartsWith("RssAnon:", StringComparison.Ordinal)) is { } line
                    ? long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)
                    : 0;
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            return 0;
        }
    }
}
