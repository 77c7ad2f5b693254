using System.Globalization;
using Termbase.Model;

namespace Termbase.Formats.Tmx;

/// <summary>Something made legal on the way, at its place in the repaired text (1-based line and column in UTF-16 code units).</summary>
internal readonly record struct XmlRepair(int Line, int Column, string What);

/// <summary>Tells what was repaired.</summary>
internal static class XmlRepairs
{
    /// <summary>
    /// Reports the repairs up to a place, which belong to the unit that ends there: one report for a unit, at the first of them. The reader is
    /// ahead of its unit, so those behind the place wait.
    /// </summary>
    internal static void TellRepairs(this XmlRepairReader text, ReadLog log, string path, int line, int column, string unit, bool isKept)
    {
        var count = 0;
        XmlRepair first = default;
        while (text.Repairs.TryPeek(out var repair) && (repair.Line < line || (repair.Line == line && repair.Column <= column)))
        {
            first = count++ == 0 ? repair : first;
            text.Repairs.Dequeue();
        }

        if (count > 0)
        {
            var more = count > 1 ? string.Create(CultureInfo.InvariantCulture, $" (and {count - 1} more)") : "";
            log.Report(new ReadProblem(
                SourceLocation.AtLine(path, first.Line), unit, "xml-repaired", $"{first.What}{more}; other tools refuse the whole file for it",
                isKept && unit.Length > 0 ? ProblemOutcome.Repaired : ProblemOutcome.Noted));
        }
    }
}
