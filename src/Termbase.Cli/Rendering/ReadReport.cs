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
                console.Error.WriteLine($"{console.Shown(problem.Location)}: {problem.Message}{(problem.Outcome is ProblemOutcome.Refused && !problem.Message.EndsWith("left out", StringComparison.Ordinal) ? " (left out)" : "")} [{problem.Code}]");
            }
            else if (told == Shown + 1)
            {
                console.Error.WriteLine($"{path}: more problems follow; termbase doctor lists them all");
            }
        });
    }

    /// <summary>Ends a file: tells that it holds nothing, or its counts. What it returns is <see cref="Status"/>.</summary>
    public int End(string path, ReadLog log, bool counts = true)
    {
        if (log.Read == 0 && log.Problems.Count == 0)
        {
            console.Error.WriteLine($"{path}: holds no units");
        }
        else if (counts && log.Read > 0)
        {
            console.Say($"{path}: {log.Read} read, {log.Kept} kept, {log.Repaired} repaired, {log.Refused} refused.");
        }

        return Status(log);
    }

    /// <summary>2 where a unit, a row or the whole of an input was left out, in every command; the rest was done.</summary>
    public static int Status(ReadLog log) => log.Refused > 0 || log.HasUnreadableFile ? CliApp.BadInput : CliApp.Fine;
}
