using Termbase.Cli.Rendering;
using Termbase.Workspaces.Quality;

namespace Termbase.Cli.Commands;

/// <summary><c>doctor --doubtful FILE…</c>: which units are sound but probably wrong.</summary>
internal static class DoubtfulCheck
{
    public static int Run(CliConsole console, string[] files, double min, int most, string format, CancellationToken cancellation)
    {
        var inputs = new MemoryInputs(console, files);
        var finder = new DoubtfulUnits(inputs.Read, new DoubtOptions { Min = min });
        List<DoubtfulUnit> found;
        using (var progress = new ProgressLine(console))
        {
            found = [.. finder.Find(n => progress.Report("check", n, 0, "units"), cancellation).OrderByDescending(static d => d.Score)];
        }

        new DoubtView(console, found, finder.Checked).Write(format, most);
        return inputs.Status;
    }
}
