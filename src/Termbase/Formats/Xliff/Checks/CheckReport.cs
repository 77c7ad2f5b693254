using Termbase.Model;

namespace Termbase.Formats.Xliff.Checks;

/// <summary>A problem with the element at which it stands (null: the text is not well-formed there), the attribute that it is about, and what that should be, where known.</summary>
internal sealed record CheckFinding(ReadProblem Problem, CheckNode? Node, string? Attribute = null, string? Should = null);

/// <summary>Collects problems until they are handed on. Not thread-safe.</summary>
internal sealed class CheckReport(string path)
{
    private List<CheckFinding> _problems = [];

    internal void Add(CheckNode node, string code, string message, ProblemOutcome outcome = ProblemOutcome.Refused, string? attribute = null, string? should = null) =>
        _problems.Add(new CheckFinding(
            new ReadProblem(new SourceLocation(path, node.Line, node.Column, node.Line, node.Column), UnitOf(node), code, message, outcome), node, attribute, should));

    internal void Note(CheckNode node, string code, string message) => Add(node, code, message, ProblemOutcome.Noted);

    internal void Add(int line, int column, string unit, string code, string message, ProblemOutcome outcome = ProblemOutcome.Refused) =>
        _problems.Add(new CheckFinding(new ReadProblem(new SourceLocation(path, line, column, line, column), unit, code, message, outcome), null));

    internal List<CheckFinding> Take()
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
