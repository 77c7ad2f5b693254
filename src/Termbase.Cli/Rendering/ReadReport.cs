using Termbase.Formats;

namespace Termbase.Cli.Rendering;

/// <summary>What readers met, told on stderr: a line for each problem (the first hundred of a file) and a line of counts.</summary>
internal sealed class ReadReport(CliConsole console)
{
    private const int Shown = 100;

    public ReadLog StartFile(string path)
    {
        var told = 0;
        return new ReadLog(problem =>
        {
            if (told++ < Shown)
            {
                console.Error.WriteLine($"{console.Shown(problem.Location)}: {problem.Message}{(problem.Outcome is ProblemOutcome.Refused ? " (left out)" : "")} [{problem.Code}]");
            }
            else if (told == Shown + 1)
            {
                console.Error.WriteLine($"{path}: more problems follow; termbase doctor lists them all");
            }
        });
    }

    public void Counts(string path, ReadLog log) =>
        console.Say($"{path}: {log.Read} read, {log.Kept} kept, {log.Repaired} repaired, {log.Refused} refused.");
}
