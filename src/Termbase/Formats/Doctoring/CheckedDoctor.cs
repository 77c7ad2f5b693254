using Termbase.Model;

namespace Termbase.Formats.Doctoring;

/// <summary>A format of units that brings its own check and repair. Stateless and thread-safe.</summary>
public sealed class CheckedDoctor(
    IUnitFormat format, Func<Stream, string, IEnumerable<ReadProblem>> check, Func<Stream, Stream, string, ReadLog, long> repair) : IDoctor
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions => format.Extensions;

    /// <inheritdoc/>
    public void Examine(string path, Importer importer, DoctorReport report)
    {
        using (var stream = TextFile.OpenStream(path))
        {
            _ = format.Read(stream, path, report.Log).Count();
        }

        using var again = TextFile.OpenStream(path);
        var isTold = report.Log.Problems.Any(static p => p.Code == "ill-formed");
        foreach (var problem in check(again, path))
        {
            if (isTold && problem.Code == "ill-formed")
            {
                // The reader names the unit; the check knows only where it had to stop.
                continue;
            }

            report.Add(problem.Location.Line, problem.Unit, problem.Code, problem.Message, problem.Outcome != ProblemOutcome.Noted);
        }
    }

    /// <inheritdoc/>
    public bool Foretells(string path, Importer importer) => false;

    /// <inheritdoc/>
    public long Repair(string path, Stream output, ReadLog log)
    {
        using var stream = TextFile.OpenStream(path);
        return repair(stream, output, path, log);
    }
}
