using Termbase.Model;

namespace Termbase.Formats.Po;

/// <summary>
/// Reads the entries of a PO file one by one, the header and obsolete ones too, in the encoding that the header names. Broken entries
/// are told and left out. Constant memory. Thread-safe.
/// </summary>
public static class PoReader
{
    /// <summary>Reads all entries; the stream is left open. Entries are counted by the log as read.</summary>
    /// <exception cref="InputException">The bytes are no text.</exception>
    public static IEnumerable<PoEntry> Read(Stream stream, string path, ReadLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var parser = new PoParser(stream, path, Teller(log));
        while (parser.Next() is { } draft)
        {
            log.CountRead();
            yield return draft.ToEntry();
        }
    }

    // An entry that is left out was read as well; a note about one that is kept was not.
    internal static Action<ReadProblem> Teller(ReadLog log) => problem =>
    {
        if (problem.Outcome == ProblemOutcome.Refused && problem.Code == "bad-escape")
        {
            problem = problem with { Outcome = ProblemOutcome.Noted };
        }

        if (problem.Outcome == ProblemOutcome.Refused)
        {
            log.CountRead();
        }

        log.Report(problem);
    };
}
