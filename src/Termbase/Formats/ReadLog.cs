using System.Collections.Immutable;
using Termbase.Model;

namespace Termbase.Formats;

/// <summary>What became of the unit that a problem is about.</summary>
public enum ProblemOutcome
{
    /// <summary>Kept as it was; worth knowing.</summary>
    Noted,

    /// <summary>Kept after a repair.</summary>
    Repaired,

    /// <summary>Kept out.</summary>
    Refused,
}

/// <summary>Something wrong with a unit or row of a file. The message says the reason and what to do, in one line.</summary>
/// <param name="Location">File and line.</param>
/// <param name="Unit">The unit's id or number, or empty.</param>
/// <param name="Code">A stable kebab-case code (<c>bad-status</c>, <c>missing-target</c>).</param>
/// <param name="Message">For people.</param>
/// <param name="Outcome">What became of the unit.</param>
public sealed record ReadProblem(SourceLocation Location, string Unit, string Code, string Message, ProblemOutcome Outcome);

/// <summary>
/// Counts what a reader met, and hands on each problem as it comes. Every unit of a file is read once and then either kept or
/// refused: <c>Read = Kept + Refused</c>, and <c>Repaired</c> is a part of <c>Kept</c>. Not thread-safe.
/// </summary>
public sealed class ReadLog
{
    /// <summary>The code of a whole file that could not be read; the others were.</summary>
    public const string UnreadableFile = "unreadable-file";

    private readonly Action<ReadProblem>? _onProblem;
    private readonly List<ReadProblem> _problems = [];

    /// <summary>A log; problems go to <paramref name="onProblem"/> at once where given, and the first 10,000 are kept.</summary>
    public ReadLog(Action<ReadProblem>? onProblem = null) => _onProblem = onProblem;

    /// <summary>Units or rows met.</summary>
    public long Read { get; private set; }

    /// <summary>Units handed on.</summary>
    public long Kept => Read - Refused;

    /// <summary>Units handed on after a repair.</summary>
    public long Repaired { get; private set; }

    /// <summary>Units kept out.</summary>
    public long Refused { get; private set; }

    /// <summary>The problems, the first 10,000 of them.</summary>
    public IReadOnlyList<ReadProblem> Problems => _problems;

    /// <summary>The header of a TMX file once it was read, else null.</summary>
    public Tmx.TmxHeader? Header { get; internal set; }

    /// <summary>Whether a whole file could not be read (one of the problems kept).</summary>
    public bool HasUnreadableFile => _problems.Exists(static p => p.Code == UnreadableFile);

    /// <summary>One more unit was met.</summary>
    public void CountRead() => Read++;

    /// <summary>Reports a problem; a refused or repaired unit is counted by the caller's one report with that outcome.</summary>
    public void Report(ReadProblem problem)
    {
        switch (problem.Outcome)
        {
            case ProblemOutcome.Refused:
                Refused++;
                break;
            case ProblemOutcome.Repaired:
                Repaired++;
                break;
        }

        if (_problems.Count < 10_000)
        {
            _problems.Add(problem);
        }

        _onProblem?.Invoke(problem);
    }

    /// <summary>Kept-out unit.</summary>
    public void Refuse(SourceLocation location, string unit, string code, string message) =>
        Report(new ReadProblem(location, unit, code, message, ProblemOutcome.Refused));

    /// <summary>Kept unit, worth a word.</summary>
    public void Note(SourceLocation location, string unit, string code, string message) =>
        Report(new ReadProblem(location, unit, code, message, ProblemOutcome.Noted));
}
