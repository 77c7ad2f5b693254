namespace Termbase.Formats.Doctoring;

/// <summary>Something found by a doctor.</summary>
/// <param name="Line">1-based line; 0: the file as a whole.</param>
/// <param name="Unit">Id or number of the unit, or empty.</param>
/// <param name="Code">A stable kebab-case code; those that foretell an import start with the tool (<c>omegat-language</c>).</param>
/// <param name="Message">For people.</param>
/// <param name="IsError">False: only worth knowing.</param>
public sealed record DoctorProblem(int Line, string Unit, string Code, string Message, bool IsError);

/// <summary>What a doctor found in one file. Not thread-safe.</summary>
public sealed class DoctorReport
{
    /// <summary>The code of a part of a unit that a repair leaves out of it.</summary>
    public const string LeftOut = "left-out";

    /// <summary>The code of something that a repair changed and kept.</summary>
    public const string Mended = "mended";

    /// <summary>The code of something that a repair had to leave as it is.</summary>
    public const string NotMended = "not-mended";

    private readonly List<DoctorProblem> _problems = [];
    private readonly Dictionary<(int, string, string, string), int> _told = [];

    /// <summary>A report on a file; what its reader meets is taken over.</summary>
    public DoctorReport(string path)
    {
        Path = path;
        Log = new ReadLog(p => Add(p.Location.Line, p.Unit, p.Code, p.Message, p.Outcome != ProblemOutcome.Noted || p.Code is "unpaired-code" or "duplicate-code" or "wrong-encoding" or "damaged-encoding" or "xml-repaired" or "ill-formed"));
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The log for the reader: its counts are the report's.</summary>
    public ReadLog Log { get; }

    /// <summary>The problems by line, those of one line in the order in which they were found.</summary>
    public IEnumerable<DoctorProblem> Problems => _problems.OrderBy(static p => p.Line);

    /// <summary>Whether something is wrong, not only worth knowing.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>One more problem.</summary>
    public void Add(int line, string unit, string code, string message, bool isError = true)
    {
        HasErrors |= isError;

        // The reader and the check of the structure may meet the same thing.
        var key = (line, unit, code, message);
        if (_told.TryAdd(key, _problems.Count))
        {
            _problems.Add(new DoctorProblem(line, unit, code, message, isError));
        }
        else if (isError)
        {
            // What is a note to the reader can be wrong all the same.
            _problems[_told[key]] = _problems[_told[key]] with { IsError = true };
        }
    }
}
