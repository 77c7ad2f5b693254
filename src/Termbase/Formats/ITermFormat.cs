using Termbase.Model;

namespace Termbase.Formats;

/// <summary>
/// A file format that holds terms. Bad entries go to the log and cost themselves only. Implementations are stateless and thread-safe.
/// </summary>
public interface ITermFormat
{
    /// <summary>Short name (<c>tbx</c>), as the command line takes it.</summary>
    string Name { get; }

    /// <summary>File name endings with the dot, lower case; the first format of the catalogue with an ending is the one meant by it.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>What the format can hold of a concept, when it is written.</summary>
    TermFields Carries { get; }

    /// <summary>Reads concepts. The stream is left open.</summary>
    /// <exception cref="InputException">Thrown on enumeration, only where nothing at all can be read.</exception>
    IEnumerable<Concept> Read(Stream stream, string path, TermReadOptions options, ReadLog log);

    /// <summary>
    /// Writes concepts; returns the number of renderings written. The stream is left open. Tells
    /// <see cref="TermWriteOptions.Losses"/> what it had to leave out beyond what <see cref="Carries"/> says.
    /// </summary>
    long Write(Stream stream, IEnumerable<Concept> concepts, TermWriteOptions options);
}

/// <summary>How terms are read. Immutable.</summary>
public sealed record TermReadOptions
{
    /// <summary>The defaults: columns are found out.</summary>
    public static TermReadOptions Default { get; } = new();

    /// <summary>
    /// Columns of a table as <c>zh=Term CN,en=2</c>: a role, and the header or the 1-based number of its column. Empty: found out by the
    /// header, else by the script of the cells.
    /// </summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();
}

/// <summary>How terms are written. Immutable, but for the report of losses.</summary>
public sealed record TermWriteOptions
{
    /// <summary>Whether Chinese is the first language.</summary>
    public bool ZhFirst { get; init; } = true;

    /// <summary>BCP 47 tag of the Chinese.</summary>
    public string ZhTag { get; init; } = "zh-CN";

    /// <summary>BCP 47 tag of the English.</summary>
    public string EnTag { get; init; } = "en-US";

    /// <summary>Title of the termbase, for formats that name one.</summary>
    public string Title { get; init; } = "Termbase glossary";

    /// <summary>Hears what could not be written; null: nobody asks.</summary>
    public LossReport? Losses { get; init; }
}
