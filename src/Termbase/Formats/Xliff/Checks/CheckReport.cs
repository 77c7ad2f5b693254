using Termbase.Model;

namespace Termbase.Formats.Xliff.Checks;

/// <summary>Collects problems until they are handed on. Not thread-safe.</summary>
internal sealed class CheckReport(string path)
{
    private List<ReadProblem> _problems = [];

    internal void Add(CheckNode node, string code, string message, ProblemOutcome outcome = ProblemOutcome.Refused) =>
        Add(node.Line, node.Column, UnitOf(node), code, message, outcome);

    internal void Note(CheckNode node, string code, string message) => Add(node, code, message, ProblemOutcome.Noted);

    internal void Add(int line, int column, string unit, string code, string message, ProblemOutcome outcome = ProblemOutcome.Refused) =>
        _problems.Add(new ReadProblem(new SourceLocation(path, line, column, line, column), unit, code, message, outcome));

    internal List<ReadProblem> Take()
    {
        if (_problems.Count == 0)
        {
            return _problems;
        }

        var taken = _problems;
        _problems = [];
        return taken;
    }

    /// <summary>The id of the unit that an element stands in, or empty.</summary>
    internal static string UnitOf(CheckNode node) => node.Enclosing("unit", "trans-unit", "bin-unit")?["id"] ?? "";
}
