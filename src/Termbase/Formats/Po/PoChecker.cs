using Termbase.Model;

namespace Termbase.Formats.Po;

/// <summary>
/// Whether a PO file is sound: what <c>msgfmt -c</c> refuses (syntax, header, plural forms, format strings, line feeds at the ends,
/// double entries, encoding) has outcome <see cref="ProblemOutcome.Refused"/>; what it warns of, and more (missing fields, plural forms that
/// do not fit the language, white space at the ends, drafts), <see cref="ProblemOutcome.Noted"/>. Holds the keys of the entries. Thread-safe.
/// </summary>
public static class PoChecker
{
    /// <summary>Checks a file; the stream is left open.</summary>
    public static IEnumerable<ReadProblem> Check(Stream stream, string path)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var found = new List<ReadProblem>();
        PoParser? parser = null;
        try
        {
            parser = new PoParser(stream, path, p => found.Add(p.Code is "byte-order-mark" or "conflict-marker" ? p with { Outcome = ProblemOutcome.Refused } : p));
        }
        catch (InputException e)
        {
            found.Add(new ReadProblem(SourceLocation.File(path), "", "no-text", e.Message, ProblemOutcome.Refused));
        }

        if (parser is null)
        {
            return found;
        }

        return Run(parser, path, found);
    }

    private static IEnumerable<ReadProblem> Run(PoParser parser, string path, List<ReadProblem> found)
    {
        var check = new PoChecks(parser, path, found);
        while (parser.Next() is { } draft)
        {
            check.Entry(draft);
            if (found.Count > 0)
            {
                foreach (var problem in found)
                {
                    yield return problem;
                }

                found.Clear();
            }
        }

        check.End();
        foreach (var problem in found)
        {
            yield return problem;
        }
    }
}
